"""The tests of a phase: a case for each, passed and not."""

from datetime import UTC, datetime

import pytest

from glutetimer.core.history.records import Achieved, Outcome, SetRecord, SetResult
from glutetimer.core.history.totals import PastExercise, SessionTotals
from glutetimer.core.schedule.evidence import (
    Evidence,
    PhaseCheck,
    ToldPain,
    check,
    told_pain,
)
from glutetimer.core.schedule.phase import DoseTest, Named, OwnTest, PainTest, PhaseTest
from glutetimer.core.schedule.plan_words import check_line
from glutetimer.core.side import Side

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BRIDGE, THRUST = Named("bridge", "Bridge"), Named("thrust", "Thrust")
REPS = DoseTest((BRIDGE, THRUST), 3, reps=12)
HOLD = DoseTest((BRIDGE,), 2, hold_s=20.0)


def totals(**told: int | None) -> SessionTotals:
    return SessionTotals(1, NOON.date(), NOON, "r", "R", "normal", 600.0, 60.0, 3, 3, **told)


def past(
    *counts: int, hold_s: float | None = None, side: Side | None = None, of: str = "bridge"
) -> PastExercise:
    """A session with sets of so many reps, or holds of so many seconds."""
    records = [
        SetRecord(
            SetResult(
                number, 0, of, of.title(), 1, number + 1, side, 1,
                Achieved(None if hold_s else 12, hold_s), Achieved(None, count) if hold_s
                else Achieved(count, 30.0), Outcome.DONE,
            ),
            NOON,
        )
        for number, count in enumerate(counts)
    ]  # fmt: skip
    return PastExercise(totals(), tuple(records))


def both(left: PastExercise, right: PastExercise) -> PastExercise:
    return PastExercise(left.session, (*left.sets, *right.sets))


def levels(*told: int | None) -> Evidence:
    return Evidence([ToldPain(None, level) for level in told])


def did(*sessions: PastExercise, of: str = "bridge") -> Evidence:
    return Evidence(past={of: sessions})


CASES: list[tuple[PhaseTest, Evidence, bool | None, str]] = [
    (PainTest(5, 3), levels(2, 5, 4), True, ""),
    (PainTest(5, 3), levels(9, 2, 5, 4), True, ""),  # only the last three
    (PainTest(5, 3), levels(2, 6, 4), False, "It was 6"),
    (PainTest(5, 3), levels(2, 5), False, "Not told yet for 1 session"),
    (PainTest(5, 3), levels(2, None, 1), False, "Not told yet for 1 session"),
    (PainTest(5, 3), levels(), False, "Not told yet for 3 sessions"),
    (PainTest(0), levels(9, 0), True, ""),
    (REPS, did(past(12, 12, 12)), True, ""),
    (REPS, did(past(12, 13, 20, 4)), True, ""),
    (REPS, did(past(8, 8), past(12, 12, 12)), True, ""),
    (REPS, did(past(12, 12, 12, of="thrust"), of="thrust"), True, ""),  # any of them
    (REPS, did(past(12, 12, 11)), False, "At most 2 x 12 so far"),
    (REPS, did(past(12, 12), past(12, 12)), False, "At most 2 x 12 so far"),  # in one session
    (REPS, did(), False, "Not done so far"),
    (REPS, did(past(8, 8)), False, "Not done so far"),
    (REPS, did(both(past(12, 12, 12, side=Side.LEFT), past(12, 12, 12, side=Side.RIGHT))),
     True, ""),
    (REPS, did(past(12, 12, 12, side=Side.LEFT)), False, "Not done so far"),  # on one side alone
    (HOLD, did(past(20, 21, hold_s=20.0)), True, ""),
    (HOLD, did(past(20, 19, hold_s=20.0)), False, "At most 1 x 20 s so far"),
    (OwnTest("Do you sleep well?"), levels(), None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("test", "known", "is_passed", "missing"), CASES)
def test_a_test_is_passed_or_says_what_is_missing(
    test: PhaseTest, known: Evidence, is_passed: bool | None, missing: str
) -> None:
    found = check(test, known)
    assert (found.is_passed, found.missing) == (is_passed, missing)


def test_what_a_test_asks_is_said() -> None:
    asked = [check(test, Evidence()).asks for test in (PainTest(5, 3), PainTest(2), REPS, HOLD)]
    assert asked == [
        "Pain of 5 at most in the last 3 sessions",
        "Pain of 2 at most in the last session",
        "Bridge or Thrust: 3 x 12 in one session",
        "Bridge: 2 x 20 s in one session",
    ]
    assert check_line(PhaseCheck(True, "A")) == "Passed: A"
    assert check_line(PhaseCheck(False, "A", "B")) == "Missing: A. B"
    assert check_line(PhaseCheck(None, "A?")) == "Yours to say: A?"


@pytest.mark.parametrize(
    ("session", "level", "is_too_much", "is_falling"),
    [
        (totals(), None, False, False),
        (totals(pain_before=6), 6, True, False),
        (totals(pain_before=6, pain_after=2), 2, False, True),
        (totals(pain_before=8, pain_after=6), 6, True, True),
        (totals(pain_before=2, pain_after=1, pain_morning=4), 4, False, False),
        (totals(pain_before=2, pain_after=1, worst_pain=7), 7, True, False),
    ],
)
def test_the_pain_of_a_session(
    session: SessionTotals, level: int | None, is_too_much: bool, is_falling: bool
) -> None:
    found = told_pain(session)
    assert (found.level, found.is_too_much, found.is_falling) == (level, is_too_much, is_falling)
