"""The figure in motion, at the moments that others choose."""

from time import perf_counter

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glutetimer.core.plan.movement import Movement
from glutetimer.figure.frame import Frame, frame_at
from glutetimer.figure.vector import distance
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style import theme

FRAME_MS = 33
_DEGREES_PER_PX = 0.5
_PAD_SHARE = 0.03
_UNSEEN_PX = 0.4
_UNSEEN_EFFORT = 0.03


class MovingFigure(QWidget):
    """Shows movements without a timer of its own; each picture is painted when it is asked for.

    It fills its rectangle with the colour of the card that it stands on. A drag turns the figure,
    a double-click turns it back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._movement: Movement | None = None
        self._fault = ""
        self._frame: Frame | None = None
        self._scale = 1.0
        self._box = QRect()
        self._turned = (0.0, 0.0)
        self._held: QPointF | None = None
        self.painted = 0
        """How often it was painted."""
        self.painting_s = 0.0
        """How long the last painting took."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        # What it stands on need not be painted for every frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def movement(self) -> Movement | None:
        """What is shown; None: nothing."""
        return self._movement

    @property
    def frame(self) -> Frame | None:
        """The figure as it was painted last, or will be; None: nothing is shown."""
        return self._frame

    @property
    def turned(self) -> tuple[float, float]:
        """How far the figure is turned out of its own view: yaw and pitch in degrees."""
        return self._turned

    def set_box(self, box: QRect) -> None:
        """Where the movement is shown; an empty rectangle: everywhere."""
        if box != self._box:
            self._box = QRect(box)
            self.update()

    def show_movement(self, movement: Movement | None, fault: str = "") -> None:
        """Show a moment, or nothing; one that looks the same is not painted.

        An exercise without a motion shows nothing. A hidden widget paints nothing.
        """
        if movement is not None:
            if movement.exercise.motion is None:
                movement = None
            elif not movement.is_moving:
                movement = movement.still()
        if (movement, fault) == (self._movement, self._fault):
            return
        before = self._movement
        self._movement, self._fault = movement, fault
        if before is None or movement is None or before.exercise is not movement.exercise:
            self._turned = (0.0, 0.0)
        frame = _frame_of(movement, fault)
        if not _looks_like(frame, self._frame, _UNSEEN_PX / self._scale):
            self._frame = frame
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the moment."""
        begun_s = perf_counter()
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colors.card))
        frame = self._frame
        if frame is not None:
            area = QRectF(self._box if not self._box.isEmpty() else self.rect())
            pad = _PAD_SHARE * min(area.width(), area.height())
            box = area.adjusted(pad, pad, -pad, -pad)
            camera = camera_for(frame, box, self._turned)
            self._scale = camera.scale
            paint_figure(painter, frame, camera, colors.figure)
        painter.end()
        self.painted += 1
        self.painting_s = perf_counter() - begun_s

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the figure."""
        if event.button() is Qt.MouseButton.LeftButton and self._movement is not None:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the figure with the hand."""
        frame = self._frame
        if self._held is None or frame is None:
            return
        way = event.position() - self._held
        self._held = event.position()
        pitch = frame.motion.view.pitch
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


def _frame_of(movement: Movement | None, fault: str) -> Frame | None:
    if movement is None or movement.exercise.motion is None:
        return None
    return frame_at(
        movement.exercise.motion,
        movement.beat,
        movement.elapsed_s,
        movement.duration_s,
        is_left=movement.is_left,
        is_back=movement.is_back,
        rep=movement.rep,
        fault=fault,
    )


def _looks_like(one: Frame | None, other: Frame | None, least_m: float) -> bool:
    """Whether nobody sees the difference: no joint is so far from where it was."""
    if one is None or other is None:
        return one is other
    if one.motion is not other.motion or one.is_mirrored is not other.is_mirrored:
        return False
    if one.motion.travels or one.ghost is not None or other.ghost is not None:
        return False
    before = other.body.joints
    return abs(one.effort - other.effort) < _UNSEEN_EFFORT and all(
        distance(place, before[name]) < least_m for name, place in one.body.joints.items()
    )
