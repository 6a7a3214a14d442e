"""How much of a late beat of the window's heart sound can have caused, at most.

Linux only: what every thread did is read from its /proc/self/task/ID/schedstat.
"""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench.children.sound_report import Beat

_TASKS = Path("/proc/self/task")


class Blame:
    """Watches the window's thread from `begin` on; every method is for that thread.

    Threads that are there before `begin` count as the window's and Qt's, the later ones as those of
    sound: player, voice, device.
    """

    def __init__(self) -> None:
        self._own = threading.get_native_id()
        self._others: frozenset[str] = frozenset()
        self._in_calls_s = 0.0
        self._depth = 0
        self._last: _Ran | None = None

    def begin(self) -> None:
        """The threads that are there now have nothing to do with sound."""
        self._others = frozenset(_tasks())

    def watch(self, owner: Any, names: Sequence[str]) -> None:
        """Count the time that the window's thread is within these methods."""
        for name in names:
            setattr(owner, name, self._timed(getattr(owner, name)))

    def beat(self) -> Beat | None:
        """What happened since the last call; None at the first."""
        now, before = self._ran(), self._last
        self._last = now
        return None if before is None else before.until(now)

    def _timed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            if threading.get_native_id() != self._own or self._depth:
                return call(*given, **named)
            self._depth, began_s = 1, time.monotonic()
            try:
                return call(*given, **named)
            finally:
                self._depth = 0
                self._in_calls_s += time.monotonic() - began_s

        return timed

    def _ran(self) -> "_Ran":
        cpu_s = waited_s = 0.0
        for task in _tasks():
            if task not in self._others:
                task_cpu_s, task_waited_s = _schedstat(task)
                cpu_s, waited_s = cpu_s + task_cpu_s, waited_s + task_waited_s
        own_cpu_s, own_waited_s = _schedstat(str(self._own))
        return _Ran(time.monotonic(), own_cpu_s, own_waited_s, cpu_s, waited_s, self._in_calls_s)


class _Ran:
    """Seconds since each thread began: computing, and waiting for a processor."""

    def __init__(self, *figures: float) -> None:
        self.figures = figures

    def until(self, later: "_Ran") -> Beat:
        pairs = zip(self.figures, later.figures, strict=True)
        gap_s, own_s, own_waited_s, sound_s, sound_waited_s, in_calls_s = (
            max(0.0, after - before) for before, after in pairs
        )
        # Neither computing nor waiting for a processor: asleep, or another has the interpreter.
        blocked_s = max(0.0, gap_s - own_s - own_waited_s)
        held_s = min(blocked_s + own_waited_s, sound_s)
        return Beat(gap_s, in_calls_s, held_s, min(blocked_s, sound_waited_s))


def _tasks() -> list[str]:
    return [path.name for path in _TASKS.iterdir()]


def _schedstat(task: str) -> tuple[float, float]:
    """Seconds that a thread computed, and that it waited for a processor."""
    try:
        words = (_TASKS / task / "schedstat").read_text("ascii").split()
    except OSError:
        return 0.0, 0.0  # it has ended just now
    return int(words[0]) / 1e9, int(words[1]) / 1e9
