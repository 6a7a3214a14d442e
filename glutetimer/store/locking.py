"""Locks between processes, which the operating system releases however a process ends."""

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def lock(file: BinaryIO, place: int) -> None:
        """Lock one byte of a file for this process. Raises OSError, at once."""
        file.seek(place)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def unlock(file: BinaryIO, place: int) -> None:
        """Release one byte of a file. Raises OSError."""
        file.seek(place)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def lock(file: BinaryIO, place: int) -> None:
        """Lock one byte of a file for this process. Raises OSError, at once."""
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)

    def unlock(file: BinaryIO, place: int) -> None:
        """Release one byte of a file. Raises OSError."""
        fcntl.lockf(file, fcntl.LOCK_UN, 1, place)


def is_taken(error: OSError) -> bool:
    """Say whether another process has the lock; else the file cannot be locked at all."""
    return error.errno in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@contextmanager
def alone(path: Path, patience_s: float) -> Iterator[None]:
    """Keep other processes out of a work by a lock on the file at `path`, which stays.

    Where files cannot be locked, or after `patience_s` (a process that hangs), it goes on without.
    """
    with ExitStack() as stack:
        with suppress(OSError):
            _wait_for(stack.enter_context(path.open("ab")), patience_s)
        yield


def _wait_for(file: BinaryIO, patience_s: float) -> None:
    give_up_s = time.monotonic() + patience_s
    while True:
        try:
            lock(file, 0)
        except OSError as error:
            if not is_taken(error) or time.monotonic() > give_up_s:
                raise
            time.sleep(0.005)
        else:
            return
