"""The streak, against a count that walks back from today day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.weeks import Streak, streak, weeks
from tests.core.progress.builders import days, done, histories, weekdays

MONDAY, SUNDAY = 1, 7


def on(*found: str) -> list[SessionTotals]:
    return [done(date.fromisoformat(day)) for day in found]


def streak_on(
    history: list[SessionTotals], today: str, goal: int, first_weekday: int = MONDAY
) -> Streak:
    return streak(weeks(history, date.fromisoformat(today), first_weekday), goal)


def test_days_may_be_missed_within_the_goal() -> None:
    history = on("2026-03-02", "2026-03-08", "2026-03-10", "2026-03-11")
    assert streak_on(history, "2026-03-11", goal=2) == Streak(2, True)


def test_the_week_that_runs_breaks_nothing() -> None:
    history = on("2026-03-02", "2026-03-08")
    assert streak_on(history, "2026-03-15", goal=2) == Streak(1, False)
    assert streak_on(history, "2026-03-16", goal=2) == Streak(0, False)


def test_a_streak_goes_on_across_new_year() -> None:
    # Weeks from 22 and 29 December and from 5 January; the middle one is in both years.
    history = on("2025-12-22", "2025-12-27", "2025-12-30", "2026-01-02", "2026-01-05", "2026-01-07")
    assert streak_on(history, "2026-01-08", goal=2) == Streak(3, True)


def test_a_streak_goes_on_when_the_clocks_change() -> None:
    # In Europe on 29 March and 25 October 2026, in the USA on 8 March and 1 November.
    for change in ("2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"):
        last = date.fromisoformat(change)
        history = [done(last + timedelta(days=7 * n)) for n in range(-2, 3)]
        for first_weekday in (MONDAY, SUNDAY):
            until = last + timedelta(days=14)
            assert streak_on(history, until.isoformat(), 1, first_weekday) == Streak(5, True)


def test_the_first_weekday_decides_to_which_week_a_sunday_belongs() -> None:
    history = on("2026-03-01", "2026-03-02", "2026-03-08", "2026-03-09")
    assert streak_on(history, "2026-03-09", goal=2, first_weekday=SUNDAY) == Streak(2, True)
    assert streak_on(history, "2026-03-09", goal=2, first_weekday=MONDAY) == Streak(1, False)


def test_nothing_done_is_no_streak() -> None:
    assert streak_on([], "2026-02-04", goal=1) == Streak(0, False)
    assert streak((), 1) == Streak(0, False)


@given(histories, days, weekdays, st.integers(1, 4))
def test_the_streak_is_as_counted_backwards(
    history: list[SessionTotals], today: date, first_weekday: int, goal: int
) -> None:
    history = [total for total in history if total.day <= today]

    def sessions_before(end: date) -> int:
        """In the seven days that end before a day."""
        return sum(0 < (end - t.day).days <= 7 for t in history if t.sets_done)

    end = today + timedelta(days=1)
    while end.isoweekday() != first_weekday:
        end += timedelta(days=1)
    expected = int(sessions_before(end) >= goal)
    is_reached = bool(expected)
    end -= timedelta(days=7)
    while sessions_before(end) >= goal:
        expected += 1
        end -= timedelta(days=7)
    found = streak(weeks(history, today, first_weekday), goal)
    assert (found.weeks, found.is_reached) == (expected, is_reached)
