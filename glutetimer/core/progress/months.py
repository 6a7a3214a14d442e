"""Months along an axis of time."""

from collections.abc import Iterator
from datetime import date

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
"""So many months may be from one label to the next."""


def month_starts(first: date, last: date, step: int) -> Iterator[date]:
    """Yield the first days of every `step`-th month within two days.

    Those of steps of a year and more are in January, of round years.
    """
    number = first.year * 12 + first.month - 1 + (first.day > 1)
    number += -number % step
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        yield day
        number += step
