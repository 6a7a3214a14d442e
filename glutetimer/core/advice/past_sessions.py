"""What the last sessions of an exercise show: whether it was done as planned, and how it was."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from glutetimer.core.advice.current_dose import Standing
from glutetimer.core.advice.rules import HARDEST_EFFORT
from glutetimer.core.exercise import Hold, Sides
from glutetimer.core.history.counting import is_done
from glutetimer.core.history.records import Achieved, Feel, Outcome, SetRecord
from glutetimer.core.history.totals import PastExercise
from glutetimer.core.pain import allows_more
from glutetimer.core.side import Side

_FULL_DOSES = ("normal", "strong")
_SLACK = 0.5  # seconds, of a hold that was ended on the spot; reps are whole


def was_done(past: PastExercise) -> bool:
    """Whether anything of it was done; it may have been passed over."""
    return any(
        record.result.outcome is Outcome.HURT or _something(record.result.done)
        for record in past.sets
    )


def was_trained(past: PastExercise) -> bool:
    """Whether a set of it was done, or ended by pain: a rep before a stop ends no break."""
    results = [record.result for record in past.sets]
    return any(result.outcome is Outcome.HURT or is_done(result) for result in results)


def hurt_most(past: PastExercise) -> int | None:
    """The highest pain told with "it hurts" in this exercise."""
    pains = (record.pain for record in past.sets)
    return max((p.level for p in pains if p and p.level is not None), default=None)


def whole_sessions(
    standing: Standing, past: Sequence[PastExercise], count: int
) -> tuple[PastExercise, ...]:
    """The last `count` sessions at a full dose, and all since; empty unless they allow a step up.

    Sessions at a gentle or shortened dose prove nothing, but must have been as free of pain.
    """
    full = [p for p in past if p.session.dose in _FULL_DOSES][:count]
    if len(full) < count:
        return ()
    window = tuple(past[: past.index(full[-1]) + 1])
    is_whole = all(is_as_planned(standing, one) for one in full)
    return window if is_whole and all(is_easy(one) for one in window) else ()


def is_easy(past: PastExercise) -> bool:
    """Whether pain was told and allows more, and effort left something."""
    session = past.session
    is_calm = allows_more(
        session.pain_before, session.pain_after, session.pain_morning, session.worst_pain
    )
    return is_calm and (session.effort or 0) <= HARDEST_EFFORT


def feel_of(past: PastExercise) -> Feel | None:
    """How the exercise was for the person, the last they said; None if they did not say."""
    told = (record.feel for record in reversed(past.sets) if record.feel is not None)
    return next(told, None)


def worst_of(sessions: Iterable[PastExercise]) -> int:
    """The highest pain told in these sessions or after."""
    return max(
        level or 0
        for one in sessions
        for level in (one.session.pain_after, one.session.pain_morning, one.session.worst_pain)
    )


def is_as_planned(standing: Standing, past: PastExercise) -> bool:
    """Whether every set was done, on every side, at the dose as it stands or a stronger one."""
    if any(record.result.outcome is Outcome.HURT for record in past.sets):
        return False
    by_side: dict[Side | None, dict[int, SetRecord]] = defaultdict(dict)
    for record in past.sets:
        is_in_turns = standing.now.sides is Sides.ALTERNATING
        side = None if is_in_turns else record.result.side
        by_side[side][record.result.index] = record  # the last attempt counts
    wanted = standing.now.sets * standing.rounds
    is_strong = past.session.dose == "strong"
    return len(by_side) == standing.sides and all(
        (len(sets) == wanted or (is_strong and len(sets) > wanted))
        and all(_is_whole(standing, record, is_strong) for record in sets.values())
        for sets in by_side.values()
    )


def _is_whole(standing: Standing, record: SetRecord, is_strong: bool) -> bool:
    count = standing.now.count
    planned, done = record.result.planned, record.result.done
    if record.result.outcome is not Outcome.DONE or count is None:
        return False
    is_hold = isinstance(standing.now.amount, Hold)
    if is_hold and planned.reps is not None:
        return False
    asked, did = (one.seconds if is_hold else one.reps for one in (planned, done))
    if asked is None or did is None:
        return False
    is_same = abs(asked - count) < _SLACK
    return did > asked - _SLACK and (is_same or (is_strong and asked > count))


def _something(done: Achieved) -> bool:
    return bool(done.reps) if done.reps is not None else bool(done.seconds)
