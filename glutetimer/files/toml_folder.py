"""The TOML files of a folder, told apart by stamps so that unchanged ones are not read again."""

from collections.abc import Iterable
from os import DirEntry, scandir
from pathlib import PurePath

FileStamp = tuple[str, int, int]
"""A file's path, time of change in nanoseconds and size: equal stamps mean an unchanged file."""


def file_id(path: PurePath) -> str:
    """The id of a file: its stem in lower-case letters, digits and hyphens."""
    letters = (char if char.isascii() and char.isalnum() else "-" for char in path.stem.lower())
    parts = "".join(letters).split("-")
    return "-".join(part for part in parts if part) or "unnamed"


def toml_files(folder: PurePath) -> tuple[FileStamp, ...]:
    """The stamps of a folder's TOML files by name; none if the folder cannot be read."""
    stamps: list[FileStamp] = []
    try:
        with scandir(folder) as items:
            for item in items:
                if item.name[-5:].lower() == ".toml" and not item.name.startswith("."):
                    stamps.append(_stamp(item))
    except OSError:
        return ()
    return tuple(sorted(stamps))


def _stamp(item: DirEntry[str]) -> FileStamp:
    try:
        status = item.stat()
    except OSError:  # a link to nowhere is still listed, with its mistake
        return (item.path, 0, 0)
    return (item.path, status.st_mtime_ns, status.st_size)


def by_id(stamps: Iterable[FileStamp]) -> dict[str, FileStamp]:
    """Files by id; of two with the same id the first one counts."""
    found: dict[str, FileStamp] = {}
    for stamp in stamps:
        found.setdefault(file_id(PurePath(stamp[0])), stamp)
    return found
