"""Reminds on a Linux desktop: claims what is due, looks whether it may be shown, asks."""

from collections.abc import Callable
from datetime import date, tzinfo

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.reminders import Heard, TimerState
from glutetimer.core.reminders.rules import due
from glutetimer.core.reminders.told import ReminderKind, Reply
from glutetimer.core.reminders.words import NOTES
from glutetimer.core.settings import Settings
from glutetimer.reminders.kept import KeptReminders, KeptTold
from glutetimer.reminders.notification import Notifications
from glutetimer.reminders.presence import Presence
from glutetimer.reminders.systemd import SystemdTimer
from glutetimer.session_bus import NoAnswer, NoBus, open_bus

WAIT_S = {ReminderKind.SESSION: 1800.0, ReminderKind.SQUEEZE: 120.0}
"""So long a reminder stays to be answered."""


class DesktopReminders(KeptReminders):
    """Implements core.ports.reminders.Reminders."""

    def __init__(
        self, kept: KeptTold, timer: SystemdTimer, clock: Clock, zone: tzinfo, icon: str
    ) -> None:
        super().__init__(kept, clock, zone)
        self._timer = timer
        self._icon = icon

    def remind(self, settings: Settings, trained_on: Callable[[], date | None]) -> Heard | None:
        """Show what is due and wait for the reply. Raises Trouble."""
        kind = due(settings, self.told(), self.now())
        if kind is None:
            return None  # most times; nobody is asked
        trained = trained_on() if kind is ReminderKind.SESSION else None
        try:
            with open_bus() as bus:
                # First: what nobody can show is not told, and comes when somebody can.
                notifications, presence = Notifications(bus, self._icon), Presence(bus)
                kind = self.kept.claim(settings, self.now(), trained)
                if kind is None or presence.is_in_session():
                    return None
                if kind is ReminderKind.SQUEEZE and (presence.is_busy() or presence.is_away()):
                    return None
                reply, activation = notifications.show(NOTES[kind], WAIT_S[kind])
                if reply is None and self._was_missed(kind, presence):
                    reply = Reply.LATER
        except (NoBus, NoAnswer, OSError) as error:
            raise Trouble(
                "No reminder can be shown here",
                str(error),
                "Log in to a desktop that shows notifications",
            ) from error
        self._take(settings, kind, reply)
        return Heard(kind, reply, activation)

    def _was_missed(self, kind: ReminderKind, presence: Presence) -> bool:
        """Whether nobody was there to see today's session, which then comes again."""
        is_todays = self.told().session_day == self.now().date()
        return kind is ReminderKind.SESSION and is_todays and presence.is_away()

    def timer_state(self, settings: Settings) -> TimerState:
        """Whether the timer is on, and set to these settings."""
        return self._timer.state(settings)

    def set_timer(self, settings: Settings) -> TimerState:
        """Set the timer to these settings, or remove it. Raises Trouble."""
        return self._timer.set(settings)

    def _take(self, settings: Settings, kind: ReminderKind, reply: Reply | None) -> None:
        now = self.now()
        told = self.kept.change(lambda told: told.replied(kind, reply, now))
        if reply is Reply.LATER and told.later_at is not None and self._timer.state(settings).is_on:
            self._timer.wake(told.later_at)
