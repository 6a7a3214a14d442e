"""The chart of the time under tension, week by week."""

from collections.abc import Sequence
from datetime import timedelta

from glutetimer.core.counts import count_text
from glutetimer.core.progress.points import Grain, Point, tension
from glutetimer.core.progress.span import weeks_within
from glutetimer.core.progress.weeks import Week, weeks
from glutetimer.core.words.clock_text import hours_text
from glutetimer.ui.chart.content import AxisScale, Bars, ChartContent, Table
from glutetimer.ui.chart.words import GRAIN_HEADINGS, SPAN_WORDS, grain_text
from glutetimer.ui.history.overview.chart_period import ChartPeriod
from glutetimer.ui.words import date_text

_MINUTE_S = 60
_DAYS = {Grain.WEEK: 7, Grain.MONTH: 28, Grain.QUARTER: 90}
"""No month or quarter is shorter, so no bar stands over the next one."""

_NOTES = {
    Grain.MONTH: ", the mean of a month",
    Grain.QUARTER: ", the mean of three months",
}


def tension_chart(period: ChartPeriod) -> ChartContent:
    """Minutes under tension a week, as bars."""
    every = weeks_within(
        weeks(period.totals, period.today, period.first_weekday),
        period.since,
        period.first_weekday,
    )
    grain, found = tension(every)
    has_any = any(point.value for point in found)
    in_minutes = [
        Point(point.day, point.value / _MINUTE_S, point.sessions) for point in found if has_any
    ]
    return ChartContent(
        sentence=_words(period, every),
        first=min(period.first, found[0].day),
        last=max(period.today, found[-1].day + timedelta(days=_DAYS[grain] - 1)),
        scale=AxisScale(f"minutes a week{_NOTES.get(grain, '')}", 10),
        table=_table(found if has_any else (), grain),
        bars=Bars("Under tension", in_minutes, _DAYS[grain], grain is Grain.WEEK),
        grain=grain,
    )


def _table(found: Sequence[Point], grain: Grain) -> Table:
    what = "Under tension" if grain is Grain.WEEK else "Under tension a week"
    rows = [
        (grain_text(point.day, grain), str(point.sessions), hours_text(point.value))
        for point in reversed(found)
    ]
    return Table((GRAIN_HEADINGS[grain], "Sessions", what), rows)


def _words(period: ChartPeriod, every: Sequence[Week]) -> str:
    whole_s = sum(week.under_s for week in every)
    if not whole_s:
        return f"No set was done {SPAN_WORDS[period.span]}."
    past = every[:-1]
    if len(past) < 2:
        return (
            f"{hours_text(whole_s)} of effort in "
            f"{count_text(sum(week.sessions for week in every), 'session')} so far."
        )
    most = max(every, key=lambda week: week.under_s)
    mean_s = sum(week.under_s for week in past) / len(past)
    return (
        f"Your muscles worked {hours_text(mean_s)} a week on average. The most was "
        f"{hours_text(most.under_s)}, in the week from {date_text(most.first_day)}."
    )
