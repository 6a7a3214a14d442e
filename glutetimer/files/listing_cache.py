"""The listings of the last time on disk: reading all files anew takes a start twice as long."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from glutetimer import __version__
from glutetimer.core.ports.library import RoutineListing
from glutetimer.files.toml_folder import FileStamp
from glutetimer.kept_file import KeptFile

_FORMAT = 6


def cache_key(files: Sequence[Sequence[FileStamp]]) -> str:
    """What listings depend on beside the settings: program and files."""
    return repr((_FORMAT, __version__, files))


class ListingCache:
    """One file with the listings for one key and the timings of settings.

    Whatever is wrong with it, it is rebuilt.
    """

    def __init__(self, file: Path) -> None:
        self._file = KeptFile(file)

    def load(self, key: str) -> tuple[str, tuple[RoutineListing, ...]] | None:
        """The timings and listings that were stored for this very key, None if there are none."""
        match self._file.load():
            case {"key": stored_for, "timings": str(timings), "listings": [*rows]} if (
                stored_for == key
            ):
                with suppress(TypeError, ValueError):  # somebody has changed it
                    return timings, tuple(_listing(row) for row in rows)
        return None

    def store(self, key: str, timings: str, listings: Sequence[RoutineListing]) -> None:
        """Replace the file; a disk that does not allow it costs only time later."""
        rows = [listing._asdict() for listing in listings]
        self._file.store({"key": key, "timings": timings, "listings": rows})


def _listing(row: dict[str, Any]) -> RoutineListing:
    texts = {name: tuple(row[name]) for name in ("equipment", "problems", "exercises")}
    return RoutineListing(**(row | texts))
