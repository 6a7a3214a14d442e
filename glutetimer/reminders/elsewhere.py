"""Reminders where there is no session bus: the window shows them, and only while it is open."""

import sys
from collections.abc import Callable
from datetime import date

from glutetimer.core.ports.reminders import Heard, TimerState
from glutetimer.core.reminders.rules import AWAY_S, due
from glutetimer.core.reminders.told import ReminderKind
from glutetimer.core.settings import Settings
from glutetimer.reminders.kept import KeptReminders


class WindowOnlyReminders(KeptReminders):
    """Implements core.ports.reminders.Reminders: says what is to be shown, and shows nothing."""

    def remind(self, settings: Settings, trained_on: Callable[[], date | None]) -> Heard | None:
        """Claim what is due; the caller shows it."""
        kind = due(settings, self.told(), self.now())
        if kind is not None:
            trained = trained_on() if kind is ReminderKind.SESSION else None
            kind = self.kept.claim(settings, self.now(), trained)
        if kind is None or (kind is ReminderKind.SQUEEZE and not _is_there_and_free()):
            return None
        return Heard(kind, is_shown=False)

    def timer_state(self, settings: Settings) -> TimerState:
        """There is none."""
        return TimerState(False, "glutetimer has no timer on this system yet")

    def set_timer(self, settings: Settings) -> TimerState:
        """There is none."""
        return self.timer_state(settings)


if sys.platform == "win32":
    from ctypes import Structure, byref, c_int, c_uint, sizeof, windll

    _ACCEPTS_NOTIFICATIONS = 5  # others are full screen, a presentation, quiet hours, a locked one

    class _LastInput(Structure):
        _fields_ = (("size", c_uint), ("at_ms", c_uint))

    def _is_there_and_free() -> bool:
        """Whether something was touched of late, and Windows would show a notification."""
        last = _LastInput(sizeof(_LastInput), 0)
        if windll.user32.GetLastInputInfo(byref(last)):
            idle_ms = (windll.kernel32.GetTickCount() - last.at_ms) & 0xFFFFFFFF
            if idle_ms >= AWAY_S * 1000:
                return False
        state = c_int(_ACCEPTS_NOTIFICATIONS)
        windll.shell32.SHQueryUserNotificationState(byref(state))
        return state.value == _ACCEPTS_NOTIFICATIONS

else:

    def _is_there_and_free() -> bool:
        """On macOS nobody is asked; it shows nothing itself while nobody wants to be disturbed."""
        return True
