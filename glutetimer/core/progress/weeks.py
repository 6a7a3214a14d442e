"""Weeks: what was done in each, from the person's own first weekday, and a forgiving streak."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from glutetimer.core.history.totals import SessionTotals

DAYS = 7
_WEEK = timedelta(days=DAYS)


@dataclass(frozen=True, slots=True)
class Week:
    """What was done in the seven days from `first_day` on."""

    first_day: date
    sessions: int = 0
    active_s: float = 0.0
    under_s: float = 0.0


def counted(totals: Iterable[SessionTotals]) -> tuple[SessionTotals, ...]:
    """The sessions that count: those with at least one set done."""
    return tuple(total for total in totals if total.sets_done > 0)


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week with this day."""
    return day - timedelta(days=(day.isoweekday() - first_weekday) % DAYS)


def weeks(totals: Sequence[SessionTotals], today: date, first_weekday: int) -> tuple[Week, ...]:
    """Every week from the first session's to the current one, also those with nothing done.

    The last one is the week with `today` (or, after the clock was set back, with the last session).
    """
    sums: dict[date, list[float]] = {}
    starts: dict[date, date] = {}
    for total in counted(totals):
        if total.day not in starts:
            starts[total.day] = week_start(total.day, first_weekday)
        of_week = sums.setdefault(starts[total.day], [0, 0.0, 0.0])
        of_week[0] += 1
        of_week[1] += total.active_s
        of_week[2] += total.under_s
    now = week_start(today, first_weekday)
    first, last = min(sums, default=now), max(sums, default=now)
    first, last = min(first, now), max(last, now)
    found = []
    while first <= last:
        sessions, active_s, under_s = sums.get(first, (0, 0.0, 0.0))
        found.append(Week(first, int(sessions), active_s, under_s))
        first += _WEEK
    return tuple(found)


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
