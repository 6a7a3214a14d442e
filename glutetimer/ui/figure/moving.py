"""The figure in motion, at the moments that others choose."""

from time import perf_counter

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glutetimer.core.plan.movement import Movement
from glutetimer.ui.figure.film import Film
from glutetimer.ui.figure.instant import Instant, instant_at
from glutetimer.ui.style import theme

FRAME_MS = 33
_DEGREES_PER_PX = 0.5
_PAD_SHARE = 0.03


class MovingFigure(QWidget):
    """Shows movements without a timer of its own, and keeps their pictures for the next rep.

    It fills its rectangle with the colour of the card that it stands on. A drag turns the figure,
    a double-click turns it back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._film = Film()
        self._instant: Instant | None = None
        self._box = QRect()
        self._turned = (0.0, 0.0)
        self._held: QPointF | None = None
        self.painted = 0
        """How often it was painted."""
        self.painting_s = 0.0
        """How long the last painting took."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def instant(self) -> Instant | None:
        """What is shown; None: nothing."""
        return self._instant

    @property
    def turned(self) -> tuple[float, float]:
        """How far the figure is turned out of its own view: yaw and pitch in degrees."""
        return self._turned

    def set_box(self, box: QRect) -> None:
        """Where the movement is shown; an empty rectangle: everywhere."""
        if box != self._box:
            self._box = QRect(box)
            self.update()

    def show_movement(self, movement: Movement, fault: str = "") -> None:
        """Show a moment of an exercise; one without a motion shows nothing."""
        motion = movement.exercise.motion
        if motion is None:
            self.show_instant(None)
            return
        instant = instant_at(
            motion,
            movement.beat,
            movement.elapsed_s,
            movement.duration_s,
            is_left=movement.is_left,
            is_back=movement.is_back,
            rep=movement.rep,
            fault=fault,
        )
        self.show_instant(instant)

    def show_instant(self, instant: Instant | None) -> None:
        """Show this; one that looks the same costs nothing, and a hidden widget paints nothing."""
        if instant == self._instant:
            return
        before, self._instant = self._instant, instant
        if before is None or instant is None or before.motion is not instant.motion:
            self._turned = (0.0, 0.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the moment."""
        begun_s = perf_counter()
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colors.card))
        if self._instant is not None:
            area = QRectF(self._box if not self._box.isEmpty() else self.rect())
            pad = _PAD_SHARE * min(area.width(), area.height())
            box = area.adjusted(pad, pad, -pad, -pad)
            self._film.paint(painter, self._instant, box, self._turned, colors)
        painter.end()
        self.painted += 1
        self.painting_s = perf_counter() - begun_s

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the figure."""
        if event.button() is Qt.MouseButton.LeftButton and self._instant is not None:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the figure with the hand."""
        if self._held is None or self._instant is None:
            return
        way = event.position() - self._held
        self._held = event.position()
        pitch = self._instant.motion.view.pitch
        lift = min(85.0 - pitch, max(-pitch, self._turned[1] + way.y() * _DEGREES_PER_PX))
        self._turned = ((self._turned[0] - way.x() * _DEGREES_PER_PX) % 360.0, lift)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Turn the figure back to where it is seen best."""
        self._turned = (0.0, 0.0)
        self.update()
