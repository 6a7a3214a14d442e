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
_DRY_S = 0.002  # later than the buffer lasts, by more than requests are early by chance
_DOUBTFUL = 0.6  # part of the buffer; a request later than that may have come too late
_MOVED_S = 0.000_5  # so far from where it was last told to be, the stream's time has moved
_LEARN_S = 0.3  # in so long a buffer that ran low is filled again, piece by piece


class StreamClock:
    """Learns from the moments at which the device asks for frames.

    `buffered_s` is the time from the earliest requests to the sound. May be used from any thread.
    """

    def __init__(self, buffered_s: float) -> None:
        self._buffered_s = buffered_s
        self._lock = Lock()
        self._offsets: deque[tuple[float, float]] = deque()  # rising, so the first is the smallest
        self._count = 0  # of the requests since all was forgotten
        self._late: list[tuple[float, float]] = []
        self._origin_s: float | None = None
        self._told_s: float | None = None
        self._learns_until_s = 0.0

    @property
    def is_known(self) -> bool:
        """Whether enough requests have been seen; the first, of an empty buffer, tells nothing."""
        return self._origin_s is not None

    def asked(self, frame: int, clock_s: float) -> bool:
        """The device asked for the frames from `frame` on at a clock time.

        Returns whether the stream's time has become known, or has moved since that was told last.
        """
        offset = (clock_s, clock_s - frame / RATE_HZ)
        with self._lock:
            self._watch_for_slip(offset)
            self._note(offset)
            while self._offsets[0][0] < clock_s - WINDOW_S:
                self._offsets.popleft()
            if self._count > 1 and clock_s >= self._learns_until_s:
                self._origin_s = self._offsets[0][1]
            self._doubt(offset)
            return self._has_moved()

    def frame_at(self, clock_s: float) -> int:
        """The frame that is heard at a clock time. Raises ValueError while nothing is known."""
        if self._origin_s is None:
            raise ValueError("the stream has not run yet")
        return round((clock_s - self._buffered_s - self._origin_s) * RATE_HZ)

    def reset(self) -> None:
        """Forget everything: the device is another one."""
        with self._lock:
            self._forget()
            self._origin_s = self._told_s = None
            self._learns_until_s = 0.0

    def _note(self, offset: tuple[float, float]) -> None:
        """Keep it, and of the older ones those that are smaller: one of them is the smallest."""
        while self._offsets and self._offsets[-1][1] >= offset[1]:
            self._offsets.pop()
        self._offsets.append(offset)
        self._count += 1

    def _forget(self) -> None:
        self._offsets.clear()
        self._late.clear()
        self._count = 0

    def _has_moved(self) -> bool:
        origin_s, told_s = self._origin_s, self._told_s
        if origin_s is None or (told_s is not None and abs(origin_s - told_s) < _MOVED_S):
            return False
        self._told_s = origin_s
        return True

    def _doubt(self, offset: tuple[float, float]) -> None:
        """Forget what was known when a request is so late that the device may have run dry.

        No frame is heard before it is given: if the buffer cannot have lasted, the frames that are
        asked for now are heard now, until the next requests tell it better.
        """
        clock_s, value = offset
        if self._origin_s is None or value < self._origin_s + _DOUBTFUL * self._buffered_s:
            return
        self._origin_s = max(self._origin_s, value - self._buffered_s - _DRY_S)
        if clock_s >= self._learns_until_s:
            self._forget()
            self._learns_until_s = clock_s + _LEARN_S

    def _watch_for_slip(self, offset: tuple[float, float]) -> None:
        if self._origin_s is None or offset[1] < self._origin_s + SLIP_S:
            self._late.clear()
            return
        self._late.append(offset)
        if len(self._late) >= _SLIP_REQUESTS:
            late = self._late[:-1]
            self._forget()
            for one in late:
                self._note(one)
