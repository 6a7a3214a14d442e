"""The measures of every four weeks: as sets in the history, and what becomes of them."""

from datetime import UTC, date, datetime

import pytest

from glutetimer.core.history.counting import done_sets
from glutetimer.core.progress.measures import (
    Measures,
    change_words,
    lines_of,
    measures_of,
    next_day,
    records_of,
    start_of,
)
from glutetimer.core.side import Side

AT = datetime(2026, 3, 20, 18, 0, tzinfo=UTC)
ALL = Measures(
    AT,
    (("Walking to the shop", 6), ("Sleeping on my side", 3)),
    ((Side.LEFT, 24.0), (Side.RIGHT, 31.5)),
    12,
)


@pytest.mark.parametrize(
    "measures",
    [
        ALL,
        Measures(AT),
        Measures(AT, stands=0),
        Measures(AT, bridges=((Side.RIGHT, 0.0),)),
        Measures(AT, activities=(("0", 0),)),
    ],
)
def test_what_is_kept_as_sets_comes_back(measures: Measures) -> None:
    assert measures_of(AT, records_of(measures)) == measures


def test_they_are_no_training() -> None:
    assert not done_sets([record.result for record in records_of(ALL)])
    assert start_of(ALL, 300.0).planned_sets == 0
    assert (AT - start_of(ALL, 300.0).started_at).total_seconds() == 300


def test_they_are_due_after_four_weeks() -> None:
    today = date(2026, 3, 20)
    assert next_day(None, today) == today
    assert next_day(date(2026, 3, 1), today) == date(2026, 3, 29)
    assert next_day(date(2026, 2, 20), today) == today


def test_each_is_told_in_words() -> None:
    assert lines_of(ALL) == (
        "Walking to the shop: 6 of 10",
        "Sleeping on my side: 3 of 10",
        "Bridge on one leg: 24 s on the left, 31.5 s on the right",
        "Stand up in 30 s: 12 times",
    )
    assert lines_of(Measures(AT, stands=1)) == ("Stand up in 30 s: 1 time",)
    assert Measures(AT).is_empty
    assert not Measures(AT, stands=0).is_empty


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (Measures(AT), ""),
        (
            Measures(AT, (("Walking to the shop", 9),)),
            "What you can do: 6.0 of 10, now 9.0: a change that people notice.",
        ),
        (
            Measures(AT, (("Walking to the shop", 8), ("Gardening", 0))),
            "What you can do: 6.0 of 10, now 8.0.",
        ),
        (Measures(AT, (("Gardening", 9),)), ""),
        (
            Measures(AT, bridges=((Side.LEFT, 30.0),), stands=14),
            "Bridge on the left leg: 24 s, now 30 s. Up from the chair in 30 s: 12, now 14.",
        ),
    ],
)
def test_the_change_is_told_of_what_was_measured_both_times(now: Measures, words: str) -> None:
    assert change_words([ALL, Measures(AT, stands=99), now]) == words
    assert change_words([ALL]) == ""
