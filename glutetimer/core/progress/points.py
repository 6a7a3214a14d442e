"""Values over time, a point a session, a week or a month: as many as an eye can tell apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from operator import itemgetter

from glutetimer.core.progress.weeks import Week, week_start

MOST_POINTS = 75
"""More points than this side by side run into one another on a chart of usual width."""


class Grain(IntEnum):
    """What one point stands for."""

    SESSION = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4  # of a year


LONGEST_GAPS = {Grain.SESSION: 21, Grain.WEEK: 21, Grain.MONTH: 62, Grain.QUARTER: 186}
"""Days between two points that a line bridges; after a longer break it begins anew."""


@dataclass(frozen=True, slots=True)
class Point:
    """The median of what was measured in `sessions` sessions.

    `day` is the session's day, or the first day of the week, month or quarter.
    """

    day: date
    value: float
    sessions: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Several points of the same sessions side by side; None where nothing was measured."""

    day: date
    values: tuple[float | None, ...]
    sessions: int = 1


def grain_for(days: Iterable[date], first_weekday: int) -> Grain:
    """The finest grain with at most MOST_POINTS points for sessions on these days.

    Of quarters of a year, the coarsest, there may be more.
    """
    each = list(days)
    if len(each) <= MOST_POINTS:
        return Grain.SESSION
    distinct = set(each)
    for grain in (Grain.WEEK, Grain.MONTH):
        if len({grain_start(day, grain, first_weekday) for day in distinct}) <= MOST_POINTS:
            return grain
    return Grain.QUARTER


def grain_start(day: date, grain: Grain, first_weekday: int) -> date:
    """The day on which the point of this day stands."""
    match grain:
        case Grain.SESSION:
            return day
        case Grain.WEEK:
            return week_start(day, first_weekday)
        case Grain.MONTH:
            return day.replace(day=1)
        case Grain.QUARTER:
            return date(day.year, day.month - (day.month - 1) % 3, 1)


def rows(
    sessions: Iterable[tuple[date, tuple[float | None, ...]]], grain: Grain, first_weekday: int
) -> tuple[Row, ...]:
    """The rows of (day of the session, what was measured), oldest first.

    A row of several sessions has their median in every column, which one odd day does not move.
    Sessions in which nothing was measured are left out.
    """
    measured = ((day, values) for day, values in sessions if is_measured(values))
    if grain is Grain.SESSION:
        return tuple(Row(day, values) for day, values in measured)
    of_start: dict[date, list[tuple[float | None, ...]]] = {}
    for day, values in measured:
        of_start.setdefault(grain_start(day, grain, first_weekday), []).append(values)
    return tuple(
        Row(day, tuple(map(_median_of_known, zip(*found, strict=True))), len(found))
        for day, found in sorted(of_start.items(), key=itemgetter(0))
    )


def _median_of_known(values: tuple[float | None, ...]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def is_measured(values: tuple[float | None, ...]) -> bool:
    """Whether there is anything but None."""
    return values.count(None) < len(values)


def column(rows: Iterable[Row], at: int) -> tuple[Point, ...]:
    """The points of one column."""
    return tuple(
        Point(row.day, value, row.sessions) for row in rows if (value := row.values[at]) is not None
    )


def points(
    values: Iterable[tuple[date, float | None]], grain: Grain, first_weekday: int
) -> tuple[Point, ...]:
    """The points of (day of the session, value), as `rows` makes them of one column."""
    return column(rows(((day, (value,)) for day, value in values), grain, first_weekday), 0)


def median(values: Sequence[float]) -> float:
    """The middle of one or more values, the mean of both middles of an even number.

    As `statistics.median`, which takes longer to import than all charts to count.
    """
    in_order = sorted(values)
    half = len(in_order) // 2
    return in_order[half] if len(in_order) % 2 else (in_order[half - 1] + in_order[half]) / 2


def tension(weeks: Sequence[Week]) -> tuple[Grain, tuple[Point, ...]]:
    """Seconds under tension a week: a point a week, also where nothing was done.

    Where those would be too many a point is a month or a quarter: the mean of the weeks that began
    in it, so that the scale stays that of a week.
    """
    days = [week.first_day for week in weeks]
    # A week is here what a session is elsewhere: the finest that there is.
    grain = max(Grain.WEEK, grain_for(days, days[0].isoweekday())) if days else Grain.WEEK
    together: dict[date, list[Week]] = {}
    for week in weeks:
        start = grain_start(week.first_day, grain, week.first_day.isoweekday())
        together.setdefault(start, []).append(week)
    return grain, tuple(
        Point(
            day,
            sum(week.under_s for week in found) / len(found),
            sum(week.sessions for week in found),
        )
        for day, found in together.items()
    )
