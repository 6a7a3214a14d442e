"""Keeps machine and screen awake while a session runs, in the window and in a terminal."""

import os
from threading import Event, Thread

_NO_SCREEN = ("offscreen", "minimal", "vnc")


class KeepAwake:
    """Implements core.ports.awake.Wakefulness; never blocks and never complains."""

    def __init__(self) -> None:
        self._release: Event | None = None

    def begin(self) -> None:
        """Keep them awake from now on."""
        if self._release is not None or os.environ.get("QT_QPA_PLATFORM") in _NO_SCREEN:
            return
        self._release = Event()
        # A thread of its own: asking the session bus may take seconds on a broken desktop.
        Thread(target=_hold, args=(self._release,), name="keep-awake", daemon=True).start()

    def end(self) -> None:
        """Let them sleep again."""
        if self._release is not None:
            self._release.set()
            self._release = None


def _hold(release: Event) -> None:
    try:
        from wakepy import keep  # late, a seam (the session): it takes 70 ms
    except ImportError:
        return
    with keep.presenting(on_fail="pass"):
        release.wait()
