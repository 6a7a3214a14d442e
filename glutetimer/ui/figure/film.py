"""Pictures of a movement, kept: a rep looks like the one before it, and going up like going down.

Painting the figure takes many times as long as showing a picture of it.
"""

from collections import OrderedDict
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache
from math import gcd

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from glutetimer.figure.body import Body
from glutetimer.figure.flesh import flesh_of
from glutetimer.figure.frame import RISE_S, Beat, Frame, frame_at
from glutetimer.figure.motion import Motion, PropKind
from glutetimer.figure.vector import ORIGIN
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.floor import paint_floor
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.inks import inks_of
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.figure.weights import rods_of
from glutetimer.ui.style.theme import Colors

FRAMES_PER_S = 30
MOST_BYTES = 64_000_000
_SHADOW_M = 0.12
_AROUND_M = {
    PropKind.MAT: _SHADOW_M,
    PropKind.BALL: _SHADOW_M,
    PropKind.BAND: _SHADOW_M,
    PropKind.DUMBBELLS: _SHADOW_M,
    PropKind.CHAIR: 0.5,
    PropKind.BAR: _SHADOW_M,
}
"""Room around the body for its shadow, and for the things that are there."""


_TINT, _VEIL = 0.6, 0.5
"""How red a faulty pose is, and how much of it is seen over the right one."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment of a movement, rounded to one of thirty frames a second.

    `number` of `count` frames of the beat have passed. Two moments that look alike are equal,
    apart from how far a figure that steps has come: `rep` and `is_back` say that.
    """

    motion: Motion
    beat: Beat
    number: int
    count: int
    is_left: bool = False
    is_back: bool = False
    rep: int = 1
    fault: str = ""

    def start(self) -> Frame:
        """The movement's first frame, which says how it is seen."""
        return _start(self.motion, self.is_left)

    def frame(self) -> Frame:
        """The figure at this moment."""
        return frame_at(
            self.motion,
            self.beat,
            float(self.number),
            float(self.count),
            is_left=self.is_left,
            is_back=self.is_back,
            rep=self.rep,
            fault=self.fault,
        )


