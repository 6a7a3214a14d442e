"""The head: short hair, an ear, and a kind face that says where it looks."""

from collections.abc import Sequence
from math import atan2, degrees

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from glutetimer.figure.body import Body
from glutetimer.figure.flesh import Flesh
from glutetimer.figure.vector import Basis, Vec, add, dot, unit
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import Disc, chain_path, discs

_HAIR_RADIUS = 0.101
_HAIR_WAY: Vec = unit((-0.66, 0.0, 0.75))
_NOSE: tuple[tuple[Vec, float], ...] = (((0.080, 0.0, 0.010), 0.012), ((0.097, 0.0, -0.024), 0.014))
_SMILE: tuple[Vec, ...] = (
    (0.066, 0.034, -0.048),
    (0.077, 0.018, -0.060),
    (0.081, 0.0, -0.063),
    (0.077, -0.018, -0.060),
    (0.066, -0.034, -0.048),
)
_BROW: tuple[Vec, ...] = ((0.066, 0.052, 0.034), (0.079, 0.036, 0.042), (0.085, 0.020, 0.039))
_FRINGE: tuple[tuple[Vec, float], ...] = (
    ((0.022, 0.072, 0.050), 0.024),
    ((0.058, 0.036, 0.078), 0.028),
    ((0.056, -0.026, 0.090), 0.030),
    ((0.018, -0.072, 0.056), 0.026),
)
_NAPE: tuple[tuple[Vec, float], ...] = (
    ((-0.044, 0.050, -0.026), 0.036),
    ((-0.062, 0.0, -0.044), 0.038),
    ((-0.044, -0.050, -0.026), 0.036),
)
_EAR: Vec = (-0.006, 0.088, -0.018)
_EAR_RADIUS = 0.021
_NEAR_EAR = 0.25


def paint_head(
    painter: QPainter, body: Body, flesh: Flesh, camera: Camera, inks: Inks, pen: QPen
) -> None:
    """Paint the head of a body."""
    middle, head = body.joints["head"], body.head
    painter.setPen(pen)
    painter.setBrush(inks.skin[1])
    nose = [(add(middle, head.world(at)), radius) for at, radius in _NOSE]
    _paint_ears(painter, middle, head, camera, inks, is_near=False)
    path = chain_path(discs(nose, camera))
    painter.drawPath(path)
    skull = chain_path(discs(flesh.skull, camera))
    painter.drawPath(skull)
    painter.fillPath(path, inks.skin[1])
    _Face(painter, middle, head, camera, inks, pen).paint()
    _paint_hair(painter, middle, head, camera, inks, pen)
    painter.setPen(pen)
    _paint_ears(painter, middle, head, camera, inks, is_near=True)


def _paint_ears(
    painter: QPainter, middle: Vec, head: Basis, camera: Camera, inks: Inks, *, is_near: bool
) -> None:
    """Paint the ear before the head, or what is seen beside it of those behind."""
    painter.setBrush(inks.skin[1])
    for sign in (1.0, -1.0):
        out = dot(head.world((0.0, sign, 0.0)), camera.near)
        if (out > _NEAR_EAR) is is_near and out > -0.6:
            at = (_EAR[0], sign * _EAR[1], _EAR[2])
            x, y, r = _seen(camera, middle, head, at, _EAR_RADIUS)
            painter.drawEllipse(QPointF(x, y), r * max(0.45, 0.8 * abs(out)), r)


def _paint_hair(
    painter: QPainter, middle: Vec, head: Basis, camera: Camera, inks: Inks, pen: QPen
) -> None:
    """Paint a cap with a fringe at the forehead and the neck covered, all in one outline."""
    paths = [_cap(camera, middle, head)]
    for chain, seen_from in ((_FRINGE, 0.6), (_NAPE, 0.15)):
        way = head.world(unit((chain[0][0][0], 0.0, 0.0)))
        if dot(way, camera.near) > -seen_from:
            paths.append(chain_path([_seen(camera, middle, head, *ball) for ball in chain]))
    painter.setPen(pen)
    painter.setBrush(inks.hair[1])
    for path in paths:
        painter.drawPath(path)
    for path in paths[:-1]:
        painter.fillPath(path, inks.hair[1])


class _Face:
    """Paints what lies on a face, as far as it faces the eye."""

    def __init__(
        self,
        painter: QPainter,
        middle: Vec,
        head: Basis,
        camera: Camera,
        inks: Inks,
        pen: QPen,
    ) -> None:
        self._painter = painter
        self._middle = middle
        self._head = head
        self._camera = camera
        self._inks = inks
        self._pen = pen

    def paint(self) -> None:
        """Paint cheeks, eyes, brows and a smile."""
        for sign in (1.0, -1.0):
            self._paint_spot((0.062, sign * 0.050, -0.036), 0.017, self._inks.blush)
        for sign in (1.0, -1.0):
            self._paint_spot((0.076, sign * 0.036, 0.006), 0.0095, self._inks.edge)
            brow = [(x, sign * y, z) for x, y, z in _BROW]
            self._paint_line(brow, self._inks.hair[0])
        self._paint_line(_SMILE, self._inks.edge)

    def _facing(self, at: Vec) -> float:
        return dot(self._head.world(unit((at[0], at[1] * 1.2, 0.0))), self._camera.near)

    def _paint_spot(self, at: Vec, radius: float, color: QColor) -> None:
        facing = self._facing(at)
        if facing > 0.12:
            x, y, r = _seen(self._camera, self._middle, self._head, at, radius)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(color)
            self._painter.drawEllipse(QPointF(x, y), r * min(1.0, 0.4 + facing * 0.7), r)

    def _paint_line(self, places: Sequence[Vec], color: QColor) -> None:
        seen = [
            QPointF(*_seen(self._camera, self._middle, self._head, at, 0.0)[:2])
            for at in places
            if self._facing(at) > 0.1
        ]
        if len(seen) > 1:
            pen = QPen(self._pen)
            pen.setColor(color)
            self._painter.setPen(pen)
            self._painter.drawPolyline(seen)


def _seen(camera: Camera, middle: Vec, head: Basis, at: Vec, radius: float) -> Disc:
    x, y, _ = camera.point(add(middle, head.world(at)))
    return (x, y, radius * camera.scale)


def _cap(camera: Camera, head_at: Vec, head: Basis) -> QPainterPath:
    """Half of a sphere over the back and the top of the head, as far as the eye sees it."""
    axis = head.world(_HAIR_WAY)
    x, y, _ = camera.point(add(head_at, head.world((-0.012, 0.0, 0.020))))
    r, facing = _HAIR_RADIUS * camera.scale, dot(axis, camera.near)
    u, v = camera.way(axis)
    rim = r * abs(facing)
    path = QPainterPath()
    path.moveTo(r, 0.0)
    path.arcTo(-r, -r, 2 * r, 2 * r, 0.0, -180.0)
    # The rim is seen as an ellipse, of which one half or the other ends the hair.
    path.arcTo(-r, -rim, 2 * r, 2 * rim, 180.0, -180.0 if facing > 0 else 180.0)
    path.closeSubpath()
    return QTransform.fromTranslate(x, y).rotate(degrees(atan2(v, u)) - 90.0).map(path)
