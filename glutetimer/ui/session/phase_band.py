"""The band across the top: phase by shape, word and colour, and the side."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from glutetimer.core.exercise import Side
from glutetimer.ui.session.shapes import PhaseShape, side_shape
from glutetimer.ui.style import theme
from glutetimer.ui.style.icons import draw_icon

_STACKED_BELOW = 4.2  # narrower than so many heights: the side goes below the word
_WORD_SHARE = 0.66
_SIDE_SHARE = 0.42


class PhaseBand(QLabel):
    """What to do now, in letters for three metres. Its text is what a screen reader says."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._word = ""
        self._shape = PhaseShape.CHEVRONS
        self._side: Side | None = None
        self._side_text = ""
        self._color = ""

    def show_phase(
        self, word: str, shape: PhaseShape, color: str, side: Side | None, side_text: str
    ) -> None:
        """Show a phase; `color` "#rrggbb" is the ground. Costs nothing if nothing changed."""
        now = (word, shape, color, side, side_text)
        if now != (self._word, self._shape, self._color, self._side, self._side_text):
            self._word, self._shape, self._color, self._side, self._side_text = now
            self.setText(", ".join(part for part in (word, side_text) if part))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._color or colors.accent))
        radius = min(theme.Radius.CARD * 1.5, self.height() / 5)
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setPen(QColor(colors.card))
        pad = self.height() * 0.2
        inner = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        if not self._side_text:
            self._row(painter, inner, self._shape, self._word.upper(), self.height() * _WORD_SHARE)
        elif self.width() < _STACKED_BELOW * self.height():
            self._stacked(painter, inner)
        else:
            self._in_line(painter, inner)
        painter.end()

    def _stacked(self, painter: QPainter, inner: QRectF) -> None:
        upper = QRectF(inner.x(), 0, inner.width(), inner.height() * 0.6)
        lower = QRectF(inner.x(), upper.bottom(), inner.width(), inner.height() * 0.34)
        self._row(painter, upper, self._shape, self._word.upper(), upper.height() * 0.78)
        self._row(painter, lower, self._arrow(), self._side_text.upper(), lower.height() * 0.86)

    def _in_line(self, painter: QPainter, inner: QRectF) -> None:
        word_px, side_px = self.height() * _WORD_SHARE, self.height() * _SIDE_SHARE
        gap = self.height() * 0.3
        side_width = _row_width(self._side_text.upper(), side_px, self._arrow())
        word_width = _row_width(self._word.upper(), word_px, self._shape)
        shrink = min(1.0, inner.width() / (side_width + gap + word_width))
        side_width *= shrink
        side_rect = QRectF(inner.right() - side_width, inner.y(), side_width, inner.height())
        word_rect = inner.adjusted(0, 0, -side_width - gap * shrink, 0)
        self._row(painter, word_rect, self._shape, self._word.upper(), word_px * shrink)
        self._row(painter, side_rect, self._arrow(), self._side_text.upper(), side_px * shrink)

    def _arrow(self) -> PhaseShape | None:
        return side_shape(self._side) if self._side is not None else None

    def _row(
        self, painter: QPainter, rect: QRectF, shape: PhaseShape | None, text: str, size_px: float
    ) -> None:
        """A shape and a word, shrunk together until they fit."""
        width = _row_width(text, size_px, shape)
        size_px *= min(1.0, rect.width() / width)
        font = theme.font(max(1, int(size_px)), QFont.Weight.Bold)
        metrics = QFontMetricsF(font)
        x, middle = rect.x(), rect.center().y()
        if shape is not None:
            icon_px = size_px * 0.86
            draw_icon(painter, shape, QRectF(x, middle - icon_px / 2, icon_px, icon_px))
            x += size_px * 1.2
        painter.setFont(font)
        painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), text)


def _row_width(text: str, size_px: float, shape: PhaseShape | None) -> float:
    metrics = QFontMetricsF(theme.font(100, QFont.Weight.Bold))
    icon = 1.2 if shape is not None else 0.0
    return size_px * (metrics.horizontalAdvance(text) / 100 + icon + 0.02)
