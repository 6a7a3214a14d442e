"""Keeps machine and screen awake while a session runs, in the window and in a terminal."""

import os
import sys
from threading import Event, Thread

APP, REASON = "glutetimer", "a session is running"
"""Who, and why, as the desktop lists whatever keeps it awake."""

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


# Imports inside: a seam (the session). Jeepney takes 30 ms, wakepy 70.
if sys.platform == "linux":

    def _hold(release: Event) -> None:
        """Ask the desktop by name until one takes it; wakepy would call itself “wakepy” there."""
        from glutetimer.desktop_sleep import hold

        hold(release, APP, REASON)

else:

    def _hold(release: Event) -> None:
        """Neither Windows nor macOS shows a reason."""
        try:
            from wakepy import keep
        except ImportError:
            return
        with keep.presenting(on_fail="pass"):
            release.wait()
