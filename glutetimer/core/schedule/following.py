"""Where a person is in the plan that they follow: derived from the history, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count, takewhile

from glutetimer.core.history.records import SessionEnd, SessionSummary
from glutetimer.core.schedule.routine_plan import PlanDay, RoutinePlan

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """What is next in a plan.

    `place` counts the days that are behind, over all weeks. `day` is the one that comes, perhaps
    one of rest, and `session` the first with a routine from there on; both are None when the plan
    is done, and `session` where only rest is left.
    """

    place: int
    day: PlanDay | None
    session: PlanDay | None


def standing(
    plan: RoutinePlan, begun_at: datetime, sessions: Iterable[SessionSummary], now: datetime
) -> PlanStanding:
    """Where somebody is who follows a plan since `begun_at`; `now` is aware, in local time.

    A session that was finished since then, with a set done, moves on to behind the first day that
    has its routine, in the current week or the next: one that is tried long before its week skips
    nothing. A day of rest takes the calendar day after what was before it, and passes by itself.
    """
    course = _Course(plan)
    place, free = 0, _day_of(begun_at, now)
    for session in sorted(sessions, key=lambda one: one.start.started_at):
        if session.start.started_at < begun_at or not _counts(session):
            continue
        day = _day_of(session.start.started_at, now)
        place, free = course.after_rests(place, free, day)
        found = course.find(session.start.routine_id, place)
        if found is not None:
            place, free = found + 1, day + _DAY
    place, _ = course.after_rests(place, free, now.date())
    first = next((n for n in count(place) if not _is_rest(course.at(n))), place)
    return PlanStanding(place, course.at(place), course.at(first))


def _counts(session: SessionSummary) -> bool:
    return session.end is SessionEnd.FINISHED and session.sets_done > 0


def _day_of(at: datetime, now: datetime) -> date:
    """The day of a moment where the person was; UTC means the place of `now`."""
    return (at.astimezone(now.tzinfo) if at.tzinfo in (None, UTC) else at).date()


def _is_rest(day: PlanDay | None) -> bool:
    return day is not None and day.is_rest


class _Course:
    """The days of a plan by their place, from 0; without end if the plan has none."""

    def __init__(self, plan: RoutinePlan) -> None:
        self._days = plan.in_order()
        self._is_endless = not plan.weeks

    def at(self, place: int) -> PlanDay | None:
        """The day at a place, None behind the last."""
        if self._is_endless:
            weeks, place = divmod(place, len(self._days))
            return replace(self._days[place], week=weeks + 1)
        return self._days[place] if place < len(self._days) else None

    def after_rests(self, place: int, free: date, today: date) -> tuple[int, date]:
        """Go on over the days of rest before `today`; `free` is the day that the first may take."""
        while free < today and _is_rest(self.at(place)):
            place, free = place + 1, free + _DAY
        return place, free

    def find(self, routine_id: str, place: int) -> int | None:
        """The first place from this one on with a routine, up to the end of the next week."""
        here = self.at(place)
        if here is None:
            return None
        near = takewhile(
            lambda found: (day := self.at(found)) is not None and day.week <= here.week + 1,
            count(place),
        )
        return next((found for found in near if self._has(found, routine_id)), None)

    def _has(self, place: int, routine_id: str) -> bool:
        day = self.at(place)
        return day is not None and day.routine_id == routine_id
