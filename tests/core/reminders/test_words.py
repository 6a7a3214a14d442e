"""Reminders in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from glutetimer.core.reminders.rules import Coming
from glutetimer.core.reminders.told import ReminderKind
from glutetimer.core.reminders.words import coming_line, day_word, schedule_line
from glutetimer.core.settings import Settings, Weekday

TODAY = date(2026, 11, 23)  # a Monday


def test_the_next_one_is_told_with_its_day() -> None:
    at = datetime(2026, 11, 24, 18, 5, tzinfo=UTC)
    on = Settings(remind=True)
    assert coming_line(on, Coming(ReminderKind.SESSION, at), TODAY) == (
        "Next reminder: tomorrow, 18:05"
    )
    assert coming_line(on, Coming(ReminderKind.SQUEEZE, at.replace(day=28)), TODAY) == (
        "Next reminder: Saturday, 18:05 (squeeze)"
    )
    assert coming_line(on, None, TODAY) == "No reminder comes: choose at least one day"
    assert coming_line(Settings(), None, TODAY) == "No reminder is on"
    assert day_word(TODAY, TODAY) == "today"


def test_the_schedule_is_told_in_a_line() -> None:
    both = Settings(remind=True, squeezes=True, squeeze_days=tuple(Weekday))
    assert schedule_line(both) == (
        "Sessions: Mon, Wed, Fri at 18:00. Squeezes: every day, every 60 min from 9:00 to 17:00"
    )
    assert schedule_line(replace(both, squeezes=False, remind_days=(), remind_at=time(7, 5))) == (
        "Sessions: on no day at 7:05"
    )
    assert schedule_line(Settings()) == "No reminder is on"
