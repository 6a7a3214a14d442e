"""One exercise over time: reps, seconds held, sets, and left against right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from glutetimer.core.past import ExerciseTotals
from glutetimer.core.progress.points import Grain, Point, points
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


def amount(total: ExerciseTotals, measure: Measure) -> float:
    """What is counted of one session and side."""
    match measure:
        case Measure.REPS:
            return total.reps
        case Measure.HOLD:
            return total.hold_s
        case Measure.SETS:
            return total.sets


def measures(totals: Sequence[ExerciseTotals]) -> tuple[Measure, ...]:
    """What there is to count: an exercise of reps has no seconds held; sets always."""
    return tuple(
        measure
        for measure in Measure
        if measure is Measure.SETS or any(amount(total, measure) > 0 for total in totals)
    )


def by_side(
    totals: Sequence[ExerciseTotals], measure: Measure, grain: Grain, first_weekday: int
) -> Mapping[Side | None, tuple[Point, ...]]:
    """The points of every side or direction that was worked; None, both sides at once, is last.

    A point is what one session had on that side; of a week or month it is the median session.
    """
    found = {
        side: points(
            ((total.day, amount(total, measure)) for total in totals if total.side is side),
            grain,
            first_weekday,
        )
        for side in (*Side, None)
    }
    return {side: of_side for side, of_side in found.items() if of_side}


def balance(totals: Sequence[ExerciseTotals], measure: Measure) -> Balance | None:
    """Left against right; None for an exercise that works no single side."""
    left, right = (
        sum(amount(total, measure) for total in totals if total.side is side)
        for side in (Side.LEFT, Side.RIGHT)
    )
    return Balance(left, right) if left or right else None
