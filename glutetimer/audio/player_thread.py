"""The lookout: a thread that looks ahead when it is time, or when it is nudged."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from queue import Empty, SimpleQueue
from threading import Thread


class Lookout:
    """Calls `look` under a lock; it returns after how many seconds to call it again.

    None waits for a nudge. The thread is made by `start`.
    """

    def __init__(
        self, name: str, lock: AbstractContextManager[object], look: Callable[[], float | None]
    ) -> None:
        self._name = name
        self._lock = lock
        self._look = look
        self._nudges: SimpleQueue[None] = SimpleQueue()
        self._thread: Thread | None = None
        self._is_closing = False

    @property
    def is_started(self) -> bool:
        """Whether there is a thread."""
        return self._thread is not None

    def start(self) -> None:
        """Begin to look; nothing if it does already."""
        if self._thread is None and not self._is_closing:
            self._thread = Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def nudge(self) -> None:
        """Look at once. Never waits: a device's thread may call it, with or without the lock."""
        self._nudges.put(None)

    def close(self, timeout_s: float) -> None:
        """End the thread; call it without the lock."""
        self._is_closing = True
        self.nudge()
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _run(self) -> None:
        while True:
            with self._lock:
                if self._is_closing:
                    return
                wait_s = self._look()
            with suppress(Empty):
                self._nudges.get(timeout=wait_s)
                while True:  # several nudges are one
                    self._nudges.get_nowait()
