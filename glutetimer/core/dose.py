"""The dose of an exercise: what the file says, the person set, and the day allows."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Amount, Hold, OpenHold, OpenReps, Reps, Side, Steps, Tempo
from glutetimer.core.routine import Prescription
from glutetimer.core.settings import ExerciseSettings, Settings

MIN_REP_S = 0.5
DEFAULT_SWITCH_S = 5.0
DEFAULT_CHANGE_S = 10.0


class DayDose(StrEnum):
    """How much the person wants to do today."""

    GENTLE = "gentle"
    NORMAL = "normal"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class _Scale:
    """Factors on effort and rest, and how many sets more or fewer."""

    effort: float
    rest: float
    sets: int


_SCALES = {
    DayDose.GENTLE: _Scale(0.75, 1.25, -1),
    DayDose.NORMAL: _Scale(1.0, 1.0, 0),
    DayDose.STRONG: _Scale(1.25, 1.0, 0),
}


def rest_factor(dose: DayDose) -> float:
    """What rests are multiplied by on such a day."""
    return _SCALES[dose].rest


def dosed(entry: Prescription, settings: Settings, dose: DayDose) -> Prescription:
    """The prescription as it is done today. Raises Trouble if a rep would take no time."""
    own = settings.for_exercise(entry.exercise.id)
    scale = _SCALES[dose]
    tempo = Tempo(
        lift_s=_first(own.lift_s, settings.lift_s, entry.tempo.lift_s),
        top_s=_first(own.top_s, settings.top_s, entry.tempo.top_s),
        lower_s=_first(own.lower_s, settings.lower_s, entry.tempo.lower_s),
        pause_s=_first(own.pause_s, settings.pause_s, entry.tempo.pause_s),
    )
    rest_s = _first(own.rest_s, settings.rest_s, entry.rest_s)
    rest_after_s = _first(settings.rest_after_s, None, entry.rest_after_s)
    switch_s = _first(settings.switch_s, entry.switch_s, DEFAULT_SWITCH_S)
    change_s = _first(settings.change_s, entry.change_s, DEFAULT_CHANGE_S)
    amount = _scaled(_own_amount(entry.amount, own, settings), scale.effort)
    if not isinstance(amount, Hold | OpenHold) and tempo.rep_s < MIN_REP_S:
        raise Trouble(
            f"A rep of {entry.exercise.name} would take {tempo.rep_s:g} s",
            "tempo",
            f"Give its phases at least {MIN_REP_S:g} s in total",
        )
    return replace(
        entry,
        sets=max(1, (own.sets or entry.sets) + scale.sets),
        amount=amount,
        tempo=tempo,
        start=_start(entry, settings),
        rest_s=rest_s * scale.rest,
        rest_after_s=rest_after_s * scale.rest,
        switch_s=switch_s,
        change_s=change_s,
    )


def _start(entry: Prescription, settings: Settings) -> Side:
    """The side that begins; a wish for a side means nothing to steps forward and back."""
    wish = settings.start_side
    if wish is None or (entry.exercise.directions and wish not in entry.exercise.directions):
        return entry.start
    return wish


def _first(first: float | None, second: float | None, fallback: float) -> float:
    if first is not None:
        return first
    return fallback if second is None else second


def _own_amount(amount: Amount, own: ExerciseSettings, settings: Settings) -> Amount:
    match amount:
        case Reps() | OpenReps() if own.reps is not None:
            return Reps(own.reps, own.reps)
        case Steps() if own.reps is not None:
            return Steps(own.reps)
        case Hold(seconds):
            return Hold(_first(own.hold_s, settings.hold_s, seconds))
        case OpenHold() if own.hold_s is not None:
            return Hold(own.hold_s)
        case _:
            return amount


def _scaled(amount: Amount, factor: float) -> Amount:
    if factor == 1.0:
        return amount
    match amount:
        case Reps(low, high):
            return Reps(ceil(low * factor), ceil(high * factor))
        case Steps(count):
            return Steps(ceil(count * factor))
        case Hold(seconds):
            return Hold(float(ceil(seconds * factor)))
        case OpenReps() | OpenHold():
            return amount
