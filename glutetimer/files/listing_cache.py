"""The listings of the last time on disk: reading all files anew takes a start twice as long."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from glutetimer import __version__
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.settings import Section, Settings, specs
from glutetimer.files.toml_folder import FileStamp
from glutetimer.kept_file import KeptFile

_FORMAT = 5


def cache_key(files: Sequence[FileStamp], settings: Settings) -> str:
    """What listings depend on: program, files, and the settings that change a session's length."""
    timings = [
        getattr(settings, name)
        for name, (_, spec) in specs(Settings).items()
        if spec.section is Section.TIMING
    ]
    own = [(name, repr(settings.exercises[name])) for name in sorted(settings.exercises)]
    return repr((_FORMAT, __version__, files, timings, own))


class ListingCache:
    """One file with the listings for one key; whatever is wrong with it, it is rebuilt."""

    def __init__(self, file: Path) -> None:
        self._file = KeptFile(file)

    def load(self, key: str) -> tuple[RoutineListing, ...] | None:
        """The listings that were stored for this very key, None if there are none."""
        match self._file.load():
            case {"key": stored_for, "listings": [*rows]} if stored_for == key:
                with suppress(TypeError, ValueError):  # somebody has changed it
                    return tuple(_listing(row) for row in rows)
        return None

    def store(self, key: str, listings: Sequence[RoutineListing]) -> None:
        """Replace the file; a disk that does not allow it costs only time later."""
        self._file.store({"key": key, "listings": [asdict(listing) for listing in listings]})


def _listing(row: dict[str, Any]) -> RoutineListing:
    texts = {name: tuple(row[name]) for name in ("equipment", "problems")}
    return RoutineListing(**(row | texts))
