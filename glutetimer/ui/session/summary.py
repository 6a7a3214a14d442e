"""What was done in a session, in lines for the end page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glutetimer.core.counts import count_text
from glutetimer.core.history.counting import counting_tries, done_sets, key_of
from glutetimer.core.history.records import Achieved, Outcome, SetResult
from glutetimer.core.plan.phase import planned
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.words.clock_text import seconds_text


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One exercise: its name, sets ("2 of 3 sets"), amount ("20 of 30 reps") and a remark.

    `entry` is its place in the routine. `is_begun` says that a set of it was tried, `has_reps` that
    reps were counted in one.
    """

    name: str
    sets: str
    amount: str
    remark: str
    is_whole: bool
    entry: int = 0
    exercise_id: str = ""
    is_begun: bool = False
    has_reps: bool = False


def lines(
    timeline: Timeline, results: Sequence[SetResult], first_set: int = 0
) -> tuple[SummaryLine, ...]:
    """A line for every exercise from `first_set` on, in the order of the routine.

    An exercise that was replaced by an easier one has a line of its own, before the one that
    stood in for it.
    """
    made = []
    for number, entry in enumerate(timeline.entries):
        of_entry = [r for r in results if r.entry == number]
        own_id = entry.exercise.id
        replaced = [r for r in of_entry if r.exercise_id != own_id]
        for other in dict.fromkeys(r.exercise_id for r in replaced):
            done = [r for r in replaced if r.exercise_id == other]
            made.append(_named(_replaced_line(done), number, other, done))
        own = [r for r in of_entry if r.exercise_id == own_id]
        # Sets that were done as the exercise before do not count as missing here.
        elsewhere = {r.index for r in replaced} - {r.index for r in own}
        if entry.instead_of:
            elsewhere = set()  # it has as many sets as are left
        first_round = max((r.round for r in replaced), default=1)
        plans = [
            planned(timeline.entry_of(span))
            for span in timeline.sets[first_set:]
            if (first := timeline.steps[span.first]).entry == number
            and first.round >= first_round
            and span.index not in elsewhere
        ]
        if plans or own:
            instead = replaced[-1].exercise_name if replaced and entry.instead_of else ""
            line = _line(entry.exercise.name, own, plans, instead)
            made.append(_named(line, number, own_id, own))
    return tuple(made)


def _named(
    line: SummaryLine, entry: int, exercise_id: str, results: Sequence[SetResult]
) -> SummaryLine:
    has_reps = any(r.done.reps is not None for r in results)
    return replace(
        line, entry=entry, exercise_id=exercise_id, is_begun=bool(results), has_reps=has_reps
    )


def _replaced_line(results: list[SetResult]) -> SummaryLine:
    counting, name = counting_tries(results), results[0].exercise_name
    sets, amount = count_text(len(done_sets(results)), "set"), _amount(counting, None, None)
    return SummaryLine(name, sets, amount, _remark(results), False)


def _line(name: str, results: list[SetResult], plans: list[Achieved], instead: str) -> SummaryLine:
    """The line of an exercise; `plans` are what its sets ask for, each its own.

    `instead` is the name of the exercise that it stood in for, "" for none.
    """
    counting, set_count = counting_tries(results), len(plans)
    done = len(done_sets(results))
    sets = f"{done} of {count_text(set_count, 'set')}"
    reps = [plan.reps for plan in plans if plan.reps is not None]
    seconds = [plan.seconds for plan in plans if plan.seconds is not None]
    whole_reps = sum(reps) if plans and len(reps) == set_count else None
    whole_s = sum(seconds) if plans and len(seconds) == set_count else None
    amount = _amount(counting, whole_reps, whole_s)
    remark = _remark(results) if results else "not begun"
    if results and len(counting) < set_count and not remark:
        remark = "not all begun"
    if instead:
        remark = f"in place of {instead}" + (f", {remark}" if remark else "")
    return SummaryLine(name, sets, amount, remark, done == set_count)


def _amount(counting: Sequence[SetResult], reps: int | None, seconds: float | None) -> str:
    done_reps = [r.done.reps for r in counting if r.done.reps is not None]
    if reps is not None:
        return f"{sum(done_reps)} of {count_text(reps, 'rep')}"
    if done_reps:
        return count_text(sum(done_reps), "rep")
    if not counting and seconds is None:
        return ""
    done_s = seconds_text(sum(r.done.seconds or 0.0 for r in counting))
    return f"{done_s} of {seconds_text(seconds)} s" if seconds is not None else f"{done_s} s"


def _remark(results: list[SetResult]) -> str:
    """What went otherwise; a set that was done once is neither stopped nor skipped."""
    if any(r.outcome is Outcome.HURT for r in {key_of(r): r for r in results}.values()):
        return "it hurt"
    outcomes = [r.outcome for r in counting_tries(results)]
    if Outcome.STOPPED in outcomes:
        return "stopped"
    skipped = outcomes.count(Outcome.SKIPPED)
    return f"{skipped} skipped" if skipped else ""
