"""`glutetimer check`: the mistakes of routine, exercise, plan and settings files."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from glutetimer import app
from glutetimer.core.counts import count_text
from glutetimer.core.cues.tongues import language_remark
from glutetimer.core.ports.checking import FileKind
from glutetimer.core.problem import Problem
from glutetimer.files.toml_folder import toml_files
from glutetimer.folders import folders
from glutetimer.terminal.text import clean

_NO_FILE = Problem(0, "there is no .toml file in this folder")


def check(given: Namespace) -> int:
    """Print every mistake as `path:line: message`; returns 1 if there is any.

    Without one the output stays empty for other programs; people are told on stderr how many
    files of each kind were checked, and what is no mistake but good to know. A folder stands for
    the files in it.
    """
    own_files = app.make_own_files(folders(given.data_dir))
    kinds: Counter[str] = Counter()
    mistakes = 0
    for name in given.files:
        names = _files_of(name)
        if not names:
            mistakes += _print([_NO_FILE], name)
        for path in names:
            checked = own_files.check(path)
            kinds[checked.kind] += 1
            mistakes += _print(checked.problems, path)
            if checked.routine is not None and (remark := language_remark(checked.routine)):
                print(clean(f"{path}: {remark}"), file=sys.stderr)
    print(_summary(kinds, mistakes), file=sys.stderr)
    return 1 if mistakes else 0


def _files_of(name: str) -> Sequence[str]:
    try:
        is_folder = Path(name).is_dir()
    except ValueError:  # a name with a zero byte
        is_folder = False
    return [stamp[0] for stamp in toml_files(Path(name))] if is_folder else [name]


def _print(problems: Sequence[Problem], name: str) -> int:
    for problem in problems:
        print(clean(problem.of_file(name)))
    return len(problems)


def _summary(kinds: Counter[str], mistakes: int) -> str:
    counts = [count_text(kinds[kind], kind) for kind in FileKind if kinds[kind]]
    told = count_text(mistakes, "mistake") if mistakes else "no mistakes"
    *before, last = counts or ["No file"]
    of = f"{', '.join(before)} and {last}" if before else last
    return f"{of} checked, {told}"
