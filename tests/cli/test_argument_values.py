"""Numbers and times on the command line."""

from argparse import ArgumentTypeError
from datetime import time

import pytest

from glutetimer.cli import argument_values as values


@pytest.mark.parametrize(
    ("word", "minutes"), [("20", 20), ("20 min", 20), ("1h", 60), ("1h30", 90), ("120", 120)]
)
def test_minutes_are_read_as_in_the_window(word: str, minutes: int) -> None:
    assert values.minutes(word) == minutes


@pytest.mark.parametrize("word", ["", "4", "121", "2h30", "1:30", "20,5", "-20", "9" * 99])
def test_minutes_beyond_their_limits_are_refused_with_them(word: str) -> None:
    with pytest.raises(ArgumentTypeError, match="no whole number of minutes from 5 to 120"):
        values.minutes(word)


def test_speeds_take_a_comma_or_a_point() -> None:
    assert values.speed("2,5") == values.speed("2.5") == 2.5
    for wrong in ("", "0", "1e2", "nan", "1,000", "2000"):
        with pytest.raises(ArgumentTypeError, match="no speed from"):
            values.speed(wrong)


def test_times_and_reminders_are_read_as_in_the_window() -> None:
    assert values.time_of_day("18.30") == time(18, 30)
    assert values.time_of_day("6 pm") == time(18)
    assert values.reminder("1h") == 60
    assert values.reminder("0") == 0
    with pytest.raises(ArgumentTypeError, match="no time such as 18:00"):
        values.time_of_day("24:00")


def test_counts_are_whole() -> None:
    assert values.count("12") == 12
    for wrong in ("2,5", "1.000", "-1", "1 2"):
        with pytest.raises(ArgumentTypeError, match="no whole number"):
            values.count(wrong)
