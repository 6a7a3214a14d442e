"""Lines, points and bars as pyqtgraph draws them; one unit across is a day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import nan

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QGraphicsItem

from glutetimer.core.progress.points import LONGEST_GAPS, Grain, Point
from glutetimer.ui.chart.content import Bars, ChartLine, PointMarker, Stroke, place_of
from glutetimer.ui.chart.inks import DASHES, ink_color, line_px
from glutetimer.ui.style.theme import Colors

_MARKER_PX = {PointMarker.RING: 9, PointMarker.DISC: 7, PointMarker.DIAMOND: 9}


def bars_item(bars: Bars, colors: Colors) -> QGraphicsItem:
    """The bars; one that may still grow is hatched."""
    color = QColor(ink_color(colors))
    brushes = [QBrush(color) for _ in bars.points]
    if bars.is_last_open and brushes:
        brushes[-1] = QBrush(color, Qt.BrushStyle.BDiagPattern)
    item: QGraphicsItem = pyqtgraph.BarGraphItem(
        x0=[place_of(point.day) + bars.days * 0.1 for point in bars.points],
        width=bars.days * 0.8,
        y0=0,
        height=[point.value for point in bars.points],
        brushes=brushes,
        pen=axis_pen(color, 1),
    )
    return item


def line_items(line: ChartLine, grain: Grain, colors: Colors) -> Iterator[QGraphicsItem]:
    """The line and its markers, as far as it has them."""
    color = QColor(ink_color(colors, line.ink))
    x, y = _positions(line.points), [point.value for point in line.points]
    if line.stroke:
        pen = axis_pen(color, line_px(line))
        if line.stroke is Stroke.DASHED:
            pen.setDashPattern(DASHES)
        yield _curve(x, y, pen, LONGEST_GAPS[grain])
    if line.marker:
        is_filled = line.marker is not PointMarker.RING
        yield pyqtgraph.ScatterPlotItem(
            x=x,
            y=y,
            symbol=line.marker.value.lower(),
            size=_MARKER_PX.get(line.marker, 10),
            pen=axis_pen(color, 1.6),
            brush=QBrush(color) if is_filled else QBrush(QColor(colors.card)),
            antialias=True,
        )


def axis_pen(color: QColor, width_px: float) -> QPen:
    """A pen whose width is in pixels, however the chart is stretched."""
    pen = QPen(color, width_px)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _curve(x: Sequence[float], y: Sequence[float], pen: QPen, longest_gap: int) -> QGraphicsItem:
    """A line that stops where nothing was done for more than so many days, and begins anew."""
    broken_x, broken_y = list(x[:1]), list(y[:1])
    for (before, at), value in zip(pairwise(x), y[1:], strict=True):
        if at - before > longest_gap:
            broken_x.append(nan)
            broken_y.append(nan)
        broken_x.append(at)
        broken_y.append(value)
    item: QGraphicsItem = pyqtgraph.PlotCurveItem(
        x=broken_x, y=broken_y, pen=pen, antialias=True, connect="finite"
    )
    return item


def _positions(points: Sequence[Point]) -> list[float]:
    """Where the points stand: in the middle of their days, several of a day side by side."""
    counts = Counter(point.day for point in points)
    seen: Counter[date] = Counter()
    found = []
    for point in points:
        seen[point.day] += 1
        found.append(place_of(point.day) + seen[point.day] / (counts[point.day] + 1))
    return found
