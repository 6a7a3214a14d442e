"""How a person gets to a set that they did not come to in the routine's order.

The wait that a routine has before a set is made for somebody who comes from the set before it.
After back, repeat, something easier or a start in the middle they come from elsewhere: then the
wait is as long as the routine gives for what there is to do, and is called after that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from glutetimer.core.exercise import Position, Side
from glutetimer.core.plan.gear import NO_GEAR, Gear, gear_of
from glutetimer.core.plan.timeline import SetSpan, Step, StepKind, Timeline

LEAD_S = 6.0
"""Whoever is in place already has so much of a wait left: for name and side, and "3-2-1"."""

START_LEAD_S = 10.0
"""The least where a session begins in the middle (after a crash, or by choice)."""

_MOVES = (StepKind.CHANGE_POSITION, StepKind.SWITCH_SIDES)


@dataclass(frozen=True, slots=True)
class Stance:
    """How a person is placed in a set: None where the position is not known, or no side works.

    `directions` are those of an exercise that steps, whose sides are no sides of the body. `gear`
    is what they hold or wear.
    """

    position: Position | None
    side: Side | None
    directions: tuple[Side, ...] = ()
    gear: Gear = NO_GEAR


@dataclass(frozen=True, slots=True)
class LeadWait:
    """A wait before a set, and what there is to do in it with equipment ("" for nothing)."""

    kind: StepKind
    seconds: float
    gear: str = ""


def stances_at(timeline: Timeline, step: int) -> tuple[Stance, ...]:
    """How somebody may be placed who is in this step; empty where they come from the keyboard.

    Who rests is still as in the set before; who changes or switches may be as before or after it.
    """
    span, kind = timeline.set_of(step), timeline.steps[step].kind
    if kind is StepKind.GET_READY:
        return ()
    before = () if not span.index else (_stance(timeline, timeline.sets[span.index - 1]),)
    if kind.is_effort:
        return (_stance(timeline, span),)
    return (*before, _stance(timeline, span)) if kind in _MOVES else before


def lead_in(timeline: Timeline, index: int, stances: Sequence[Stance]) -> LeadWait | None:
    """The wait before a set for somebody who may be placed in any of these ways; None for none.

    Without a stance they come from the keyboard.
    """
    span = timeline.sets[index]
    entry, there = timeline.entry_of(span), _stance(timeline, span)
    change_s, switch_s = entry.change_s or 0.0, entry.switch_s or 0.0
    held = [here.gear for here in stances] or [NO_GEAR]
    words, gear_s = max((there.gear.after(gear) for gear in held), key=attrgetter("seconds"))
    if index and not stances:
        return LeadWait(StepKind.GET_READY, max(START_LEAD_S, change_s, gear_s), words)
    if change_s and any(_is_elsewhere(here, there) for here in stances):
        return LeadWait(StepKind.CHANGE_POSITION, max(change_s, gear_s), words)
    if switch_s and any(_is_turned(here, there) for here in stances):
        return LeadWait(StepKind.SWITCH_SIDES, max(switch_s, gear_s), words)
    own = _own(timeline, span)
    if words:
        return LeadWait(StepKind.GET_READY, max(LEAD_S, gear_s), words)
    if own is None:
        return None
    # Whoever is in place has nothing to change or to switch.
    return LeadWait(StepKind.GET_READY if own.kind in _MOVES else own.kind, LEAD_S)


def way_to(
    timeline: Timeline, index: int, stances: Sequence[Stance]
) -> tuple[Timeline, int, float]:
    """Where to begin ahead of a set: the timeline with its lead-in, the step, seconds in it.

    The timeline is the same where the routine's own wait will do; no other set changes.
    """
    span = timeline.sets[index]
    wanted, own = lead_in(timeline, index, stances), _own(timeline, span)
    if wanted is None:
        return timeline, span.first, 0.0
    if own is not None and own.kind is wanted.kind and not wanted.gear:
        return timeline, span.first - 1, max(0.0, (own.duration_s or 0.0) - wanted.seconds)
    first = timeline.steps[span.first]
    place = (first.entry, first.round, first.set)
    step = Step(wanted.kind, wanted.seconds, *place, None, first.side, wanted.gear)
    steps = (*timeline.steps[: span.lead_in], step, *timeline.steps[span.first :])
    return Timeline(timeline.routine, timeline.entries, steps), span.lead_in, 0.0


def after_wait(timeline: Timeline, step: int, elapsed_s: float) -> tuple[int, float]:
    """Where "next" leads from a wait: over the rest to the change, towards its end, to the set."""
    span = timeline.set_of(step)
    last = span.first - 1
    own = timeline.steps[last]
    left_s = (own.duration_s or 0.0) if own.kind in _MOVES and step < last else LEAD_S
    target = last, max(0.0, (own.duration_s or 0.0) - left_s)
    return target if (step, elapsed_s) < target else (span.first, 0.0)


def _own(timeline: Timeline, span: SetSpan) -> Step | None:
    """The last wait that the timeline has before a set."""
    return timeline.steps[span.first - 1] if span.lead_in < span.first else None


def _stance(timeline: Timeline, span: SetSpan) -> Stance:
    entry = timeline.entry_of(span)
    exercise = entry.exercise
    return Stance(exercise.position, timeline.side_of(span), exercise.directions, gear_of(entry))


def _is_elsewhere(here: Stance, there: Stance) -> bool:
    known = None not in (here.position, there.position)
    return known and here.position is not there.position


def _is_turned(here: Stance, there: Stance) -> bool:
    known = None not in (here.side, there.side) and here.directions == there.directions
    return known and here.side is not there.side
