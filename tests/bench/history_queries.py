"""Prints how long the history takes with 300,000 sets in 10,000 sessions.

    python -m tests.bench.history_queries [SESSIONS [SETS]]

The best of 20 calls in milliseconds, for opening in one process with everything in the disk cache.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from glutetimer.store.history import History
from tests.bench.history_fill import LAST_START, fill
from tests.fakes import FakeClock
from tests.store.builders import a_set, a_start


def report(name: str, call: Callable[[], object], calls: int = 20) -> None:
    times_ms = []
    for _ in range(calls):
        start_s = time.perf_counter()
        call()
        times_ms.append((time.perf_counter() - start_s) * 1000)
    print(f"{name:32} {min(times_ms):9.2f} ms, median {sorted(times_ms)[calls // 2]:9.2f} ms")


def main(words: Sequence[str]) -> None:
    sessions, sets = [*map(int, words), *(10_000, 300_000)[len(words) :]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        fill(path, sessions, sets)
        report("open and close", lambda: History(path, FakeClock()).close())
        history = History(path, FakeClock())
        newest = history.sessions(limit=1)[0]
        running = history.begin(a_start(started_at=LAST_START))
        report("last_done", history.last_done)
        report("interrupted", history.interrupted)
        report("sessions, 100 newest", lambda: history.sessions(limit=100))
        report("sessions, 100 of a routine", lambda: history.sessions("desk-squeeze", limit=100))
        year = date(2025, 1, 1), date(2025, 12, 31)
        report("sessions, 100 of a year", lambda: history.sessions(None, *year, limit=100))
        report("sessions, all", history.sessions, 3)
        report("routines_done", history.routines_done)
        report("sets of a session", lambda: history.sets(newest.id))
        report("add_set, on disk", lambda: history.add_set(running, a_set()))
        report("rows, all", lambda: sum(1 for _ in history.rows()), 1)
        report("verify", history.verify, 1)
        report("backup", lambda: history.backup_if_due(LAST_START), 1)
        history.close()


if __name__ == "__main__":
    main(sys.argv[1:])
