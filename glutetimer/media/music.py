"""The music of other programs, quieter or paused while a session runs.

A child does it (`music_child`): it waits for slow programs in our place, and puts everything back
when its standard input ends, however we ended.
"""

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread, Timer

from glutetimer.child import MUSIC, child_command, child_environment
from glutetimer.core.settings import MusicWay

LAST_WORDS_S = 5.0
"""So long after a session the coach may still be heard."""


class GuardedMusic:
    """Implements core.ports.music.OtherMusic. `lowered` is the file of what was lowered."""

    def __init__(self, lowered: Path, last_words_s: float = LAST_WORDS_S) -> None:
        self._lowered = lowered
        self._last_words_s = last_words_s
        self._leaving: Timer | None = None
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._way = MusicWay.LEAVE

    def begin(self, way: MusicWay) -> None:
        """Pause the music now, or lower it whenever the coach speaks."""
        if way is MusicWay.LEAVE:
            self.put_back()
            return
        with self._lock:
            self._way = way
            if self._leaving is not None:
                self._leaving.cancel()
                self._leaving = None
            if self._child is None:
                self._child = self._start()
                if way is MusicWay.PAUSE:
                    self._tell("pause")

    def hear(self, is_speaking: bool) -> None:
        """Lower the music, or put it back."""
        with self._lock:
            if self._way is MusicWay.LOWER:
                self._tell("lower" if is_speaking else "restore")

    def end(self) -> None:
        """Let the music be as it was before, once the last words are said; waits for nothing."""
        with self._lock:
            if self._child is not None and self._leaving is None:
                self._leaving = Timer(self._last_words_s, self._leave)
                self._leaving.daemon = True
                self._leaving.start()

    def put_back(self) -> None:
        """Put back what was left lowered: every child does that when it begins."""
        with self._lock:
            if self._child is not None or not self._lowered.exists():
                return
            self._child = self._start()
        self._let_go()

    def _leave(self) -> None:
        if self._leaving is not None:  # no other session has begun meanwhile
            self._let_go()

    def _let_go(self) -> None:
        with self._lock:
            child, self._child, self._leaving = self._child, None, None
        if child is not None and child.stdin is not None:
            with suppress(OSError):
                child.stdin.close()
            Thread(target=child.wait, name="music", daemon=True).start()

    def _start(self) -> subprocess.Popen[bytes] | None:
        with suppress(OSError):
            return subprocess.Popen(
                [*child_command(MUSIC), str(self._lowered), str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=child_environment(),
                start_new_session=True,  # Ctrl+C and a closed terminal are for the program
            )
        return None

    def _tell(self, word: str) -> None:
        if self._child is not None and self._child.stdin is not None:
            with suppress(OSError):  # it has died
                self._child.stdin.write(f"{word}\n".encode())
                self._child.stdin.flush()
