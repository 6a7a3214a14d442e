"""From a routine, the settings and the day's dose to a timeline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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
    Work,
)
from glutetimer.core.plan.alternatives import with_wished_alternatives
from glutetimer.core.plan.dose import USUAL, DoseScale, dosed
from glutetimer.core.plan.own_dose import own_doses
from glutetimer.core.plan.timeline import Step, StepKind, Timeline, microseconds, typical_s
from glutetimer.core.plan.visits import Visit, visits
from glutetimer.core.routine import DoseOrigin, Prescription, Routine
from glutetimer.core.settings import Settings, dose_key

MAX_STEPS = 20_000
MAX_SESSION_S = 4 * 3600.0


def plan(routine: Routine, settings: Settings | None = None, scale: DoseScale = USUAL) -> Timeline:
    """The timeline of a routine.

    Each later one wins: the routine file, the person's timings for everything, the person's
    settings for that exercise, the day's dose. The timeline's routine and entries have the
    alternatives that the settings put in place of exercises, and the rounds of that day. Raises
    Trouble if the session would be longer than four hours or 20,000 steps, or a rep would take
    no time.
    """
    settings = settings or Settings()
    routine, entries = dosed_routine(routine, settings, scale)
    steps = _steps(visits(routine, entries, settings, scale), entries)
    timeline = Timeline(routine, entries, tuple(steps))
    if timeline.total_s > MAX_SESSION_S:
        hours = timeline.total_s / 3600
        raise _too_long(routine, f"would take {hours:.1f} hours; at most 4 are allowed")
    return timeline


def dosed_routine(
    routine: Routine, settings: Settings, scale: DoseScale
) -> tuple[Routine, tuple[Prescription, ...]]:
    """The routine as the person does it that day, and its entries with their doses.

    Raises Trouble as `plan` does, but for the hours.
    """
    everywhere, settings = settings, settings.in_routine(routine.id)
    routine = with_wished_alternatives(routine, settings)
    if scale.most_rounds:
        pairs = zip(routine.circuits, scale.most_rounds, strict=True)
        circuits = (replace(one, rounds=max(1, min(one.rounds, most))) for one, most in pairs)
        routine = replace(routine, circuits=tuple(circuits))
    caps = scale.most_sets or (None,) * len(routine.entries)
    owns = own_doses(routine.entries, settings)
    entries = []
    for entry, own, cap in zip(routine.entries, owns, caps, strict=True):
        usual = today = dosed(entry, settings, own)
        if scale != USUAL:
            today = dosed(entry, settings, own, scale, cap)
        origin = DoseOrigin.FILE
        if _dose(usual) != _dose(entry):
            origin = _origin(entry.exercise.id, routine.id, everywhere)
        is_todays = _dose(today) != _dose(usual)
        entries.append(replace(today, origin=origin, is_todays=is_todays))
    _refuse_excess(routine, entries)
    return routine, tuple(entries)


def _dose(entry: Prescription) -> tuple[object, ...]:
    return (entry.sets, entry.amount, entry.tempo, entry.rest_s, entry.set_doses)


def _origin(exercise_id: str, routine_id: str, everywhere: Settings) -> DoseOrigin:
    if dose_key(routine_id, exercise_id) in everywhere.exercises:
        return DoseOrigin.OWN_HERE
    if exercise_id in everywhere.exercises:
        return DoseOrigin.OWN
    return DoseOrigin.TIMINGS


def length_s(routine: Routine, settings: Settings, scale: DoseScale) -> float:
    """What `plan(...).total_s` would be, without making the steps. Raises Trouble as that does.

    Only a session of more than four hours is no trouble here.
    """
    routine, entries = dosed_routine(routine, settings, scale)
    total_us = 0
    for visit in visits(routine, entries, settings, scale):
        total_us += _effort_us(entries[visit.entry].in_round(visit.round, visit.set))
        total_us += sum(microseconds(s) for _, s in visit.waits)
    return total_us / 1_000_000


def _effort_us(entry: Prescription) -> int:
    match entry.amount:
        case Reps(count, _) | Steps(count):
            return count * entry.turns * sum(microseconds(s) for _, s in phases_of(entry))
        case Hold(seconds):
            return microseconds(seconds)
        case amount:
            return microseconds(typical_s(amount, entry.tempo))


def _too_long(routine: Routine, why: str) -> Trouble:
    return Trouble(f"The session {why}", routine.title, "Lower its sets, reps, holds or rests")


# The steps


def _steps(sets: Iterable[Visit], entries: tuple[Prescription, ...]) -> Iterator[Step]:
    for visit in sets:
        for kind, seconds in visit.waits:
            if seconds > 0:
                yield Step(
                    kind, seconds, visit.entry, visit.round, visit.set, None, visit.side, visit.gear
                )
        yield from _effort(visit, entries[visit.entry].in_round(visit.round, visit.set))


def _effort(visit: Visit, entry: Prescription) -> Iterator[Step]:
    place = (visit.entry, visit.round, visit.set)
    match entry.amount:
        case Work(seconds):
            yield Step(StepKind.WORK, seconds, *place, None, visit.side)
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
    is_in_turns = entry.sides is Sides.ALTERNATING
    turns = (entry.start, entry.start.other) if is_in_turns else (side,)
    for rep in range(1, count + 1):
        for turn in turns:
            for kind, seconds in phases_of(entry):
                yield Step(kind, seconds, *place, rep, turn)


def phases_of(entry: Prescription) -> tuple[tuple[StepKind, float], ...]:
    """The phases of a rep that take time, in the order of the movement, with their seconds."""
    tempo = entry.tempo
    lift, top = (StepKind.LIFT, tempo.lift_s), (StepKind.TOP, tempo.top_s)
    lower, pause = (StepKind.LOWER, tempo.lower_s), (StepKind.PAUSE, tempo.pause_s)
    if entry.exercise.kind is Kind.REPS and entry.exercise.first is FirstPhase.LOWER:
        order = (lower, pause, lift, top)
    else:
        order = (lift, top, lower, pause)
    return tuple(phase for phase in order if phase[1] > 0)


def _refuse_excess(routine: Routine, entries: Sequence[Prescription]) -> None:
    """Count the steps before any is made, so that a slip of the keyboard costs nothing."""
    count = 0
    for entry in entries:
        rounds = routine.circuit(entry.circuit).rounds if entry.circuit else 1
        sides = 2 if entry.exercise.directions or entry.sides is not Sides.BOTH else 1
        efforts = max(_efforts(entry.in_set(n)) for n in range(1, len(entry.set_doses) + 2))
        count += rounds * entry.sets * sides * (efforts + 1) + rounds
    if count > MAX_STEPS:
        raise _too_long(
            routine, f"would have about {count:,} steps; at most {MAX_STEPS:,} are allowed"
        )


def _efforts(entry: Prescription) -> int:
    """How many steps a set has on one side."""
    match entry.amount:
        case Reps(reps, _) | Steps(reps):
            return reps * sum(seconds > 0 for _, seconds in phases_of(entry))
        case _:
            return 1
