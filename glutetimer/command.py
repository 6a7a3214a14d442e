"""The words that the person types to start the program, for messages that name a command."""

import os
from shlex import join

VARIABLE = "GLUTETIMER_COMMAND"
"""run.py says here how it was called itself."""

HISTORY_PAGE, START = "glutetimer:history", "glutetimer:start/"
"""What a window may be asked to open in place of a path: the history, a session of a routine."""

ACTIVATION = "XDG_ACTIVATION_TOKEN"
"""In the environment: with it Wayland lets the window of a program come to the front."""

TODAY = "glutetimer:today"
"""The same for a session of what is to be done today."""


def command(*words: str) -> str:
    """A whole command line as it works where this program was started."""
    rest = f" {join(words)}" if words else ""
    return f"{os.environ.get(VARIABLE) or 'glutetimer'}{rest}"
