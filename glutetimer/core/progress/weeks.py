"""Weeks: what was done in each, from the person's own first weekday, and a forgiving streak."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.history.totals import SessionTotals

DAYS = 7


@dataclass(frozen=True, slots=True)
class Week:
    """What was done in the seven days from `first_day` on."""

    first_day: date
    sessions: int = 0  # those that count for the goal
    active_s: float = 0.0
    under_s: float = 0.0
    squeezes: int = 0


def counted(totals: Iterable[SessionTotals]) -> tuple[SessionTotals, ...]:
    """The sessions that count: those with at least one set done."""
    return tuple(total for total in totals if total.sets_done > 0)


def trained(totals: Iterable[SessionTotals]) -> tuple[SessionTotals, ...]:
    """The sessions that count for the week's goal: a squeeze is a minute's break from sitting."""
    return tuple(total for total in counted(totals) if total.routine_id != SQUEEZES)


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week with this day."""
    return day - timedelta(days=(day.isoweekday() - first_weekday) % DAYS)


def weeks(totals: Sequence[SessionTotals], today: date, first_weekday: int) -> tuple[Week, ...]:
    """Every week from the first session's to the current one, also those with nothing done.

    The last one is the week with `today` (or, after the clock was set back, with the last session).
    """
    of_week: dict[date, list[SessionTotals]] = {}
    for total in counted(totals):
        of_week.setdefault(week_start(total.day, first_weekday), []).append(total)
    now = week_start(today, first_weekday)
    first, last = min([*of_week, now]), max([*of_week, now])
    starts = (first + timedelta(days=days) for days in range(0, (last - first).days + 1, DAYS))
    return tuple(_week(start, of_week.get(start, ())) for start in starts)


def _week(start: date, done: Sequence[SessionTotals]) -> Week:
    active_s, under_s = sum(one.active_s for one in done), sum(one.under_s for one in done)
    sessions = len(trained(done))
    return Week(start, sessions, active_s, under_s, len(done) - sessions)


@dataclass(frozen=True, slots=True)
class Streak:
    """How many weeks in a row reached the goal.

    `is_reached` tells whether the current week has reached it and so is among `weeks`.
    """

    weeks: int
    is_reached: bool


def streak(weeks: Sequence[Week], goal: int) -> Streak:
    """The streak at the end of these weeks, the last of which still runs.

    The running week adds when the goal is reached and breaks nothing before; within a week any days
    may be missed. Past weeks are measured by the goal of today: what it was then is not known.
    """
    if not weeks:
        return Streak(0, False)
    *past, now = weeks
    is_reached = now.sessions >= goal
    in_row = takewhile(lambda week: week.sessions >= goal, reversed(past))
    return Streak(sum(1 for _ in in_row) + is_reached, is_reached)
