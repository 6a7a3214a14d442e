"""Reading spoilt files of every kind: tracebacks, time, memory, messages without a place.

python -m tests.bench.mutated_files [FILES OF A KIND] [FIRST SEED] [KIND ...]

Every kind is read in a process of its own, for its memory. A failure is told with its seed, and
`... 1 SEED KIND` repeats it. A message has its place when it names the file, and the line where
the file is a text that was read.
"""

import resource
import subprocess
import sys
import time
import traceback
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import MappingProxyType

from glutetimer.cli.bring import as_json, as_lines
from glutetimer.core.cues.placing import cue_sheet, estimated_length_s
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.bringing import Brought
from glutetimer.core.problem import Problem
from glutetimer.core.routine import Routine
from glutetimer.core.schedule.following import standing
from glutetimer.core.schedule.plan_words import next_line, plan_facts
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.theme import Theme
from glutetimer.files.importer import Importer
from glutetimer.files.importing.reading import SOURCES
from glutetimer.files.importing.source import RoutineSource, SourceFile
from glutetimer.files.library import Library
from glutetimer.store.history import History
from glutetimer.store.settings_file import SettingsFile
from glutetimer.toml_text.document import MAX_FILE_BYTES
from tests import built_in
from tests.fakes import FakeClock
from tests.files import mutations
from tests.store.builders import MONDAY, a_set, a_start

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
KINDS = ["routines", "exercises", "plans", "settings", "exports", "databases", "foreign"]
READERS = {f"reader-{type(source).__name__}": source for source in SOURCES}
"""Every reader of another program's files, with files of all of them."""
MOST_S = 2.0
MOST_MEMORY = 1 << 30

SETTINGS = b"""\
# The settings of a person.
rest_s = 30.0
start_side = "right"
voice = "en-gb"
voice_rate = 150
verbosity = "brief"
reduced_motion = true
future = { a = [1, 2], b = "x" }

[exercises.glute-bridge]
sets = 3
hold_s = 12.5
instead = "clam-shell"

[exercises."first-session/glute-squeeze"]
reps = 12
"""

_FIRST = built_in.library().routine("first-session")

Trial = Callable[[Path], Iterator[str]]
"""Reads a file in every way, and gives a line for every message that lacks its place."""


@dataclass(frozen=True)
class Kind:
    """What is spoilt: originals, the name that a spoilt one gets, and how it is read."""

    originals: Sequence[bytes]
    name: str
    trial: Trial


def kinds(home: Path) -> dict[str, Kind]:
    """Every kind of file that the program reads."""
    assets, routines = ROOT / "assets" / "exercises", ROOT / "routines"
    library = Library(assets, routines, home, home / "cache")
    good = sorted([*routines.glob("*.toml"), *(DATA / "routines_good").glob("*.toml")])
    return {
        "routines": Kind(_contents(good), "routines/spoilt.toml", _Files(library)),
        "exercises": Kind(
            _contents(sorted(assets.glob("*.toml"))), "exercises/spoilt.toml", _Files(library)
        ),
        "plans": Kind(
            _contents(sorted((DATA / "plans_good").glob("*.toml"))),
            "plans/spoilt.toml",
            _Plans(library),
        ),
        "settings": Kind([SETTINGS], "settings.toml", _settings),
        "exports": Kind(_exports(home), "spoilt.json", _Exports(home)),
        "databases": Kind(_databases(home), "spoilt/history.sqlite3", _database),
        "foreign": Kind(_foreign(), "spoilt.foreign", _Foreign(library, home / "routines")),
        **{
            name: Kind(_foreign(), "spoilt.foreign", _Reader(source))
            for name, source in READERS.items()
        },
    }


def spoilt(kind: Kind, seed: int) -> bytes:
    """The file of a seed."""
    random = Random(seed)
    original = random.choice(kind.originals)
    if not kind.name.endswith(".sqlite3"):
        return mutations.spoilt(original, random)
    for _ in range(random.choice([1, 1, 4, 100])):
        change = random.choice([mutations.flip_bytes, mutations.move_chunk, mutations.cut_off])
        original = change(original, random) or b"\0"
    return original


