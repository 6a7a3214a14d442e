"""The next step: what the last sessions suggest, and the person's answers."""
