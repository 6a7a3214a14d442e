"""Which marker and line of a chart stands for what."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from glutetimer.ui.chart.content import Bars, ChartLine, PointMarker, Stroke
from glutetimer.ui.chart.inks import DASHES, ink_color, line_px
from glutetimer.ui.style.theme import Space, Type, current, font

SAMPLE_PX = 26
_SHAPES = {
    PointMarker.DIAMOND: ((0, -5), (4, 0), (0, 5), (-4, 0)),
    PointMarker.TRIANGLE: ((0, -5), (5, 4), (-5, 4)),
    PointMarker.LEFT: ((-5, 0), (4, -5), (4, 5)),
    PointMarker.RIGHT: ((5, 0), (-4, -5), (-4, 5)),
}


class KeyEntry(QWidget):
    """A sample of a line or of bars, and its name."""

    def __init__(self, of: ChartLine | Bars) -> None:
        super().__init__()
        self._of = of
        self.setFont(font(Type.CAPTION))
        self.setAccessibleName(of.name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Sample and name."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self._of.name)
        return QSize(SAMPLE_PX + Space.XS + wide + Space.S, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(SAMPLE_PX / 2, self.height() / 2)
        of = self._of
        if isinstance(of, ChartLine):
            _draw_line(painter, middle, of, QColor(ink_color(colors, of.ink)))
        painter.setPen(QColor(colors.muted))
        place = self.rect().adjusted(SAMPLE_PX + Space.XS, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, of.name)


def _draw_line(painter: QPainter, middle: QPointF, line: ChartLine, color: QColor) -> None:
    pen = QPen(color, line_px(line))
    if line.stroke:
        if line.stroke is Stroke.DASHED:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        half = QPointF(SAMPLE_PX / 2 - 1, 0)
        painter.drawLine(middle - half, middle + half)
    if line.marker is None:
        return
    painter.setPen(QPen(color, 1.6))
    is_filled = line.marker is not PointMarker.RING
    painter.setBrush(color if is_filled else QColor(current().card))
    if line.marker in _SHAPES:
        shape: Sequence[tuple[int, int]] = _SHAPES[line.marker]
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in shape]))
    else:
        radius = 4.5 if line.marker is PointMarker.RING else 3.5
        painter.drawEllipse(middle, radius, radius)
