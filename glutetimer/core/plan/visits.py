"""The order in which the sets of a routine are done, and the waits between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from glutetimer.core.exercise import Side, Sides
from glutetimer.core.plan.dose import DoseScale, scaled_rest_s
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings

Waits = tuple[tuple[StepKind, float], ...]
"""Kinds of wait one after the other, with their seconds."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One set on one side, with the waits that lead to it."""

    entry: int
    round: int
    set: int
    side: Side | None
    waits: Waits


def visits(
    routine: Routine, entries: tuple[Prescription, ...], settings: Settings, scale: DoseScale
) -> Iterator[Visit]:
    """Every set in its order; `entries` are those of the routine as they are done today."""
    previous: int | None = None
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
                waits = _between(entries, previous, number, rest_s, settings)
                if routine.entries[number].change_s is None:
                    is_given = rest_s is not None or (
                        previous is not None and entries[previous].is_rest_after_given
                    )
                    waits = _within(waits) if is_given else waits
                yield from _sets(entries[number], number, round_number, waits)
                previous = number


def _sets(entry: Prescription, number: int, round_number: int, before: Waits) -> Iterator[Visit]:
    """The sets of one exercise; `before` are the waits that lead to the very first."""
    sides = _sides(entry)
    for set_number in range(1, entry.sets + 1):
        for place, side in enumerate(sides):
            waits = before
            if place:
                waits = ((StepKind.SWITCH_SIDES, entry.switch_s or 0.0),)
            elif set_number > 1:
                rest_s = entry.in_round(round_number, set_number - 1).rest_s
                waits = ((StepKind.REST, rest_s),)
            yield Visit(number, round_number, set_number, side, waits)


def _sides(entry: Prescription) -> tuple[Side | None, ...]:
    if entry.exercise.directions:
        first, second = entry.exercise.directions
        return (second, first) if entry.start is second else (first, second)
    if entry.sides is Sides.EACH:
        return (entry.start, entry.start.other)
    if entry.sides in (Sides.LEFT, Sides.RIGHT):
        return (Side(entry.sides.value),)
    return (None,)


def _within(waits: Waits) -> Waits:
    """A rest and the change of position that it has time for: whoever gave the rest meant both."""
    if len(waits) < 2:
        return waits
    (rest, rest_s), (change, change_s) = waits
    return ((rest, max(0.0, rest_s - change_s)), (change, change_s))


def _between(
    entries: tuple[Prescription, ...],
    previous: int | None,
    number: int,
    round_rest_s: float | None,
    settings: Settings,
) -> Waits:
    if previous is None:
        return ((StepKind.GET_READY, settings.get_ready_s),)
    before, entry = entries[previous], entries[number]
    rest_s = before.rest_after_s if round_rest_s is None else round_rest_s
    rest = (StepKind.REST, rest_s)
    here, there = before.exercise.position, entry.exercise.position
    if here is there or None in (here, there):
        return (rest,)
    return (rest, (StepKind.CHANGE_POSITION, entry.change_s or 0.0))
