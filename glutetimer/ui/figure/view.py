"""A widget that shows the figure at a moment that others choose."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.motion import Motion
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style import theme

_DEGREES_PER_PX = 0.5
_MARGIN = 0.04


class FigureView(QWidget):
    """Shows one frame. It has no timer: without new frames nothing is painted.

    A drag turns the figure, a double-click turns it back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._turned = (0.0, 0.0)
        self._held: QPointF | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def frame(self) -> Frame | None:
        """What is shown; None: nothing."""
        return self._frame

    @property
    def turned(self) -> tuple[float, float]:
        """How far the figure is turned out of its own view: yaw and pitch in degrees."""
        return self._turned

    def set_motion(self, motion: Motion | None, *, is_left: bool = False) -> None:
        """Show the start of a movement, turned as its file says; None shows nothing."""
        self._turned = (0.0, 0.0)
        self.show_frame(frame_at(motion, Beat.WAIT, is_left=is_left) if motion else None)

    def show_frame(self, frame: Frame | None) -> None:
        """Show a frame; the same one costs nothing, and a hidden widget paints nothing."""
        if frame != self._frame:
            self._frame = frame
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        if self._frame is None:
            return
        painter = QPainter(self)
        pad = _MARGIN * min(self.width(), self.height())
        box = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        camera = camera_for(self._frame, box, self._turned)
        paint_figure(painter, self._frame, camera, theme.current().figure)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the figure."""
        if event.button() is Qt.MouseButton.LeftButton and self._frame is not None:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the figure with the hand."""
        if self._held is None or self._frame is None:
            return
        way = event.position() - self._held
        self._held = event.position()
        pitch = self._frame.motion.view.pitch
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

    def sizeHint(self) -> QSize:
        """Large enough to see the hands."""
        return QSize(480, 360)
