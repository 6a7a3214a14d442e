"""The listings of the last time on disk, so that a start reads no TOML."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from glutetimer import __version__
from glutetimer.core.ports import RoutineListing
from glutetimer.core.settings import Section, Settings, specs
from glutetimer.files.toml_folder import FileStamp

_FORMAT = 1


def cache_key(files: Sequence[FileStamp], settings: Settings) -> str:
    """What listings depend on: program, files, and the settings that change a session's length."""
    timings = [
        getattr(settings, name)
        for name, (_, spec) in specs(Settings).items()
        if spec.section is Section.TIMING
    ]
    own = [(name, repr(settings.exercises[name])) for name in sorted(settings.exercises)]
    return json.dumps([_FORMAT, __version__, files, timings, own])


class ListingCache:
    """One JSON file with the listings for one key; whatever is wrong with it, it is rebuilt."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self, key: str) -> tuple[RoutineListing, ...] | None:
        """The listings that were stored for this very key, None if there are none."""
        try:
            content = json.loads(self._file.read_bytes())
            if content["key"] != key:
                return None
            return tuple(_listing(item) for item in content["listings"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def store(self, key: str, listings: Sequence[RoutineListing]) -> None:
        """Replace the file in one step; a disk that does not allow it costs only time later."""
        # Needed after a change only, never by a warm start.
        import os
        import tempfile

        content = json.dumps({"key": key, "listings": [asdict(listing) for listing in listings]})
        temporary = None
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._file.parent, prefix=self._file.name)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(content)
            Path(temporary).replace(self._file)
        except OSError:
            if temporary is not None:
                with suppress(OSError):
                    Path(temporary).unlink()


def _listing(item: Mapping[str, Any]) -> RoutineListing:
    listing = RoutineListing(
        **{**item, "equipment": tuple(item["equipment"]), "problems": tuple(item["problems"])}
    )
    texts = (listing.id, listing.title, listing.source, listing.path)
    if not all(isinstance(text, str) for text in (*texts, *listing.equipment, *listing.problems)):
        raise TypeError("a text of the cache is none")
    if listing.total_s is not None:
        float(listing.total_s)
    return listing
