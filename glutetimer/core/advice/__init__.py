"""The next step: what the last sessions of an exercise suggest. Nothing changes by itself."""
