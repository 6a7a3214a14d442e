"""`moves_like`: an exercise that borrows the figure of another, and nothing else of it.

What is borrowed is the movement with what stands around the body, the phase that it opens with
(a squat goes down first), and the position where none is given. Cues, dose and tempo are its own.
"""

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Protocol

from glutetimer.core.exercise import Exercise, FirstPhase, Kind
from glutetimer.core.problem import Problem
from glutetimer.files.reader import TableReader
from glutetimer.files.toml_folder import folded, id_of
from glutetimer.toml_text.problem import printable, shown, suggestion

KEY = "moves_like"
_LEAVE_OUT = f"or leave {KEY} out"


@dataclass(frozen=True, slots=True)
class Borrowing:
    """What an exercise file borrows: the id of the other, and the line that says so.

    `first` is the phase that the file itself opens with, None where it leaves that open.
    """

    other_id: str
    line: int
    has_position: bool
    first: FirstPhase | None


@dataclass(frozen=True, slots=True)
class ReadExercise:
    """What an exercise file gave: the exercise, None if there are problems.

    With `borrowing` the exercise has no figure yet, see `with_figure`.
    """

    exercise: Exercise | None
    problems: tuple[Problem, ...] = ()
    borrowing: Borrowing | None = None


class Lender(Protocol):
    """Whoever has the exercises whose figures can be borrowed."""

    def ids(self) -> tuple[str, ...]:
        """The ids of all exercises, sorted."""
        ...

    def plainly(self, exercise_id: str) -> ReadExercise:
        """What the file of an exercise gives, without what it borrows."""
        ...


def read_moves_like(table: TableReader) -> str:
    """The id that a table names, "" where it names none."""
    name = table.text(KEY)
    if name and table.has("motion"):
        table.problem(f"{KEY} and [motion] exclude each other; keep one", KEY)
    return id_of(name) if name else ""


def lent_to_entry(table: TableReader, exercise: Exercise, lender: Lender) -> Exercise:
    """An exercise of a routine file with the figure that its table names, if it names one."""
    other_id = read_moves_like(table)
    if not other_id:
        return exercise
    lent = _lent(other_id, exercise.kind, lender)
    if isinstance(lent, str):
        table.problem(lent, KEY)
        return exercise
    return _with(exercise, lent, exercise.position is not None)


def with_figure(read: ReadExercise, exercise_id: str, lender: Lender) -> ReadExercise:
    """What an exercise file gives with the figure that it borrows, or why it cannot."""
    borrowing, exercise = read.borrowing, read.exercise
    if borrowing is None:
        return read
    kind = exercise.kind if exercise is not None else None
    lent = _lent(borrowing.other_id, kind, lender, exercise_id)
    if not isinstance(lent, str) and borrowing.first not in (None, lent.first):
        lent = (
            f"first is {shown(str(borrowing.first))}, but {printable(lent.name)} opens with "
            f"{shown(str(lent.first))}; leave first out"
        )
    if isinstance(lent, str):
        problems = sorted((*read.problems, Problem(borrowing.line, lent)), key=attrgetter("line"))
        return ReadExercise(None, tuple(problems))
    if exercise is None:
        return read
    return ReadExercise(_with(exercise, lent, borrowing.has_position), read.problems)


def _with(exercise: Exercise, lent: Exercise, has_position: bool) -> Exercise:
    position = exercise.position if has_position else lent.position
    return replace(exercise, motion=lent.motion, position=position, first=lent.first)


def _lent(other_id: str, kind: Kind | None, lender: Lender, own_id: str = "") -> Exercise | str:
    """The exercise whose figure is borrowed, else what is wrong and what to write."""
    named = f"{KEY} names {shown(other_id)}"
    if other_id == own_id:
        return f"{KEY} names the exercise itself; name another, {_LEAVE_OUT}"
    if other_id not in lender.ids():
        hint = suggestion(folded(other_id), lender.ids())
        return f"{KEY} names the unknown exercise {shown(other_id)}; {hint}"
    read = lender.plainly(other_id)
    if read.borrowing is not None:
        if read.borrowing.other_id == own_id:
            return f"{named}, which moves like this one; one of them needs a [motion] of its own"
        return f"{named}, which borrows itself; write {KEY} = {shown(read.borrowing.other_id)}"
    lent = read.exercise
    if lent is None:
        return f"{named}, whose file has mistakes: {printable(str(read.problems[0]))}"
    if lent.motion is None:
        return f"{named}, which has no [motion]; name one that has, {_LEAVE_OUT}"
    if kind is not None and (kind is Kind.STEPS) is not (lent.kind is Kind.STEPS):
        ways = ("stays in its place", "walks in steps")
        does, this = ways if kind is Kind.STEPS else reversed(ways)
        return f"{named}, which {does}, and this exercise {this}; name another, {_LEAVE_OUT}"
    return lent
