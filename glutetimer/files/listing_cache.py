"""The listings of the last time on disk, so that a start reads no TOML."""

from collections.abc import Sequence
from pathlib import Path

from glutetimer import __version__
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.settings import Section, Settings, specs
from glutetimer.files.toml_folder import FileStamp
from glutetimer.sealed_file import SealedFile

_FORMAT = 3


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
        self._file = SealedFile(file)

    def load(self, key: str) -> tuple[RoutineListing, ...] | None:
        """The listings that were stored for this very key, None if there are none."""
        match self._file.load():
            case (str(stored_for), tuple(rows)) if stored_for == key:
                return tuple(RoutineListing(*row) for row in rows)
            case _:
                return None

    def store(self, key: str, listings: Sequence[RoutineListing]) -> None:
        """Replace the file; a disk that does not allow it costs only time later."""
        names = RoutineListing.__slots__
        rows = tuple(tuple(getattr(listing, name) for name in names) for listing in listings)
        self._file.store((key, rows))
