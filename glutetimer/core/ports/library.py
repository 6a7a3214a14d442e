"""The routines and exercises that there are."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Mapping, Sequence

    from glutetimer.core.exercise import Exercise
    from glutetimer.core.ports.checking import CheckedFile
    from glutetimer.core.ports.giving import GivenRoutine
    from glutetimer.core.routine import Routine
    from glutetimer.core.schedule.routine_plan import PlanListing
    from glutetimer.core.settings import Settings


class RoutineListing(NamedTuple):
    """A line of the routine list; a file with mistakes has `problems` and no minutes.

    `path` is the file's path as text; `problems` are "line N: message" lines. `purpose` and
    `places` are as `core.words.routine_facts` has them, `exercises` the names in their
    order, and `picture` the id of the one that stands for the routine, "" where none has a figure.
    """

    id: str
    title: str
    source: str
    path: str
    total_s: float | None
    equipment: tuple[str, ...]
    is_own: bool = False
    problems: tuple[str, ...] = ()
    purpose: str = ""
    places: str = ""
    level: str = ""
    exercises: tuple[str, ...] = ()
    picture: str = ""


class RoutineLibrary(Protocol):
    """The routines that can be played."""

    def listings(self, settings: "Settings") -> "Sequence[RoutineListing]":
        """All routine files, those with mistakes too; the built-in default first.

        While no file and no setting has changed they are the very same object.
        """

    def last_listings(self) -> "Sequence[RoutineListing] | None":
        """The listings of the last time; None if there are none, or a file has changed since.

        They are as the settings were then.
        """

    def routine(self, name_or_path: str) -> "Routine":
        """A routine by id or path. Raises Trouble with every mistake of the file."""

    def given(self, name_or_path: str) -> "GivenRoutine":
        """A routine to give away, by id or path. Raises Trouble as `routine` does."""

    def exercises(self) -> "Mapping[str, Exercise]":
        """All exercises by id, the person's own in place of built-in ones."""

    def plans(self, is_own_only: bool = False) -> "Sequence[PlanListing]":
        """The plan files by title, those with mistakes too; the person's own come first.

        Where there are none of their own, those alone are found without reading any exercise.
        """

    def check_file(self, path: str) -> "CheckedFile":
        """Whether a file is a routine, an exercise or a plan, with its mistakes by line."""
