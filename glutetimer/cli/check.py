"""`glutetimer check`: the mistakes of routine, exercise, plan and settings files."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from glutetimer import app
from glutetimer.core.counts import count_text
from glutetimer.core.ports.checking import FileKind
from glutetimer.core.problem import Problem
from glutetimer.core.settings import Settings, specs
from glutetimer.files.toml_folder import toml_files
from glutetimer.folders import folders
from glutetimer.store.settings_values import from_plain
from glutetimer.terminal.text import clean
from glutetimer.toml_text.document import EMPTY_FILE, read_document
from glutetimer.toml_text.problem import ProblemLog

_SETTINGS = "settings file"
_KEYS_OF_OTHERS = {"format", "title", "exercise", "name", "position", "day"}
_NO_FILE = Problem(0, "there is no .toml file in this folder")


def check(given: Namespace) -> int:
    """Print every mistake as `path:line: message`; returns 1 if there is any.

    Without one the output stays empty for other programs; people are told on stderr how many
    files of each kind were checked. A folder stands for the files in it.
    """
    library = app.open_library(folders(given.data_dir))
    kinds: Counter[str] = Counter()
    mistakes = 0
    for name in given.files:
        names = _files_of(name)
        if not names:
            mistakes += _print([_NO_FILE], name)
        for path in names:
            kind, problems = _SETTINGS, _settings_problems(Path(path))
            if problems is None:
                checked = library.check_file(path)
                kind, problems = checked.kind, checked.problems
            kinds[kind] += 1
            mistakes += _print(problems, path)
    print(_summary(kinds, mistakes), file=sys.stderr)
    return 1 if mistakes else 0


def _files_of(name: str) -> Sequence[str]:
    try:
        is_folder = Path(name).is_dir()
    except ValueError:  # a name with a zero byte
        is_folder = False
    return [stamp[0] for stamp in toml_files(Path(name))] if is_folder else [name]


def _settings_problems(path: Path) -> Sequence[Problem] | None:
    """The mistakes of a settings file by line; None if the file is another one.

    It is a settings file by its name, or if it has settings and nothing that a routine, an
    exercise or a plan begins with.
    """
    document = read_document(path)
    is_named_so = path.name == "settings.toml"
    if isinstance(document, Problem):
        problems = () if document == EMPTY_FILE else (document,)
        return problems if is_named_so else None
    keys = document.values.keys()
    if not is_named_so and (keys & _KEYS_OF_OTHERS or not keys & {"exercises", *specs(Settings)}):
        return None
    log = ProblemLog()
    for mistake in from_plain(document.values)[1]:
        log.add(document.line_of(mistake.path), f"the setting {mistake.sentence.rstrip('.')}")
    return log.sorted()


def _print(problems: Sequence[Problem], name: str) -> int:
    for problem in problems:
        print(clean(problem.of_file(name)))
    return len(problems)


def _summary(kinds: Counter[str], mistakes: int) -> str:
    counts = [count_text(kinds[kind], kind) for kind in (*FileKind, _SETTINGS) if kinds[kind]]
    told = count_text(mistakes, "mistake") if mistakes else "no mistakes"
    *before, last = counts or ["No file"]
    of = f"{', '.join(before)} and {last}" if before else last
    return f"{of} checked, {told}"
