"""Notices on their way from the threads of sound to the person."""

from collections.abc import Sequence
from threading import Lock

from glutetimer.core.notice import Notice


class NoticeBox:
    """Collects notices from any thread; the same trouble is told once until it is over."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._told: set[str] = set()
        self._waiting: list[Notice] = []

    def add(self, trouble: str, notice: Notice) -> None:
        """Keep a notice about a kind of trouble, unless that trouble was told before."""
        with self._lock:
            if trouble not in self._told:
                self._told.add(trouble)
                self._waiting.append(notice)

    def is_over(self, trouble: str) -> None:
        """The trouble has passed; when it comes again it is told again."""
        with self._lock:
            self._told.discard(trouble)

    def take(self) -> Sequence[Notice]:
        """The notices since the last call."""
        with self._lock:
            taken, self._waiting = self._waiting, []
        return tuple(taken)