def instant_at(
    motion: Motion,
    beat: Beat,
    elapsed_s: float = 0.0,
    duration_s: float | None = None,
    *,
    is_left: bool = False,
    is_back: bool = False,
    rep: int = 1,
    fault: str = "",
) -> Instant:
    """The instant of a moment; the words are those of `frame_at`."""
    if beat is Beat.HOLD:
        # A hold goes up like a lift, and stays.
        duration_s = min(RISE_S, duration_s / 4) if duration_s else RISE_S
        beat = Beat.LOWER if motion.is_downward else Beat.LIFT
    count = max(1, round((duration_s or 0.0) * FRAMES_PER_S))
    number = min(count, max(0, round(elapsed_s * FRAMES_PER_S)))
    if duration_s is None:
        number = count
    if beat in (Beat.WAIT, Beat.TOP, Beat.PAUSE):
        number = count
    if not motion.travels:
        beat, number = _one_way(motion, beat, number, count)
        rep, is_back = 1, False
    shared = gcd(number, count)
    return Instant(motion, beat, number // shared, count // shared, is_left, is_back, rep, fault)


def _one_way(motion: Motion, beat: Beat, number: int, count: int) -> tuple[Beat, int]:
    """The way from start to top stands for the way back, too: it is eased alike at both ends."""
    there, still = Beat.LIFT, {Beat.WAIT: 0, Beat.TOP: count, Beat.PAUSE: 0}
    if motion.is_downward:
        there, still = Beat.LOWER, {Beat.WAIT: 0, Beat.TOP: 0, Beat.PAUSE: count}
    if beat in still:
        return there, still[beat]
    return there, number if beat is there else count - number


@lru_cache(maxsize=64)
def _start(motion: Motion, is_left: bool) -> Frame:
    return frame_at(motion, Beat.WAIT, is_left=is_left)


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
        self._feet: dict[bool, tuple[float, float]] = {}
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
        frame = instant.frame() if instant.motion.travels else None
        view = (box.getRect(), turned, painter.device().devicePixelRatio(), colors.is_dark)
        x, y = self._set_up(instant, view, box, turned)
        if frame is not None:
            camera = copy(self._cameras[instant.is_left])
            camera.follow(frame.travelled)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_floor(painter, frame, camera, inks_of(colors.figure))
            painter.restore()
        ratio, key = view[2], _key(instant)
        found = self._pictures.get(key)
        if found is None:
            frame = frame or instant.frame()
            found = _picture(frame, camera_for(frame, box, turned), ratio, colors)
            self._keep(key, *found)
        else:
            self._pictures.move_to_end(key)
        corner, picture = found
        # On whole pixels it stays sharp.
        at = (round((x + corner.x()) * ratio) / ratio, round((y + corner.y()) * ratio) / ratio)
        painter.drawImage(QPointF(*at), picture)

    def _set_up(
        self, instant: Instant, view: _View, box: QRectF, turned: tuple[float, float]
    ) -> tuple[float, float]:
        """Where on the screen the point under the figure is; another scene begins anew."""
        if instant.motion is not self._motion or view != self._view:
            self._motion, self._view = instant.motion, view
            self._feet.clear()
        feet = self._feet.get(instant.is_left)
        if feet is None:
            camera = camera_for(instant.start(), box, turned)
            # In another box of the same size the pictures are the same.
            scene = (instant.motion, round(camera.scale, 2), *view[1:])
            if scene != self._scene:
                self._forget()
                self._scene = scene
            self._cameras[instant.is_left] = camera
            x, y, _ = camera.point(ORIGIN)
            feet = self._feet[instant.is_left] = (x, y)
        return feet

    def _keep(self, key: _Key, corner: QPointF, picture: QImage) -> None:
        self.painted += 1
        self._pictures[key] = (corner, picture)
        self._bytes += picture.sizeInBytes()
        while self._bytes > MOST_BYTES and len(self._pictures) > 1:
            _, (_, old) = self._pictures.popitem(last=False)
            self._bytes -= old.sizeInBytes()

    def _forget(self) -> None:
        self._pictures.clear()
        self._bytes = 0


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


def seen_area(frame: Frame, camera: Camera) -> QRectF:
    """The part of the screen that a frame is painted on."""
    motion = frame.motion
    balls = list(flesh_of(frame.body).all())
    if frame.ghost is not None:
        balls += flesh_of(frame.ghost).all()
    mat = motion.prop(PropKind.MAT)
    if mat is not None:
        y = -mat.at[1] if frame.is_mirrored else mat.at[1]
        half, side = mat.size[0] / 2, mat.size[1] / 2
        balls += [((mat.at[0] + a, y + b, 0.0), 0.02) for a in (-half, half) for b in (-side, side)]
    ball = motion.prop(PropKind.BALL)
    if ball is not None:
        balls.append((frame.pose.ball, 2 * ball.size[0]))
    for *ends, radius in rods_of(frame).values():
        balls += [(end, radius) for end in ends]
    places = [(camera.point(place), radius * camera.scale) for place, radius in balls]
    around = camera.scale * max((_AROUND_M[prop.kind] for prop in motion.props), default=_SHADOW_M)
    left, right = min(p[0] - r for p, r in places), max(p[0] + r for p, r in places)
    top, bottom = min(p[1] - r for p, r in places), max(p[1] + r for p, r in places)
    # The shadow lies on the floor, which may be far below what is lifted.
    ground = [camera.point((at[0], at[1], 0.0))[1] for at, _ in balls]
    top, bottom = min(top, *ground), max(bottom, *ground)
    return QRectF(left, top, right - left, bottom - top).adjusted(-around, -around, around, around)
