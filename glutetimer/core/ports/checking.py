"""What the core is told of a file that was looked through for mistakes."""

from dataclasses import dataclass
from enum import StrEnum

from glutetimer.core.exercise import Exercise
from glutetimer.core.problem import Problem
from glutetimer.core.routine import Routine
from glutetimer.core.schedule.routine_plan import RoutinePlan


class FileKind(StrEnum):
    """What a file of the person's was read as."""

    ROUTINE = "routine"
    EXERCISE = "exercise"
    PLAN = "plan"
    SETTINGS = "settings file"
    UNREADABLE = "file"


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file as it was read, with every mistake by line.

    `routine`, `exercise` or `plan` is what it gives, None if the file itself has mistakes; two
    files of one id have that as their mistake, whatever they give.
    """

    kind: FileKind
    problems: tuple[Problem, ...] = ()
    routine: Routine | None = None
    exercise: Exercise | None = None
    plan: RoutinePlan | None = None
