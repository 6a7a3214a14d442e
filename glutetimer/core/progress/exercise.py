"""One exercise over time: reps, seconds held, sets, and left against right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from glutetimer.core.past import ExerciseTotals
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


def sides(totals: Sequence[ExerciseTotals]) -> tuple[Side | None, ...]:
    """The sides and directions that were worked; None, both sides at once, is last."""
    worked = {total.side for total in totals}
    return tuple(side for side in (*Side, None) if side in worked)


def by_session(
    totals: Sequence[ExerciseTotals], measure: Measure
) -> list[tuple[date, tuple[float | None, ...]]]:
    """(day, what was counted on each of `sides`) of every session, in the order of the rows."""
    columns = {side: at for at, side in enumerate(sides(totals))}
    found: dict[int, tuple[date, list[float | None]]] = {}
    for total in totals:
        _, values = found.setdefault(total.session_id, (total.day, [None] * len(columns)))
        values[columns[total.side]] = amount(total, measure)
    return [(day, tuple(values)) for day, values in found.values()]


def balance(totals: Sequence[ExerciseTotals], measure: Measure) -> Balance | None:
    """Left against right; None for an exercise that works no single side."""
    left, right = (
        sum(amount(total, measure) for total in totals if total.side is side)
        for side in (Side.LEFT, Side.RIGHT)
    )
    return Balance(left, right) if left or right else None
