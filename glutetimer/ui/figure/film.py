"""Pictures of a movement, kept: a rep looks like the one before it, and going up like going down.

Painting the figure takes many times as long as showing a picture of it.
"""

from collections import OrderedDict
from copy import copy
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from glutetimer.figure.body import Body
from glutetimer.figure.frame import Beat, Frame
from glutetimer.figure.motion import Motion
from glutetimer.figure.vector import ORIGIN
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.floor import paint_floor
from glutetimer.ui.figure.framing import camera_for, seen_area
from glutetimer.ui.figure.inks import inks_of
from glutetimer.ui.figure.instant import Instant
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style.theme import Colors

MOST_BYTES = 64_000_000
_TINT, _VEIL = 0.6, 0.5
"""How red a faulty pose is, and how much of it is seen over the right one."""

_Key = tuple[Beat, int, int, bool, bool, int, str]
_View = tuple[object, tuple[float, float], float, bool]
_Scene = tuple[Motion, float, tuple[float, float], float, bool]


class Film:
    """Paints instants, and keeps the pictures of the scene that was shown last.

    A scene is a movement seen in one size, from one side, in one theme. No more than 64 MB are
    kept; what was not shown for the longest time goes first.
    """

    def __init__(self) -> None:
        self._scene: _Scene | None = None
        self._pictures: OrderedDict[_Key, tuple[QPointF, QImage]] = OrderedDict()
        self._bytes = 0
        self._motion: Motion | None = None
        self._view: _View | None = None
        self._cameras: dict[bool, Camera] = {}
        self.painted = 0
        """How many pictures had to be painted."""

    def paint(
        self,
        painter: QPainter,
        instant: Instant,
        box: QRectF,
        turned: tuple[float, float],
        colors: Colors,
    ) -> None:
        """Paint an instant so that its whole movement fills a box."""
        ratio = painter.device().devicePixelRatio()
        camera = self._camera(instant, (box.getRect(), turned, ratio, colors.is_dark), box, turned)
        x, y, _ = camera.point(ORIGIN)
        key = _key(instant)
        found = self._pictures.get(key)
        if found is None or instant.motion.travels:
            frame, following = instant.frame(), copy(camera)
            following.follow(frame.travelled)
            if instant.motion.travels:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_floor(painter, frame, following, inks_of(colors.figure))
                painter.restore()
            if found is None:
                found = _picture(frame, following, ratio, colors)
                self._keep(key, found)
        self._pictures.move_to_end(key)
        corner, picture = found
        # On whole pixels it stays sharp.
        at = (round((x + corner.x()) * ratio) / ratio, round((y + corner.y()) * ratio) / ratio)
        painter.drawImage(QPointF(*at), picture)

    def _camera(
        self, instant: Instant, view: _View, box: QRectF, turned: tuple[float, float]
    ) -> Camera:
        """The camera that sees the movement begin; another scene begins anew."""
        if instant.motion is not self._motion or view != self._view:
            self._motion, self._view = instant.motion, view
            self._cameras.clear()
        camera = self._cameras.get(instant.is_left)
        if camera is None:
            camera = self._cameras[instant.is_left] = camera_for(instant.start(), box, turned)
            # In another box of the same size the pictures are the same.
            scene = (instant.motion, round(camera.scale, 2), *view[1:])
            if scene != self._scene:
                self._scene = scene
                self._pictures.clear()
                self._bytes = 0
        return camera

    def _keep(self, key: _Key, found: tuple[QPointF, QImage]) -> None:
        self.painted += 1
        self._pictures[key] = found
        self._bytes += found[1].sizeInBytes()
        while self._bytes > MOST_BYTES and len(self._pictures) > 1:
            _, (_, old) = self._pictures.popitem(last=False)
            self._bytes -= old.sizeInBytes()


def _key(instant: Instant) -> _Key:
    # A figure that steps looks alike at every step, or at every second one.
    turn = instant.rep % 2 if instant.motion.alternates else 0
    way = (instant.beat, instant.number, instant.count)
    return (*way, instant.is_left, instant.is_back, turn, instant.fault)


def _picture(frame: Frame, camera: Camera, ratio: float, colors: Colors) -> tuple[QPointF, QImage]:
    """A picture of a frame without the marks on the floor, and where its corner is.

    The place is seen from the point under the figure, which stays where it is on the screen.
    """
    x, y, _ = camera.point(frame.travelled)
    area = seen_area(frame, camera).toAlignedRect()
    # Where no marks pass under it the ground is part of it: that is shown quicker.
    is_clear = frame.motion.travels
    kind = QImage.Format.Format_ARGB32_Premultiplied if is_clear else QImage.Format.Format_RGB32
    picture = QImage(area.size() * ratio, kind)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent if is_clear else QColor(colors.card))
    painter = QPainter(picture)
    painter.translate(-area.x(), -area.y())
    # Without a way to go there are no marks, which pass while the figure stays.
    resting = replace(frame, motion=replace(frame.motion, travel=ORIGIN))
    paint_figure(painter, resting, camera, colors.figure)
    painter.end()
    if resting.ghost is not None:
        _haunt(picture, resting, resting.ghost, camera, area.topLeft(), colors)
    return QPointF(area.x() - x, area.y() - y), picture


def _haunt(
    picture: QImage, frame: Frame, ghost: Body, camera: Camera, corner: QPoint, colors: Colors
) -> None:
    """Let the faulty pose shine through the figure, in the colour of a warning."""
    veil = QImage(picture.size(), QImage.Format.Format_ARGB32_Premultiplied)
    veil.setDevicePixelRatio(picture.devicePixelRatio())
    veil.fill(Qt.GlobalColor.transparent)
    painter = QPainter(veil)
    painter.translate(-corner)
    bare = replace(frame.motion, props=(), muscles=(), faults=())
    wrong = replace(frame, motion=bare, body=ghost, ghost=None, effort=0.0)
    paint_figure(painter, wrong, camera, colors.figure)
    painter.resetTransform()
    tint = QColor(colors.figure.ghost)
    tint.setAlphaF(_TINT)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillRect(veil.rect(), tint)
    painter.end()
    painter = QPainter(picture)
    painter.setOpacity(_VEIL)
    painter.drawImage(QPointF(0, 0), veil)
    painter.end()
