"""Time under tension a week, and one exercise over time."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.exercise import Balance, Measure, balance, by_session, measures, sides
from glutetimer.core.progress.points import MOST_POINTS, Grain, tension
from glutetimer.core.progress.span import Span, since, weeks_within, within
from glutetimer.core.progress.weeks import Week, weeks
from glutetimer.core.side import Side
from tests.core.progress.builders import days, done, histories, of_exercise, weekdays

MONDAY = date(2026, 3, 2)


def test_tension_is_told_week_by_week() -> None:
    history = [done(MONDAY, under_s=100.0), done(MONDAY + timedelta(days=15), under_s=50.0)]
    grain, found = tension(weeks(history, MONDAY + timedelta(days=20), 1))
    assert grain is Grain.WEEK
    assert [point.value for point in found] == [100.0, 0.0, 50.0]


def test_many_weeks_are_told_as_months_on_the_same_scale() -> None:
    each = [Week(MONDAY + timedelta(weeks=n), 2, 0.0, 120.0) for n in range(MOST_POINTS + 1)]
    grain, found = tension(each)
    assert grain is Grain.MONTH
    assert {point.value for point in found} == {120.0}
    assert sum(point.sessions for point in found) == 2 * len(each)
    assert len(found) < MOST_POINTS / 3


def test_decades_are_told_as_quarters() -> None:
    each = [Week(MONDAY + timedelta(weeks=n), 1, 0.0, 60.0) for n in range(MOST_POINTS * 5)]
    grain, found = tension(each)
    assert grain is Grain.QUARTER
    assert {point.value for point in found} == {60.0}
    assert tension(()) == (Grain.WEEK, ())


@given(histories, days, weekdays)
def test_no_second_under_tension_is_lost(
    history: list[SessionTotals], today: date, first_weekday: int
) -> None:
    every = weeks(history, today, first_weekday)
    grain, found = tension(every)
    counted = sum(total.under_s for total in history if total.sets_done)
    if grain is Grain.WEEK:
        assert sum(point.value for point in found) == counted
    else:
        assert grain is Grain.MONTH
        in_month = [sum(w.first_day.replace(day=1) == p.day for w in every) for p in found]
        whole = sum(p.value * n for p, n in zip(found, in_month, strict=True))
        assert whole == pytest.approx(counted)


def test_spans_include_today() -> None:
    today = date(2026, 3, 4)
    assert since(Span.MONTH, today) == date(2026, 2, 3)
    assert since(Span.YEAR, today) == date(2025, 3, 5)
    assert since(Span.ALL, today) is None
    history = [done(date(2026, 2, 2)), done(date(2026, 2, 3)), done(today)]
    assert [t.day.day for t in within(history, since(Span.MONTH, today))] == [3, 4]
    assert within(history, None) is history


def test_a_span_of_weeks_has_whole_weeks() -> None:
    every = weeks([done(date(2026, 1, 1))], date(2026, 3, 4), 1)
    first = since(Span.MONTH, date(2026, 3, 4))  # 3 February, a Tuesday
    assert weeks_within(every, first, 1)[0].first_day == date(2026, 2, 2)
    assert weeks_within(every, None, 1) is every


def test_left_and_right_stand_beside_each_other() -> None:
    history = [
        of_exercise(MONDAY, Side.LEFT, 2, 20),
        of_exercise(MONDAY, Side.RIGHT, 2, 18),
        of_exercise(MONDAY + timedelta(days=2), Side.LEFT, 3, 30),
    ]
    assert sides(history) == (Side.LEFT, Side.RIGHT)
    assert list(by_session(history, Measure.REPS)) == [
        (MONDAY, (20, 18)),
        (MONDAY + timedelta(days=2), (30, None)),
    ]
    assert list(by_session(history, Measure.SETS))[1] == (MONDAY + timedelta(days=2), (3, None))


def test_what_both_sides_do_stands_last() -> None:
    history = [of_exercise(MONDAY), of_exercise(MONDAY, Side.RIGHT, reps=7)]
    assert sides(history) == (Side.RIGHT, None)
    assert list(by_session(history, Measure.REPS)) == [(MONDAY, (7, 20))]
    assert list(by_session([], Measure.REPS)) == []


def test_only_what_an_exercise_has_is_offered() -> None:
    assert measures([of_exercise(MONDAY)]) == (Measure.REPS, Measure.SETS)
    assert measures([of_exercise(MONDAY, reps=0, hold_s=45.0)]) == (Measure.HOLD, Measure.SETS)
    assert measures([of_exercise(MONDAY, sets=0, reps=0)]) == (Measure.SETS,)


@pytest.mark.parametrize(
    ("left", "right", "more"),
    [(100, 100, None), (100, 95, None), (110, 100, Side.LEFT), (0, 8, Side.RIGHT)],
)
def test_a_side_has_more_from_a_tenth_on(left: int, right: int, more: Side | None) -> None:
    history = [
        of_exercise(MONDAY, Side.LEFT, reps=left),
        of_exercise(MONDAY, Side.RIGHT, reps=right),
    ]
    found = balance(history, Measure.REPS)
    assert found == Balance(left, right)
    assert found.more is more


def test_both_sides_at_once_have_no_balance() -> None:
    assert balance([of_exercise(MONDAY)], Measure.REPS) is None
    assert balance([], Measure.REPS) is None
