"""Notices on their way from the threads of sound to the person."""

from collections.abc import Sequence
from threading import Lock

from glutetimer.core.notice import Notice


class NoticeBox:
    """Collects notices from any thread; the same trouble is told once until it is over."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._told: dict[str, Notice] = {}
        self._waiting: list[Notice] = []
        self._settled: list[Notice] = []

    def add(self, trouble: str, notice: Notice) -> None:
        """Keep a notice about a kind of trouble, unless that trouble was told before."""
        with self._lock:
            if trouble not in self._told:
                self._told[trouble] = notice
                self._waiting.append(notice)

    def is_over(self, trouble: str, only: Notice | None = None) -> None:
        """The trouble has passed: its notice is no longer true; when it comes again it is told.

        With `only` that holds if this was what was told of it.
        """
        with self._lock:
            if only is not None and self._told.get(trouble) != only:
                return
            notice = self._told.pop(trouble, None)
            if notice in self._waiting:
                self._waiting.remove(notice)  # nobody has read it
            elif notice is not None:
                self._settled.append(notice)

    def take(self) -> Sequence[Notice]:
        """The notices since the last call."""
        with self._lock:
            taken, self._waiting = self._waiting, []
        return tuple(taken)

    def take_settled(self) -> Sequence[Notice]:
        """The notices that were taken and are no longer true, each once."""
        with self._lock:
            settled, self._settled = self._settled, []
        return tuple(settled)
