"""The charts of what people say on a scale of 0 to 10: pain and effort."""

from collections.abc import Callable, Iterable, Sequence

from glutetimer.core.counts import count_text
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress import levels
from glutetimer.core.progress.levels import FEWEST, course, trend
from glutetimer.core.progress.points import Grain, Point, Row, column, grain_for, is_measured, rows
from glutetimer.ui.chart.content import (
    AxisScale,
    ChartContent,
    ChartInk,
    ChartLine,
    PointMarker,
    Stroke,
    table_of,
)
from glutetimer.ui.chart.words import SPAN_WORDS, course_words
from glutetimer.ui.history.overview.chart_period import ChartPeriod

_PAIN_SCALE = AxisScale("0 none, 10 worst", 10, is_fixed=True)
_EFFORT_SCALE = AxisScale("0 none, 10 most", 10, is_fixed=True)


def pain_chart(period: ChartPeriod) -> ChartContent:
    """Pain before and after each session, the next morning where it was told, and the trends."""
    found, grain = _rows(levels.pain, period)
    before, after, morning = (column(found, at) for at in range(3))
    lines = [
        ChartLine("Before", before, ChartInk.SECOND, PointMarker.RING),
        ChartLine("After", after, ChartInk.FIRST, PointMarker.DIAMOND),
        ChartLine("Next morning", morning, ChartInk.THIRD, PointMarker.TRIANGLE),
        _trend("Trend before", before, ChartInk.SECOND, Stroke.DASHED),
        _trend("Trend after", after, ChartInk.FIRST, Stroke.SOLID),
    ]
    words = _words(period, found, after, "Pain after a session", "no pain", "your back feels")
    relief = levels.relief(period.totals)
    if course(after) is not None and relief is not None and abs(relief) >= 1:
        side = "lower" if relief > 0 else "higher"
        words = f"{words} It is usually {side} after a session than before."
    return ChartContent(
        sentence=words,
        first=period.first_with(found),
        last=period.today,
        scale=_PAIN_SCALE,
        table=table_of(found, grain, ("Before", "After", "Next morning")),
        lines=[line for line in lines if line.points],
        grain=grain,
    )


def effort_chart(period: ChartPeriod) -> ChartContent:
    """How hard each session was, and the trend."""
    found, grain = _rows(levels.effort, period)
    effort = column(found, 0)
    lines = [
        ChartLine("Effort", effort, ChartInk.THIRD, PointMarker.DISC),
        _trend("Trend", effort, ChartInk.THIRD, Stroke.SOLID),
    ]
    return ChartContent(
        sentence=_words(period, found, effort, "Effort", "no effort", "hard it was"),
        first=period.first_with(found),
        last=period.today,
        scale=_EFFORT_SCALE,
        table=table_of(found, grain, ("Effort",)),
        lines=[line for line in lines if line.points],
        grain=grain,
    )


def _rows(
    answers: Callable[[Iterable[SessionTotals]], Iterable[levels.Answers]], period: ChartPeriod
) -> tuple[tuple[Row, ...], Grain]:
    told = [day for day, values in answers(period.totals) if is_measured(values)]
    grain = grain_for(told, period.first_weekday)
    return rows(answers(period.totals), grain, period.first_weekday), grain


def _trend(name: str, points: Sequence[Point], ink: ChartInk, stroke: Stroke) -> ChartLine:
    return ChartLine(name, trend(points) or (), ink, stroke=stroke)


def _words(
    period: ChartPeriod,
    found: Sequence[Row],
    points: Sequence[Point],
    what: str,
    nothing: str,
    how: str,
) -> str:
    """How the level went; `nothing` and `how` are said where it was not told."""
    when = SPAN_WORDS[period.span]
    if not found:
        return f"You told {nothing} {when}. After a session you can say how {how}."
    went = course(points)
    if went is None:
        told = count_text(sum(row.sessions for row in found), "session")
        return f"You told it for {told} {when}. A trend is drawn from {FEWEST} on."
    return course_words(what, went)
