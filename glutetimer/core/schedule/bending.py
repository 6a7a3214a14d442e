"""What bends a plan with phases: pain, a missed week, a phase that is done. Only ever an offer.

The first rule that fits decides. The person says yes, and then begins at the week that was offered
as of now; until then everything goes on as it was. All limits but that of pain are ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from glutetimer.core.schedule.evidence import PhaseCheck, ToldPain
from glutetimer.core.schedule.following import PlanStanding
from glutetimer.core.schedule.phase import PlanPhase
from glutetimer.core.schedule.routine_plan import RoutinePlan

MISSED_AFTER_DAYS = 8
"""So many days after the last session a whole week has gone by without one."""

SORE_SESSIONS = 2
"""So many sessions in a row with too much pain: to go gently was not enough."""


class Bend(Enum):
    """Why another week is offered."""

    PAIN = auto()
    MISSED = auto()
    PASSED = auto()


@dataclass(frozen=True, slots=True)
class WeekOffer:
    """To go on from the first day of a week, from 1; `words` name what is asked, as on a button."""

    bend: Bend
    week: int
    words: str
    reason: str


def offer(
    plan: RoutinePlan,
    standing: PlanStanding,
    checks: Sequence[PhaseCheck],
    pains: Sequence[ToldPain],
) -> WeekOffer | None:
    """What could be done instead of what is next; None if nothing asks for it.

    `checks` are those that are to hold before the next phase, `pains` those of the sessions since
    the person last chose the week, oldest first.
    """
    here = plan.phase_of(standing.week)
    if here is None:
        return None
    return (
        _back(plan.phases, here, pains)
        or _repeated(standing)
        or _onwards(plan.phases, here, standing, checks, pains)
    )


def _back(
    phases: Sequence[PlanPhase], here: PlanPhase, pains: Sequence[ToldPain]
) -> WeekOffer | None:
    """The phase before, if the pain was too much again and does not fall."""
    last = pains[-SORE_SESSIONS:]
    is_sore = len(last) == SORE_SESSIONS and all(pain.is_too_much for pain in last)
    if here is phases[0] or not is_sore or last[-1].is_falling:
        return None
    before = phases[phases.index(here) - 1]
    levels = " and ".join(str(pain.level) for pain in last)
    reason = f"Your pain was {levels} in the last two sessions, which is too much for this phase."
    return WeekOffer(Bend.PAIN, before.first_week, f"Back to {before.title}", reason)


def _repeated(standing: PlanStanding) -> WeekOffer | None:
    """The week from its first day, if it was begun and then a week was missed."""
    if standing.away_days < MISSED_AFTER_DAYS or not standing.done_in_week:
        return None
    reason = (
        f"Your last session of the plan was {standing.away_days} days ago: a week that was missed "
        "is repeated, and none is lost."
    )
    return WeekOffer(Bend.MISSED, standing.week, f"Repeat week {standing.week}", reason)


def _onwards(
    phases: Sequence[PlanPhase],
    here: PlanPhase,
    standing: PlanStanding,
    checks: Sequence[PhaseCheck],
    pains: Sequence[ToldPain],
) -> WeekOffer | None:
    """The next phase, if this one is done and all that can be tested is passed."""
    if here is phases[-1] or not standing.is_phase_done or (pains and pains[-1].is_too_much):
        return None
    if any(check.is_passed is False for check in checks):
        return None
    then = phases[phases.index(here) + 1]
    own = " ".join(check.asks for check in checks if check.is_passed is None)
    reason = "This phase is done and its test passed." if checks else "This phase is done."
    if own:
        reason = f"{reason} Go on only if you can say yes: {own}"
    return WeekOffer(Bend.PASSED, then.first_week, f"Go on to {then.title}", reason)
