"""Which marker, line or cell stands for what."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from glutetimer.ui.chart.content import ChartLine
from glutetimer.ui.chart.drawing import SAMPLE_PX, paint_sample
from glutetimer.ui.chart.look import screen_look
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space, Type, current


class KeyEntry(QWidget):
    """A sample, which `paint` paints around its middle, and its name."""

    def __init__(
        self, name: str, sample_px: int, paint: Callable[[QPainter, QPointF], None]
    ) -> None:
        super().__init__()
        self._name, self._sample_px, self._paint = name, sample_px, paint
        set_sizes(self, text_px=Type.CAPTION)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Sample and name."""
        metrics = self.fontMetrics()
        wide = self._sample_px + Space.XS + metrics.horizontalAdvance(self._name) + Space.S
        return QSize(wide, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QPointF(self._sample_px / 2, self.height() / 2))
        painter.setPen(QColor(current().muted))
        place = self.rect().adjusted(self._sample_px + Space.XS, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._name)


def line_entry(line: ChartLine) -> KeyEntry:
    """The entry of a line."""

    def paint(painter: QPainter, middle: QPointF) -> None:
        paint_sample(painter, line, middle, screen_look())

    return KeyEntry(line.name, SAMPLE_PX, paint)