class _Files:
    """Reads routines and exercises, and does what can be done with them."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __call__(self, path: Path) -> Iterator[str]:
        checked = self._library.check_file(str(path))
        is_read = path.stat().st_size <= MAX_FILE_BYTES
        yield from (
            str(problem) for problem in checked.problems if not _is_placed(problem, is_read)
        )
        routine = checked.routine
        if path.parent.name == "exercises":
            user = path.with_name("user.toml")
            user.write_text('title = "User"\n[[exercise]]\nuse = "spoilt"\n', "utf-8")
            try:
                routine = self._library.routine(str(user))
                self._library.faulty_exercises()
            except Trouble as trouble:
                yield from _unplaced(trouble)
        if routine is not None and not checked.problems:
            _use(routine, Settings())


class _Plans:
    """Reads plans, and follows those that are sound."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __call__(self, path: Path) -> Iterator[str]:
        checked = self._library.check_file(str(path))
        is_read = path.stat().st_size <= MAX_FILE_BYTES
        yield from (
            str(problem) for problem in checked.problems if not _is_placed(problem, is_read)
        )
        for listing in self._library.plans():
            if listing.plan is not None:
                plan_facts(listing.plan)
                found = standing(listing.plan, MONDAY, (), MONDAY + timedelta(days=400))
                next_line(listing.plan, found)


def _use(routine: Routine, settings: Settings) -> None:
    try:
        timeline = plan(routine, settings)
    except Trouble:  # too long with these settings
        return
    cue_sheet(timeline, CueStyle.of(settings), estimated_length_s)


def _settings(path: Path) -> Iterator[str]:
    for kept in path.parent.glob("settings.broken*"):
        kept.unlink()
    is_read = path.stat().st_size <= MAX_FILE_BYTES
    file = SettingsFile(path, FakeClock())
    settings, notices = file.load()
    for notice in notices:
        words = f"{notice.text} {notice.cure}"
        is_told = not is_read or "line " in words or " more mistakes in " in words
        if str(path.with_suffix("")) not in words or not is_told:
            yield words
    changed = _without_empty_doses(replace(settings, theme=Theme.DARK))
    file.save(changed)
    if _without_empty_doses(file.load()[0]) != changed:
        raise AssertionError("what was saved does not come back")
    _use(_FIRST, changed.in_routine(_FIRST.id))


def _without_empty_doses(settings: Settings) -> Settings:
    doses = {key: dose for key, dose in settings.exercises.items() if dose != ExerciseSettings()}
    return replace(settings, exercises=MappingProxyType(doses))


class _Exports:
    """Imports exports into a history that has something already."""

    def __init__(self, home: Path) -> None:
        self._history = History(home / "import" / "history.sqlite3", FakeClock())

    def __call__(self, path: Path) -> Iterator[str]:
        archive = self._history.archive
        try:
            archive.preview_import(str(path))
            archive.undo_import(archive.import_json(str(path)))
        except Trouble as trouble:
            yield from _unplaced(trouble)


class _Foreign:
    """Brings in the files of other programs as pasted text, for which every reader is asked."""

    def __init__(self, library: Library, folder: Path) -> None:
        self._library = library
        self._folder = folder
        self._importer = Importer(library, folder)

    def __call__(self, path: Path) -> Iterator[str]:
        try:
            brought = self._importer.bring("", path.read_bytes())
        except Trouble as trouble:
            if not trouble.what or not trouble.cure:
                yield str(trouble)
            return
        as_json(brought)
        as_lines(brought)
        if brought.plans:
            yield from self._mistakes_of_kept(brought)

    def _mistakes_of_kept(self, brought: Brought) -> Iterator[str]:
        """What is wrong with the files of a plan and its routines: nothing, ever."""
        for old in (*self._folder.glob("*"), *self._folder.with_name("plans").glob("*")):
            old.unlink()
        kept = self._importer.keep(brought)
        for file in (*kept.routines, *kept.plans):
            yield from (f"{file}: {one}" for one in self._library.check_file(file).problems)


class _Reader:
    """Gives a file to one reader alone, as if no other had known it before."""

    def __init__(self, source: RoutineSource) -> None:
        self._source = source

    def __call__(self, path: Path) -> Iterator[str]:
        file = SourceFile("", path.read_bytes().decode("utf-8", "replace"))
        try:
            if self._source.recognises(file):
                self._source.read(file)
        except RecursionError:  # read_source makes a Trouble of it
            return
        except Trouble as trouble:
            if not trouble.what or not trouble.cure:
                yield str(trouble)


