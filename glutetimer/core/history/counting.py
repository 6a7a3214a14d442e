"""What counts: one definition for the end page, the terminal, the history and the report.

A set is done if it ended as done with at least one rep or step, or with a part of its hold that
means something. However often it is tried it counts once, and stays done when a later try is
not. It is the same set while place in the session, exercise, round, number and side are the same:
an easier exercise in its place is another. The triggers of `store/schema.py` count the same way.
"""

from collections.abc import Hashable, Iterable

from glutetimer.core.history.records import Outcome, SetResult

LEAST_HOLD_S = 1.0
LEAST_SHARE = 0.1
"""Of a planned hold (editorial): below either nothing was held, the key was pressed too early."""


def is_done(result: SetResult) -> bool:
    """Whether a try of a set counts as done; what was done is believed where it is not known."""
    return result.outcome is Outcome.DONE and is_something(result)


def is_something(result: SetResult) -> bool:
    """Whether a rep, a step or enough of the hold was done, or nobody knows."""
    if result.done.reps is not None:
        return result.done.reps > 0
    if result.done.seconds is None:
        return True
    planned_s = LEAST_HOLD_S if result.planned.seconds is None else result.planned.seconds
    least_s = max(min(LEAST_HOLD_S, planned_s), LEAST_SHARE * planned_s)
    return result.done.seconds >= least_s


def is_worth_keeping(results: Iterable[SetResult]) -> bool:
    """Whether a session is kept: a set of it is done, or one hurt. Else nothing is asked of it."""
    return any(is_done(result) or result.outcome is Outcome.HURT for result in results)


def key_of(result: SetResult) -> Hashable:
    """What is equal for all tries of the same set of a session."""
    return result.index, result.exercise_id, result.round, result.set, result.side


def done_sets(results: Iterable[SetResult]) -> tuple[SetResult, ...]:
    """The sets of a session that are done, each once: its last try that was done."""
    return tuple({key_of(result): result for result in results if is_done(result)}.values())


def counting_tries(results: Iterable[SetResult]) -> tuple[SetResult, ...]:
    """Of every set of a session the try that counts: one that was done, else the last."""
    tries = list(results)
    return tuple({key_of(result): result for result in (*tries, *done_sets(tries))}.values())


def sets_planned(planned: int, done: int) -> int:
    """Of how many sets: those planned at the start, or more if an easier exercise had more."""
    return max(planned, done)


def sets_text(done: int, planned: int) -> str:
    """How many of how many: "5 of 7 sets"."""
    of = sets_planned(planned, done)
    return f"{done:,} of {of:,} {'set' if of == 1 else 'sets'}"
