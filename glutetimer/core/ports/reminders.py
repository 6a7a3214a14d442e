"""What reminds the person, as the window and a command ask for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from glutetimer.core.reminders.told import ReminderKind, Reply, Told
from glutetimer.core.settings import Settings


@dataclass(frozen=True, slots=True)
class TimerState:
    """Whether the system's timer reminds, as the system says; if not, `why` it cannot, or ""."""

    is_on: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A reminder, and what came of it; one that is not `is_shown` the window has to show.

    `activation` is what lets a window come to the front, or "".
    """

    kind: ReminderKind
    reply: Reply | None = None
    activation: str = ""
    is_shown: bool = True


class Reminders(Protocol):
    """Reminds as the settings say. Methods may wait for other programs: call them in a thread."""

    def now(self) -> datetime:
        """The local time, in a zone that knows its changes. Does not wait."""

    def told(self) -> Told:
        """What was told. Does not wait."""

    def change(self, change: Callable[[Told], Told]) -> Told:
        """Change what counts as told, for the timer's process too. Hardly waits."""

    def remind(self, settings: Settings, trained_on: Callable[[], date | None]) -> Heard | None:
        """Show what is due and wait for the reply, minutes if need be; None if nothing was shown.

        `trained_on` tells the last day with a session. Raises Trouble where nothing can be shown.
        """

    def timer_state(self, settings: Settings) -> TimerState:
        """Whether the timer is on, and set to these settings."""

    def set_timer(self, settings: Settings) -> TimerState:
        """Set the timer to these settings, or remove it. Raises Trouble; then there is none."""
