"""One exercise over time: reps, seconds held, sets, and left against right."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from glutetimer.core.history.totals import ExerciseTotals
from glutetimer.core.side import Side


class Measure(StrEnum):
    """What is counted of an exercise."""

    REPS = "reps"
    HOLD = "hold"  # seconds
    SETS = "sets"


@dataclass(frozen=True, slots=True)
class Balance:
    """What both sides did altogether in the same sessions."""

    left: float
    right: float

    @property
    def more(self) -> Side | None:
        """The side that did at least a tenth more than the other; None if they are even."""
        if 10 * max(self.left, self.right) < 11 * min(self.left, self.right):
            return None
        if self.left == self.right:
            return None
        return Side.LEFT if self.left > self.right else Side.RIGHT


_COUNTED: Mapping[Measure, Callable[[ExerciseTotals], float]] = {
    Measure.REPS: attrgetter("reps"),
    Measure.HOLD: attrgetter("hold_s"),
    Measure.SETS: attrgetter("sets"),
}


def measures(totals: Sequence[ExerciseTotals]) -> tuple[Measure, ...]:
    """What there is to count: an exercise of reps has no seconds held; sets always."""
    return tuple(
        measure
        for measure in Measure
        if measure is Measure.SETS or any(map(_COUNTED[measure], totals))
    )


def sides(totals: Sequence[ExerciseTotals]) -> tuple[Side | None, ...]:
    """The sides and directions that were worked; None, both sides at once, is last."""
    worked: list[Side | None] = []
    for total in totals:
        if total.side not in worked:
            worked.append(total.side)
    return tuple(side for side in (*Side, None) if side in worked)


def by_session(
    totals: Sequence[ExerciseTotals], measure: Measure
) -> Iterator[tuple[date, tuple[float | None, ...]]]:
    """(day, what was counted on each of `sides`) of every session, in the order of the rows.

    The rows of a session must stand together.
    """
    worked = sides(totals)
    counted = _COUNTED[measure]
    for _, of_session in groupby(totals, attrgetter("session_id")):
        values: list[float | None] = [None] * len(worked)
        for total in of_session:
            values[worked.index(total.side)] = counted(total)
        yield total.day, tuple(values)


def balance(totals: Sequence[ExerciseTotals], measure: Measure) -> Balance | None:
    """Left against right; None for an exercise that works no single side."""
    left, right = (
        sum(_COUNTED[measure](total) for total in totals if total.side is side)
        for side in (Side.LEFT, Side.RIGHT)
    )
    return Balance(left, right) if left or right else None
