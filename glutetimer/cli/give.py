"""`glutetimer give`: a routine as a file for somebody else."""

from argparse import Namespace
from pathlib import Path

from glutetimer import app
from glutetimer.folders import folders
from glutetimer.terminal.text import clean
from glutetimer.whole_file import check_target, write_whole


def give(given: Namespace) -> int:
    """Write the file and say which of the person's own exercises are in it."""
    path = Path(given.output)
    routine = app.open_library(folders(given.data_dir)).given(given.routine)
    check_target(path, ".toml", given.force)
    write_whole(routine.text.encode(), path, may_replace=given.force)
    held = f"; it holds {', '.join(routine.carried)}" if routine.carried else ""
    print(clean(f"{given.output}: opens in any glutetimer{held}"))
    print("Doses and timings from your settings are not in it.")
    return 0
