"""The numbers beside a chart and the days under it."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from glutetimer.ui.chart.ticks import MOST_NUMBERS, day_ticks, number_ticks


def test_a_month_has_its_weeks_from_the_persons_first_weekday() -> None:
    first, last = date(2026, 2, 19), date(2026, 3, 20)
    mondays = day_ticks(first, last, 6, 1)
    assert [tick.text for tick in mondays] == ["23 Feb", "2 Mar", "9 Mar", "16 Mar"]
    sundays = day_ticks(first, last, 6, 7)
    assert [tick.day.day for tick in sundays] == [22, 1, 8, 15]


def test_a_few_days_have_a_tick_each() -> None:
    ticks = day_ticks(date(2026, 2, 27), date(2026, 3, 1), 6, 1)
    assert [tick.text for tick in ticks] == ["27 Feb", "28 Feb", "1 Mar"]
    assert [tick.text for tick in day_ticks(ticks[0].day, ticks[0].day, 2, 1)] == ["27 Feb"]


def test_a_year_has_months_and_names_the_new_year() -> None:
    ticks = day_ticks(date(2025, 3, 21), date(2026, 3, 20), 6, 1)
    assert [tick.text for tick in ticks] == ["May", "Jul", "Sep", "Nov", "2026", "Mar"]


def test_decades_have_years() -> None:
    ticks = day_ticks(date(2012, 5, 1), date(2026, 1, 5), 7, 1)
    assert [tick.text for tick in ticks] == ["2014", "2016", "2018", "2020", "2022", "2024", "2026"]


days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(days, st.integers(27, 12_000), st.integers(3, 20), st.integers(1, 7))
@example(date(2000, 1, 1), 10_958, 3, 1)
def test_days_fit_and_stand_evenly(first: date, length: int, most: int, weekday: int) -> None:
    last = first + timedelta(days=length)
    ticks = day_ticks(first, last, most, weekday)
    assert len(ticks) <= most
    assert ticks or length > 366
    assert all(first <= tick.day <= last for tick in ticks)
    gaps = [(after.day - before.day).days for before, after in pairwise(ticks)]
    assert not gaps or max(gaps) <= 1.06 * min(gaps) + 3


@given(st.floats(1, 1e6))
def test_numbers_begin_at_nothing_and_stay_below_the_top(top: float) -> None:
    ticks = number_ticks(top)
    assert ticks[0] == 0
    assert 2 <= len(ticks) <= MOST_NUMBERS
    assert ticks[-1] <= top
    assert top - ticks[-1] < ticks[1]


def test_levels_have_every_other_number() -> None:
    assert number_ticks(10) == [0, 2, 4, 6, 8, 10]
