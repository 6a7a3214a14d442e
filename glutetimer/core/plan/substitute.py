"""Something easier for the rest of an exercise's sets, in the middle of a session."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from itertools import count

from glutetimer.core.exercise import Exercise, Position
from glutetimer.core.plan.alternatives import MOST_SETS, in_place_of
from glutetimer.core.plan.dose import DoseScale, dosed
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import SetSpan, Timeline
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings


def substitutes(
    routine: Routine, entry: Prescription, known: Mapping[str, Exercise], avoided: Container[str]
) -> tuple[Exercise, ...]:
    """What can be done in place of an exercise that is too much now, the best first.

    Easier ones and those easier than them, nearest first; one in another position counts as a step
    further, and comes after those in the same that are as near. None that needs what the routine
    does not have, that stands in for another exercise of it already, or that is `avoided` (by id;
    it hurt, too).
    """
    has = {*routine.equipment, *entry.exercise.needed}
    taken = {one.exercise.id for one in routine.entries if one.instead_of}
    usable = [
        (steps, one)
        for steps, one in _easier_still(entry.exercise, known)
        if has.issuperset(one.needed) and one.id not in taken and one.id not in avoided
    ]

    def distance(found: tuple[int, Exercise]) -> tuple[int, bool]:
        steps, one = found
        moves = not _is_same_place(one, entry.exercise)
        return steps + moves, moves

    return tuple(one for _, one in sorted(usable, key=distance))


def seconds_left(timeline: Timeline, span: SetSpan) -> float:
    """Seconds from the beginning of a set to the end of its exercise, in this round."""
    first = timeline.steps[span.first]
    ends = [
        later.end
        for later in timeline.sets[span.index :]
        if timeline.steps[later.first].entry == first.entry
        and timeline.steps[later.first].round == first.round
    ]
    return timeline.starts_s[max(ends)] - timeline.starts_s[span.first]


def substituted(
    timeline: Timeline, span: SetSpan, easier: Exercise, settings: Settings, scale: DoseScale
) -> tuple[Timeline, int]:
    """The timeline with an easier exercise for a set and all that follow it of its exercise.

    Returns its first set, too. It takes about as long as what it replaces, as it is done that day:
    a day of few minutes takes no more sets from it. In a circuit it stands in every round. Raises
    Trouble if the new plan is not playable.
    """
    first = timeline.steps[span.first]
    number, routine = first.entry, timeline.routine
    here = settings.in_routine(routine.id)

    def on_the_day(entry: Prescription) -> Prescription:
        return dosed(entry, here, here.for_exercise(easier.id), scale)

    target_s = seconds_left(timeline, span)
    new = in_place_of(routine.entries[number], easier, target_s, on_the_day)
    entries = (*routine.entries[:number], new, *routine.entries[number + 1 :])
    if scale.most_sets:
        most = (*scale.most_sets[:number], MOST_SETS, *scale.most_sets[number + 1 :])
        scale = replace(scale, most_sets=most)
    planned = plan(replace(routine, entries=entries), settings, scale)
    begins = (
        later.index
        for later in planned.sets
        if planned.steps[later.first].entry == number
        and planned.steps[later.first].round >= first.round
    )
    return planned, next(begins)


def _easier_still(
    exercise: Exercise, known: Mapping[str, Exercise]
) -> Iterator[tuple[int, Exercise]]:
    """The easier exercises (1), then those that are easier than these (2), and so on; each once."""
    seen, nearest = {exercise.id}, [exercise]
    for steps in count(1):
        if not nearest:
            return
        names = dict.fromkeys(name for one in nearest for name in one.easier)
        nearest = [known[name] for name in names if name in known and name not in seen]
        seen |= names.keys()
        yield from ((steps, one) for one in nearest)


def _is_same_place(one: Exercise, other: Exercise) -> bool:
    """Whether nobody has to lie down, get up or turn over to go from one to the other."""
    return one.position in _same_places(other) or other.position in _same_places(one)


def _same_places(exercise: Exercise) -> tuple[Position | None, ...]:
    if exercise.position is Position.STANDING_OR_SITTING:
        return (exercise.position, Position.STANDING, Position.SITTING)
    return (exercise.position,)
