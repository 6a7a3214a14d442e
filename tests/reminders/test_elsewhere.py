"""Reminders where only the window can show them."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from glutetimer.core.ports.reminders import Heard
from glutetimer.core.reminders.told import ReminderKind
from glutetimer.core.settings import Settings, Weekday
from glutetimer.reminders.elsewhere import WindowOnlyReminders
from glutetimer.reminders.kept import KeptTold
from tests.fakes import FakeClock

DAILY = Settings(remind=True, remind_days=tuple(Weekday), remind_at=time(18, 0), remind_closed=True)


@pytest.fixture
def reminders(tmp_path: Path) -> WindowOnlyReminders:
    clock = FakeClock(utc=datetime(2026, 11, 23, 17, 0, 10, tzinfo=UTC))
    return WindowOnlyReminders(KeptTold(tmp_path / "told"), clock, ZoneInfo("Europe/Berlin"))


def test_what_is_due_is_claimed_for_the_window(reminders: WindowOnlyReminders) -> None:
    heard = reminders.remind(DAILY, lambda: None)
    assert heard == Heard(ReminderKind.SESSION, is_shown=False)
    assert reminders.remind(DAILY, lambda: None) is None
    assert reminders.told().session_day == date(2026, 11, 23)


def test_who_has_trained_is_left_alone(reminders: WindowOnlyReminders) -> None:
    assert reminders.remind(DAILY, lambda: date(2026, 11, 23)) is None


def test_there_is_no_timer(reminders: WindowOnlyReminders) -> None:
    assert not reminders.set_timer(DAILY).is_on
    assert "no timer on this system" in reminders.timer_state(DAILY).why
