"""Weeks by the person's first weekday, against a count with calendar weeks of its own."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.weeks import week_start, weeks
from tests.core.progress.builders import days, done, histories, weekdays

MONDAY, SATURDAY, SUNDAY = 1, 6, 7


@pytest.mark.parametrize(
    ("first_weekday", "start"),
    [
        (MONDAY, date(2026, 3, 2)),
        (SUNDAY, date(2026, 3, 1)),
        (SATURDAY, date(2026, 2, 28)),
    ],
)
def test_a_week_begins_as_the_person_has_it(first_weekday: int, start: date) -> None:
    for offset in range(7):
        assert week_start(start + timedelta(days=offset), first_weekday) == start
    assert week_start(start - timedelta(days=1), first_weekday) == start - timedelta(days=7)


def test_a_sunday_is_of_the_old_or_of_the_new_week() -> None:
    friday_and_sunday = [done(date(2026, 3, 6)), done(date(2026, 3, 8))]
    today = date(2026, 3, 8)
    counts = {
        first: [week.sessions for week in weeks(friday_and_sunday, today, first)]
        for first in (MONDAY, SUNDAY, SATURDAY)
    }
    assert counts == {MONDAY: [2], SUNDAY: [1, 1], SATURDAY: [1, 1]}


def test_weeks_with_nothing_done_are_there_too() -> None:
    found = weeks([done(date(2026, 1, 5))], date(2026, 2, 2), MONDAY)
    assert [week.sessions for week in found] == [1, 0, 0, 0, 0]
    assert found[0].active_s == 600.0
    assert found[0].under_s == 300.0


def test_an_empty_history_has_the_week_that_runs() -> None:
    (only,) = weeks([], date(2026, 3, 4), MONDAY)
    assert (only.first_day, only.sessions, only.active_s) == (date(2026, 3, 2), 0, 0.0)


def test_a_session_without_a_set_done_does_not_count() -> None:
    (only,) = weeks([done(date(2026, 3, 4), sets=0)], date(2026, 3, 4), MONDAY)
    assert only.sessions == 0


def test_a_clock_set_back_loses_no_session() -> None:
    found = weeks([done(date(2026, 3, 20))], date(2026, 3, 4), MONDAY)
    assert [week.sessions for week in found] == [0, 0, 1]


def test_a_session_over_midnight_is_of_the_week_in_which_it_began() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    began = datetime(2026, 3, 8, 23, 50, tzinfo=berlin)  # a Sunday; it ends on Monday
    total = SessionTotals(
        1, began.date(), began.astimezone(UTC), "a", "A", "normal", 1200.0, 300.0, 4, 4
    )
    found = weeks([total], date(2026, 3, 9), MONDAY)
    assert [week.sessions for week in found] == [1, 0]


@given(histories, days, weekdays)
def test_weeks_are_as_counted_day_by_day(
    history: list[SessionTotals], today: date, first_weekday: int
) -> None:
    found = weeks(history, today, first_weekday)
    per_day = Counter(total.day for total in history if total.sets_done)
    for week in found:
        assert week.first_day.isoweekday() == first_weekday
        seven = [week.first_day + timedelta(days=n) for n in range(7)]
        assert week.sessions == sum(per_day[day] for day in seven)
        assert week.under_s == sum(t.under_s for t in history if t.day in seven)
    assert sum(week.sessions for week in found) == sum(per_day.values())
    gaps = {(b.first_day - a.first_day).days for a, b in pairwise(found)}
    assert gaps <= {7}
    assert any((today - week.first_day).days in range(7) for week in found)


def test_squeezes_are_counted_on_their_own() -> None:
    squeeze = done(date(2026, 3, 3), active_s=60.0, under_s=30.0)._replace(routine_id=SQUEEZES)
    (week,) = weeks([done(date(2026, 3, 2)), squeeze, squeeze], date(2026, 3, 4), MONDAY)
    assert (week.sessions, week.squeezes, week.active_s) == (1, 2, 720.0)
