"""What the person was reminded of, and what they replied: all that the rules remember."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

LATER = timedelta(hours=1)
"""“In an hour”."""

_DAY = timedelta(days=1)


class ReminderKind(StrEnum):
    """What the person is reminded of."""

    SESSION = "session"
    SQUEEZE = "squeeze"


class Reply(StrEnum):
    """What the person says to a reminder."""

    START = "start"
    LATER = "later"
    NOT_TODAY = "not-today"
    OPEN = "open"  # the reminder itself was clicked


@dataclass(frozen=True, slots=True)
class Told:
    """None: nothing yet. Moments are aware, days are those of the clock where the person was.

    `session_day` is the last one on which a session was told of, `squeeze_at` when a squeeze was
    told or let go, `later_at` when the person wants to hear of the session again. On
    `no_squeeze_day` there are no more squeezes, on `quiet_day` no reminders at all.
    """

    session_day: date | None = None
    squeeze_at: datetime | None = None
    later_at: datetime | None = None
    no_squeeze_day: date | None = None
    quiet_day: date | None = None

    def replied(self, kind: ReminderKind, reply: Reply | None, now: datetime) -> "Told":
        """Once the person has replied at `now`; None is no reply."""
        if reply is Reply.LATER:
            return replace(self, later_at=now.astimezone(UTC) + LATER)
        if reply is Reply.NOT_TODAY and kind is ReminderKind.SQUEEZE:
            return replace(self, no_squeeze_day=now.date())
        return self  # the session of this day has been told

    def believed(self, now: datetime) -> "Told":
        """Without what lies so far ahead that the clock must have been wrong."""
        day, limit = now.date() + _DAY, now.astimezone(UTC) + _DAY
        return Told(
            session_day=self.session_day if self.session_day and self.session_day <= day else None,
            squeeze_at=self.squeeze_at if self.squeeze_at and self.squeeze_at <= limit else None,
            later_at=self.later_at if self.later_at and self.later_at <= limit else None,
            no_squeeze_day=self.no_squeeze_day,
            quiet_day=self.quiet_day,
        )
