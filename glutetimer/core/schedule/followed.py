"""The plan that is followed, as the settings, the files and the history have it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from glutetimer.core.history.records import SessionSummary
from glutetimer.core.schedule.following import PlanStanding, standing
from glutetimer.core.schedule.plan_words import next_line
from glutetimer.core.schedule.routine_plan import PlanListing, RoutinePlan
from glutetimer.core.settings import Settings


@dataclass(frozen=True, slots=True)
class FollowedPlan:
    """What there is to say of it in a line; plan and standing are None where `sentence` says why.

    `begun_at` is when it was begun, aware.
    """

    id: str
    begun_at: datetime
    sentence: str
    plan: RoutinePlan | None = None
    standing: PlanStanding | None = None

    @property
    def is_going_on(self) -> bool:
        """Whether it can be read, and has a day that comes."""
        return self.standing is not None and self.standing.day is not None


def followed_plan(
    settings: Settings,
    plans: Sequence[PlanListing],
    sessions: Callable[..., Iterable[SessionSummary]],
    now: datetime,
) -> FollowedPlan | None:
    """Where the person is in their plan at `now` (aware, local time); None if they follow none.

    `sessions` is that of the history; it is asked, with `since`, only if a plan can be followed,
    and may raise Trouble.
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
    found = standing(listing.plan, begun_at, sessions(since=since), now)
    sentence = next_line(listing.plan, found)
    return FollowedPlan(plan_id, begun_at, sentence, listing.plan, found)
