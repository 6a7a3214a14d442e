"""An easier or harder exercise in place of another: for good by a setting, or in mid-session."""

from dataclasses import replace

from glutetimer.core.exercise import Amount, Exercise, Hold, Kind, OpenHold, OpenReps, Reps, Steps
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings


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


def with_alternative(routine: Routine, entry: int, alternative: Exercise) -> Routine:
    """The routine with one of its exercises replaced; see `in_place_of` for the dose."""
    new = in_place_of(routine.entries[entry], alternative)
    entries = (*routine.entries[:entry], new, *routine.entries[entry + 1 :])
    return replace(routine, entries=entries)


def in_place_of(old: Prescription, alternative: Exercise) -> Prescription:
    """The alternative's prescription: rests and place of the old one, tempo and sides its own.

    Sets and amount stay where they count the same. Where the alternative counts something else
    (a hold for reps) its own usual amount is taken, and a harder exercise begins with no more
    than its own usual dose (editorial). A range begins, and stays, at its low end.
    """
    is_harder = alternative.id in old.exercise.harder
    usual = alternative.dose
    amount = _amount(old.amount, usual.amount, is_harder)
    return Prescription(
        exercise=alternative,
        sets=min(old.sets, usual.sets) if is_harder else old.sets,
        amount=amount,
        tempo=alternative.tempo,
        sides=alternative.sides,
        start=alternative.directions[0] if alternative.directions else old.start,
        rest_s=old.rest_s,
        rest_after_s=old.rest_after_s,
        change_s=old.change_s,
        switch_s=alternative.switch_s,
        circuit=old.circuit,
        dose_source=old.dose_source,
        instead_of=old.instead_of or old.exercise.name,
    )


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


def _amount(old: Amount, usual: Amount, is_harder: bool) -> Amount:
    match old, usual:
        case Reps(low, _), Reps(usual_low, _):
            low = min(low, usual_low) if is_harder else low
            return Reps(low, low)
        case Hold(seconds), Hold(usual_s) if is_harder:
            return Hold(min(seconds, usual_s))
        case Steps(count), Steps(usual_count) if is_harder:
            return Steps(min(count, usual_count))
    is_open = isinstance(old, OpenReps | OpenHold)
    fits = _counts(old) is _counts(usual) and not (is_open and is_harder)
    amount = old if fits else usual
    return Reps(amount.low, amount.low) if isinstance(amount, Reps) else amount


def _counts(amount: Amount) -> Kind:
    match amount:
        case Hold() | OpenHold():
            return Kind.HOLD
        case Steps():
            return Kind.STEPS
        case _:
            return Kind.REPS
