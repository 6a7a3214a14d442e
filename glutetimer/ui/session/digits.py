"""The huge number in the middle: seconds or reps."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from glutetimer.ui.style import theme

_SHARE = 1.1  # of the place's height, at a digit size of 100 percent; digits are 0.73 high
_TEMPLATE = "00"  # so that one digit and two have the same size


class Digits(QLabel):
    """A number as large as the person wants it and its place allows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size_percent = 100
        self._is_dim = False

    def set_size_percent(self, percent: int) -> None:
        """Make the number larger or smaller (50 to 150)."""
        self._size_percent = percent
        self.update()

    def set_dim(self, is_dim: bool) -> None:
        """Show by a paler number that the session stands still."""
        if is_dim != self._is_dim:
            self._is_dim = is_dim
            self.update()

    def font_px(self) -> int:
        """The size that the number has now."""
        wish_px = self.height() * _SHARE * self._size_percent / 100
        # The largest that still fits: a cap height of the whole place, and every digit.
        metrics = QFontMetricsF(theme.font(100, QFont.Weight.Bold))
        template = max(self.text(), _TEMPLATE, key=len)
        by_width_px = 100 * self.width() / metrics.horizontalAdvance(template)
        by_height_px = 100 * self.height() / metrics.capHeight()
        return max(1, int(min(wish_px, by_width_px, by_height_px)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number with its digits, not its line, in the middle."""
        colors = theme.current()
        font = theme.font(self.font_px(), QFont.Weight.Bold)
        metrics = QFontMetricsF(font)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.muted if self._is_dim else colors.text))
        painter.setFont(font)
        x = (self.width() - metrics.horizontalAdvance(self.text())) / 2
        y = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(x, y), self.text())
        painter.end()
