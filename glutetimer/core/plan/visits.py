"""The order in which the sets of a routine are done, and the waits between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from glutetimer.core.exercise import Side, Sides
from glutetimer.core.plan.dose import DoseScale, scaled_rest_s
from glutetimer.core.plan.gear import NO_GEAR, Handling, gear_of
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings

Waits = tuple[tuple[StepKind, float], ...]
"""Kinds of wait one after the other, with their seconds."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One set on one side, with the waits that lead to it; `gear` is to be got ready in them."""

    entry: int
    round: int
    set: int
    side: Side | None
    waits: Waits
    gear: str = ""


def visits(
    routine: Routine, entries: tuple[Prescription, ...], settings: Settings, scale: DoseScale
) -> Iterator[Visit]:
    """Every set in its order; `entries` are those of the routine as they are done today."""
    previous: int | None = None
    worn = NO_GEAR
    for letter, group in groupby(enumerate(entries), key=lambda pair: pair[1].circuit):
        members = [number for number, _ in group]
        if letter:
            circuit = routine.circuit(letter)
            rounds, round_rest_s = circuit.rounds, scaled_rest_s(circuit.rest_s, scale)
        else:
            rounds, round_rest_s = 1, 0.0
        for round_number in range(1, rounds + 1):
            for place, number in enumerate(members):
                rest_s = round_rest_s if place == 0 and round_number > 1 else None
                before = None if previous is None else entries[previous]
                is_usual = routine.entries[number].change_s is None
                entry = entries[number]
                gear = gear_of(entry.in_round(round_number, 1)).after(worn)
                waits = _between(before, entry, rest_s, is_usual, settings, gear)
                yield from _sets(entry, number, round_number, waits, gear)
                previous, worn = number, gear_of(entry.in_round(round_number, entry.sets))


def _sets(
    entry: Prescription, number: int, round_number: int, before: Waits, gear: Handling
) -> Iterator[Visit]:
    """The sets of one exercise; `before` and `gear` are what leads to the very first."""
    sides = _sides(entry)
    for set_number in range(1, entry.sets + 1):
        for place, side in enumerate(sides):
            waits, words = before, gear.words
            if place:
                waits, words = ((StepKind.SWITCH_SIDES, entry.switch_s or 0.0),), ""
            elif set_number > 1:
                last = entry.in_round(round_number, set_number - 1)
                words = gear_of(entry.in_round(round_number, set_number)).after(gear_of(last)).words
                waits = ((StepKind.REST, last.rest_s),)
            yield Visit(number, round_number, set_number, side, waits, words)


def _sides(entry: Prescription) -> tuple[Side | None, ...]:
    if entry.exercise.directions:
        first, second = entry.exercise.directions
        return (second, first) if entry.start is second else (first, second)
    if entry.sides is Sides.EACH:
        return (entry.start, entry.start.other)
    if entry.sides in (Sides.LEFT, Sides.RIGHT):
        return (Side(entry.sides.value),)
    return (None,)


def _between(
    before: Prescription | None,
    entry: Prescription,
    round_rest_s: float | None,
    is_usual_change: bool,
    settings: Settings,
    gear: Handling,
) -> Waits:
    """The waits between two exercises, of which the first may be in the round before.

    The usual time to change position is within a rest that the file gives: whoever gave it meant
    both. A change that the file gives a time of its own comes after the rest. It lasts at least as
    long as equipment takes, which comes out of the rest; where there is no change, the rest does.
    What the person set for all changes and rests stays as it is.
    """
    if before is None:
        return ((StepKind.GET_READY, settings.get_ready_s),)
    rest_s = before.rest_after_s if round_rest_s is None else round_rest_s
    here, there = before.exercise.position, entry.exercise.position
    if here is there or None in (here, there):
        is_own = round_rest_s is None and settings.rest_after_s is not None
        return ((StepKind.REST, rest_s if is_own else max(rest_s, gear.seconds)),)
    change_s = entry.change_s or 0.0
    if is_usual_change and (round_rest_s is not None or before.is_rest_after_given):
        rest_s = max(0.0, rest_s - change_s)
    if settings.change_s is None and gear.seconds > change_s:
        rest_s = max(0.0, rest_s - (gear.seconds - change_s))
        change_s = gear.seconds
    return ((StepKind.REST, rest_s), (StepKind.CHANGE_POSITION, change_s))
