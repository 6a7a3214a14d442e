"""A forgiving streak: weeks in a row, not days."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from glutetimer.core.progress.weeks import Week


@dataclass(frozen=True, slots=True)
class Streak:
    """How many weeks in a row reached the goal.

    `is_reached` tells whether the current week has reached it and so is among `weeks`.
    """

    weeks: int
    is_reached: bool


def streak(weeks: Sequence[Week], goal: int) -> Streak:
    """The streak at the end of these weeks, the last of which still runs.

    The running week adds when the goal is reached and breaks nothing before; within a week any days
    may be missed. Past weeks are measured by the goal of today: what it was then is not known.
    """
    if not weeks:
        return Streak(0, False)
    *past, now = weeks
    is_reached = now.sessions >= goal
    in_row = takewhile(lambda week: week.sessions >= goal, reversed(past))
    return Streak(sum(1 for _ in in_row) + is_reached, is_reached)
