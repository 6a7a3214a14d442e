"""The phases of a plan: their weeks, and what is to hold before one is begun or left."""

from dataclasses import dataclass
from typing import NamedTuple


class Named(NamedTuple):
    """A routine or an exercise of a plan: its id, and what it is called."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class PainTest:
    """No pain above `most` (0 to 10) was told in the last `sessions` sessions."""

    most: int
    sessions: int = 1


@dataclass(frozen=True, slots=True)
class DoseTest:
    """One of these exercises was done in a session with so many sets, on each of its sides.

    A set has at least `reps` reps, or `hold_s` seconds; exactly one of them is not None.
    """

    exercises: tuple[Named, ...]
    sets: int
    reps: int | None = None
    hold_s: float | None = None


@dataclass(frozen=True, slots=True)
class OwnTest:
    """What only the person can say; their yes to go on is the answer."""

    question: str


PhaseTest = PainTest | DoseTest | OwnTest


@dataclass(frozen=True, slots=True)
class PlanWalks:
    """Walks on so many days in seven, each of so many minutes; `most_minutes` 0: no range."""

    days: int
    minutes: int
    most_minutes: int = 0


@dataclass(frozen=True, slots=True)
class PlanPhase:
    """Weeks of a plan that belong together, from `first_week` to `last_week`, from 1.

    `besides` is a routine for in between, as often as one likes, that moves nothing on.
    """

    title: str
    first_week: int
    last_week: int
    notes: str = ""
    entry: tuple[PhaseTest, ...] = ()
    exit: tuple[PhaseTest, ...] = ()
    besides: Named | None = None
    walks: PlanWalks | None = None
