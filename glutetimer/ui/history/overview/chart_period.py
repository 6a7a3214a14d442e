"""The time that the charts show, and what was done in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.points import Row
from glutetimer.core.progress.span import Span, since

LEAST_DAYS = 28
"""A chart is never narrower in time: three sessions of one week are not stretched over it."""


@dataclass(frozen=True, slots=True)
class ChartPeriod:
    """The sessions of a span, oldest first, up to `today`."""

    span: Span
    today: date
    first_weekday: int
    totals: Sequence[SessionTotals]

    @property
    def since(self) -> date | None:
        """The first day of the span; None for all."""
        return since(self.span, self.today)

    @property
    def first(self) -> date:
        """The first day that is drawn: not long before the first session."""
        first = self.totals[0].day if self.totals else self.today
        if self.since is not None:
            first = max(first, self.since)
        return min(first, self.today - timedelta(days=LEAST_DAYS - 1))

    def first_with(self, found: Sequence[Row]) -> date:
        """The first day that is drawn with these rows, which may stand for a whole month."""
        return min(self.first, found[0].day) if found else self.first
