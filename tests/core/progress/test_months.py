"""Months along an axis."""

from datetime import date

from glutetimer.core.progress.months import month_starts


def test_only_first_days_within_are_there() -> None:
    assert list(month_starts(date(2025, 11, 1), date(2026, 1, 31), 1)) == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
    ]
    assert list(month_starts(date(2026, 1, 2), date(2026, 1, 31), 1)) == []


def test_steps_begin_with_the_year() -> None:
    found = list(month_starts(date(2025, 2, 14), date(2026, 2, 1), 3))
    assert [day.month for day in found] == [4, 7, 10, 1]


def test_long_steps_are_in_round_years() -> None:
    found = list(month_starts(date(2001, 5, 1), date(2026, 1, 1), 120))
    assert found == [date(2010, 1, 1), date(2020, 1, 1)]
