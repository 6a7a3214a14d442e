"""What hurts: the exercise that is done, or while waiting the one just done or the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from glutetimer.core.history.records import SetResult
from glutetimer.core.session.session import Session


@dataclass(frozen=True, slots=True)
class Hurting:
    """An exercise that may be meant.

    `result` is the set with which the pain is kept, None for one that is yet to come. What is
    asked for instead (something easier, skipping it) is meant for the same exercise: it can be had
    if it `is_current`, for then sets of it are left.
    """

    name: str
    result: SetResult | None
    is_current: bool


def hurting(session: Session, results: Sequence[SetResult]) -> tuple[Hurting, ...]:
    """The exercises that may be meant after "it hurts", the likeliest first; one or two.

    `results` are the sets that ended, the last one last: in a set that is this one.
    """
    timeline, now = session.timeline, session.current_set
    entry = timeline.entry_of(now)
    last = results[-1] if results else None
    here = timeline.steps[now.first].entry, entry.exercise.id
    if last is None:
        return (Hurting(entry.exercise.name, None, is_current=True),)
    if (last.entry, last.exercise_id) == here:
        return (Hurting(last.exercise_name, last, is_current=True),)
    ahead = Hurting(entry.exercise.name, None, is_current=True)
    return (Hurting(last.exercise_name, last, is_current=False), ahead)
