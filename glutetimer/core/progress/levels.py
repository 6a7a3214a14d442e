"""What people say of a session on a scale of 0 to 10 (pain, effort), and where it is heading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.points import Point, median
from glutetimer.core.progress.weeks import counted

FEWEST = 8
"""Fewer points than this are shown, but say nothing of a trend."""

WINDOW = 5


@dataclass(frozen=True, slots=True)
class Tendency:
    """The usual level in the earlier and in the later half of some time, both medians."""

    earlier: float
    later: float

    @property
    def change(self) -> int:
        """-1 if the later half is lower by a whole level or more, 1 if higher, else 0."""
        difference = self.later - self.earlier
        return 0 if abs(difference) < 1 else (1 if difference > 0 else -1)


def trend(points: Sequence[Point]) -> tuple[Point, ...] | None:
    """The running median of five points, one for each; None for fewer than eight points.

    A median and no straight line: levels are whole numbers on a bounded scale, one bad day must not
    tilt everything that came before it, and pain that falls and then stays is no line. At both ends
    the window is cut to the points that there are (three, then four), never filled up.
    """
    if len(points) < FEWEST:
        return None
    values = [point.value for point in points]
    half = WINDOW // 2
    return tuple(
        replace(point, value=median(values[max(0, at - half) : at + half + 1]))
        for at, point in enumerate(points)
    )


def course(points: Sequence[Point]) -> Tendency | None:
    """The earlier half against the later (an odd one in the middle is in none); None for few."""
    if len(points) < FEWEST:
        return None
    half = len(points) // 2
    values = [point.value for point in points]
    return Tendency(median(values[:half]), median(values[-half:]))


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
