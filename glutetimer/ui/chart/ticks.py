"""Which numbers are written beside a chart, and which days under it."""

from dataclasses import dataclass
from datetime import date, timedelta

from glutetimer.core.progress.months import MONTH_STEPS, month_starts
from glutetimer.ui.words import MONTHS

MOST_NUMBERS = 7
"""More numbers than this beside a chart help nobody."""

_DAY_STEPS = (1, 7, 14)


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
    """At most `most` (2 or more) ticks from `first` to `last`, evenly apart in days or months."""
    for step in _DAY_STEPS:
        begin = first if step == 1 else first + timedelta((first_weekday - first.isoweekday()) % 7)
        days = [begin + timedelta(n) for n in range(0, (last - begin).days + 1, step)]
        if len(days) <= most:
            return [Tick(day, f"{day.day} {MONTHS[day.month - 1]}") for day in days]
    for months in MONTH_STEPS:
        days = list(month_starts(first, last, months))
        if len(days) <= most:
            break
    return [Tick(day, _month_text(day, months)) for day in days]


def _month_text(day: date, months: int) -> str:
    return str(day.year) if months >= 12 or day.month == 1 else MONTHS[day.month - 1]
