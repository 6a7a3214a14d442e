"""Paints plots: their axes, bars, lines and points, on the screen and on paper."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from glutetimer.core.progress.points import LONGEST_GAPS, Point
from glutetimer.ui.chart.content import (
    Bars,
    ChartInk,
    ChartLine,
    Plot,
    PointMarker,
    Stroke,
    place_of,
)
from glutetimer.ui.chart.look import ChartLook
from glutetimer.ui.chart.ticks import day_ticks, number_ticks

SAMPLE_PX = 26
"""The length of a line in a key."""

_TICK_PX = 68
"""Room that a day under the chart takes."""
_MARKER_PX = {PointMarker.RING: 4.5, PointMarker.DISC: 3.5}
_SHAPES = {
    PointMarker.DIAMOND: ((0.0, -4.5), (3.6, 0.0), (0.0, 4.5), (-3.6, 0.0)),
    PointMarker.TRIANGLE: ((0.0, -5.0), (5.0, 4.0), (-5.0, 4.0)),
    PointMarker.LEFT: ((-5.0, 0.0), (4.0, -5.0), (4.0, 5.0)),
    PointMarker.RIGHT: ((5.0, 0.0), (-4.0, -5.0), (-4.0, 5.0)),
    # There and back on both diagonals: nothing is inside.
    PointMarker.CROSS: ((-4.0, -4.0), (4.0, 4.0), (0.0, 0.0), (4.0, -4.0), (-4.0, 4.0), (0.0, 0.0)),
}
_DASHES = (3.0, 2.5)
"""Of a dashed line: drawn and left out, in widths of the line."""


class PlotPainter:
    """Paints a plot so that its bars and points fill an area.

    Numbers are written left of the area, and days below it.
    """

    def __init__(self, plot: Plot, area: QRectF, look: ChartLook) -> None:
        self._plot, self._area, self._look = plot, area, look
        days = (plot.last - plot.first).days + 1
        self._first = place_of(plot.first) - days * 0.01
        self._day_wide = area.width() / (days * 1.02)
        scale = plot.scale
        self._top = scale.least_top if scale.is_fixed else max(scale.least_top, plot.highest * 1.08)
        # Levels of 0 and 10 are common: their markers and numbers need room.
        self._margin = 0.6 if scale.is_fixed else 0.0

    def x(self, place: float) -> float:
        """Where a place is that `content.place_of` gave."""
        return self._area.left() + (place - self._first) * self._day_wide

    def y(self, value: float) -> float:
        """Where a value is."""
        share = (value + self._margin) / (self._top + 2 * self._margin)
        return self._area.bottom() - share * self._area.height()

    def place_at(self, x: float) -> float:
        """The place that is there; the way back of `x`."""
        return self._first + (x - self._area.left()) / self._day_wide

    def bar_box(self, bars: Bars, point: Point) -> QRectF:
        """Where a bar is, with a little air on both sides."""
        left = self.x(place_of(point.day) + bars.days * 0.1)
        top = self.y(point.value)
        return QRectF(left, top, bars.days * 0.8 * self._day_wide, self.y(0) - top)

    def paint(self, painter: QPainter, first_weekday: int, *, writes_days: bool = True) -> None:
        """Paint all of it; the painter stays as it was."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font)
        self._paint_numbers(painter)
        self._paint_days(painter, first_weekday, writes_days)
        if self._plot.bars:
            self._paint_bars(painter, self._plot.bars)
        painter.setPen(self._look.pen(self._look.axis, 1))
        area = self._area
        painter.drawPolyline([area.topLeft(), area.bottomLeft(), area.bottomRight()])
        for limit in self._plot.scale.limits:
            painter.setPen(QPen(QColor(self._look.axis), self._look.unit, Qt.PenStyle.DashLine))
            self._draw_level(painter, limit)
        for line in self._plot.lines:
            self._paint_line(painter, line)
        painter.restore()

    def _paint_numbers(self, painter: QPainter) -> None:
        look, unit, numbers = self._look, self._look.unit, self._plot.scale.numbers
        for number in number_ticks(self._top) if numbers is None else numbers:
            if number not in self._plot.scale.limits:
                painter.setPen(look.pen(look.grid, 1))
                self._draw_level(painter, number)
            box = QRectF(
                self._area.left() - 55 * unit, self.y(number) - 10 * unit, 50 * unit, 20 * unit
            )
            painter.setPen(QColor(look.text))
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, align, f"{number:g}")

    def _paint_days(self, painter: QPainter, first_weekday: int, writes: bool) -> None:
        look, area, unit = self._look, self._area, self._look.unit
        most = max(2, int(area.width() / (_TICK_PX * unit)))
        for tick in day_ticks(self._plot.first, self._plot.last, most, first_weekday):
            x = self.x(place_of(tick.day))
            if look.has_day_lines:
                painter.setPen(look.pen(look.grid, 0.5))
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            if writes:
                wide = painter.fontMetrics().horizontalAdvance(tick.text) + 2 * unit
                left = min(x - wide / 2, area.right() + 8 * unit - wide)
                painter.setPen(QColor(look.text))
                box = QRectF(
                    left, area.bottom() + 2 * unit, wide, painter.fontMetrics().height() + unit
                )
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.text)

    def _draw_level(self, painter: QPainter, value: float) -> None:
        y = self.y(value)
        painter.drawLine(QPointF(self._area.left(), y), QPointF(self._area.right(), y))

    def _paint_bars(self, painter: QPainter, bars: Bars) -> None:
        for number, point in enumerate(bars.points, 1):
            fill = Qt.BrushStyle.SolidPattern if point.value >= bars.goal else Qt.BrushStyle.NoBrush
            if bars.is_last_open and number == len(bars.points):
                fill = Qt.BrushStyle.BDiagPattern
            if point.value:
                paint_bar(painter, self.bar_box(bars, point), fill, self._look)

    def _paint_line(self, painter: QPainter, line: ChartLine) -> None:
        places = [
            QPointF(self.x(place), self.y(point.value))
            for place, point in zip(_places(line.points), line.points, strict=True)
        ]
        if line.stroke:
            # It stops where nothing was done for long, and begins anew.
            path = QPainterPath()
            last_day = date.min
            for at, point in zip(places, line.points, strict=True):
                is_far = (point.day - last_day).days > LONGEST_GAPS[self._plot.grain]
                path.moveTo(at) if is_far else path.lineTo(at)
                last_day = point.day
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_line_pen(line, self._look))
            painter.drawPath(path)
        for at in places:
            _paint_marker(painter, line, at, self._look)


