"""What one thread tells another that sleeps on the session bus."""

import os
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock

from glutetimer.core.ports.remote import RemoteStatus

Letter = tuple[RemoteStatus, float] | None
"""A status as it was at a clock time; None: the session is over."""


class Mailbox:
    """Letters, and a pipe whose `ear` can be read when there are some. Raises OSError.

    `is_on_bus` is whether the desktop can see us.
    """

    def __init__(self) -> None:
        self.is_on_bus = False
        self._letters: SimpleQueue[Letter] = SimpleQueue()
        self.ear, self._bell = os.pipe()
        os.set_blocking(self.ear, False)
        os.set_blocking(self._bell, False)
        self._lock = Lock()
        self._is_open = True

    def put(self, letter: Letter) -> None:
        """Put one in. Never waits; nothing once it is closed."""
        with self._lock:
            if self._is_open:
                self._letters.put(letter)
                with suppress(BlockingIOError):  # it rings already
                    os.write(self._bell, b".")

    def take(self) -> Iterator[Letter]:
        """All that is in it, first ones first."""
        with suppress(BlockingIOError):
            os.read(self.ear, 4096)
        with suppress(Empty):
            while True:
                yield self._letters.get_nowait()

    def close(self) -> None:
        """Nobody reads any more."""
        with self._lock:
            if self._is_open:
                self._is_open = self.is_on_bus = False
                os.close(self.ear)
                os.close(self._bell)
