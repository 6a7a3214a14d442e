"""`glutetimer` without a command, or with a file: the window."""

from argparse import Namespace
from pathlib import Path

from glutetimer import app
from glutetimer.command import HISTORY_PAGE, START, TODAY
from glutetimer.display import lacking_library, missing_display


def window(given: Namespace) -> int:
    """Open the window, with a file if one is given; returns the exit status at its end.

    Raises Trouble.
    """
    trouble = missing_display()
    if trouble is not None:
        raise trouble
    try:
        return app.run_window(given.data_dir, _wished(given))
    except ImportError as error:
        lacking = lacking_library(error)
        if lacking is None:
            raise
        raise lacking from error


def _wished(given: Namespace) -> str:
    """What the window shall open, as it is handed over to one that is open already."""
    if given.start:
        return f"{START}{given.start}"
    if given.today:
        return TODAY
    if given.history:
        return HISTORY_PAGE
    return given.file and str(Path(given.file).absolute())
