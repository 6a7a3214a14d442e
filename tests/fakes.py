"""Stand-ins for the ports of the core that need no machine."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """A clock that stands still until it is advanced; both of its times move together.

    It implements ``glutetimer.core.ports.Clock``.
    """

    def __init__(
        self, now_s: float = 1_000.0, utc: datetime = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
    ) -> None:
        self._start_s = now_s
        self._start_at = utc
        self._elapsed_s = 0.0
        self.slept_s: float | None = 0.0

    def now_s(self) -> float:
        """Monotonic seconds."""
        return self._start_s + self._elapsed_s

    def utc_now(self) -> datetime:
        """The time of day, aware, in UTC."""
        return self._start_at + timedelta(seconds=self._elapsed_s)

    def asleep_s(self) -> float | None:
        """How much of the time the machine slept, as a test sets it."""
        return self.slept_s

    def advance(self, seconds: float) -> float:
        """Let time pass and return the new ``now_s``; zero is allowed, backwards is not."""
        if seconds < 0:
            raise ValueError(f"time cannot run backwards: {seconds} s")
        self._elapsed_s += seconds
        return self.now_s()
