"""`glutetimer` without a command, or with a file: the window."""

from argparse import Namespace
from pathlib import Path

from glutetimer import app
from glutetimer.display import missing_display


def window(given: Namespace) -> int:
    """Open the window, with a file if one is given; returns the exit status at its end.

    Raises Trouble.
    """
    trouble = missing_display()
    if trouble is not None:
        raise trouble
    return app.run_window(given.data_dir, given.file and str(Path(given.file).absolute()))
