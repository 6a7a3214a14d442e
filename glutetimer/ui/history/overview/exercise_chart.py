"""The chart of one exercise: reps, seconds held or sets of each session, left against right."""

from collections.abc import Sequence

from glutetimer.core.counts import count_text
from glutetimer.core.history.totals import ExerciseTotals
from glutetimer.core.progress.exercise import Measure, balance, by_session, sides
from glutetimer.core.progress.points import column, grain_for, rows
from glutetimer.core.side import Side
from glutetimer.ui.chart.content import (
    AxisScale,
    ChartContent,
    ChartInk,
    ChartLine,
    PointMarker,
    Stroke,
    table_of,
)
from glutetimer.ui.chart.words import SPAN_WORDS
from glutetimer.ui.history.overview.chart_period import ChartPeriod

MEASURE_NAMES = {Measure.REPS: "Reps", Measure.HOLD: "Seconds held", Measure.SETS: "Sets"}
_UNITS = {
    Measure.REPS: "reps a session",
    Measure.HOLD: "seconds a session",
    Measure.SETS: "sets a session",
}
_LEAST_TOPS = {Measure.REPS: 10, Measure.HOLD: 30, Measure.SETS: 4}
_LOOKS = {
    Side.LEFT: (ChartInk.SECOND, PointMarker.LEFT, Stroke.DASHED),
    Side.RIGHT: (ChartInk.FIRST, PointMarker.RIGHT, Stroke.SOLID),
    Side.FORWARD: (ChartInk.THIRD, PointMarker.TRIANGLE, Stroke.SOLID),
    Side.BACK: (ChartInk.SECOND, PointMarker.DIAMOND, Stroke.DASHED),
    None: (ChartInk.FIRST, PointMarker.DISC, Stroke.SOLID),
}


def exercise_chart(
    period: ChartPeriod, totals: Sequence[ExerciseTotals], measure: Measure
) -> ChartContent:
    """One measure of one exercise; `totals` are its rows within the period."""
    days = [day for day, _ in by_session(totals, measure)]
    grain = grain_for(days, period.first_weekday)
    found = rows(by_session(totals, measure), grain, period.first_weekday)
    worked = sides(totals)
    names = [side.value if side else "" if len(worked) == 1 else "both" for side in worked]
    lines = []
    for at, side in enumerate(worked):
        ink, marker, stroke = _LOOKS[side]
        name = names[at].capitalize() or MEASURE_NAMES[measure]
        lines.append(ChartLine(name, column(found, at), ink, marker, stroke))
    headings = [f"{MEASURE_NAMES[measure]} {name}".strip() for name in names]
    return ChartContent(
        sentence=_words(period, totals, measure, len(days)),
        first=period.first_with(found),
        last=period.today,
        scale=AxisScale(_UNITS[measure], _LEAST_TOPS[measure]),
        table=table_of(found, grain, headings),
        lines=lines,
        grain=grain,
    )


def _words(
    period: ChartPeriod, totals: Sequence[ExerciseTotals], measure: Measure, sessions: int
) -> str:
    when = SPAN_WORDS[period.span]
    if not sessions:
        return f"You did not do this exercise {when}."
    words = f"You did it in {count_text(sessions, 'session')} {when}."
    found = balance(totals, measure)
    if found is None:
        return words
    amounts = f"left {round(found.left):,}, right {round(found.right):,}"
    what = MEASURE_NAMES[measure].lower()
    match found.more:
        case None:
            return f"{words} Both sides did about the same: {amounts} {what} in all."
        case side:
            return f"{words} The {side.value} side did more: {amounts} {what} in all."
