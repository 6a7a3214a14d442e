"""A year of days, laid out in weeks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.weeks import DAYS, counted, week_start

YEAR_WEEKS = 53


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on a day; `titles` are the routines in the order of the sessions."""

    day: date
    active_s: float = 0.0
    titles: tuple[str, ...] = ()

    @property
    def sessions(self) -> int:
        """How many sessions began on this day."""
        return len(self.titles)


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """The days of `YEAR_WEEKS` weeks; each week is a column of 7, None for days after the last."""

    columns: tuple[tuple[Day | None, ...], ...]

    @property
    def first_day(self) -> date:
        """The first day of the first week."""
        first = self.columns[0][0]
        assert first is not None
        return first.day

    @property
    def last_day(self) -> date:
        """The last day that has a cell."""
        return max(day.day for day in self.columns[-1] if day is not None)

    def at(self, day: date) -> Day | None:
        """What was done on a day; None outside the calendar."""
        column, row = divmod((day - self.first_day).days, DAYS)
        return self.columns[column][row] if 0 <= column < len(self.columns) else None


def year_calendar(
    totals: Iterable[SessionTotals], last_day: date, first_weekday: int
) -> YearCalendar:
    """The calendar whose last cell is `last_day`: its week and the 52 before.

    Sessions outside are left out.
    """
    first = week_start(last_day, first_weekday) - timedelta(weeks=YEAR_WEEKS - 1)
    of_day: dict[date, list[SessionTotals]] = {}
    for total in counted(totals):
        of_day.setdefault(total.day, []).append(total)
    every = (first + timedelta(days=number) for number in range(YEAR_WEEKS * DAYS))
    cells = [_day(day, of_day.get(day, ())) if day <= last_day else None for day in every]
    return YearCalendar(tuple(tuple(cells[at : at + DAYS]) for at in range(0, len(cells), DAYS)))


def _day(day: date, done: Sequence[SessionTotals]) -> Day:
    return Day(day, sum(one.active_s for one in done), tuple(one.routine_title for one in done))
