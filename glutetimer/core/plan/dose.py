"""The dose of an exercise: what the file says, the person set, and the day allows."""

from dataclasses import dataclass, replace
from math import ceil, floor

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import (
    Amount,
    Hold,
    OpenHold,
    OpenReps,
    Reps,
    Side,
    Steps,
    Tempo,
    Work,
)
from glutetimer.core.plan.own_dose import own_in_set
from glutetimer.core.routine import Prescription, SetDose
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.today import DayDose

MIN_REP_S = 0.5
LEAST_REST_S = 15.0
"""No dose of the day takes more from a rest (editorial); one that is shorter anyway stays."""
DEFAULT_SWITCH_S = 5.0
DEFAULT_CHANGE_S = 10.0


@dataclass(frozen=True, slots=True)
class DoseScale:
    """How a dose differs from the usual one. Tempo, get-ready and switches never change.

    `effort_percent` counts for reps, steps and hold seconds, rounded up (never to 0), and
    `rest_percent` for rests, in whole seconds; a rest is never shortened to less than
    `LEAST_REST_S`. `sets` is how many sets more or fewer; `most_sets` and `most_rounds` are the
    most that is left of each exercise's sets and each circuit's rounds, in the routine's order
    (empty: all). One set and one round are always left.
    """

    effort_percent: int = 100
    rest_percent: int = 100
    sets: int = 0
    most_sets: tuple[int, ...] = ()
    most_rounds: tuple[int, ...] = ()


USUAL = DoseScale()
SCALES = {
    DayDose.GENTLE: DoseScale(75, 125, -1),
    DayDose.NORMAL: USUAL,
    DayDose.STRONG: DoseScale(125),
}
"""Editorial: a quarter less or more is a change that is felt and does no harm."""


def scaled_rest_s(rest_s: float, scale: DoseScale) -> float:
    """A rest as it is on such a day."""
    scaled_s = float(floor(rest_s * scale.rest_percent / 100 + 0.5))
    if scale.rest_percent > 100:
        return max(rest_s, scaled_s)
    if scale.rest_percent < 100:
        return max(min(rest_s, LEAST_REST_S), min(rest_s, scaled_s))
    return rest_s


def dosed(
    entry: Prescription,
    settings: Settings,
    own: ExerciseSettings,
    scale: DoseScale = USUAL,
    most_sets: int | None = None,
) -> Prescription:
    """The prescription as it is done today, with no more than `most_sets`.

    `own` is the person's own dose as it counts for this entry (see `core.plan.own_dose`). Raises
    Trouble if a rep would take no time.
    """
    doses = tuple(
        _dosed_set(entry.in_set(number), settings, own_in_set(own, entry, number), scale)
        for number in range(1, max(1, len(entry.set_doses)) + 1)
    )
    rest_after_s = _first(settings.rest_after_s, None, entry.rest_after_s)
    sets = (own.sets or entry.sets) + scale.sets
    return replace(
        entry,
        sets=max(1, sets if most_sets is None else min(sets, most_sets)),
        amount=doses[0].amount,
        tempo=doses[0].tempo,
        start=_start(entry, settings),
        rest_s=doses[0].rest_s,
        rest_after_s=scaled_rest_s(rest_after_s, scale),
        switch_s=_first(settings.switch_s, entry.switch_s, DEFAULT_SWITCH_S),
        change_s=_first(settings.change_s, entry.change_s, DEFAULT_CHANGE_S),
        set_doses=doses if entry.set_doses else (),
        most_sets=0 if own.sets else entry.most_sets,
        most_rest_s=entry.most_rest_s if doses[0].rest_s == entry.rest_s else 0.0,
    )


def _dosed_set(
    entry: Prescription, settings: Settings, own: ExerciseSettings, scale: DoseScale
) -> SetDose:
    tempo = Tempo(
        lift_s=_first(own.lift_s, settings.lift_s, entry.tempo.lift_s),
        top_s=_first(own.top_s, settings.top_s, entry.tempo.top_s),
        lower_s=_first(own.lower_s, settings.lower_s, entry.tempo.lower_s),
        pause_s=_first(own.pause_s, settings.pause_s, entry.tempo.pause_s),
    )
    amount = _scaled(_own_amount(entry.amount, own, settings), scale.effort_percent)
    if not isinstance(amount, Hold | OpenHold) and tempo.rep_s < MIN_REP_S:
        raise Trouble(
            f"A rep of {entry.exercise.name} would take {tempo.rep_s:g} s",
            "tempo",
            f"Give its phases at least {MIN_REP_S:g} s in total",
        )
    rest_s = _first(own.rest_s, settings.rest_s, entry.rest_s)
    return SetDose(amount, tempo, scaled_rest_s(rest_s, scale), entry.load)


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
        case Reps() if own.reps is not None:
            return Reps(own.reps, own.reps)
        case Steps() if own.reps is not None:
            return Steps(own.reps)
        case Work(seconds):
            return Work(_first(own.hold_s, None, seconds))
        case Hold(seconds):
            chosen_s = _first(own.hold_s, settings.hold_s, seconds)
            return amount if chosen_s == seconds else Hold(chosen_s)
        case _:
            return amount


def _scaled(amount: Amount, percent: int) -> Amount:
    if percent == 100:
        return amount
    match amount:
        case Reps(low, high):
            return Reps(_share(low, percent), _share(high, percent))
        case Steps(count):
            return Steps(_share(count, percent))
        case Hold(seconds):
            scaled_s = float(ceil(seconds * percent / 100 - 1e-9))
            scaled_s = (min if percent < 100 else max)(seconds, scaled_s)
            return replace(amount, seconds=scaled_s, most_s=0.0)
        case OpenReps() | OpenHold():
            return amount


def _share(count: int, percent: int) -> int:
    """The share of a number, rounded up; whole numbers, as 10 x 1.1 would come to more than 11."""
    return -(-count * percent // 100)
