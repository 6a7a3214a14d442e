"""The words that the person types to start the program, for messages that name a command."""

import os

VARIABLE = "GLUTETIMER_COMMAND"
"""run.py says here how it was called itself."""


def command(*words: str) -> str:
    """A whole command line as it works where this program was started."""
    from shlex import join  # late: only messages need it

    rest = f" {join(words)}" if words else ""
    return f"{os.environ.get(VARIABLE) or 'glutetimer'}{rest}"
