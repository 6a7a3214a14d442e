"""The commands: the window, play, plan, cues, render, history, check and doctor."""
