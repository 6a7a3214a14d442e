"""A clock that runs faster, for trying a routine out."""

from datetime import datetime

from glutetimer.core.ports.clock import Clock

MAX_STEP_S = 0.5
"""A fast clock moves on by at most this much between two looks at it, then catches up."""

STOPPED_S = 2.0
"""Real seconds without a look at a fast clock that count as sleep, not as a busy machine."""


class ScaledClock:
    """Another clock `speed` times as fast, for trying a routine out.

    A session takes a silence of two seconds for sleep; at 60 times the speed that is 33 ms, which
    any busy machine has. So this clock passes on real time in small steps: look at it
    until it is no more behind. Only a real silence of two seconds is passed on as one leap.
    """

    def __init__(self, clock: Clock, speed: float) -> None:
        """`speed` is how many seconds pass in a real one, above 0."""
        self._clock = clock
        self.speed = speed
        self._real_s = self._shown_s = self._due_s = clock.now_s()

    def is_behind(self) -> bool:
        """Whether another look would show more time without any passing."""
        return self._shown_s < self._due_s

    def now_s(self) -> float:
        """Seconds, scaled."""
        real_s = self._clock.now_s()
        passed_s, self._real_s = real_s - self._real_s, real_s
        self._due_s += passed_s * self.speed
        if self.speed == 1.0 or passed_s > STOPPED_S:
            self._shown_s = self._due_s
        else:
            self._shown_s = min(self._due_s, self._shown_s + MAX_STEP_S)
        return self._shown_s

    def asleep_s(self) -> float | None:
        """Seconds of sleep, scaled; None where the machine does not tell."""
        asleep_s = self._clock.asleep_s()
        return None if asleep_s is None else asleep_s * self.speed

    def utc_now(self) -> datetime:
        """The wall clock, not scaled: a record says when it was really made."""
        return self._clock.utc_now()
