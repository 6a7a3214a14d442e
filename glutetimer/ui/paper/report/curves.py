"""The curves of a report, drawn straight onto the page.

pyqtgraph, which draws those on the screen, is made for widgets: on paper it would come as a picture
or bring a scene of its own, and it takes half a second to import. Everything here can be told
apart without colour: by marker, by line, by fill.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from glutetimer.core.pain import ACCEPTABLE_MOST, SAFE_MOST
from glutetimer.core.progress.months import MONTH_STEPS, month_starts
from glutetimer.core.progress.points import LONGEST_GAPS, Grain, Point
from glutetimer.core.report.values import Report
from glutetimer.ui.paper.paper import INK, LINE, SOFT, Paper, TextStyle
from glutetimer.ui.words import MONTHS

TINY = TextStyle(6.8, color=SOFT)
TOP_LEVEL = 10
_FAINT = "#e3e5e0"
LABEL_APART = 38.0


class CurveMarker(Enum):
    """The mark of a point."""

    DISC = "disc"
    RING = "ring"
    TRIANGLE = "triangle"
    SQUARE = "square"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Curve:
    """Points with their marker; `line` None leaves them unconnected."""

    name: str
    points: Sequence[Point]
    marker: CurveMarker
    line: Qt.PenStyle | None = Qt.PenStyle.SolidLine
    color: str = INK


class TimeAxis:
    """Where a day stands between the left and the right end of a chart."""

    def __init__(self, first: date, last: date, left: float, right: float) -> None:
        self.first, self.last = first, last
        self.left, self.right = left, right
        self._days = max(1, (last - first).days)

    def x(self, day: date) -> float:
        """The place of a day; one outside is put at the end."""
        share = (day - self.first).days / self._days
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Places and labels, as many as have room."""
        room = max(2, int((self.right - self.left) / LABEL_APART))
        if self._days <= 70:
            step = next(n for n in (1, 2, 7, 14) if self._days / n < room)
            for number in range(0, self._days + 1, step):
                day = self.first + timedelta(days=number)
                yield self.x(day), f"{day.day} {MONTHS[day.month - 1]}"
            return
        months = self._days / 30.4
        step = next((n for n in MONTH_STEPS if months / n < room), MONTH_STEPS[-1])
        for day in month_starts(self.first, self.last, step):
            year = f" {day.year}" if step >= 12 or day.month == 1 or months > 11 else ""
            yield self.x(day), f"{MONTHS[day.month - 1]}{year}"


def draw_levels(
    paper: Paper,
    curves: Sequence[Curve],
    axis: TimeAxis,
    plot: QRectF,
    grain: Grain,
    *,
    is_pain: bool,
) -> None:
    """Curves of levels from 0 to 10; pain has the lines of the pain-monitoring model."""
    levels = (0, SAFE_MOST, ACCEPTABLE_MOST, TOP_LEVEL) if is_pain else (0, 5, TOP_LEVEL)
    for level in levels:
        y = _y(plot, level)
        is_step = is_pain and level in (SAFE_MOST, ACCEPTABLE_MOST)
        style = Qt.PenStyle.DashLine if is_step else Qt.PenStyle.SolidLine
        color = LINE if level else SOFT
        paper.line(plot.left(), y, plot.right(), y, color=color, wide=0.6, style=style)
        label = QRectF(plot.left() - 18, y - 5, 13, 10)
        paper.one_line(str(level), label, TINY, Qt.AlignmentFlag.AlignRight)
    for curve in curves:
        _draw_curve(paper, curve, axis, plot, grain)


def draw_time(paper: Paper, axis: TimeAxis, top: float, bottom: float) -> None:
    """The labels of the days below `bottom`, and thin lines up to `top`."""
    for x, text in axis.ticks():
        paper.line(x, top, x, bottom, color=_FAINT, wide=0.5)
        paper.line(x, bottom, x, bottom + 3, color=SOFT, wide=0.6)
        paper.one_line(text, QRectF(x - 2, bottom + 3, LABEL_APART + 10, 9), TINY)


def draw_legend(paper: Paper, curves: Sequence[Curve], x: float, y: float) -> None:
    """Marker, line and name of each curve; `x` is the right end."""
    for curve in reversed(curves):
        x -= paper.width(curve.name, TINY) + 4
        paper.one_line(curve.name, QRectF(x, y, 130, 9), TINY)
        x -= 22
        if curve.line is not None:
            paper.line(x, y + 4.5, x + 18, y + 4.5, color=curve.color, wide=1.0, style=curve.line)
        _mark(paper, curve, QPointF(x + 9, y + 4.5))
        x -= 8


def _draw_curve(paper: Paper, curve: Curve, axis: TimeAxis, plot: QRectF, grain: Grain) -> None:
    places = [QPointF(axis.x(point.day), _y(plot, point.value)) for point in curve.points]
    if curve.line is not None:
        for at in range(1, len(places)):
            gap = curve.points[at].day - curve.points[at - 1].day
            if gap.days <= LONGEST_GAPS[grain]:
                a, b = places[at - 1], places[at]
                paper.line(
                    a.x(), a.y(), b.x(), b.y(), color=curve.color, wide=1.0, style=curve.line
                )
    for place in places:
        _mark(paper, curve, place)


def _mark(paper: Paper, curve: Curve, at: QPointF) -> None:
    painter, x, y = paper.painter, at.x(), at.y()
    painter.setPen(QPen(QColor(curve.color), 0.9))
    is_hollow = curve.marker in (CurveMarker.RING, CurveMarker.TRIANGLE)
    painter.setBrush(QColor("white" if is_hollow else curve.color))
    match curve.marker:
        case CurveMarker.DISC:
            painter.drawEllipse(at, 1.7, 1.7)
        case CurveMarker.RING:
            painter.drawEllipse(at, 2.8, 2.8)  # around a disc of the same level
        case CurveMarker.TRIANGLE:
            corners = [QPointF(x, y - 2.9), QPointF(x + 2.6, y + 1.9), QPointF(x - 2.6, y + 1.9)]
            painter.drawPolygon(QPolygonF(corners))
        case CurveMarker.SQUARE:
            painter.drawRect(QRectF(x - 1.7, y - 1.7, 3.4, 3.4))
        case CurveMarker.CROSS:
            painter.setPen(QPen(QColor(curve.color), 1.3))
            painter.drawLine(QPointF(x - 2.6, y - 2.6), QPointF(x + 2.6, y + 2.6))
            painter.drawLine(QPointF(x - 2.6, y + 2.6), QPointF(x + 2.6, y - 2.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _y(plot: QRectF, level: float) -> float:
    return plot.bottom() - level / TOP_LEVEL * plot.height()


def axis_of(report: Report, left: float, right: float) -> TimeAxis:
    """The axis of a period, without the time before the very first session or after today."""
    period, weeks = report.period, report.adherence.weeks
    since = max(period.since, weeks[0].first_day) if weeks else period.since
    return TimeAxis(since, max(since, min(period.until, report.made_on)), left, right)
