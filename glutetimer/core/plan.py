"""From a routine, the settings and the day's dose to a timeline."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from math import ceil

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import (
    Amount,
    FirstPhase,
    Hold,
    Kind,
    OpenHold,
    OpenReps,
    Reps,
    Side,
    Sides,
    Steps,
    Tempo,
)
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.timeline import Step, StepKind, Timeline

MAX_STEPS = 20_000
MAX_SESSION_S = 4 * 3600.0
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


def plan(
    routine: Routine, settings: Settings | None = None, dose: DayDose = DayDose.NORMAL
) -> Timeline:
    """The timeline of a routine.

    Each later one wins: the routine file, the person's timings for everything, the person's
    settings for that exercise, the day's dose. Raises Trouble if the session would be longer
    than four hours or 20,000 steps, or a rep would take no time.
    """
    settings = settings or Settings()
    entries = tuple(_dosed(entry, settings, dose) for entry in routine.entries)
    rest_factor = _SCALES[dose].rest
    _refuse_excess(routine, entries)
    visits = tuple(_visits(routine, entries, settings, rest_factor))
    timeline = Timeline(routine, entries, tuple(_steps(visits, entries, settings)))
    if timeline.total_s > MAX_SESSION_S:
        hours = timeline.total_s / 3600
        raise _too_long(routine, f"would take {hours:.1f} hours; at most 4 are allowed")
    return timeline


def _too_long(routine: Routine, why: str) -> Trouble:
    return Trouble(f"The session {why}", routine.title, "Lower its sets, reps, holds or rests")


# The dose of an exercise


def _dosed(entry: Prescription, settings: Settings, dose: DayDose) -> Prescription:
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
        start=settings.start_side or entry.start,
        rest_s=rest_s * scale.rest,
        rest_after_s=rest_after_s * scale.rest,
        switch_s=switch_s,
        change_s=change_s,
    )


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
    routine: Routine, entries: tuple[Prescription, ...], settings: Settings, rest_factor: float
) -> Iterator[_Visit]:
    previous: int | None = None
    for letter, group in groupby(enumerate(entries), key=lambda pair: pair[1].circuit):
        members = [number for number, _ in group]
        if letter:
            circuit = routine.circuit(letter)
            rounds, round_rest_s = circuit.rounds, circuit.rest_s * rest_factor
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
