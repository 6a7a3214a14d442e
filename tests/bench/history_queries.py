"""Prints how long the history takes with 300,000 sets in 10,000 sessions.

    python -m tests.bench.history_queries [SESSIONS [SETS]]

The best of 20 calls (fewer of slow ones) in milliseconds, with everything in the disk cache. For
statistics there is a second figure: plain sqlite3 that fetches the same rows, as tuples, from the
tables that the person's data is in (not from the sums that triggers keep).
"""

import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from glutetimer.store.history import History
from glutetimer.store.schema import MIGRATIONS, migrate
from tests.bench.history_fill import LAST_START, fill
from tests.fakes import FakeClock
from tests.store.builders import a_set, a_start

_TOTALS = """SELECT session.*, summed.* FROM session LEFT JOIN (
        SELECT session_id, total(done_s), sum(outcome = 'done'), max(pain_level)
        FROM set_record GROUP BY session_id) AS summed ON session_id = session.id
    WHERE local_day BETWEEN ? AND ? ORDER BY started_at_us"""
_EXERCISE = """SELECT session_id, local_day, side, sum(outcome = 'done'), sum(done_reps),
        sum(done_s) FROM set_record JOIN session ON session.id = session_id
    WHERE exercise_id = ? GROUP BY session_id, side ORDER BY started_at_us"""
_NAMES = "SELECT exercise_id, exercise_name FROM set_record GROUP BY exercise_id"
_RECENT = """SELECT * FROM set_record JOIN session ON session.id = session_id
    WHERE exercise_id = ? ORDER BY started_at_us DESC LIMIT 72"""
YEAR = date(2025, 1, 5), date(2026, 1, 4)
QUARTER = date(2025, 10, 5), date(2026, 1, 4)


def best_ms(call: Callable[[], object], calls: int) -> float:
    """Return the shortest of several calls."""
    times_ms = []
    for _ in range(calls):
        start_s = time.perf_counter()
        call()
        times_ms.append((time.perf_counter() - start_s) * 1000)
    return min(times_ms)


def report(
    name: str,
    call: Callable[[], object],
    calls: int = 20,
    plain: Callable[[], object] | None = None,
) -> None:
    """Print how long a call takes, and the same in plain sqlite3."""
    beside = "" if plain is None else f"   plain sqlite3 {best_ms(plain, 3):9.2f} ms"
    print(f"{name:32} {best_ms(call, calls):9.2f} ms{beside}")


def statistics(history: History, path: Path) -> None:
    """Print what the list of sessions and the advice ask for."""
    progress = history.progress
    with closing(sqlite3.connect(path)) as connection:

        def plain(query: str, *values: object) -> Callable[[], object]:
            return lambda: connection.execute(query, values).fetchall()

        for name, days in (
            ("all", (date.min, date.max)),
            ("a year", YEAR),
            ("3 months", QUARTER),
        ):
            numbers = [day.toordinal() for day in days]
            report(
                f"totals, {name}",
                partial(progress.totals, *days),
                20,
                plain(_TOTALS, *numbers),
            )
        for exercise in ("clam-shell", "squat"):
            report(
                f"exercise_totals, all, {exercise}",
                partial(progress.exercise_totals, exercise),
                20,
                plain(_EXERCISE, exercise),
            )
        report("exercises_done", progress.exercises_done, plain=plain(_NAMES))
        recent = partial(progress.recent, "clam-shell", 6)
        report("recent, 6", recent, plain=plain(_RECENT, "clam-shell"))
    report("awaiting_morning", lambda: history.awaiting_morning(date(2026, 1, 5)))
    report("answers", progress.answers)
    report(
        "the page's first three questions",
        lambda: (progress.totals(*YEAR), progress.exercises_done(), history.sessions(limit=100)),
    )


def files(history: History, folder: Path) -> None:
    """Print what takes seconds: files in and out, and bringing an old history up to date."""
    archive, out = history.archive, folder / "all.json"
    report("export as CSV", lambda: archive.export_csv(str(folder / "all.csv")), 1)
    report("export as JSON", lambda: archive.export_json(str(out)), 1)
    print(f"{'':32} {out.stat().st_size / 1e6:9.1f} MB")
    report("preview of its import", lambda: archive.preview_import(str(out)), 1)
    other = History(folder / "other.sqlite3", FakeClock())
    imported = []
    report("import", lambda: imported.append(other.archive.import_json(str(out))), 1)
    report("undo of the import", lambda: other.archive.undo_import(imported[0]), 1)
    other.close()
    backup = history.backup_if_due(LAST_START)
    assert backup is not None
    report("preview of a backup", lambda: archive.preview_backup(backup.name), 3)
    report("restore", lambda: archive.restore_backup(backup.name), 1)


def update(path: Path, folder: Path) -> None:
    """Print how long the second migration takes."""
    old = folder / "old.sqlite3"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:1])
        connection.execute("ATTACH ? AS new", (str(path),))
        for table in ("session", "set_record"):
            names = ", ".join(
                name for _, name, *_ in connection.execute(f"PRAGMA main.table_info({table})")
            )
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM new.{table}")
    copy = folder / "copy.sqlite3"
    shutil.copy(old, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        report("migration from version 1", lambda: migrate(connection, MIGRATIONS), 1)
    report("open it with backup and migration", lambda: History(old, FakeClock()).close(), 1)


def main(words: Sequence[str]) -> None:
    """Make the history in a temporary folder, and ask it."""
    sessions, sets = [*map(int, words), *(10_000, 300_000)[len(words) :]]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "history.sqlite3"
        fill(path, sessions, sets)
        print(f"{'the file':32} {path.stat().st_size / 1e6:9.1f} MB")
        report("open and close", lambda: History(path, FakeClock()).close())
        history = History(path, FakeClock())
        newest = history.sessions(limit=1)[0]
        report("last_done", history.last_done)
        report("interrupted", history.interrupted)
        report("sessions, 100 newest", lambda: history.sessions(limit=100))
        report("sessions, 100 of a routine", lambda: history.sessions("desk-squeeze", limit=100))
        report("sessions, 100 of a year", lambda: history.sessions(None, *YEAR, limit=100))
        report("sessions, all", history.sessions, 3)
        report("routines_done", history.routines_done)
        report("sets of a session", lambda: history.sets(newest.id))
        statistics(history, path)
        running = history.begin(a_start(started_at=LAST_START))
        report("add_set, on disk", lambda: history.add_set(running, a_set()))
        history.delete(running)
        report("verify", history.verify, 1)
        files(history, folder)
        history.close()
        update(path, folder)


if __name__ == "__main__":
    main(sys.argv[1:])
