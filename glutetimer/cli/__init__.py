"""The commands: the window, play, plan, cues, history, check and doctor."""