def paint_bar(painter: QPainter, box: QRectF, fill: Qt.BrushStyle, look: ChartLook) -> None:
    """Paint a bar: filled, hollow or hatched."""
    color = look.inks[ChartInk.FIRST]
    painter.setPen(look.pen(color, 1))
    painter.setBrush(QBrush(QColor(color), fill))
    painter.drawRect(box)


def paint_sample(painter: QPainter, line: ChartLine, middle: QPointF, look: ChartLook) -> None:
    """Paint a line and its marker as they stand in a key, SAMPLE_PX wide."""
    if line.stroke:
        half = QPointF((SAMPLE_PX / 2 - 1) * look.unit, 0)
        painter.setPen(_line_pen(line, look))
        painter.drawLine(middle - half, middle + half)
    _paint_marker(painter, line, middle, look)


def _line_pen(line: ChartLine, look: ChartLook) -> QPen:
    """A line steps back where markers stand on it."""
    pen = look.pen(look.inks[line.ink], 2.5 if line.marker is None else 1.5)
    if line.stroke is Stroke.DASHED:
        pen.setDashPattern(_DASHES)
    return pen


def _paint_marker(painter: QPainter, line: ChartLine, at: QPointF, look: ChartLook) -> None:
    if line.marker is None:
        return
    color = look.inks[line.ink]
    painter.setPen(look.pen(color, 1.6))
    painter.setBrush(QColor(look.ground if line.marker is PointMarker.RING else color))
    if line.marker in _SHAPES:
        corners = [at + QPointF(x, y) * look.unit for x, y in _SHAPES[line.marker]]
        painter.drawPolygon(QPolygonF(corners))
    else:
        radius = _MARKER_PX[line.marker] * look.unit
        painter.drawEllipse(at, radius, radius)


def _places(points: Sequence[Point]) -> Iterator[float]:
    """Where the points stand: in the middle of their days, several of a day side by side."""
    counts = Counter(point.day for point in points)
    seen: Counter[date] = Counter()
    for point in points:
        seen[point.day] += 1
        yield place_of(point.day) + seen[point.day] / (counts[point.day] + 1)
