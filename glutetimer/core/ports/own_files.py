"""What the core asks of whoever looks after the files that a person has, or is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Mapping, Sequence

    from glutetimer.core.ports.checking import CheckedFile
    from glutetimer.core.settings import Settings


@dataclass(frozen=True, slots=True)
class FoundFile:
    """What a file is that the person wants to open.

    `path` is whole, as the library has it if the file lies there. `checked` is None for a file
    of another program.
    """

    path: str
    checked: CheckedFile | None


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """The person's own files as they are now.

    `stamps` have the time of change in nanoseconds and the size of each file; `folders` are where
    others may come: the folders for them, or where such a folder would be. `changed` are files
    that are new, other or gone since the last time, `faulty` those of them that have mistakes.
    """

    stamps: Mapping[str, tuple[int, int]]
    folders: Sequence[str]
    changed: Sequence[str] = ()
    faulty: Sequence[str] = ()


class OwnFiles(Protocol):
    """The person's own files, and files that are opened; every method may be called in a thread."""

    def paths(self) -> Sequence[str]:
        """Every own file that can be checked, the settings too."""
        ...

    def check(self, path: str) -> CheckedFile:
        """What a file is, with every mistake of it by line."""
        ...

    def find(self, path: str) -> FoundFile:
        """What a file is that the person wants to open."""
        ...

    def read_again(
        self, settings: Settings, known: Mapping[str, tuple[int, int]] | None
    ) -> ReadAgain:
        """Read what has changed since the stamps that are known; None: only look.

        The window's library has it then without reading it.
        """
        ...
