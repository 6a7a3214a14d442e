"""A session in the terminal: the same coach with text instead of a window."""
