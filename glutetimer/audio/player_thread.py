"""The lookout: a thread that looks ahead when it is time, or when it is nudged."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from queue import Empty, SimpleQueue
from threading import Thread

MISTAKE_S = 1.0
"""So long after a mistake of our own the thread looks again, as if it were made anew."""


def report(bug: Exception) -> None:
    """Hand a mistake of our own to the hook of all threads, which writes it down and tells it."""
    thread = threading.current_thread()
    threading.excepthook(threading.ExceptHookArgs((type(bug), bug, bug.__traceback__, thread)))


class Lookout:
    """Calls `look` under a lock; it returns after how many seconds to call it again.

    None waits for a nudge. The thread is made by `start`. A mistake in `look` is reported and ends
    nothing: `on_mistake` is called, under the lock, and `look` again after MISTAKE_S.
    """

    def __init__(
        self,
        name: str,
        lock: AbstractContextManager[object],
        look: Callable[[], float | None],
        on_mistake: Callable[[], None],
    ) -> None:
        self._on_mistake = on_mistake
        self._name = name
        self._lock = lock
        self._look = look
        self._nudges: SimpleQueue[None] = SimpleQueue()
        self._thread: Thread | None = None
        self._is_closing = False

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
                wait_s = self._looked()
            with suppress(Empty):
                self._nudges.get(timeout=wait_s)
                while True:  # several nudges are one
                    self._nudges.get_nowait()

    def _looked(self) -> float | None:
        try:
            return self._look()
        except Exception as bug:
            report(bug)
            self._on_mistake()
            return MISTAKE_S
