"""What pain does from week to week."""

import pytest

from glutetimer.core.advice.advise import advise
from glutetimer.core.advice.weekly_pain import is_rising
from glutetimer.core.exercise import Reps
from glutetimer.core.settings import Settings
from tests.core.advice.builders import BRIDGE, NOW, a_routine, dose, session

ENTRY = dose(BRIDGE, 3, Reps(10, 12))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, False),
        ({1: 3}, False),  # nothing to hold it against
        ({1: 3, 8: 3}, False),
        ({1: 4, 8: 3}, True),
        ({1: 3, 8: 4}, False),
        ({1: 4, 3: 2, 5: 2, 8: 2, 10: 2}, False),  # one bad day is no week
        ({1: 4, 3: 4, 5: 2, 8: 2, 10: 2}, True),
        ({6: 4, 7: 3}, True),  # seven days are a week
        ({7: 4, 9: 3}, False),  # a week without a session
        ({1: 4, 9: 4, 16: 3, 23: 3, 30: 3}, True),  # it creeps
        ({1: 4, 34: 3}, True),
        ({1: 4, 35: 3}, False),  # too long ago
        ({1: 3, 9: 2, 16: 5, 23: 5}, True),  # up again after a good time
    ],
)
def test_pain_rises(told: dict[int, int], expected: bool) -> None:
    sessions = [session(days, ENTRY, before=level).session for days, level in told.items()]

    assert is_rising(sessions, NOW.date()) is expected


def test_mornings_count_too_and_no_answer_says_nothing() -> None:
    morning = session(1, ENTRY, before=2, morning=4).session
    unknown = session(2, ENTRY).session
    earlier = session(8, ENTRY, before=2, morning=2).session

    assert is_rising([earlier, unknown, morning], NOW.date())


def test_no_step_up_while_pain_rises_but_a_step_back() -> None:
    calm = {"glute-bridge": [session(2, ENTRY), session(4, ENTRY)]}
    sore = {"glute-bridge": [session(2, ENTRY, hurt=7)]}
    rising = [session(days, ENTRY, before=level).session for days, level in ((1, 2), (8, 1))]
    routine = a_routine(ENTRY)

    assert [one.rule.id for one in advise(routine, Settings(), calm, (), NOW)] == ["more-reps"]
    assert advise(routine, Settings(), calm, (), NOW, rising) == ()
    found = advise(routine, Settings(), sore, (), NOW, rising)
    assert [one.rule.id for one in found] == ["back-hurt"]
