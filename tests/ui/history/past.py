"""Histories as people have them: regular, improving a little, with gaps."""

import random
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
    SetResult,
)
from glutetimer.core.side import Side
from tests.fakes_history import FakeHistory

EXERCISES = (
    ("glute-bridge", "Glute bridge", None, False),
    ("clam-shell", "Clam shell", Side.LEFT, False),
    ("clam-shell", "Clam shell", Side.RIGHT, False),
    ("hip-thrust-iso-hold", "Hip thrust, iso hold", None, True),
)
TITLES = ("Your first session", "Band activation", "Desk squeeze", "Ten glute exercises")


def regular(
    now: datetime, days: int, a_week: float = 3.3, until: int = 0, seed: int = 5
) -> Iterator[datetime]:
    """Times of sessions in the `days` before now, none in the last `until` days."""
    chance = random.Random(seed)
    for day in range(days, until, -1):
        if chance.random() < a_week / 7:
            yield now - timedelta(days=day, hours=chance.randint(0, 9))


def fill(history: FakeHistory, times: Iterable[datetime], seed: int = 7) -> None:
    """Put sessions in, in which pain falls and reps rise slowly; some answers are missing."""
    chance = random.Random(seed)
    at = list(times)
    for number, started_at in enumerate(at, start=len(history.summaries) + 1):
        part = number / max(40, len(at))
        history.add(*_session(number, started_at, part, chance))


def _session(
    number: int, started_at: datetime, part: float, chance: random.Random
) -> tuple[SessionSummary, list[SetRecord]]:
    before = _level(5.5 - 3.5 * part + chance.gauss(0, 1))
    after = _level(before - 0.8 + chance.gauss(0, 0.8))
    morning = _level(after - 0.3 + chance.gauss(0, 0.7)) if chance.random() < 0.4 else None
    review = SessionReview(after, _level(5 + chance.gauss(0, 1)), "", morning)
    answered = SessionReview() if chance.random() < 0.1 else review
    sets = list(_sets(started_at, part, chance))
    active_s = 60.0 * (6 + 16 * part + chance.random() * 6)
    title = TITLES[int(chance.random() * 1.3 + part * 2.6) % len(TITLES)]
    start = SessionStart(title, title, started_at, active_s, len(sets), before)
    ended_at = started_at + timedelta(seconds=active_s + 60)
    return (
        SessionSummary(number, start, SessionEnd.FINISHED, ended_at, active_s, len(sets), answered),
        sets,
    )


def _sets(started_at: datetime, part: float, chance: random.Random) -> Iterator[SetRecord]:
    index = 0
    for entry, (exercise_id, name, side, is_hold) in enumerate(EXERCISES):
        for set_number in range(1, 3 + (part > 0.5)):
            weak = 0.9 if side is Side.RIGHT else 1.0
            reps = round((8 + 6 * part + chance.random() * 2) * weak)
            hold_s = float(round(15 + 25 * part + chance.random() * 5))
            done = Achieved(None, hold_s) if is_hold else Achieved(reps, reps * 4.5)
            yield SetRecord(
                SetResult(
                    index=index,
                    entry=entry,
                    exercise_id=exercise_id,
                    exercise_name=name,
                    round=1,
                    set=set_number,
                    side=side,
                    attempt=1,
                    planned=done,
                    done=done,
                    outcome=Outcome.DONE,
                ),
                started_at + timedelta(seconds=60 * (index + 1)),
            )
            index += 1


def _level(value: float) -> int:
    return min(10, max(0, round(value)))
