"""The thin bar: how much of the whole session is over."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glutetimer.ui.style import theme


class SessionBar(QWidget):
    """A bar that is painted again only when it has grown by a pixel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fraction = 0.0

    def show_fraction(self, fraction: float) -> None:
        """Fill the bar to `fraction` (0 to 1)."""
        before, self._fraction = self._fraction, fraction
        if round(before * self.width()) != round(fraction * self.width()):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is done."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setBrush(QColor(colors.accent))
        width = max(float(self.height()), self._fraction * self.width())
        painter.drawRoundedRect(QRectF(0, 0, width, self.height()), radius, radius)
        painter.end()
