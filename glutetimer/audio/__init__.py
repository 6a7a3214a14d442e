"""Voice, tones and playing: clips made by a child process, placed by sample in one stream."""
