"""What a person does at a moment: the phase within a step, also of an open-ended one."""

from dataclasses import dataclass

from glutetimer.core.exercise import FirstPhase, Hold, Kind, Reps, Side, Sides, Steps
from glutetimer.core.history.records import Achieved
from glutetimer.core.plan.plan import phases_of
from glutetimer.core.plan.timeline import SetSpan, StepKind, Timeline
from glutetimer.core.routine import Prescription


@dataclass(frozen=True, slots=True)
class Phase:
    """The phase at a moment: seconds since it began, its length (None: waits), its rep."""

    kind: StepKind
    elapsed_s: float
    duration_s: float | None
    rep: int | None
    side: Side | None


def phase_at(timeline: Timeline, step: int, elapsed_s: float) -> Phase:
    """The phase at `elapsed_s` within a step; open-ended reps run through their tempo."""
    now = timeline.steps[step]
    if now.kind is not StepKind.OPEN_REPS:
        return Phase(now.kind, elapsed_s, now.duration_s, now.rep, now.side)
    entry = timeline.entry_at(now)
    turn, into_s = divmod(max(0.0, elapsed_s), entry.tempo.rep_s)
    rep, is_second = divmod(int(turn), entry.turns)
    side = now.side
    if entry.sides is Sides.ALTERNATING:
        side = entry.start.other if is_second else entry.start
    *phases, last = phases_of(entry)
    for kind, seconds in phases:
        if into_s < seconds:
            return Phase(kind, into_s, seconds, rep + 1, side)
        into_s -= seconds
    return Phase(last[0], into_s, last[1], rep + 1, side)


def planned(entry: Prescription) -> Achieved:
    """What a set of this dose asks for; reps and seconds are None where it is open-ended."""
    match entry.amount:
        case Reps(count, _) | Steps(count):
            return Achieved(count, count * entry.turns * entry.tempo.rep_s)
        case Hold(seconds):
            return Achieved(None, seconds)
        case _:
            return Achieved(None, None)


def achieved(timeline: Timeline, span: SetSpan, step: int, elapsed_s: float) -> Achieved:
    """What was done of a set when it is left at `elapsed_s` within a step of it.

    A rep counts once its effort is over: after the top hold, or for a movement that goes
    down first, after the lift. `step` may be `span.end`: then the whole set was done.
    """
    entry = timeline.entry_of(span)
    inside = range(span.first, min(step, span.end))
    seconds = sum(timeline.steps[i].duration_s or 0.0 for i in inside)
    if step >= span.end:
        return Achieved(planned(entry).reps, seconds)
    seconds += elapsed_s
    if timeline.steps[step].kind in (StepKind.HOLD, StepKind.WORK):
        return Achieved(None, seconds)
    phase = phase_at(timeline, step, elapsed_s)
    reps_begun = phase.rep or 1
    is_counted = phase.kind in _after_effort(entry)
    if entry.sides is Sides.ALTERNATING and phase.side is entry.start:
        is_counted = False
    return Achieved(reps_begun - 1 + is_counted, seconds)


def _after_effort(entry: Prescription) -> tuple[StepKind, ...]:
    goes_down_first = entry.exercise.kind is Kind.REPS and entry.exercise.first is FirstPhase.LOWER
    return (StepKind.TOP,) if goes_down_first else (StepKind.LOWER, StepKind.PAUSE)
