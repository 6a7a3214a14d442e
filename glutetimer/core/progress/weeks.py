"""Weeks: what was done in each, from the person's own first weekday."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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
