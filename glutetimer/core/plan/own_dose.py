"""A person's own dose of an exercise, where it stands in a routine more than once.

The own numbers are for the exercise's first entry in the routine. Another entry that asks for
less or more keeps its distance from the first: with 10 reps of one's own, 8-6-4 becomes 10-8-6.
Nothing leaves the limits of its setting. An entry whose sets are open-ended stays open-ended, and
beside counted ones has as many sets as its file says.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from glutetimer.core.exercise import Hold, OpenHold, OpenReps, Reps, Steps
from glutetimer.core.routine import Prescription
from glutetimer.core.settings import ExerciseSettings, Settings, Spec, specs


def own_doses(entries: Sequence[Prescription], settings: Settings) -> tuple[ExerciseSettings, ...]:
    """The own dose as it counts for each entry of a routine, whose settings these are."""
    return tuple(_own_dose(entry, entries, settings) for entry in entries)


def _own_dose(
    entry: Prescription, entries: Sequence[Prescription], settings: Settings
) -> ExerciseSettings:
    own = settings.for_exercise(entry.exercise.id)
    # One of them may have been replaced by something easier in mid-session; it still counts.
    name = entry.exercise.name
    same = [e for e in entries if e.exercise.id == entry.exercise.id or e.instead_of == name]
    if own == ExerciseSettings() or len(same) == 1:
        return own
    first = next(e for e in same if type(e.amount) is type(entry.amount))
    values = _apart(own, entry, first)
    if is_open(entry) and not all(map(is_open, same)):
        values["sets"] = None
    return replace(own, **values)


def own_in_set(own: ExerciseSettings, entry: Prescription, number: int) -> ExerciseSettings:
    """The own dose as it counts for one set, from 1, of an entry whose sets differ.

    The own numbers are for the first set that counts the same; 8-6-4 with 10 becomes 10-8-6.
    """
    if not entry.set_doses or own == ExerciseSettings():
        return own
    here = entry.in_set(number)
    sets = map(entry.in_set, range(1, number + 1))
    first = next(one for one in sets if type(one.amount) is type(here.amount))
    return replace(own, **_apart(own, here, first))


def is_open(entry: Prescription) -> bool:
    """Whether the person ends its sets."""
    return isinstance(entry.amount, OpenReps | OpenHold)


def asked_for(entry: Prescription, name: str) -> Any:
    """What an entry asks for in a field of `ExerciseSettings`; None where it has no number."""
    match name, entry.amount:
        case "reps", Reps(count, _) | Steps(count):
            return count
        case "hold_s", Hold(seconds):
            return seconds
        case "reps" | "hold_s", _:
            return None
        case "sets" | "rest_s", _:
            return getattr(entry, name)
        case _:
            return getattr(entry.tempo, name)


def _apart(own: ExerciseSettings, here: Prescription, first: Prescription) -> dict[str, Any]:
    """The own values for a dose that differs from the first, which they are for."""
    return {
        name: _kept_apart(value, spec, asked_for(here, name), asked_for(first, name))
        for name, (_, spec) in specs(ExerciseSettings).items()
        if (value := getattr(own, name)) is not None and name != "instead"
    }


def _kept_apart(value: Any, spec: Spec, here: Any, first: Any) -> Any:
    if here is None or first is None:
        return value
    return max(spec.low, min(value + here - first, spec.high))
