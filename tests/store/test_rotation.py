"""Which backups stay: days and weeks as they are written in the tables here."""

from datetime import UTC, datetime, timedelta

import pytest

from glutetimer.store.rotation import kept_daily, kept_of_a_reason

# 5 January 2026 is a Monday.
NOW = datetime(2026, 3, 31, 18, tzinfo=UTC)


def at(day: str) -> datetime:
    """A day of 2026, "01-05", at six; or any day, "2025-12-28"."""
    return datetime.fromisoformat(f"{day if len(day) > 5 else f'2026-{day}'}T18:00+00:00")


def kept(days: str, now: datetime = NOW) -> list[str]:
    made = {day: at(day) for day in days.split()}
    stay = kept_daily([*made.values()], now)
    return [day for day, moment in made.items() if moment in stay]


@pytest.mark.parametrize(
    ("made", "stay"),
    [
        pytest.param("", "", id="none"),
        pytest.param("01-05", "01-05", id="one"),
        pytest.param(
            "03-25 03-26 03-27 03-28 03-29 03-30 03-31",
            "03-25 03-26 03-27 03-28 03-29 03-30 03-31",
            id="seven days",
        ),
        pytest.param(
            "03-24 03-25 03-26 03-27 03-28 03-29 03-30 03-31",
            "03-24 03-25 03-26 03-27 03-28 03-29 03-30 03-31",
            id="the eighth is the newest older one of its week",
        ),
        pytest.param(
            "03-22 03-23 03-24 03-25 03-26 03-27 03-28 03-29 03-30 03-31",
            "03-22 03-24 03-25 03-26 03-27 03-28 03-29 03-30 03-31",
            id="a week ends on Sunday",
        ),
        pytest.param(
            "2025-12-28 2025-12-29 2025-12-31 01-01 01-04 "
            "03-25 03-26 03-27 03-28 03-29 03-30 03-31",
            "2025-12-28 01-04 03-25 03-26 03-27 03-28 03-29 03-30 03-31",
            id="the week of new year is one",
        ),
        pytest.param(
            "01-04 01-11 01-18 01-25 02-01 02-08 02-15 02-22 03-01 03-08 03-15 03-22 03-29",
            "01-04 01-11 01-18 01-25 02-01 02-08 02-15 02-22 03-01 03-08 03-15 03-22 03-29",
            id="one a week: six by their week, seven as the newest",
        ),
        pytest.param(
            "2025-12-21 2025-12-28 01-04 01-11 01-18 01-25 02-01 02-08 02-15 "
            "02-22 03-01 03-08 03-15 03-22 03-29 03-31",
            "2025-12-28 01-04 01-11 01-18 01-25 02-01 02-08 02-15 "
            "02-22 03-01 03-08 03-15 03-22 03-29 03-31",
            id="the ninth week goes",
        ),
        pytest.param(
            "03-31 2027-05-01 2027-05-02 2027-05-03 2027-05-04 2027-05-05 2027-05-06 2027-05-07",
            "03-31 2027-05-01 2027-05-02 2027-05-03 2027-05-04 2027-05-05 2027-05-06 2027-05-07",
            id="the clock was set back: those of the future push out nothing",
        ),
        pytest.param(
            "03-31 2027-05-03 2027-05-04 2027-05-05 2027-05-06 2027-05-07 2027-05-08 2027-05-09 "
            "2027-05-10 2027-05-11 2027-05-12",
            "03-31 2027-05-05 2027-05-06 2027-05-07 2027-05-08 2027-05-09 "
            "2027-05-10 2027-05-11 2027-05-12",
            id="but they do not stay for ever either",
        ),
    ],
)
def test_the_days_that_stay(made: str, stay: str) -> None:
    assert kept(made) == stay.split()


def test_two_years_of_daily_use_leave_seven_days_and_eight_weeks() -> None:
    there: list[datetime] = []
    for day in range(730):
        now = NOW + timedelta(days=day)
        there = sorted(kept_daily([*there, now], now))
    assert [moment.date() for moment in there[-7:]] == [
        (now - timedelta(days=days)).date() for days in range(6, -1, -1)
    ]
    older = there[:-7]
    assert len(older) == 8
    weeks = [moment.isocalendar()[:2] for moment in older]
    assert len(set(weeks)) == 8
    assert now - older[0] < timedelta(weeks=10)
    assert all(moment.isoweekday() == 7 for moment in older[:-1])


def test_the_newest_ten_of_a_reason_stay() -> None:
    made = [NOW - timedelta(days=days) for days in range(12)]
    assert kept_of_a_reason(made, NOW) == set(made[:10])


def test_a_new_one_for_a_reason_is_not_pushed_out_by_those_of_the_future() -> None:
    future = [NOW + timedelta(days=400 + days) for days in range(12)]
    assert kept_of_a_reason([*future, NOW], NOW) == {NOW, *future[2:]}
