"""The machine's clocks."""

import time
from datetime import UTC, date, datetime, timedelta, tzinfo


class SystemClock:
    """The real time."""

    def __init__(self) -> None:
        usual_id = getattr(time, "CLOCK_MONOTONIC", None)
        # Counts on while the machine sleeps, so that a session notices it.
        self._id: int | None = getattr(time, "CLOCK_BOOTTIME", usual_id)
        # Those that stand still in sleep: of Linux, of macOS.
        is_linux = hasattr(time, "CLOCK_BOOTTIME")
        self._awake_id = usual_id if is_linux else getattr(time, "CLOCK_UPTIME_RAW", None)

    def now_s(self) -> float:
        """Seconds since the machine started, those asleep included."""
        if self._id is None:
            return time.monotonic()  # Windows: counts sleep by itself
        return time.clock_gettime(self._id)

    def asleep_s(self) -> float | None:
        """Seconds for which the machine slept since it started; None where it does not tell."""
        if self._id is None or self._awake_id is None:
            return None
        return max(0.0, time.clock_gettime(self._id) - time.clock_gettime(self._awake_id))

    def local_day(self) -> date:
        """The day that it is here."""
        return self.utc_now().astimezone().date()

    def utc_now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        return datetime.now(UTC)


class LocalZone(tzinfo):
    """The time zone of this computer with all its changes, as the system knows them now."""

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        """What the clock here is ahead of UTC at a local time; its `fold` counts."""
        return None if dt is None else dt.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Not known: nobody asks."""
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        """The zone's short name at a local time."""
        return None if dt is None else dt.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, dt: datetime) -> datetime:
        """The local time of a moment in UTC, with its `fold`."""
        return datetime.fromtimestamp(dt.replace(tzinfo=UTC).timestamp()).replace(tzinfo=self)  # noqa: DTZ006 (the local time is what is asked for)
