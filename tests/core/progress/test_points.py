"""Points a session, a week, a month; running medians; courses."""

import statistics
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.progress.levels import FEWEST, Tendency, course, trend
from glutetimer.core.progress.points import (
    MOST_POINTS,
    Grain,
    Point,
    Row,
    column,
    grain_for,
    median,
    points,
    rows,
)
from tests.core.progress.builders import days, weekdays

FIRST = date(2025, 12, 29)  # a Monday


def every(step_days: int, values: list[float]) -> list[Point]:
    return [Point(FIRST + timedelta(days=n * step_days), v) for n, v in enumerate(values)]


@pytest.mark.parametrize(
    ("count", "step_days", "grain"),
    [
        (0, 1, Grain.SESSION),
        (MOST_POINTS, 1, Grain.SESSION),
        (MOST_POINTS + 1, 1, Grain.WEEK),
        (MOST_POINTS * 7, 1, Grain.WEEK),
        (MOST_POINTS * 7 + 1, 1, Grain.MONTH),
        (MOST_POINTS, 31, Grain.SESSION),
        (MOST_POINTS * 31 + 1, 1, Grain.QUARTER),
    ],
)
def test_there_are_never_too_many_points(count: int, step_days: int, grain: Grain) -> None:
    found = [FIRST + timedelta(days=n * step_days) for n in range(count)]
    assert grain_for(found, 1) is grain


def test_a_point_is_the_median_of_its_week_or_month() -> None:
    sessions: list[tuple[date, tuple[float | None, ...]]] = [
        (date(2025, 12, 30), (1, None)),
        (date(2025, 12, 31), (None, None)),
        (date(2026, 1, 2), (2, 7)),
        (date(2026, 1, 4), (9, None)),
        (date(2026, 1, 5), (4, None)),
    ]
    in_weeks = rows(sessions, Grain.WEEK, 1)
    assert in_weeks == (Row(FIRST, (2, 7), 3), Row(date(2026, 1, 5), (4, None)))
    in_months = rows(sessions, Grain.MONTH, 1)
    assert column(in_months, 0) == (
        Point(date(2025, 12, 1), 1),
        Point(date(2026, 1, 1), 4, 3),
    )
    assert column(in_weeks, 1) == (Point(FIRST, 7, 3),)
    assert [row.values[0] for row in rows(sessions, Grain.SESSION, 1)] == [1, 2, 9, 4]


def test_points_are_one_column() -> None:
    values: list[tuple[date, float | None]] = [(FIRST, 3), (FIRST, None), (FIRST, 5), (FIRST, 7)]
    assert points(values, Grain.MONTH, 1) == (Point(date(2025, 12, 1), 5, 3),)


@given(st.lists(st.floats(-100, 100), min_size=1))
def test_the_median_is_that_of_the_standard_library(values: list[float]) -> None:
    assert median(values) == statistics.median(values)


level = st.integers(0, 10) | st.none()


@given(st.lists(st.tuples(days, st.tuples(level, level))), weekdays)
def test_rows_are_as_found_one_by_one(
    sessions: list[tuple[date, tuple[int | None, ...]]], first_weekday: int
) -> None:
    sessions.sort(key=lambda pair: pair[0])
    told = [(day, values) for day, values in sessions if values != (None, None)]
    for grain, is_same in SAME.items():
        found = rows(sessions, grain, first_weekday)
        assert sum(row.sessions for row in found) == len(told)
        for row in found:
            of_row = [v for day, v in told if is_same(row.day, day, first_weekday)]
            if grain is Grain.SESSION:
                assert row.values in of_row
                continue
            assert row.sessions == len(of_row)
            for at in (0, 1):
                known = sorted(v for values in of_row if (v := values[at]) is not None)
                middle = known[(len(known) - 1) // 2 : len(known) // 2 + 1]
                assert row.values[at] == (sum(middle) / len(middle) if middle else None)


SAME: dict[Grain, Callable[[date, date, int], bool]] = {
    Grain.SESSION: lambda first, day, _: first == day,
    Grain.WEEK: lambda first, day, weekday: (
        first.isoweekday() == weekday and 0 <= (day - first).days < 7
    ),
    Grain.MONTH: lambda first, day, _: (first.year, first.month) == (day.year, day.month),
    Grain.QUARTER: lambda first, day, _: (
        first.month in (1, 4, 7, 10)
        and first.day == 1
        and 0 <= (day - first).days <= 91
        and (day.month + 2) // 3 == (first.month + 2) // 3
    ),
}


def test_one_bad_day_does_not_move_the_trend() -> None:
    calm = every(2, [3, 3, 3, 3, 9, 3, 3, 3, 3])
    found = trend(calm)
    assert found is not None
    assert {point.value for point in found} == {3}
    assert course(calm) == Tendency(3, 3)


def test_the_trend_follows_a_step() -> None:
    found = trend(every(2, [6, 6, 6, 6, 6, 2, 2, 2, 2, 2]))
    assert found is not None
    assert [point.value for point in found] == [6, 6, 6, 6, 6, 2, 2, 2, 2, 2]


def test_few_points_have_no_trend() -> None:
    few = every(1, [5.0] * (FEWEST - 1))
    assert trend(few) is None
    assert course(few) is None
    assert trend([]) is None


@pytest.mark.parametrize(
    ("values", "change"),
    [
        ([6, 6, 5, 5, 4, 3, 3, 2], -1),
        ([2, 2, 2, 3, 3, 4, 5, 4], 1),
        ([4, 3, 4, 3, 3, 4, 3, 4], 0),
        ([5, 5, 5, 5, 0, 4, 4, 4, 4], -1),  # the one in the middle is in neither half
    ],
)
def test_a_course_compares_the_halves(values: list[float], change: int) -> None:
    found = course(every(3, values))
    assert found is not None
    assert found.change == change


@given(st.lists(st.integers(0, 10), min_size=FEWEST, max_size=60))
def test_the_trend_stays_among_its_neighbours(values: list[int]) -> None:
    found = trend(every(1, [float(value) for value in values]))
    assert found is not None
    assert len(found) == len(values)
    for at, point in enumerate(found):
        near = sorted(values[n] for n in range(len(values)) if abs(n - at) <= 2)
        low, high = near[(len(near) - 1) // 2], near[len(near) // 2]
        assert point.value == (low + high) / 2
