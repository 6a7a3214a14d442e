"""The sessions of a week as rings to be filled."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from glutetimer.core.counts import count_text
from glutetimer.ui.style.text_size import grown, text_font
from glutetimer.ui.style.theme import Space, Type, current

RING_PX = 38
FILL_MS = 900


class GoalRings(QWidget):
    """A ring for every session of the goal: ticked when done; what was done beyond it as a +."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._goal = 0, 1
        self._scale = 1.0
        self._filled = 1.0  # of the last one
        self._filling = QVariantAnimation(self)
        self._filling.setDuration(FILL_MS)
        self._filling.setStartValue(0.0)
        self._filling.setEndValue(1.0)
        self._filling.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._filling.valueChanged.connect(self._fill)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_week(self, done: int, goal: int) -> None:
        """Show so many sessions done of so many wanted."""
        self._done, self._goal = done, goal
        self.setAccessibleName(f"{done} of {count_text(goal, 'session')} this week")
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw them so much larger than usual."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def fill_last(self) -> None:
        """Let the last one that is done fill before the person's eyes."""
        self._filling.start()

    @Slot(object)
    def _fill(self, share: float) -> None:
        self._filled = share
        self.update()

    @property
    def _ring_px(self) -> int:
        return round((RING_PX if self._goal <= 7 else RING_PX * 0.7) * self._scale)

    def sizeHint(self) -> QSize:
        """All rings in one row, and the words for more."""
        more = grown(round(44 * self._scale)) if self._done > self._goal else 0
        height = round(RING_PX * self._scale)
        return QSize(self._goal * (self._ring_px + Space.S) + more, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rings."""
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._ring_px
        top = (self.height() - size) / 2
        for number in range(self._goal):
            circle = QRectF(number * (size + Space.S), top, size, size).adjusted(2, 2, -2, -2)
            if number >= self._done:
                painter.setPen(QPen(QColor(colors.outline), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(circle)
                continue
            is_last = number == min(self._done, self._goal) - 1
            share = self._filled if is_last else 1.0
            if share < 1.0:
                painter.setPen(QPen(QColor(colors.outline), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(circle)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            radius = share * circle.width() / 2
            painter.drawEllipse(circle.center(), radius, radius)
            if share == 1.0:
                _tick(painter, circle, colors.on_accent)
        if self._done > self._goal:
            painter.setPen(QColor(colors.accent))
            size_px = round((Type.TITLE - 3) * self._scale)
            painter.setFont(text_font(size_px, QFont.Weight.DemiBold))
            place = self.rect().adjusted(self._goal * (size + Space.S), 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"+{self._done - self._goal}")


def _tick(painter: QPainter, circle: QRectF, color: str) -> None:
    unit = circle.width() / 16
    pen = QPen(QColor(color), 2.2 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    places = ((4.4, 8.3), (7.0, 10.9), (11.6, 5.6))
    painter.drawPolyline([circle.topLeft() + QPointF(x, y) * unit for x, y in places])
