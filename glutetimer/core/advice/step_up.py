"""The rules that ask for more: a rep, a set, a longer hold, a harder exercise, in this order."""

from collections.abc import Callable, Sequence

from glutetimer.core.advice import steps
from glutetimer.core.advice.answers import PastAnswers
from glutetimer.core.advice.change import Change
from glutetimer.core.advice.current_dose import Standing
from glutetimer.core.advice.past_sessions import feel_of, whole_sessions, worst_of
from glutetimer.core.advice.rules import (
    ARTICLE_STEPS,
    BRIDGE_FIRST,
    HARDER,
    HOLD,
    REPS,
    SESSIONS_NEEDED,
    SESSIONS_TO_MASTER,
    SETS,
    Rule,
)
from glutetimer.core.advice.suggestion import Suggestion
from glutetimer.core.exercise import Hold, Steps
from glutetimer.core.history.records import Feel
from glutetimer.core.history.totals import PastExercise
from glutetimer.core.pain import SAFE_MOST

_ORDER: tuple[tuple[Rule, Callable[[Standing], Change | None]], ...] = (
    (REPS, steps.one_rep_more),
    (SETS, steps.one_set_more),
    (HOLD, steps.longer_hold),
    (HARDER, steps.harder),
)


def step_up(
    standing: Standing, past: Sequence[PastExercise], said: PastAnswers
) -> Suggestion | None:
    """The next step up, if the last whole sessions allow it.

    A rule that is switched off is passed over; after a step that was declined none is suggested
    for a while. What was too easy the last time needs one session only, but for a harder exercise;
    what was too hard is left as it is.
    """
    fresh = said.fresh_for_more(past)
    needed_now = SESSIONS_NEEDED
    if fresh and feel_of(fresh[0]) is Feel.EASY:
        needed_now = 1
    if said.wants_no_more() or not whole_sessions(standing, fresh, needed_now):
        return None
    if any(feel_of(one) is Feel.HARD for one in fresh[:needed_now]):
        return None
    for rule, step in _ORDER:
        change = None if said.is_off(rule) else step(standing)
        if change is None:
            continue
        needed = SESSIONS_TO_MASTER if rule is HARDER else needed_now
        sessions = whole_sessions(standing, fresh, needed)
        if not sessions:
            return None
        told = _told(rule, standing, change)
        reason = _reason(standing, sessions, needed)
        return Suggestion(standing.id, standing.now.exercise.name, told, change, reason)
    return None


def _told(rule: Rule, standing: Standing, change: Change) -> Rule:
    """The rule as it is told: where an article names the step, with that source."""
    named = ARTICLE_STEPS.get(standing.id)
    return BRIDGE_FIRST if rule is HARDER and named == change.own.instead else rule


def _reason(standing: Standing, sessions: Sequence[PastExercise], needed: int) -> str:
    count, sets = standing.now.count, standing.now.sets * standing.rounds
    match standing.now.amount:
        case Hold(seconds):
            what = f"hold of {seconds:g} s" if sets == 1 else f"holds of {seconds:g} s"
        case Steps():
            what = f"set of {count} steps" if sets == 1 else f"sets of {count} steps"
        case _:
            what = f"set of {count}" if sets == 1 else f"sets of {count}"
    how_many = {1: "your", 2: "both"}.get(sets, f"all {sets}")
    worst = worst_of(sessions)
    pain = f"pain at most {worst}" if worst else "no pain"
    if worst > SAFE_MOST:
        pain += ", settled by the next morning"
    if needed == 1:
        return f"You did {how_many} {what} in your last full session, too easy, with {pain}."
    last = "four" if needed == SESSIONS_TO_MASTER else "two"
    return f"You did {how_many} {what} in your last {last} full sessions, with {pain}."
