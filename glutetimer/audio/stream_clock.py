"""The stream's time: which frame is heard at which moment of the clock."""

from collections import deque
from threading import Lock

from glutetimer.audio.clips import RATE_HZ

WINDOW_S = 8.0
"""How far back the estimate looks. A sound server asks in a slow saw-tooth (measured: up to
20 ms within 4 to 6 s, while what is heard keeps its time to the sample); the earliest
requests of a whole tooth are steady."""

SLIP_S = 0.05
"""Requests that are all later than this belong to a stream that has slipped (an underrun)."""

_SLIP_REQUESTS = 3


class StreamClock:
    """Learns from the moments at which the device asks for frames.

    `buffered_s` is the time from the earliest requests to the sound. May be used from any thread.
    """

    def __init__(self, buffered_s: float) -> None:
        self._buffered_s = buffered_s
        self._lock = Lock()
        self._offsets: deque[tuple[float, float]] = deque()
        self._late: list[tuple[float, float]] = []
        self._origin_s: float | None = None

    @property
    def is_known(self) -> bool:
        """Whether enough requests have been seen; the first, of an empty buffer, tells nothing."""
        return self._origin_s is not None

    def asked(self, frame: int, at_s: float) -> None:
        """The device asked for the frames from `frame` on at a clock time."""
        offset = (at_s, at_s - frame / RATE_HZ)
        with self._lock:
            self._watch_for_slip(offset)
            self._offsets.append(offset)
            while self._offsets[0][0] < at_s - WINDOW_S:
                self._offsets.popleft()
            if len(self._offsets) > 1:
                self._origin_s = min(value for _, value in self._offsets)

    def frame_at(self, at_s: float) -> int:
        """The frame that is heard at a clock time. Raises ValueError while nothing is known."""
        if self._origin_s is None:
            raise ValueError("the stream has not run yet")
        return round((at_s - self._buffered_s - self._origin_s) * RATE_HZ)

    def reset(self) -> None:
        """Forget everything: the device is another one."""
        with self._lock:
            self._offsets.clear()
            self._late.clear()
            self._origin_s = None

    def _watch_for_slip(self, offset: tuple[float, float]) -> None:
        if self._origin_s is None or offset[1] < self._origin_s + SLIP_S:
            self._late.clear()
            return
        self._late.append(offset)
        if len(self._late) >= _SLIP_REQUESTS:
            self._offsets = deque(self._late[:-1])
            self._late.clear()
