"""The sessions of every week of a report against the goal, as bars."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt

from glutetimer.core.progress.points import Grain, Point
from glutetimer.core.progress.weeks import DAYS
from glutetimer.core.report.values import Adherence
from glutetimer.ui.chart.content import AxisScale, Bars, Plot
from glutetimer.ui.chart.drawing import PlotPainter, paint_bar
from glutetimer.ui.paper.paper import BOLD, INK, Paper, TextStyle
from glutetimer.ui.paper.report.charts import TINY, draw_key, paper_look

_FULL_WEEKS = 12
"""Fewer weeks than this do not take the whole width."""
_COUNT_WIDE = 8.0


def draw_weeks(paper: Paper, adherence: Adherence, box: QRectF) -> None:
    """A bar for every week, and a line at the goal; `adherence` has a week."""
    weeks, goal = adherence.weeks, adherence.goal
    points = [Point(week.first_day, week.sessions) for week in weeks]
    bars = Bars("Sessions", points, DAYS, adherence.is_running, goal)
    first = weeks[0].first_day
    plot = Plot(
        first=first,
        last=weeks[-1].first_day + timedelta(days=DAYS - 1),
        scale=AxisScale("sessions", goal, numbers=(), limits=(goal,)),
        bars=bars,
        grain=Grain.WEEK,
    )
    area, look = box.adjusted(16, 8, -44, -13), paper_look()
    area.setWidth(area.width() * min(1, len(weeks) / _FULL_WEEKS))
    plotted = PlotPainter(plot, area, look)
    plotted.paint(paper.painter, first.isoweekday())
    for point in points:
        bar = plotted.bar_box(bars, point)
        if bar.width() >= _COUNT_WIDE:
            # White behind it, for the line of the goal.
            count = QRectF(bar.center().x() - _COUNT_WIDE / 2, bar.top() - 8.6, _COUNT_WIDE, 8)
            paper.painter.fillRect(count, look.ground)
            paper.one_line(f"{point.value}", count, TINY, Qt.AlignmentFlag.AlignHCenter)
    label = QRectF(area.right() + 5, plotted.y(goal) - 5, 40, 10)
    paper.one_line(f"goal {goal}", label, TextStyle(7.2, BOLD, INK))


def draw_week_key(paper: Paper, has_running: bool, right: float, y: float) -> None:
    """What the fills of the bars mean."""
    shown = [
        ("goal reached", Qt.BrushStyle.SolidPattern),
        ("below the goal", Qt.BrushStyle.NoBrush),
    ]
    shown += [("still running", Qt.BrushStyle.BDiagPattern)] if has_running else []
    samples = [(name, partial(_paint_fill, paper, fill)) for name, fill in shown]
    draw_key(paper, samples, right, y, 14)


def _paint_fill(paper: Paper, fill: Qt.BrushStyle, at: QPointF) -> None:
    paint_bar(paper.painter, QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7), fill, paper_look())
