"""Text that is as large as its place allows."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from glutetimer.ui.style import theme

SMALLEST_PX = 9
_LINE_HEIGHT = 1.28  # of the font's pixel size


class TextInk(StrEnum):
    """Which of the theme's colours a text has."""

    TEXT = "text"
    MUTED = "muted"
    WARNING = "warning"
    ON_BAND = "card"  # as the word of the phase


class FitLabel(QLabel):
    """A label whose font is as large as so many lines allow, and shrinks for longer text.

    It has no size of its own: its parent gives it a rectangle. `background` is a colour of
    the theme to fill the rounded rectangle with, or empty.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        lines: float = 1,
        weight: QFont.Weight = QFont.Weight.Normal,
        ink: TextInk = TextInk.TEXT,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._lines = lines
        self._weight = weight
        self._ink = ink
        self._background = ""
        self._flags = int(align | Qt.AlignmentFlag.AlignVCenter) | int(
            Qt.TextFlag.TextWordWrap.value
        )
        self._font = theme.font(SMALLEST_PX)
        self._texts = ("", "")

    def set_text_or(self, text: str, shorter: str) -> None:
        """Show a text, or a shorter one where it would have to shrink; the same costs nothing."""
        if (text, shorter) != self._texts:
            self._texts = (text, shorter)
            self._fit()

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Show another text; the same one costs nothing."""
        self.set_text_or(text, text)

    def set_look(self, ink: TextInk, background: str = "") -> None:
        """Give it another colour of text and ground."""
        if (ink, background) != (self._ink, self._background):
            self._ink, self._background = ink, background
            self._fit()
            self.update()

    def set_lines(self, lines: float) -> None:
        """Let so many lines have room at the largest size."""
        if lines != self._lines:
            self._lines = lines
            self._fit()

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Stand at the left, the middle or the right."""
        upright = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap.value)
        self._flags = int(align) | upright
        self._fit()
        self.update()

    def font_px(self) -> int:
        """The size that the text has now."""
        return self._font.pixelSize()

    def minimumSizeHint(self) -> QSize:
        """No least size: the text shrinks."""
        return QSize(0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the application's font is another."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the text."""
        colors = theme.current()
        painter = QPainter(self)
        if self._background:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colors, self._background)))
            radius = min(theme.Radius.CARD, self.height() / 4)
            painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setPen(QColor(getattr(colors, self._ink.value)))
        painter.setFont(self._font)
        painter.drawText(self._text_rect(), self._flags, self.text())
        painter.end()

    def _text_rect(self) -> QRect:
        if not self._background:
            return self.rect()
        pad = round(min(self.height() * 0.3, self.width() * 0.05))
        upright = pad // 2 if self._lines > 1 else 0
        return self.rect().adjusted(pad, upright, -pad, -upright)

    def _fit(self) -> None:
        rect = self._text_rect()
        largest = max(SMALLEST_PX, int(rect.height() / self._lines / _LINE_HEIGHT))
        for text in dict.fromkeys(self._texts):
            size_px = self._size_px(text, rect, largest)
            if size_px == largest:
                break
        self._font = theme.font(size_px, self._weight)
        super().setText(text)

    def _size_px(self, text: str, rect: QRect, largest: int) -> int:
        """The largest size at which a text has room."""
        low, high = SMALLEST_PX, largest
        while low < high:
            middle = (low + high + 1) // 2
            if self._is_room(text, rect, middle):
                low = middle
            else:
                high = middle - 1
        return low

    def _is_room(self, text: str, rect: QRect, size_px: int) -> bool:
        metrics = QFontMetrics(theme.font(size_px, self._weight))
        endless = QRect(0, 0, rect.width(), 100_000)
        taken = metrics.boundingRect(endless, self._flags, text)
        return taken.width() <= rect.width() and taken.height() <= rect.height()