def _database(path: Path) -> Iterator[str]:
    for other in path.parent.rglob("*"):
        if other.is_file() and other != path:
            other.unlink()
    try:
        with closing(History(path, FakeClock())) as history:
            for session in history.sessions():
                history.sets(session.id)
            history.unfinished()
            history.last_done()
            list(history.progress.totals())
            history.archive.export_json(str(path.parent / "all.json"))
    except Trouble as trouble:
        yield from _unplaced(trouble)


def _unplaced(trouble: Trouble) -> Iterator[str]:
    if not trouble.where:
        yield str(trouble)


def _is_placed(problem: Problem, is_read: bool) -> bool:
    return bool(problem.message) and (problem.line > 0 or not is_read)


def _contents(files: Sequence[Path]) -> list[bytes]:
    return [file.read_bytes() for file in files]


def _foreign() -> list[bytes]:
    samples = (DATA / "importing").iterdir()
    return _contents(sorted(path for path in samples if path.suffix != ".expected"))


def _filled(path: Path) -> History:
    history = History(path, FakeClock())
    for number in range(4):
        session = history.begin(a_start(started_at=MONDAY + timedelta(days=number)))
        for index in range(3):
            history.add_set(session, a_set(index))
        if number < 3:
            ended_at = MONDAY + timedelta(days=number, hours=1)
            history.finish(session, SessionEnd.FINISHED, ended_at, 800.0)
    return history


def _exports(home: Path) -> list[bytes]:
    made = home / "all.json"
    with closing(_filled(home / "export" / "history.sqlite3")) as history:
        history.archive.export_json(str(made))
    return [made.read_bytes(), (DATA / "history_v1.json").read_bytes()]


def _databases(home: Path) -> list[bytes]:
    path = home / "whole" / "history.sqlite3"
    _filled(path).close()
    return [path.read_bytes(), *_contents(sorted(DATA.glob("*.sqlite3")))]


@dataclass
class Result:
    """What became of the files of a kind."""

    files: int = 0
    tracebacks: int = 0
    slow: int = 0
    unplaced: int = 0
    longest_s: float = 0.0

    def row(self, name: str) -> str:
        """A row of the table."""
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return (
            f"{name:30} {self.files:7,} {self.tracebacks:10} {self.longest_s:9.2f} s "
            f"{peak_mb:6.0f} MB {self.unplaced:15}"
        )


def run(name: str, seeds: Sequence[int], home: Path, tell: Callable[[str], None]) -> Result:
    """Read the files of these seeds; every failure is told with its seed."""
    kind = kinds(home)[name]
    path = home / kind.name
    path.parent.mkdir(parents=True, exist_ok=True)
    result = Result()
    for seed in seeds:
        path.write_bytes(spoilt(kind, seed))
        start_s = time.process_time()  # the machine may have other work
        try:
            for message in kind.trial(path):
                result.unplaced += 1
                tell(f"{name} seed {seed}: no place: {message[:200]}")
        except Exception:
            result.tracebacks += 1
            tell(f"{name} seed {seed}: {traceback.format_exc(limit=-3)}")
        took_s = time.process_time() - start_s
        if took_s > MOST_S:
            result.slow += 1
            tell(f"{name} seed {seed}: {took_s:.1f} s")
        result.longest_s = max(result.longest_s, took_s)
        result.files += 1
    return result


def main(words: Sequence[str]) -> None:
    """Print the table."""
    parser = ArgumentParser(prog="python -m tests.bench.mutated_files")
    parser.add_argument("files", type=int, nargs="?", default=20_000, help="of every kind")
    parser.add_argument("first", type=int, nargs="?", default=0, help="the first seed")
    every = [*KINDS, *READERS]
    parser.add_argument("kinds", nargs="*", default=every, choices=[*every, every])
    given = parser.parse_args(words)
    seeds = range(given.first, given.first + given.files)
    if len(given.kinds) == 1:
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
        with TemporaryDirectory() as home:
            print(run(given.kinds[0], seeds, Path(home), print).row(given.kinds[0]), flush=True)
        return
    print(
        "kind                             files tracebacks     longest    peak without a place",
        flush=True,
    )
    for kind in given.kinds:
        span = str(given.files), str(given.first)
        command = [sys.executable, "-m", "tests.bench.mutated_files", *span, kind]
        subprocess.run(command, cwd=ROOT, check=False)


if __name__ == "__main__":
    main(sys.argv[1:])
