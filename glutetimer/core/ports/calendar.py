"""Sessions for the person's calendar, those that were and those to come: a port and its values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from glutetimer.core.history.totals import SessionTotals

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_WEEKS = 520
MOST_REMINDER_MIN = 24 * 60


@dataclass(frozen=True, slots=True)
class WeeklyPlan:
    """A routine on some days of every week, at a time on the person's clock.

    `weekdays` count from 0 (Monday) to 6, in order and each once; `at` is without a zone;
    nothing is before `first_day`. `weeks` None goes on without end. `reminder_min` is minutes
    before, None for no reminder. ValueError for what is not possible.
    """

    routine_id: str
    title: str
    duration_s: float
    weekdays: tuple[int, ...]
    at: time
    first_day: date
    weeks: int | None = None
    reminder_min: int | None = None

    def __post_init__(self) -> None:
        if not self.weekdays or list(self.weekdays) != sorted(set(self.weekdays) & set(range(7))):
            raise ValueError(f"no days of a week: {self.weekdays}")
        if self.at.tzinfo is not None:
            raise ValueError("the time of a plan has no zone")
        if self.weeks is not None and not 1 <= self.weeks <= MOST_WEEKS:
            raise ValueError(f"not so many weeks: {self.weeks}")
        if self.reminder_min is not None and not 0 <= self.reminder_min <= MOST_REMINDER_MIN:
            raise ValueError(f"no such reminder: {self.reminder_min} min")

    @property
    def first_at(self) -> datetime:
        """When the first session begins, on the clock of wherever the person is (naive)."""
        ahead = min((day - self.first_day.weekday()) % 7 for day in self.weekdays)
        return datetime.combine(self.first_day + timedelta(days=ahead), self.at)

    @property
    def count(self) -> int | None:
        """How many sessions it is; None without end."""
        return None if self.weeks is None else self.weeks * len(self.weekdays)


class CalendarMaker(Protocol):
    """Makes the content of iCalendar files (RFC 5545), which every calendar program imports."""

    def past(self, sessions: Sequence[SessionTotals], now: datetime, *, with_levels: bool) -> bytes:
        """An event for every session; pain and effort are in it only `with_levels`.

        A session is the same event in every file, so that importing again doubles nothing.
        """

    def plan(self, plan: WeeklyPlan, now: datetime) -> bytes:
        """One event that comes again; the same plan is the same event in every file.

        The same is: of this routine, on these days of the week, at this time.
        """
