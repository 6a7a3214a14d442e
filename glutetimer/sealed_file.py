"""A file of plain values that can be made again: read in no time, and never trusted.

JSON and TOML readers cost a start several milliseconds of import alone. Marshal is built into
the interpreter, but must not be fed damaged bytes, so they are sealed with a check sum.
"""

import marshal
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from glutetimer.ordinary_file import open_ordinary

_HEAD = f"glutetimer 1 {sys.implementation.cache_tag}\n".encode()
_SUM_BYTES = 4


class SealedFile:
    """One value (numbers, texts, None, tuples, lists, dicts) on disk, for this Python only."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> object:
        """The value; None if there is none, or it is damaged or another Python's."""
        try:
            with open_ordinary(self._path) as file:
                content = file.read()
        except OSError:
            return None
        body = content[len(_HEAD) + _SUM_BYTES :]
        if content[: len(_HEAD) + _SUM_BYTES] != _HEAD + _sum(body):
            return None
        try:
            value: object = marshal.loads(body)
        except (ValueError, EOFError, TypeError):
            return None
        return value

    def store(self, value: Any) -> None:
        """Replace the file in one step; a disk that does not allow it costs only time later."""
        # Needed after a change only, never by a warm start.
        import os
        import tempfile

        temporary = None
        try:
            body = marshal.dumps(value)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(".part", ".glutetimer-", self._path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(_HEAD + _sum(body) + body)
            Path(temporary).replace(self._path)
        except (OSError, ValueError):  # ValueError: a value that is not plain (a date of TOML)
            if temporary is not None:
                with suppress(OSError):
                    Path(temporary).unlink()


def _sum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(_SUM_BYTES, "big")
