"""Sessions as files for the person's own calendar program."""
