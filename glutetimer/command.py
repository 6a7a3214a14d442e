"""The words that the person types to start the program, for messages that name a command."""

import os
from shlex import join

VARIABLE = "GLUTETIMER_COMMAND"
"""run.py says here how it was called itself."""


def command(*words: str) -> str:
    """A whole command line as it works where this program was started."""
    rest = f" {join(words)}" if words else ""
    return f"{os.environ.get(VARIABLE) or 'glutetimer'}{rest}"
