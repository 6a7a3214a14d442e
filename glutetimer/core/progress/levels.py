"""What people say of a session on a scale of 0 to 10: pain before, after, next morning; effort."""

from collections.abc import Iterable, Iterator
from datetime import date

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.points import median
from glutetimer.core.progress.trend import FEWEST
from glutetimer.core.progress.weeks import counted

Answers = tuple[date, tuple[float | None, ...]]
"""The day of a session, and what the person said of it; None where not answered."""


def pain(totals: Iterable[SessionTotals]) -> Iterator[Answers]:
    """(day, pain before, after, and the next morning) of every session that counts."""
    return (
        (total.day, (total.pain_before, total.pain_after, total.pain_morning))
        for total in counted(totals)
    )


def effort(totals: Iterable[SessionTotals]) -> Iterator[Answers]:
    """(day, effort) of every session that counts."""
    return ((total.day, (total.effort,)) for total in counted(totals))


def relief(totals: Iterable[SessionTotals]) -> float | None:
    """By how much pain is usually less after a session than before it (below 0: more).

    The median of the sessions with both answers; None for fewer than eight of them.
    """
    differences = [
        total.pain_before - total.pain_after
        for total in counted(totals)
        if total.pain_before is not None and total.pain_after is not None
    ]
    return median(differences) if len(differences) >= FEWEST else None
