"""Which numbers are written beside a chart, and which days under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from glutetimer.core.progress.months import MONTH_STEPS, month_starts
from glutetimer.core.progress.weeks import week_start
from glutetimer.ui.words import MONTHS

MOST_NUMBERS = 7
"""More numbers than this beside a chart help nobody."""

_WEEK_STEPS = (1, 2)


@dataclass(frozen=True, slots=True)
class Tick:
    """A day with its words."""

    day: date
    text: str


def number_ticks(top: float) -> list[float]:
    """Round numbers from 0 up to `top` (above 0), at most MOST_NUMBERS, evenly apart."""
    size = 1.0
    while True:
        for step in (size, 2 * size, 5 * size):
            if top // step < MOST_NUMBERS:
                return [number * step for number in range(int(top // step) + 1)]
        size *= 10


def day_ticks(first: date, last: date, most: int, first_weekday: int) -> list[Tick]:
    """At most `most` (2 or more) ticks from `first` to `last`, evenly apart in weeks or months."""
    for weeks in _WEEK_STEPS:
        days = list(_weeks(first, last, weeks, first_weekday))
        if len(days) <= most:
            return [Tick(day, f"{day.day} {MONTHS[day.month - 1]}") for day in days]
    for months in MONTH_STEPS:
        days = list(month_starts(first, last, months))
        if len(days) <= most:
            break
    return [Tick(day, _month_text(day, months)) for day in days]


def _month_text(day: date, months: int) -> str:
    return str(day.year) if months >= 12 or day.month == 1 else MONTHS[day.month - 1]


def _weeks(first: date, last: date, step: int, first_weekday: int) -> Iterator[date]:
    day = week_start(first, first_weekday)
    if day < first:
        day += timedelta(weeks=1)
    while day <= last:
        yield day
        day += timedelta(weeks=step)
