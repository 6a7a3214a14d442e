"""`glutetimer check`: the mistakes of routine and exercise files."""

from argparse import Namespace
from pathlib import Path

from glutetimer.terminal.text import clean


def check(given: Namespace) -> int:
    """Print every mistake as `path:line: message`; returns 1 if there is any."""
    from glutetimer.app import open_library
    from glutetimer.folders import folders

    library = open_library(folders(given.data_dir))
    has_mistakes = False
    for name in given.files:
        for problem in library.check_file(Path(name)):
            has_mistakes = True
            print(f"{clean(name)}:{problem.line}: {clean(problem.message)}")
    return 1 if has_mistakes else 0
