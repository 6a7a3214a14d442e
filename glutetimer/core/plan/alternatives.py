"""An easier or harder exercise in place of another: for good by a setting, or in mid-session."""

from collections.abc import Callable
from dataclasses import replace

from glutetimer.core.exercise import (
    Amount,
    Exercise,
    Hold,
    Kind,
    OpenHold,
    OpenReps,
    Reps,
    Sides,
    Steps,
)
from glutetimer.core.plan.dose import DEFAULT_SWITCH_S
from glutetimer.core.plan.timeline import typical_s
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings

MOST_SETS = 12
"""Of an easier exercise, which is often a short one (editorial)."""

MOST_OF_TIME = 1.25
"""An easier exercise never takes so much longer than what it replaces, if it can be helped."""

LEAST_HOLD_S = 5.0
"""Nothing shortens a hold below this (editorial)."""


def with_wished_alternatives(routine: Routine, settings: Settings) -> Routine:
    """The routine as the person does it: exercises that the settings replace are replaced.

    One step only: what came in as an alternative stays, whatever its own settings say. A wish
    that cannot be fulfilled is passed over (see `unmet_wishes`).
    """
    entries = tuple(_wished(entry, routine, settings) for entry in routine.entries)
    return routine if entries == routine.entries else replace(routine, entries=entries)


def unmet_wishes(routine: Routine, settings: Settings) -> tuple[str, ...]:
    """A sentence for every exercise whose wished alternative is not there any more."""
    settings = settings.in_routine(routine.id)
    sentences = (
        f"“{wish}”, which your settings put in place of {entry.exercise.name}, "
        "is not among its easier and harder exercises any more"
        for entry in routine.entries
        if (wish := settings.for_exercise(entry.exercise.id).instead)
        and _is_wished(wish, entry)
        and _alternative(entry, wish, routine) is None
    )
    return tuple(dict.fromkeys(sentences))


def in_place_of(
    old: Prescription,
    alternative: Exercise,
    seconds: float | None = None,
    dosed: Callable[[Prescription], Prescription] = lambda entry: entry,
) -> Prescription:
    """The alternative's prescription: the old one's place, its own amount, tempo and sides.

    A harder exercise begins with no more than its own usual dose, and keeps sets and amount where
    they count the same (editorial). An easier one brings its own amount and rests, in as many sets
    as come nearest to `seconds` (None: to what the old one takes), at most 12; what is too long in
    one set gets shorter. A range begins, and stays, at its low end. Where the old one is for one
    side only, so is the new one. `dosed` is what the day will make of it.
    """
    usual = alternative.dose
    is_harder = alternative.id in old.exercise.harder
    is_one_sided = old.sides in (Sides.LEFT, Sides.RIGHT) and alternative.sides is Sides.EACH
    new = Prescription(
        exercise=alternative,
        sets=min(old.sets, usual.sets) if is_harder else 1,
        amount=_harder_amount(old.amount, usual.amount) if is_harder else _low_end(usual.amount),
        tempo=alternative.tempo,
        sides=old.sides if is_one_sided else alternative.sides,
        start=alternative.directions[0] if alternative.directions else old.start,
        rest_s=old.rest_s if is_harder else usual.rest_s,
        rest_after_s=old.rest_after_s,
        change_s=old.change_s,
        switch_s=alternative.switch_s,
        circuit=old.circuit,
        dose_source=old.dose_source,
        instead_of=old.instead_of or old.exercise.name,
    )
    return (
        new if is_harder else _fitted(new, seconds_of(old) if seconds is None else seconds, dosed)
    )


def seconds_of(entry: Prescription) -> float:
    """How long the sets of a round take with the rests between them; open-ended ones typically."""
    return sum(_set_s(entry.in_set(number)) for number in range(1, entry.sets + 1)) + sum(
        entry.in_set(number).rest_s for number in range(1, entry.sets)
    )


def _set_s(entry: Prescription) -> float:
    sides = 2 if entry.exercise.directions or entry.sides is Sides.EACH else 1
    match entry.amount:
        case Reps(count, _) | Steps(count):
            effort_s = count * entry.turns * entry.tempo.rep_s
        case Hold(seconds):
            effort_s = seconds
        case amount:
            effort_s = typical_s(amount, entry.tempo)
    switch_s = DEFAULT_SWITCH_S if entry.switch_s is None else entry.switch_s
    return sides * effort_s + (sides - 1) * switch_s


def _fitted(
    new: Prescription, seconds: float, dosed: Callable[[Prescription], Prescription]
) -> Prescription:
    def takes_s(entry: Prescription) -> float:
        return seconds_of(dosed(entry))

    tries = [replace(new, sets=sets) for sets in range(1, MOST_SETS + 1)]
    nearest = min(tries, key=lambda one: abs(takes_s(one) - seconds))
    while takes_s(nearest) > MOST_OF_TIME * seconds:
        less = replace(nearest, amount=_one_less(nearest.amount))
        if less == nearest:
            break
        nearest = less
    return nearest


def _one_less(amount: Amount) -> Amount:
    match amount:
        case Reps(low, _) if low > 1:
            return Reps(low - 1, low - 1)
        case Steps(count) if count > 1:
            return Steps(count - 1)
        case Hold(seconds) if seconds > LEAST_HOLD_S:
            return replace(amount, seconds=seconds - 1.0)
        case _:
            return amount


def _is_wished(wish: str, entry: Prescription) -> bool:
    """Whether another exercise is wanted; in one routine its own may be, against every other."""
    return wish not in ("", entry.exercise.id) and not entry.instead_of


def _wished(entry: Prescription, routine: Routine, settings: Settings) -> Prescription:
    wish = settings.for_exercise(entry.exercise.id).instead
    if wish is None or not _is_wished(wish, entry):
        return entry
    alternative = _alternative(entry, wish, routine)
    return entry if alternative is None else in_place_of(entry, alternative)


def _alternative(entry: Prescription, wish: str, routine: Routine) -> Exercise | None:
    if wish not in (*entry.exercise.easier, *entry.exercise.harder):
        return None
    return routine.alternatives.get(wish)


def _harder_amount(old: Amount, usual: Amount) -> Amount:
    match old, usual:
        case Reps(low, _), Reps(usual_low, _):
            return Reps(min(low, usual_low), min(low, usual_low))
        case Hold(seconds), Hold(usual_s):
            return Hold(min(seconds, usual_s))
        case Steps(count), Steps(usual_count):
            return Steps(min(count, usual_count))
        case _:
            pass
    is_open = isinstance(old, OpenReps | OpenHold)
    return _low_end(old if _counts(old) is _counts(usual) and not is_open else usual)


def _low_end(amount: Amount) -> Amount:
    return Reps(amount.low, amount.low) if isinstance(amount, Reps) else amount


def _counts(amount: Amount) -> Kind:
    match amount:
        case Hold() | OpenHold():
            return Kind.HOLD
        case Steps():
            return Kind.STEPS
        case _:
            return Kind.REPS
