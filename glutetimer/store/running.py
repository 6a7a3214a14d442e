"""Which unfinished sessions are running in another window, and which were interrupted."""

import errno
import sys
from pathlib import Path
from typing import BinaryIO


class RunningMarks:
    """A lock on one byte per session that this process runs.

    The operating system releases it however the process ends, so a lock that is held means a living
    process. Where files cannot be locked (some network folders) no session counts as running.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._own: set[int] = set()

    def claim(self, session_id: int) -> bool:
        """Mark a session as run (or settled) here; False if another process has done so."""
        if session_id in self._own:
            return True
        try:
            if self._file is None:
                # Open as long as we are: on POSIX, closing it would release all locks at once.
                self._file = self._path.open("ab")
            _lock(self._file, session_id)
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EAGAIN, errno.EDEADLK} and self._file:
                return False
        self._own.add(session_id)
        return True

    def close(self) -> None:
        """Release all sessions, ended or not."""
        self._own.clear()
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":

    def _lock(file: BinaryIO, place: int) -> None:
        import msvcrt

        file.seek(place)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: BinaryIO, place: int) -> None:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
