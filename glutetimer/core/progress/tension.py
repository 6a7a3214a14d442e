"""Time under tension: the seconds of effort, week by week."""

from collections.abc import Sequence
from datetime import date

from glutetimer.core.progress.points import MOST_POINTS, Grain, Point
from glutetimer.core.progress.weeks import Week


def tension(weeks: Sequence[Week]) -> tuple[Grain, tuple[Point, ...]]:
    """Seconds under tension a week: a point a week, also where nothing was done.

    Where those would be too many a point is a month: the mean of the weeks that began in it, so
    that the scale stays that of a week.
    """
    if len(weeks) <= MOST_POINTS:
        each = (Point(week.first_day, week.under_s, week.sessions) for week in weeks)
        return Grain.WEEK, tuple(each)
    together: dict[date, list[Week]] = {}
    for week in weeks:
        together.setdefault(week.first_day.replace(day=1), []).append(week)
    return Grain.MONTH, tuple(
        Point(
            day,
            sum(week.under_s for week in found) / len(found),
            sum(week.sessions for week in found),
        )
        for day, found in together.items()
    )
