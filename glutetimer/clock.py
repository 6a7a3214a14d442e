"""The machine's clocks."""

import time
from datetime import UTC, date, datetime


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
