"""The days that a report is about."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

USUAL_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; ValueError if they are the wrong way round."""

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.since > self.until:
            raise ValueError(f"{self.since} is after {self.until}")


def last_months(until: date, months: int = USUAL_MONTHS) -> Period:
    """So many months up to a day: three months up to 31 March begin on 1 January."""
    year, month = divmod(until.year * 12 + until.month - 1 - months, 12)
    before = date(year, month + 1, min(until.day, monthrange(year, month + 1)[1]))
    return Period(before + timedelta(days=1), until)
