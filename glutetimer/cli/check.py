"""`glutetimer check`: the mistakes of routine and exercise files."""

import sys
from argparse import Namespace
from pathlib import Path

from glutetimer.core.wording import count_text
from glutetimer.terminal.text import clean


def check(given: Namespace) -> int:
    """Print every mistake as `path:line: message`; returns 1 if there is any.

    Without one the output stays empty for other programs; people are told on stderr.
    """
    from glutetimer.app import open_library
    from glutetimer.folders import folders

    library = open_library(folders(given.data_dir))
    has_mistakes = False
    for name in given.files:
        for problem in library.check_file(Path(name)):
            has_mistakes = True
            print(clean(problem.of_file(name)))
    if not has_mistakes:
        count = len(given.files)
        files = count_text(count, "file")
        print(f"{files} checked, no mistakes", file=sys.stderr)
    return 1 if has_mistakes else 0
