"""A chart, drawn with pyqtgraph: this module is imported once the overview stands.

Of pyqtgraph only the drawing is used. Its own ways of the mouse (zoom by wheel, menus for
programmers) are shut off: the mouse belongs to the page, which scrolls, and to our tool tips.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import nan

import pyqtgraph
from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from glutetimer.core.progress.points import Grain, Point
from glutetimer.ui.history.overview.content import Bars, ChartContent, Line, Marker, Stroke
from glutetimer.ui.history.overview.inks import ink_color
from glutetimer.ui.history.overview.ticks import day_ticks, number_ticks
from glutetimer.ui.history.overview.wording import GRAIN_HEADINGS, grain_text, number_text
from glutetimer.ui.theme import Colors, Type, current, font

HEIGHT_PX = 230
AXIS_PX, DAYS_PX = 38, 26
"""Room for the numbers on the left, and for the days below."""
TOP_PX, RIGHT_PX = 8, 10
TICK_PX = 74
"""Room that a day under the chart takes."""

_LONGEST_GAPS = {Grain.SESSION: 21, Grain.WEEK: 21, Grain.MONTH: 62, Grain.QUARTER: 186}
"""Days between two points that a line bridges."""

_NEAR_PX = 14
_MARKER_PX = {Marker.RING: 9, Marker.DISC: 7, Marker.DIAMOND: 9}


class Chart(QWidget):
    """Shows one content at a time; empty at first."""

    def __init__(self, content: ChartContent, first_weekday: int) -> None:
        super().__init__()
        self._content = content
        self._first_weekday = first_weekday
        self.setFixedHeight(HEIGHT_PX)
        self._view = pyqtgraph.GraphicsView(self)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._left = pyqtgraph.AxisItem("left")
        self._bottom = pyqtgraph.AxisItem("bottom")
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False)
        # No layout of graphics items, neither ours nor the view's own: each keeps a hidden window
        # for itself, and ends the process when somebody closes and deletes all windows.
        self._view.setCentralItem(None)
        self._view.centralLayout = None
        for item in (self._box, self._left, self._bottom):
            self._view.addItem(item)
        for axis in (self._left, self._bottom):
            axis.linkToView(self._box)
            axis.setZValue(-200)  # its grid is behind the bars and points
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._draw()

    def show_content(self, content: ChartContent) -> None:
        """Draw this instead."""
        self._content = content
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as many days below as there is room for."""
        super().resizeEvent(event)
        inside = QRectF(self.rect()).adjusted(AXIS_PX, TOP_PX, -RIGHT_PX, -DAYS_PX)
        self._box.setGeometry(inside)
        self._left.setGeometry(QRectF(0, TOP_PX, AXIS_PX, inside.height()))
        self._bottom.setGeometry(QRectF(AXIS_PX, inside.bottom(), inside.width(), DAYS_PX))
        self._write_days()

    def event(self, event: QEvent) -> bool:
        """Tell what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)

    def words_at(self, x_px: float) -> str:
        """What is drawn at so many pixels from the left: its day and values; empty for nothing."""
        at = self._box.mapSceneToView(QPointF(x_px, 0)).x()
        unit_px = self._box.viewPixelSize()[0]
        content = self._content
        days = sorted(
            {point.day for line in content.lines for point in line.points}
            | {point.day for point in (content.bars.points if content.bars else ())}
        )
        middle = content.bars.days / 2 if content.bars else 0.5
        nearest = min(days, key=lambda day: abs(_x(day) + middle - at), default=None)
        if nearest is None or abs(_x(nearest) + middle - at) > max(middle, _NEAR_PX * unit_px):
            return ""
        return "\n".join([_when(nearest, content.grain), *self._values(nearest)])

    def _values(self, day: date) -> list[str]:
        content = self._content
        found = [
            f"{line.name}: {number_text(point.value)}"
            for line in content.lines
            if line.marker
            for point in line.points
            if point.day == day
        ]
        if content.bars:
            found += [
                f"{content.bars.name}: {number_text(point.value)} {content.scale.unit}"
                for point in content.bars.points
                if point.day == day
            ]
        return found

    def _draw(self) -> None:
        colors = current()
        content = self._content
        self._view.setBackground(colors.card)
        self._box.clear()
        if content.bars:
            self._draw_bars(content.bars, colors)
        for line in content.lines:
            self._draw_line(line, colors)
        scale = content.scale
        top = scale.least_top if scale.is_fixed else max(scale.least_top, content.highest * 1.08)
        # Levels of 0 and 10 are common: their markers and numbers need room.
        margin = 0.6 if scale.is_fixed else 0.0
        self._box.setYRange(-margin, top + margin, padding=0)
        numbers = number_ticks(top)
        self._left.setTicks([[(number, f"{number:g}") for number in numbers]])
        days = (content.last - content.first).days + 1
        self._box.setXRange(
            _x(content.first) - days * 0.01, _x(content.last) + 1 + days * 0.01, padding=0
        )
        self._style_axes(colors)
        self._write_days()

    def _draw_bars(self, bars: Bars, colors: Colors) -> None:
        color = QColor(ink_color(colors))
        brushes = [QBrush(color) for _ in bars.points]
        if bars.is_last_open and brushes:
            brushes[-1] = QBrush(color, Qt.BrushStyle.BDiagPattern)
        self._box.addItem(
            pyqtgraph.BarGraphItem(
                x0=[_x(point.day) + bars.days * 0.1 for point in bars.points],
                width=bars.days * 0.8,
                y0=0,
                height=[point.value for point in bars.points],
                brushes=brushes,
                pen=_pen(color, 1),
            )
        )

    def _draw_line(self, line: Line, colors: Colors) -> None:
        color = QColor(ink_color(colors, line.ink))
        x, y = _positions(line.points), [point.value for point in line.points]
        if line.stroke:
            pen = _pen(color, 2.5 if line.marker is None else 1.5, line.stroke)
            self._box.addItem(_curve(x, y, pen, _LONGEST_GAPS[self._content.grain]))
        if line.marker:
            is_filled = line.marker is not Marker.RING
            self._box.addItem(
                pyqtgraph.ScatterPlotItem(
                    x=x,
                    y=y,
                    symbol=line.marker.value.lower(),
                    size=_MARKER_PX.get(line.marker, 10),
                    pen=_pen(color, 1.6),
                    brush=QBrush(color) if is_filled else QBrush(QColor(colors.card)),
                    antialias=True,
                )
            )

    def _style_axes(self, colors: Colors) -> None:
        for axis in (self._left, self._bottom):
            axis.setTickFont(font(Type.CAPTION))
            axis.setTextPen(QColor(colors.muted))
            axis.setPen(_pen(QColor(colors.outline), 1))
            axis.setStyle(tickLength=0, hideOverlappingLabels=True)
        self._left.setTickPen(_pen(QColor(colors.line), 1))
        self._left.setGrid(255)

    def _write_days(self) -> None:
        content = self._content
        most = max(2, self.width() // TICK_PX)
        ticks = day_ticks(content.first, content.last, most, QLocale(), self._first_weekday)
        self._bottom.setTicks([[(_x(tick.day), tick.text) for tick in ticks]])


def _curve(
    x: Sequence[float], y: Sequence[float], pen: QPen, longest_gap: int
) -> pyqtgraph.PlotCurveItem:
    """A line that stops where nothing was done for more than so many days, and begins anew."""
    broken_x, broken_y = list(x[:1]), list(y[:1])
    for (before, at), value in zip(pairwise(x), y[1:], strict=True):
        if at - before > longest_gap:
            broken_x.append(nan)
            broken_y.append(nan)
        broken_x.append(at)
        broken_y.append(value)
    return pyqtgraph.PlotCurveItem(
        x=broken_x, y=broken_y, pen=pen, antialias=True, connect="finite"
    )


def _x(day: date) -> float:
    return float(day.toordinal())


def _positions(points: Sequence[Point]) -> list[float]:
    """Where the points stand: in the middle of their days, several of a day side by side."""
    counts = Counter(point.day for point in points)
    seen: Counter[date] = Counter()
    found = []
    for point in points:
        seen[point.day] += 1
        found.append(_x(point.day) + seen[point.day] / (counts[point.day] + 1))
    return found


def _pen(color: QColor, width_px: float, stroke: Stroke = Stroke.SOLID) -> QPen:
    pen = QPen(color, width_px)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke is Stroke.DASHED:
        pen.setDashPattern([3.0, 2.5])
    return pen


def _when(day: date, grain: Grain) -> str:
    text = grain_text(day, grain)
    return text if grain is Grain.SESSION else f"{GRAIN_HEADINGS[grain]} {text}"
