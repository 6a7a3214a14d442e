"""Time under tension: the seconds of effort, week by week."""

from collections.abc import Sequence
from datetime import date

from glutetimer.core.progress.points import Grain, Point, grain_for, grain_start
from glutetimer.core.progress.weeks import Week


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
