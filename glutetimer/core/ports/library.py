"""The routines and exercises that there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Mapping, Sequence

    from glutetimer.core.exercise import Exercise
    from glutetimer.core.problem import Problem
    from glutetimer.core.routine import Routine
    from glutetimer.core.settings import Settings


@dataclass(frozen=True, slots=True)
class RoutineListing:
    """A line of the routine list; a file with mistakes has `problems` and no minutes.

    `path` is the file's path as text; `problems` are "line N: message" lines.
    """

    id: str
    title: str
    source: str
    path: str
    total_s: float | None
    equipment: tuple[str, ...]
    is_own: bool = False
    problems: tuple[str, ...] = ()


class FileKind(StrEnum):
    """What a file of the person's was read as."""

    ROUTINE = "routine"
    EXERCISE = "exercise"
    SETTINGS = "settings file"
    UNREADABLE = "file"


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file as it was read, with every mistake by line.

    `routine` or `exercise` is what it gives, None if the file itself has mistakes; two files
    of one id have that as their mistake, whatever they give.
    """

    kind: FileKind
    problems: tuple[Problem, ...] = ()
    routine: Routine | None = None
    exercise: Exercise | None = None


class RoutineLibrary(Protocol):
    """The routines that can be played."""

    def listings(self, settings: Settings) -> Sequence[RoutineListing]:
        """All routine files, those with mistakes too; the built-in default first.

        While no file and no setting has changed they are the very same object.
        """

    def routine(self, name_or_path: str) -> Routine:
        """A routine by id or path. Raises Trouble with every mistake of the file."""

    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises by id, the person's own in place of built-in ones."""

    def check_file(self, path: str) -> CheckedFile:
        """Whether a file is a routine or an exercise, with every mistake of it by line."""
