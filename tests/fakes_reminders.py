"""Reminders that only remember."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.reminders import Heard, TimerState
from glutetimer.core.reminders.rules import after, due
from glutetimer.core.reminders.told import Reply, Told
from glutetimer.core.settings import Settings
from tests.fakes import FakeClock

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass
class FakeReminders:
    """A desktop: `reply` is what the person says to each reminder.

    With `has_timer` the system's timer can be set; `refuses` is the trouble that it makes.
    """

    clock: Clock = field(default_factory=FakeClock)
    reply: Reply | None = None
    has_timer: bool = True
    refuses: Trouble | None = None
    can_show: bool = True
    is_shown: bool = True
    kept: Told = field(default_factory=Told)
    timer: Settings | None = None
    asked: list[Heard] = field(default_factory=list)

    def now(self) -> datetime:
        return self.clock.utc_now().astimezone(BERLIN)

    def told(self) -> Told:
        return self.kept

    def change(self, change: Callable[[Told], Told]) -> Told:
        self.kept = change(self.kept)
        return self.kept

    def remind(self, settings: Settings, trained_on: Callable[[], date | None]) -> Heard | None:
        kind = due(settings, self.kept, self.now(), trained_on())
        if kind is None:
            return None
        if not self.can_show:
            raise Trouble("No reminder can be shown here")
        self.kept = after(settings, self.kept, kind, self.now())
        self.kept = self.kept.replied(kind, self.reply, self.now())
        self.asked.append(Heard(kind, self.reply, is_shown=self.is_shown))
        return self.asked[-1]

    def timer_state(self, settings: Settings) -> TimerState:
        if not self.has_timer:
            return TimerState(False, "systemd does not run for you here")
        return TimerState(self.timer == settings)

    def set_timer(self, settings: Settings) -> TimerState:
        if self.refuses is not None:
            raise self.refuses
        wants = settings.remind_closed and (settings.remind or settings.squeezes)
        self.timer = settings if wants and self.has_timer else None
        return self.timer_state(settings)
