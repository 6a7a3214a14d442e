"""Points a session, a week, a month; running medians; courses."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.progress.points import MOST_POINTS, Grain, Point, grain_for, points
from glutetimer.core.progress.trend import FEWEST, Course, course, trend
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
    ],
)
def test_there_are_never_too_many_points(count: int, step_days: int, grain: Grain) -> None:
    found = [FIRST + timedelta(days=n * step_days) for n in range(count)]
    assert grain_for(found, 1) is grain


def test_a_point_is_the_median_of_its_week_or_month() -> None:
    values: list[tuple[date, float | None]] = [
        (date(2025, 12, 30), 1),
        (date(2025, 12, 31), None),
        (date(2026, 1, 2), 2),
        (date(2026, 1, 4), 9),
        (date(2026, 1, 5), 4),
    ]
    assert points(values, Grain.WEEK, 1) == (Point(FIRST, 2, 3), Point(date(2026, 1, 5), 4))
    assert points(values, Grain.MONTH, 1) == (
        Point(date(2025, 12, 1), 1),
        Point(date(2026, 1, 1), 4, 3),
    )
    assert [point.value for point in points(values, Grain.SESSION, 1)] == [1, 2, 9, 4]


@given(st.lists(st.tuples(days, st.integers(0, 10) | st.none())), weekdays)
def test_points_hold_every_answer_once(
    values: list[tuple[date, int | None]], first_weekday: int
) -> None:
    answers = sorted(value for _, value in values if value is not None)
    for grain in Grain:
        found = points(sorted(values, key=lambda pair: pair[0]), grain, first_weekday)
        assert sum(point.sessions for point in found) == len(answers)
        if answers:
            assert answers[0] <= min(point.value for point in found)
            assert max(point.value for point in found) <= answers[-1]
        if grain is not Grain.SESSION:
            assert len({point.day for point in found}) == len(found)


def test_one_bad_day_does_not_move_the_trend() -> None:
    calm = every(2, [3, 3, 3, 3, 9, 3, 3, 3, 3])
    found = trend(calm)
    assert found is not None
    assert {point.value for point in found} == {3}
    assert course(calm) == Course(3, 3)


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
