"""How far back a chart looks."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from glutetimer.core.history.totals import ExerciseTotals, SessionTotals
from glutetimer.core.progress.weeks import Week, week_start

_Total = TypeVar("_Total", SessionTotals, ExerciseTotals)


class Span(StrEnum):
    """The time up to today that is shown."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


_DAYS = {Span.MONTH: 30, Span.QUARTER: 91, Span.YEAR: 365}


def since(span: Span, today: date) -> date | None:
    """The first day that is shown; None for no limit."""
    return today - timedelta(days=_DAYS[span] - 1) if span in _DAYS else None


def within(totals: Sequence[_Total], first: date | None) -> Sequence[_Total]:
    """Those of the rows (oldest first) that began on or after a day."""
    if first is None:
        return totals
    return [total for total in totals if total.day >= first]


def weeks_within(weeks: Sequence[Week], first: date | None, first_weekday: int) -> Sequence[Week]:
    """Those of the weeks that have such a day; whole weeks, so that no bar is short by a cut."""
    if first is None:
        return weeks
    start = week_start(first, first_weekday)
    return [week for week in weeks if week.first_day >= start]
