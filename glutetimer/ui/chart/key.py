"""Which marker and line of a chart stands for what."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from glutetimer.ui.chart.content import ChartLine
from glutetimer.ui.chart.drawing import SAMPLE_PX, paint_sample
from glutetimer.ui.chart.look import screen_look
from glutetimer.ui.style.theme import Space, Type, font


class KeyEntry(QWidget):
    """A sample of a line, and its name."""

    def __init__(self, line: ChartLine) -> None:
        super().__init__()
        self._line = line
        self.setFont(font(Type.CAPTION))
        self.setAccessibleName(line.name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Sample and name."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self._line.name)
        return QSize(SAMPLE_PX + Space.XS + wide + Space.S, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        look = screen_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(SAMPLE_PX / 2, self.height() / 2)
        paint_sample(painter, self._line, middle, look)
        painter.setPen(QColor(look.text))
        place = self.rect().adjusted(SAMPLE_PX + Space.XS, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._line.name)
