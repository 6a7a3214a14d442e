"""A small file of plain values that can be made again: never trusted, and no harm if it is lost."""

import json
from contextlib import suppress
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.ordinary_file import open_ordinary
from glutetimer.whole_file import write_whole

_MOST_BYTES = 4_000_000


class KeptFile:
    """One value (numbers, texts, None, lists, objects with texts as keys) on disk, as JSON."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> object:
        """The value; None if there is none, or it is damaged."""
        try:
            with open_ordinary(self._path) as file:
                value: object = json.loads(file.read(_MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return None
        return value

    def store(self, value: object) -> None:
        """Replace the file in one step; a disk that does not allow it costs only time later."""
        with suppress(OSError, Trouble):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(json.dumps(value).encode(), self._path, may_replace=True)

    def remove(self) -> None:
        """Take the file away; nothing if there is none, or the disk does not allow it."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
