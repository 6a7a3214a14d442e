"""Pain before, after and the next morning, and effort."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.progress.levels import FEWEST, effort, pain, relief
from tests.core.progress.builders import done

MONDAY = date(2026, 3, 2)


def test_answers_are_told_session_by_session() -> None:
    first = done(MONDAY, before=4, after=3)._replace(pain_morning=2, effort=6)
    left_at_once = done(MONDAY, before=9, sets=0)
    second = done(MONDAY + timedelta(days=2), after=1)
    history = [first, left_at_once, second]
    assert list(pain(history)) == [(MONDAY, (4, 3, 2)), (second.day, (None, 1, None))]
    assert list(effort(history)) == [(MONDAY, (6,)), (second.day, (None,))]


def test_relief_wants_both_answers_of_enough_sessions() -> None:
    history = [done(MONDAY, before=5, after=3)] * FEWEST
    assert relief(history) == 2
    assert relief(history[1:]) is None
    assert relief([*history[1:], done(MONDAY, before=5), done(MONDAY, after=5)]) is None


levels = st.integers(0, 10)


@given(st.lists(st.tuples(levels, levels), min_size=FEWEST, max_size=40))
def test_half_of_the_sessions_had_at_least_the_usual_relief(pairs: list[tuple[int, int]]) -> None:
    history = [done(MONDAY, before=before, after=after) for before, after in pairs]
    usual = relief(history)
    assert usual is not None
    at_least = sum(before - after >= usual for before, after in pairs)
    at_most = sum(before - after <= usual for before, after in pairs)
    assert min(at_least, at_most) >= len(pairs) / 2
