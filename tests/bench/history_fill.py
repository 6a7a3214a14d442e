"""Fills a history with many sessions and sets, the same ones every time.

    python -m tests.bench.history_fill FILE [SESSIONS [SETS]]

300,000 sets in 10,000 sessions (the default) take about three seconds.
"""

import contextlib
import random
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from glutetimer.core.exercise import Side
from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    Pain,
    SessionEnd,
    SessionStart,
    SetRecord,
    SetResult,
)
from glutetimer.store import rows
from glutetimer.store.history import History
from tests.fakes import FakeClock

LAST_START = datetime(2026, 1, 4, 18, 0, tzinfo=UTC)
ROUTINES = (
    ("first-session", "Your first session"),
    ("band-activation", "Band activation"),
    ("daily-glute-strength", "Daily glute strength"),
    ("desk-squeeze", "Glute squeezes at the desk"),
    ("hip-thrust-variations", "Hip-thrust variations"),
    ("ten-glute-exercises", "Ten glute exercises"),
    ("under-active-glutes", "Under-active glutes"),
)
EXERCISES = (
    ("glute-bridge", "Glute bridge", None),
    ("clam-shell", "Clam shell", Side.LEFT),
    ("clam-shell", "Clam shell", Side.RIGHT),
    ("hip-thrust-iso-hold", "Hip thrust, iso hold", None),
    ("squat", "Squat", None),
)
DOSES = ("normal", "normal", "gentle", "normal", "strong", "20 min")
_SET = timedelta(seconds=45)


def fill(path: Path, sessions: int = 10_000, sets: int = 300_000, seed: int = 1) -> None:
    """Add sessions to the history at `path` (made if missing), the last one on 4 January 2026.

    Every session has `sets / sessions` sets; what is left over goes to the newest ones. They
    are half a day apart and ended, some with pain, skipped sets, notes, a next morning, a dose.
    """
    History(path, FakeClock()).close()
    chance = random.Random(seed)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        # Nobody minds if the power fails here.
        connection.execute("PRAGMA synchronous = OFF")
        (first,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM session").fetchone()
        counts = [
            sets // sessions + (number >= sessions - sets % sessions) for number in range(sessions)
        ]
        ending = (
            *("ended_how", "ended_at_us", "active_s", "pain_after", "effort", "note", "id"),
            *("pain_morning", "is_morning_settled"),
        )
        columns = (*rows.START_COLUMNS, *ending)
        connection.executemany(rows.insert("session", columns), _sessions(counts, first, chance))
        connection.executemany(
            rows.insert("set_record", ("session_id", *rows.SET_COLUMNS)),
            _sets(counts, first, chance),
        )


def _started_at(number: int, count: int) -> datetime:
    return LAST_START - timedelta(hours=12) * (count - 1 - number)


def _sessions(
    counts: Sequence[int], first: int, chance: random.Random
) -> Iterator[tuple[object, ...]]:
    for number, sets in enumerate(counts):
        routine_id, title = ROUTINES[number % len(ROUTINES)]
        started_at = _started_at(number, len(counts))
        active_s = _SET.total_seconds() * sets
        pain = chance.randint(0, 6)
        dose = DOSES[number % len(DOSES)]
        start = SessionStart(routine_id, title, started_at, active_s, sets, pain, dose)
        is_whole = chance.random() < 0.9
        yield (
            *rows.start_values(start, UTC),
            SessionEnd.FINISHED if is_whole else SessionEnd.STOPPED,
            rows.to_us(started_at + _SET * sets + timedelta(seconds=20)),
            active_s,
            max(0, pain - chance.randint(0, 2)),
            chance.randint(2, 8),
            "Easier than last time." if chance.random() < 0.1 else "",
            first + number,
            max(0, pain - chance.randint(0, 3)) if number % 2 else None,
            number % 3 > 0 or number % 2 == 1,
        )


def _sets(counts: Sequence[int], first: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number, sets in enumerate(counts):
        started_at = _started_at(number, len(counts))
        for index in range(sets):
            yield (first + number, *rows.set_values(_record(index, started_at, chance)))


def _record(index: int, started_at: datetime, chance: random.Random) -> SetRecord:
    entry = index // 3
    exercise_id, name, side = EXERCISES[entry % len(EXERCISES)]
    is_hold = exercise_id == "hip-thrust-iso-hold"
    planned = Achieved(None, 30.0) if is_hold else Achieved(10, 55.0)
    outcome, done, pain = Outcome.DONE, planned, None
    dice = chance.random()
    if dice < 0.05:
        outcome, done = Outcome.SKIPPED, Achieved(None if is_hold else 4, 20.0)
    elif dice < 0.06:
        outcome, done = Outcome.HURT, Achieved(None if is_hold else 2, 9.5)
        pain = Pain("lower back, left", chance.randint(3, 7))
    result = SetResult(
        index, entry, exercise_id, name, 1, index % 3 + 1, side, 1, planned, done, outcome, "band"
    )
    note = "The band was too tight." if outcome is Outcome.SKIPPED and index % 7 == 0 else ""
    return SetRecord(result, started_at + _SET * (index + 1), pain, note)


def main(words: Sequence[str]) -> None:
    """Fill the file that is named."""
    path, *numbers = words
    fill(Path(path), *map(int, numbers))


if __name__ == "__main__":
    main(sys.argv[1:])
