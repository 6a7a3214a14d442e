"""`glutetimer` without a command: the window."""

from argparse import Namespace

from glutetimer import app
from glutetimer.display import missing_display


def window(given: Namespace) -> int:
    """Open the window; returns the exit status when it was closed. Raises Trouble."""
    trouble = missing_display()
    if trouble is not None:
        raise trouble
    return app.run_window(given.data_dir)
