"""From a routine, the settings and the day's dose to a timeline."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from glutetimer.core.alternatives import with_wished_alternatives
from glutetimer.core.dose import DayDose, dosed, rest_factor
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import (
    FirstPhase,
    Hold,
    Kind,
    OpenHold,
    OpenReps,
    Reps,
    Side,
    Sides,
    Steps,
)
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings
from glutetimer.core.timeline import Step, StepKind, Timeline

MAX_STEPS = 20_000
MAX_SESSION_S = 4 * 3600.0


def plan(
    routine: Routine, settings: Settings | None = None, dose: DayDose = DayDose.NORMAL
) -> Timeline:
    """The timeline of a routine.

    Each later one wins: the routine file, the person's timings for everything, the person's
    settings for that exercise, the day's dose. An alternative that the settings put in place of
    an exercise stands in the timeline's routine and entries. Raises Trouble if the session would
    be longer than four hours or 20,000 steps, or a rep would take no time.
    """
    settings = settings or Settings()
    routine = with_wished_alternatives(routine, settings)
    entries = tuple(dosed(entry, settings, dose) for entry in routine.entries)
    _refuse_excess(routine, entries)
    visits = tuple(_visits(routine, entries, settings, rest_factor(dose)))
    timeline = Timeline(routine, entries, tuple(_steps(visits, entries, settings)))
    if timeline.total_s > MAX_SESSION_S:
        hours = timeline.total_s / 3600
        raise _too_long(routine, f"would take {hours:.1f} hours; at most 4 are allowed")
    return timeline


def _too_long(routine: Routine, why: str) -> Trouble:
    return Trouble(f"The session {why}", routine.title, "Lower its sets, reps, holds or rests")


# The order of sets


@dataclass(frozen=True, slots=True)
class _Visit:
    """One set on one side, with the wait that leads to it: (kind, seconds) pairs."""

    entry: int
    round: int
    set: int
    side: Side | None
    waits: tuple[tuple[StepKind, float], ...]


def _visits(
    routine: Routine, entries: tuple[Prescription, ...], settings: Settings, factor: float
) -> Iterator[_Visit]:
    previous: int | None = None
    for letter, group in groupby(enumerate(entries), key=lambda pair: pair[1].circuit):
        members = [number for number, _ in group]
        if letter:
            circuit = routine.circuit(letter)
            rounds, round_rest_s = circuit.rounds, circuit.rest_s * factor
        else:
            rounds, round_rest_s = 1, 0.0
        for round_number in range(1, rounds + 1):
            for place, number in enumerate(members):
                opens_round = place == 0 and round_number > 1
                for visit in _sets(entries[number], number, round_number):
                    if visit.waits:
                        yield visit
                        continue
                    rest_s = round_rest_s if opens_round else None
                    waits = _between(entries, previous, number, rest_s, settings)
                    yield replace(visit, waits=waits)
                previous = number


def _sets(entry: Prescription, number: int, round_number: int) -> Iterator[_Visit]:
    """The sets of one exercise; the very first has no waits, its caller knows them."""
    sides = _sides(entry)
    for set_number in range(1, entry.sets + 1):
        for place, side in enumerate(sides):
            waits: tuple[tuple[StepKind, float], ...] = ()
            if place:
                waits = ((StepKind.SWITCH_SIDES, entry.switch_s or 0.0),)
            elif set_number > 1:
                waits = ((StepKind.REST, entry.rest_s),)
            yield _Visit(number, round_number, set_number, side, waits)


def _sides(entry: Prescription) -> tuple[Side | None, ...]:
    if entry.exercise.directions:
        first, second = entry.exercise.directions
        return (second, first) if entry.start is second else (first, second)
    if entry.sides is Sides.EACH:
        return (entry.start, entry.start.other)
    return (None,)


def _between(
    entries: tuple[Prescription, ...],
    previous: int | None,
    number: int,
    round_rest_s: float | None,
    settings: Settings,
) -> tuple[tuple[StepKind, float], ...]:
    if previous is None:
        return ((StepKind.GET_READY, settings.get_ready_s),)
    before, entry = entries[previous], entries[number]
    rest_s = before.rest_after_s if round_rest_s is None else round_rest_s
    rest = (StepKind.REST, rest_s)
    if before.exercise.position is entry.exercise.position:
        return (rest,)
    return (rest, (StepKind.CHANGE_POSITION, entry.change_s or 0.0))


# The steps


def _steps(
    visits: tuple[_Visit, ...], entries: tuple[Prescription, ...], settings: Settings
) -> Iterator[Step]:
    for visit in visits:
        for kind, seconds in visit.waits:
            if seconds > 0:
                yield Step(kind, seconds, visit.entry, visit.round, visit.set, None, visit.side)
        yield from _effort(visit, entries[visit.entry])


def _effort(visit: _Visit, entry: Prescription) -> Iterator[Step]:
    place = (visit.entry, visit.round, visit.set)
    match entry.amount:
        case Hold(seconds):
            yield Step(StepKind.HOLD, seconds, *place, None, visit.side)
        case OpenHold():
            yield Step(StepKind.HOLD, None, *place, None, visit.side)
        case OpenReps():
            yield Step(StepKind.OPEN_REPS, None, *place, None, visit.side)
        case Reps(low, _):
            yield from _reps(low, place, visit.side, entry)
        case Steps(count):
            yield from _reps(count, place, visit.side, entry)


def _reps(
    count: int, place: tuple[int, int, int], side: Side | None, entry: Prescription
) -> Iterator[Step]:
    phases = [(kind, seconds) for kind, seconds in phases_of(entry) if seconds > 0]
    if entry.sides is Sides.ALTERNATING:
        turns: list[Side | None] = [entry.start, entry.start.other]
    else:
        turns = [side]
    for rep in range(1, count + 1):
        for turn in turns:
            for kind, seconds in phases:
                yield Step(kind, seconds, *place, rep, turn)


def phases_of(entry: Prescription) -> tuple[tuple[StepKind, float], ...]:
    """The four phases of a rep in the order of the movement, with their seconds."""
    tempo = entry.tempo
    lift, top = (StepKind.LIFT, tempo.lift_s), (StepKind.TOP, tempo.top_s)
    lower, pause = (StepKind.LOWER, tempo.lower_s), (StepKind.PAUSE, tempo.pause_s)
    if entry.exercise.kind is Kind.REPS and entry.exercise.first is FirstPhase.LOWER:
        return (lower, pause, lift, top)
    return (lift, top, lower, pause)


def _refuse_excess(routine: Routine, entries: tuple[Prescription, ...]) -> None:
    """Count the steps before any is made, so that a slip of the keyboard costs nothing."""
    count = 0
    for entry in entries:
        rounds = routine.circuit(entry.circuit).rounds if entry.circuit else 1
        sides = 2 if entry.exercise.directions or entry.sides is not Sides.BOTH else 1
        phases = sum(seconds > 0 for _, seconds in phases_of(entry))
        match entry.amount:
            case Reps(reps, _) | Steps(reps):
                efforts = reps * phases
            case _:
                efforts = 1
        count += rounds * entry.sets * sides * (efforts + 1) + rounds
    if count > MAX_STEPS:
        raise _too_long(
            routine, f"would have about {count:,} steps; at most {MAX_STEPS:,} are allowed"
        )
