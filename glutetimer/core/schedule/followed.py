"""The plan that is followed, as the settings, the files and the history have it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from glutetimer.core.history.records import SessionSummary
from glutetimer.core.history.totals import ProgressStore
from glutetimer.core.schedule.bending import WeekOffer, offer
from glutetimer.core.schedule.evidence import PhaseCheck, check, evidence
from glutetimer.core.schedule.following import PlanStanding, standing
from glutetimer.core.schedule.phase import PlanPhase
from glutetimer.core.schedule.plan_words import next_line
from glutetimer.core.schedule.routine_plan import PlanListing, RoutinePlan
from glutetimer.core.schedule.walks import WALK_ID, days_walked
from glutetimer.core.settings import Settings


@dataclass(frozen=True, slots=True)
class FollowedPlan:
    """What there is to say of it in a line; plan and standing are None where `sentence` says why.

    `begun_at` is when it was begun, or the week last chosen, aware. In a plan with phases `checks`
    are what is to hold before the next one, `offer` what could be done instead of what is next, and
    `walks` on how many of the last seven days the person walked.
    """

    id: str
    begun_at: datetime
    sentence: str
    plan: RoutinePlan | None = None
    standing: PlanStanding | None = None
    checks: tuple[PhaseCheck, ...] = ()
    offer: WeekOffer | None = None
    walks: int = 0

    @property
    def phase(self) -> PlanPhase | None:
        """The phase in which the person is."""
        return self.plan.phase_of(self.standing.week) if self.plan and self.standing else None

    @property
    def is_going_on(self) -> bool:
        """Whether it can be read, and has a day that comes."""
        return self.standing is not None and self.standing.day is not None


def followed_plan(
    settings: Settings,
    plans: Sequence[PlanListing],
    sessions: Callable[..., Iterable[SessionSummary]],
    progress: ProgressStore,
    now: datetime,
) -> FollowedPlan | None:
    """Where the person is in their plan at `now` (aware, local time); None if they follow none.

    `sessions` is that of the history; it is asked, with `since`, only if a plan can be followed,
    and `progress` only for one with phases; both may raise Trouble.
    """
    plan_id, begun_at = settings.followed_plan, settings.plan_begun_at
    if not plan_id or begun_at is None:
        return None
    listing = next((one for one in plans if one.id == plan_id), None)
    if listing is None:
        return FollowedPlan(plan_id, begun_at, f"The plan {plan_id} is not there any more")
    if listing.plan is None:
        return FollowedPlan(plan_id, begun_at, f"The plan {listing.title} has mistakes")
    # A day more: the history counts days of the places where the sessions were.
    since = begun_at.astimezone(now.tzinfo).date() - timedelta(days=1)
    plan = listing.plan
    found = standing(plan, begun_at, sessions(since=since), now, settings.plan_week)
    followed = FollowedPlan(plan_id, begun_at, next_line(plan, found), plan, found)
    here = followed.phase
    if here is None:
        return followed
    tests = (*here.exit, *then.entry) if (then := plan.phase_of(here.last_week + 1)) else here.exit
    known = evidence(tests, progress, begun_at, now.date())
    checks = tuple(check(test, known) for test in tests)
    return replace(
        followed,
        checks=checks,
        offer=offer(plan, found, checks, known.new_pains),
        walks=days_walked(sessions(routine_id=WALK_ID, since=now.date() - timedelta(days=6)), now),
    )
