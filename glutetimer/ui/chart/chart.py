"""A chart, drawn with pyqtgraph: this module is imported once the overview stands.

Of pyqtgraph only the drawing is used. Its own ways of the mouse (zoom by wheel, menus for
programmers) are shut off: the mouse belongs to the page, which scrolls, and to our tool tips.
"""

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from glutetimer.ui.chart.content import ChartContent, place_of
from glutetimer.ui.chart.drawing import axis_pen, bars_item, line_items
from glutetimer.ui.chart.hover import words_near
from glutetimer.ui.chart.ticks import day_ticks, number_ticks
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Colors, Type, current, font

AXIS_PX, DAYS_PX = 38, 26
"""Room for the numbers on the left, and for the days below."""
TOP_PX, RIGHT_PX = 8, 10
TICK_PX = 74
"""Room that a day under the chart takes."""

_NEAR_PX = 14


class Chart(QWidget):
    """Shows one content at a time, as large as it is made."""

    def __init__(self, content: ChartContent, first_weekday: int) -> None:
        super().__init__()
        self._content = content
        self._first_weekday = first_weekday
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
            QToolTip.showText(event.globalPos(), plain(self.words_at(event.pos().x())), self)
            return True
        return super().event(event)

    def words_at(self, x_px: float) -> str:
        """What is drawn at so many pixels from the left: its day and values; empty for nothing."""
        place = self._box.mapSceneToView(QPointF(x_px, 0)).x()
        return words_near(self._content, place, _NEAR_PX * self._box.viewPixelSize()[0])

    def _draw(self) -> None:
        colors = current()
        content = self._content
        self._view.setBackground(colors.card)
        self._box.clear()
        if content.bars:
            self._box.addItem(bars_item(content.bars, colors))
        for line in content.lines:
            for item in line_items(line, content.grain, colors):
                self._box.addItem(item)
        scale = content.scale
        top = scale.least_top if scale.is_fixed else max(scale.least_top, content.highest * 1.08)
        # Levels of 0 and 10 are common: their markers and numbers need room.
        margin = 0.6 if scale.is_fixed else 0.0
        self._box.setYRange(-margin, top + margin, padding=0)
        numbers = number_ticks(top)
        self._left.setTicks([[(number, f"{number:g}") for number in numbers]])
        days = (content.last - content.first).days + 1
        self._box.setXRange(
            place_of(content.first) - days * 0.01,
            place_of(content.last) + 1 + days * 0.01,
            padding=0,
        )
        self._style_axes(colors)
        self._write_days()

    def _style_axes(self, colors: Colors) -> None:
        for axis in (self._left, self._bottom):
            axis.setTickFont(font(Type.CAPTION))
            axis.setTextPen(QColor(colors.muted))
            axis.setPen(axis_pen(QColor(colors.outline), 1))
            axis.setStyle(tickLength=0, hideOverlappingLabels=True)
        self._left.setTickPen(axis_pen(QColor(colors.line), 1))
        self._left.setGrid(255)

    def _write_days(self) -> None:
        content = self._content
        most = max(2, self.width() // TICK_PX)
        ticks = day_ticks(content.first, content.last, most, self._first_weekday)
        self._bottom.setTicks([[(place_of(tick.day), tick.text) for tick in ticks]])
