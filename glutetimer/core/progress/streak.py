"""A forgiving streak: weeks in a row, not days."""

from collections.abc import Sequence
from dataclasses import dataclass

from glutetimer.core.progress.weeks import Week


@dataclass(frozen=True, slots=True)
class Streak:
    """How many weeks in a row reached the goal, and the longest such row there ever was.

    `is_reached` tells whether the current week has reached it and so is among `weeks`.
    """

    weeks: int
    longest: int
    is_reached: bool


def streak(weeks: Sequence[Week], goal: int) -> Streak:
    """The streak at the end of these weeks, the last of which still runs.

    The running week adds when the goal is reached and breaks nothing before; within a week any days
    may be missed. Past weeks are measured by the goal of today: what it was then is not known.
    """
    if not weeks:
        return Streak(0, 0, False)
    row = longest = 0
    for week in weeks[:-1]:
        row = row + 1 if week.sessions >= goal else 0
        longest = max(longest, row)
    is_reached = weeks[-1].sessions >= goal
    row += is_reached
    return Streak(row, max(longest, row), is_reached)
