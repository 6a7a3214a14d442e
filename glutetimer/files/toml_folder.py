"""The TOML files of a folder, told apart by stamps so that unchanged ones are not read again."""

import os
from collections.abc import Container, Iterable
from itertools import chain, count
from os import DirEntry, scandir
from pathlib import Path, PurePath
from unicodedata import category, normalize

from glutetimer.core.problem import Problem
from glutetimer.toml_text.problem import printable

FileStamp = tuple[str, int, int]
"""A file's path, time of change in nanoseconds and size: equal stamps mean an unchanged file."""


def file_id(path: PurePath) -> str:
    """The id of a file: that of its name without the ending."""
    return id_of(path.stem)


def id_of(name: str) -> str:
    """The id that a name means: its letters and digits in one form and case, with hyphens between.

    Letters are those of every script. "Rücken am Morgen" is the same as "rücken-am-morgen",
    however its ü is written.
    """
    kept = "-"
    for char in folded("".join(char for char in name if not _is_unseen(char))):
        is_mark = category(char)[0] == "M" and kept[-1] != "-"  # a vowel of many scripts
        kept += char if char.isalnum() or is_mark else "-"
    return "-".join(part for part in kept.split("-") if part) or "unnamed"


def folded(text: str) -> str:
    """A text as it is compared: without differences of case or of how a letter is composed."""
    return normalize("NFKC", normalize("NFKC", text).casefold())


def _is_unseen(char: str) -> bool:
    """Whether a character only says how others look: a soft hyphen, a joiner, a selector."""
    return category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


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


def same_id(path: PurePath, other: PurePath) -> Problem:
    """The mistake of a file whose id another one of the same folder has."""
    names = " and ".join(f'"{printable(one.name)}"' for one in (path, other))
    return Problem(1, f'{names} have the same id, "{file_id(path)}"; rename one of them')


def namesakes(path: Path) -> list[Path]:
    """The other TOML files of a file's folder that have its id."""
    own_id = file_id(path)
    others = (Path(stamp[0]) for stamp in toml_files(path.parent))
    return [other for other in others if other.name != path.name and file_id(other) == own_id]


def free_name(folder: Path, stem: str, taken: Container[str] = ()) -> Path:
    """A file in a folder that is not there yet, named after `stem`, with an id not in `taken`."""
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    paths = (folder / f"{name}.toml" for name in names if id_of(name) not in taken)
    return next(path for path in paths if not os.path.lexists(path))


def by_id(stamps: Iterable[FileStamp]) -> dict[str, FileStamp]:
    """Files by id; of two with the same id the first one counts."""
    found: dict[str, FileStamp] = {}
    for stamp in stamps:
        found.setdefault(file_id(PurePath(stamp[0])), stamp)
    return found
