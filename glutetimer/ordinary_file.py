"""Opening files of unknown origin: never a pipe or device, which would wait or never end."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from glutetimer.core.errors import Trouble

# A pipe without a writer would wait for one; Windows has neither flag but changes line ends.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class NotOrdinaryError(OSError):
    """It is a pipe, a device or a socket."""

    def __init__(self) -> None:
        super().__init__("It is not an ordinary file")
        self.strerror = "it is not an ordinary file"


def open_ordinary(path: Path) -> BinaryIO:
    """Open a file for reading, at once whatever is there.

    Raises:
        IsADirectoryError, NotOrdinaryError: it is no file that has an end.
        OSError: it cannot be opened.
    """
    _check(path.stat())  # opening a device can set it going
    handle = os.open(path, _FLAGS)
    try:
        _check(os.fstat(handle))
        return os.fdopen(handle, "rb")
    except OSError:
        os.close(handle)
        raise


def content_of(path: Path, most_bytes: int) -> bytes:
    """What a file holds, and one byte more than `most_bytes` where it is larger than that.

    Raises Trouble if it cannot be read, or is no file that has an end.
    """
    try:
        with open_ordinary(path) as file:
            return file.read(most_bytes + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        cure = "Look whether it is still there and may be read, or choose another file"
        raise Trouble(f"The file cannot be read: {reason}", str(path), cure) from None


def _check(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(None, "it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise NotOrdinaryError
