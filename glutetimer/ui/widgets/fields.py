"""Fields to fill in and lines to open: switches, choices, disclosures."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QWidget,
)

from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space, Type, current


def draw_chevron(painter: QPainter, middle: QPointF, color: str, is_up: bool = False) -> None:
    """Draw a small arrow head; the painter's pen is changed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(color), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    y = -2.0 if is_up else 2.0
    x, mid = middle.x(), middle.y()
    painter.drawPolyline([QPointF(x - 4, mid - y), QPointF(x, mid + y), QPointF(x + 4, mid - y)])


class Choice(QComboBox):
    """A combo box with an arrow of our own; the wheel scrolls the page, not the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def offer(self, entries: Iterable[tuple[str, object]]) -> None:
        """Offer these names, each for its data; a choice among them stays. Says nothing."""
        chosen = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for name, data in entries:
                self.addItem(name, data)
            self.setCurrentIndex(max(0, self.findData(chosen)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over what the style drew."""
        super().paintEvent(event)
        painter = QPainter(self)
        colors = current()
        color = colors.muted if self.isEnabled() else colors.disabled
        draw_chevron(painter, QPointF(self.width() - 17, self.height() / 2 + 0.5), color)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around."""
        event.ignore()


class Switch(QCheckBox):
    """A check box that looks like a switch; its text stands to the right of it."""

    _TRACK_PX = QSizeF(42, 24)

    @property
    def _scale(self) -> float:
        """How much larger than usual it is, for its text is."""
        return max(1.0, self.fontInfo().pixelSize() / Type.BODY)

    def sizeHint(self) -> QSize:
        """The track, and the text if there is one."""
        text_px = self.fontMetrics().horizontalAdvance(self.text())
        track = self._TRACK_PX * self._scale
        width = track.width() + (text_px + Space.S + 2 if self.text() else 0)
        return QSize(ceil(width) + 6, ceil(track.height()) + 6)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than it needs to be."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: N802 (Qt's name)
        """The whole widget switches."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, knob, mark, focus and text."""
        colors, scale = current(), self._scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._TRACK_PX * scale
        track = QRectF(QPointF(3, (self.height() - size.height()) / 2), size)
        is_on = self.isChecked()
        on_color = colors.accent if self.isEnabled() else colors.disabled
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 14 * scale, 14 * scale)
        painter.setPen(QPen(QColor(on_color if is_on else colors.outline), 1.5))
        painter.setBrush(QColor(on_color if is_on else colors.sunken))
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), 11 * scale, 11 * scale)
        from_end = 12 * scale
        x = track.right() - from_end if is_on else track.left() + from_end
        radius = (7.5 if is_on else 6) * scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.on_accent if is_on else colors.outline))
        painter.drawEllipse(QPointF(x, track.center().y()), radius, radius)
        if self.text():
            painter.setPen(QColor(colors.text if self.isEnabled() else colors.disabled))
            place = QRectF(track.right() + Space.S, 0, self.width(), self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())


class Disclosure(QAbstractButton):
    """A line of text with an arrow that opens and closes what stands below it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made = self.font()
        made.setWeight(made.Weight.DemiBold)
        self.setFont(made)
        set_sizes(self, text_px=14)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Text, arrow and a little air."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 30, metrics.height() + 10)

    def changeEvent(self, event: QEvent) -> None:
        """Take the size of a new font."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw text, arrow and focus."""
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() or self.underMouse():
            edge = QColor(colors.accent) if self.hasFocus() else QColor(Qt.GlobalColor.transparent)
            painter.setPen(QPen(edge, 2))
            painter.setBrush(
                QColor(colors.accent_soft) if self.underMouse() else QColor(0, 0, 0, 0)
            )
            painter.drawRoundedRect(area, 7, 7)
        painter.setPen(QColor(colors.accent))
        place = area.adjusted(2, 0, -22, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        middle = QPointF(area.right() - 11, area.center().y())
        draw_chevron(painter, middle, colors.accent, is_up=self.isChecked())
