"""Which unfinished sessions are running in another window, and which were interrupted."""

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from glutetimer.store.locking import is_taken, lock, unlock


class RunningMarks:
    """A lock on one byte per session that this process runs.

    The operating system releases it however the process ends, so a lock that is held means a living
    process. Where files cannot be locked (some network folders) no session counts as running.
    It may be used in any thread.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._own: set[int] = set()
        self._guard = Lock()

    def claim(self, session_id: int) -> bool:
        """Mark a session as run (or settled) here; False if another process has done so."""
        with self._guard:
            return self._claim(session_id)

    def is_running(self, session_id: int) -> bool:
        """Say whether a session is marked, here or by another process."""
        with self._guard:
            if session_id in self._own or not self._claim(session_id):
                return True
            self._own.remove(session_id)
            if self._file is not None:
                with suppress(OSError):  # it could not be locked either
                    unlock(self._file, session_id)
            return False

    def close(self) -> None:
        """Release all sessions, ended or not."""
        self._own.clear()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _claim(self, session_id: int) -> bool:
        if session_id in self._own:
            return True
        try:
            if self._file is None:
                # Open as long as we are: on POSIX, closing it would release all locks at once.
                self._file = self._path.open("ab")
            lock(self._file, session_id)
        except OSError as error:
            if is_taken(error) and self._file:
                return False
        self._own.add(session_id)
        return True
