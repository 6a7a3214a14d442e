"""Numbers, durations and times as people write them."""

from datetime import time
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.typed_numbers import (
    parse_decimal,
    parse_duration,
    parse_time_of_day,
    parse_whole,
)


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90", 90.0),
        ("2,5", 2.5),
        ("2.5", 2.5),
        (",5", 0.5),
        ("1:30", 90.0),
        ("0:05", 5.0),
        ("1:30,5", 90.5),
        ("1:02:03", 3723.0),
        ("1m30s", 90.0),
        ("1m30", 90.0),
        ("1 min 30", 90.0),
        ("1 min 30 sec", 90.0),
        ("2 min", 120.0),
        ("2min", 120.0),
        ("2 minutes", 120.0),
        ("2,5 min", 150.0),
        ("1h", 3600.0),
        ("1h30", 5400.0),
        ("1 hour 5 min", 3900.0),
        ("45s", 45.0),
        ("45 S", 45.0),
        ("45 seconds", 45.0),
        ("1'30\"", 90.0),
        ("1\N{PRIME}30\N{DOUBLE PRIME}", 90.0),
        ("2\N{NO-BREAK SPACE}min", 120.0),
        ("  90  ", 90.0),
        ("\u0662\u066b\u0665", 2.5),
        ("1\uff1a30", 90.0),
        ("0,125", 0.125),
        ("1.500 s", 1.5),
    ],
)
def test_a_duration_is_what_it_says(typed: str, seconds: float) -> None:
    assert parse_duration(typed) == seconds


@pytest.mark.parametrize(
    "typed",
    [
        *[
            "",
            " ",
            "s",
            "m",
            ":",
            "1:",
            ":30",
            "1:5",
            "1:75",
            "1:60",
            "1:2:3",
            "30s1m",
            "-5",
            "1e3",
        ],
        *[
            "2,,5",
            "2,5,1",
            "2.5.1",
            "1,000",
            "12,000 s",
            "½",
            "5²",
            "1s\n1s",
            "five",
            "2, 5",
            "5 m m",
        ],
        "9" * 10_000,
    ],
)
def test_what_is_not_certain_is_no_duration(typed: str) -> None:
    assert parse_duration(typed) is None


def test_a_number_alone_may_count_minutes() -> None:
    assert parse_duration("20", 60) == 1200
    assert parse_duration("1:30", 60) == 90
    assert parse_duration("1h30", 60) == 5400


@pytest.mark.parametrize(
    ("typed", "number"), [("2", 2.0), ("2,5", 2.5), (".5", 0.5), ("1,000", None), ("2x", None)]
)
def test_decimals_take_a_comma_or_a_point(typed: str, number: float | None) -> None:
    assert parse_decimal(typed) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", 12), ("٣", 3), (" 7 ", 7), ("2,5", None), ("1.000", None), ("-1", None), ("", None)],
)
def test_a_whole_number_is_whole(typed: str, number: int | None) -> None:
    assert parse_whole(typed) == number


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("18:00", time(18)),
        ("18.30", time(18, 30)),
        ("18h30", time(18, 30)),
        ("1830", time(18, 30)),
        ("730", time(7, 30)),
        ("18", time(18)),
        ("18 h", time(18)),
        ("6 pm", time(18)),
        ("6:30 PM", time(18, 30)),
        ("12 am", time(0)),
        ("12:15 p.m.", time(12, 15)),
        *[(wrong, None) for wrong in ("", "24:00", "18:60", "13 pm", "0 am", "18:5", "six")],
    ],
)
def test_a_time_of_the_day(typed: str, at: time | None) -> None:
    assert parse_time_of_day(typed) == at


@given(st.text(max_size=80))
def test_anything_is_a_finite_number_or_none(typed: str) -> None:
    for number in (parse_duration(typed), parse_decimal(typed), parse_whole(typed)):
        assert number is None or (isfinite(number) and number >= 0)
    parse_time_of_day(typed)


@given(st.integers(0, 599), st.integers(0, 999), st.sampled_from(".,"))
def test_every_duration_comes_through_in_each_form(seconds: int, ms: int, point: str) -> None:
    total = seconds + ms / 1000
    minutes, rest = divmod(seconds, 60)
    fraction = f"{point}{ms:03}".rstrip("0").rstrip(point)
    if point == "." or ms % 10 == 0:  # three digits after a comma may be thousands
        assert parse_duration(f"{seconds}{fraction}") == pytest.approx(total, abs=1e-9)
        assert parse_duration(f"{minutes}m{rest}{fraction}s") == pytest.approx(total, abs=1e-9)
    assert parse_duration(f"{minutes}:{rest:02}{fraction}") == pytest.approx(total, abs=1e-9)
