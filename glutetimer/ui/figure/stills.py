"""Small still pictures of exercises, made one by one when the window has nothing else to do."""

from collections import deque

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from glutetimer.core.exercise import Exercise
from glutetimer.core.plan.movement import looped
from glutetimer.figure.frame import Beat, frame_at
from glutetimer.figure.motion import Motion
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.plain import plain
from glutetimer.ui.style import theme
from glutetimer.ui.style.icons import draw_position
from glutetimer.ui.style.theme import Colors

_MARGIN = 0.05
_MOST = 400
_Key = tuple[str, int, int, int, float, bool]


def draw_still(
    painter: QPainter, exercise: Exercise, box: QRectF, colors: Colors, *, is_start: bool = False
) -> None:
    """Draw the end of an exercise's effort, or its start; without a movement its position."""
    if exercise.motion is None:
        draw_position(painter, exercise.position, box, colors)
        return
    shown = looped(exercise, 0.0, is_still=True)
    beat = Beat.WAIT if is_start else shown.beat
    motion: Motion = exercise.motion
    frame = frame_at(motion, beat, is_left=shown.is_left, is_back=shown.is_back)
    paint_figure(painter, frame, camera_for(frame, box), colors.figure)


class Stills(QObject):
    """Has the pictures that were asked for, and makes those that it lacks, one at a time."""

    made = Signal()
    """Another picture is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pixmaps: dict[_Key, tuple[Exercise, QPixmap]] = {}
        self._wanted: deque[tuple[_Key, Exercise]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.make_one)

    def pixmap(self, exercise: Exercise, size: QSize, ratio: float) -> QPixmap | None:
        """The picture in the colours of now; None while it is not made (see `made`)."""
        dark = theme.current().is_dark
        # Two exercises without files may have one name, and move like others.
        looks = id(exercise.motion)
        key = (exercise.id, looks, size.width(), size.height(), ratio, dark)
        found = self._pixmaps.get(key)
        if found is not None and (found[0] is exercise or found[0] == exercise):
            return found[1]
        if not any(wanted == key for wanted, _ in self._wanted):
            self._wanted.append((key, exercise))
            if not self._timer.isActive():
                self._timer.start(0)
        return found[1] if found is not None else None

    @Slot()
    def make_one(self) -> None:
        """Make the next picture."""
        if not self._wanted:
            return
        key, exercise = self._wanted.popleft()
        _, _, width, height, ratio, is_dark = key
        if len(self._pixmaps) >= _MOST:
            self._pixmaps.clear()
        picture = QImage(QSize(width, height) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        pad = _MARGIN * min(width, height)
        box = QRectF(pad, pad, width - 2 * pad, height - 2 * pad)
        draw_still(painter, exercise, box, theme.DARK if is_dark else theme.LIGHT)
        painter.end()
        self._pixmaps[key] = (exercise, QPixmap.fromImage(picture))
        if self._wanted:
            self._timer.start(0)
        self.made.emit()


class Thumbnail(QWidget):
    """One picture on a ground of its own; it is made when it is first seen."""

    def __init__(self, exercise: Exercise, stills: Stills, size: QSize) -> None:
        super().__init__()
        self._exercise = exercise
        self._stills = stills
        self._is_shown = False
        self.setFixedSize(size)
        self.setAccessibleName(plain(f"Picture of {exercise.name}"))
        stills.made.connect(self._look)

    @Slot()
    def _look(self) -> None:
        if not self._is_shown:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the picture if it is there."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(QRectF(self.rect()), theme.Radius.ROW, theme.Radius.ROW)
        pixmap = self._stills.pixmap(self._exercise, self.size(), self.devicePixelRatioF())
        self._is_shown = pixmap is not None
        if pixmap is not None:
            painter.drawPixmap(0, 0, pixmap)
        painter.end()
