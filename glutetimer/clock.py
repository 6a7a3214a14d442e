"""The machine's clocks."""

import time
from datetime import UTC, datetime


def _monotonic_id() -> int | None:
    # The clock that counts on while the machine sleeps, so that a session notices it.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        number = getattr(time, name, None)
        if isinstance(number, int):
            return number
    return None


class SystemClock:
    """The real time."""

    def __init__(self) -> None:
        self._id = _monotonic_id()

    def now_s(self) -> float:
        """Seconds since the machine started, those asleep included."""
        if self._id is None:
            return time.monotonic()  # Windows: counts sleep by itself
        return time.clock_gettime(self._id)

    def utc_now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        return datetime.now(UTC)
