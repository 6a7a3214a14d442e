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

    `place` counts the days that are behind, over all weeks, and `row` those before `day` in the
    plan. `day` is the one that comes, perhaps one of rest, and `session` the first with a routine
    from there on; both are None when the plan is done, and `session` where only rest is left.
    `week` is that of the day, else the last.

    `is_phase_done`: all days of the phase are behind; its last week is offered once more until the
    person goes on. `done_in_week` sessions of this week are behind, and no session of the plan was
    done for `away_days`, counted from the beginning where there was none.
    """

    place: int
    day: PlanDay | None
    session: PlanDay | None
    row: int = 0
    week: int = 1
    is_phase_done: bool = False
    done_in_week: int = 0
    away_days: int = 0


def standing(
    plan: RoutinePlan,
    begun_at: datetime,
    sessions: Iterable[SessionSummary],
    now: datetime,
    week: int = 1,
) -> PlanStanding:
    """Where somebody is who follows a plan since `begun_at`, from the first day of `week` on.

    `now` is aware, in local time. A session that was finished since then, with a set done, moves on
    to behind the first day that has its routine, in the current week or the next: one that is tried
    long before its week skips nothing. A day of rest takes the calendar day after what was before
    it, and passes by itself. No phase is left by itself: see `PlanStanding`.
    """
    course = _Course(plan, week)
    place, free = course.first, _day_of(begun_at, now)
    last = free
    for session in sorted(sessions, key=lambda one: one.start.started_at):
        if session.start.started_at < begun_at or not _counts(session):
            continue
        day = _day_of(session.start.started_at, now)
        place, free = course.after_rests(place, free, day)
        found = course.find(session.start.routine_id, place)
        if found is not None:
            place, free, last = found + 1, day + _DAY, day
    place, _ = course.after_rests(place, free, now.date())
    next_day = course.at(place)
    first = next((n for n in count(place) if not _is_rest(course.at(n))), place)
    return PlanStanding(
        place,
        next_day,
        course.at(first),
        row=course.row(place),
        week=next_day.week if next_day else plan.weeks,
        is_phase_done=0 < len(course.head) <= place,
        done_in_week=course.done_in_week(place),
        away_days=max(0, (now.date() - last).days),
    )


def _counts(session: SessionSummary) -> bool:
    return session.end is SessionEnd.FINISHED and session.sets_done > 0


def _day_of(at: datetime, now: datetime) -> date:
    """The day of a moment where the person was; UTC means the place of `now`."""
    return (at.astimezone(now.tzinfo) if at.tzinfo in (None, UTC) else at).date()


def _is_rest(day: PlanDay | None) -> bool:
    return day is not None and day.is_rest


class _Course:
    """The days of a plan by their place, from 0.

    Its `head` comes once, then its `tail` again and again: all days of a plan without end, or the
    last week of a phase that others follow. A lap is a week; each time in the tail is another one.
    """

    def __init__(self, plan: RoutinePlan, week: int) -> None:
        days = plan.in_order()
        week = min(week, plan.weeks)  # of a plan that was made shorter: its last
        phase = plan.phase_of(week)
        self._last_week = phase.last_week if phase else plan.weeks
        self.head = tuple(day for day in days if 0 < day.week <= self._last_week)
        self._tail: tuple[PlanDay, ...] = ()
        if len(self.head) < len(days):
            self._tail = tuple(day for day in days if day.week == self._last_week)
        self.first = sum(day.week < week for day in self.head)

    def at(self, place: int) -> PlanDay | None:
        """The day at a place, None behind the last."""
        if place < len(self.head):
            return self.head[place]
        if not self._tail:
            return None
        day = self._tail[self._in_tail(place)]
        return day if day.week else replace(day, week=self.lap(place))

    def row(self, place: int) -> int:
        """How many days stand before that of a place in the order of the plan."""
        if place < len(self.head) or not self._tail:
            return place
        return max(0, len(self.head) - len(self._tail)) + self._in_tail(place)

    def _in_tail(self, place: int) -> int:
        return (place - len(self.head)) % len(self._tail)

    def lap(self, place: int) -> int:
        """Which week it is, from 1, each one that is repeated counted anew."""
        if place < len(self.head):
            return self.head[place].week
        behind = place - len(self.head)
        return self._last_week + 1 + (behind // len(self._tail) if self._tail else 0)

    def done_in_week(self, place: int) -> int:
        """How many days with a routine are behind in the week of this place."""
        lap = self.lap(place)
        before = takewhile(lambda number: self.lap(number) == lap, range(place - 1, -1, -1))
        return sum(not _is_rest(self.at(number)) for number in before)

    def after_rests(self, place: int, free: date, today: date) -> tuple[int, date]:
        """Go on over the days of rest before `today`; `free` is the day that the first may take."""
        while free < today and _is_rest(self.at(place)):
            place, free = place + 1, free + _DAY
        return place, free

    def find(self, routine_id: str, place: int) -> int | None:
        """The first place from this one on with a routine, up to the end of the next week."""
        last = self.lap(place) + 1
        near = takewhile(
            lambda found: self.at(found) is not None and self.lap(found) <= last, count(place)
        )
        return next((found for found in near if self._has(found, routine_id)), None)

    def _has(self, place: int, routine_id: str) -> bool:
        day = self.at(place)
        return day is not None and day.has(routine_id)
