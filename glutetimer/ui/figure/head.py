"""The head: short hair, an ear, and a kind face that says where it looks."""

from collections.abc import Sequence
from math import atan2, degrees, hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from glutetimer.figure.body import Body
from glutetimer.figure.flesh import Ball, Flesh
from glutetimer.figure.vector import Vec, dot, unit
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import Disc, chain_path, discs, paint_outlined

# All places are forward, left, up from the middle of the head.
_CROWN: Vec = (-0.012, 0.0, 0.020)
_HAIR_RADIUS = 0.101
_HAIR_WAY: Vec = unit((-0.66, 0.0, 0.75))
_FRINGE: tuple[Ball, ...] = (
    ((-0.002, 0.072, 0.066), 0.021),
    ((0.044, 0.038, 0.086), 0.027),
    ((0.044, -0.026, 0.094), 0.029),
    ((-0.002, -0.072, 0.070), 0.022),
)
_NAPE: tuple[Ball, ...] = (
    ((-0.044, 0.050, -0.026), 0.036),
    ((-0.062, 0.0, -0.044), 0.038),
    ((-0.044, -0.050, -0.026), 0.036),
)
_NOSE: tuple[Ball, ...] = (((0.080, 0.0, 0.010), 0.012), ((0.097, 0.0, -0.024), 0.014))
_SIDES = (1.0, -1.0)
_EYES: tuple[Ball, ...] = tuple(((0.076, side * 0.036, 0.002), 0.0095) for side in _SIDES)
_CHEEKS: tuple[Ball, ...] = tuple(((0.062, side * 0.050, -0.036), 0.017) for side in _SIDES)
_EARS: tuple[Ball, ...] = tuple(((-0.006, side * 0.088, -0.018), 0.021) for side in _SIDES)
_BROWS: tuple[tuple[Vec, ...], ...] = tuple(
    ((0.066, side * 0.052, 0.026), (0.079, side * 0.036, 0.034), (0.085, side * 0.020, 0.031))
    for side in _SIDES
)
_SMILE: tuple[Vec, ...] = (
    (0.066, 0.034, -0.048),
    (0.077, 0.018, -0.060),
    (0.081, 0.0, -0.063),
    (0.077, -0.018, -0.060),
    (0.066, -0.034, -0.048),
)
_NEAR_EAR, _FAR_EAR = 0.25, -0.6
_LINE_FACING = 0.25


def paint_head(
    painter: QPainter, body: Body, flesh: Flesh, camera: Camera, inks: Inks, pen: QPen
) -> None:
    """Paint the head of a body."""
    skull = chain_path(discs(flesh.skull, camera))
    _Head(painter, body, camera, inks, pen).paint(skull)


class _Head:
    """A head on the screen."""

    def __init__(
        self, painter: QPainter, body: Body, camera: Camera, inks: Inks, pen: QPen
    ) -> None:
        self._painter = painter
        self._inks = inks
        self._pen = pen
        self._px = camera.scale
        self._near = body.head.own(camera.near)
        self._x, self._y, _ = camera.point(body.joints["head"])
        self._axes = tuple(camera.way(axis) for axis in body.head)

    def paint(self, skull: QPainterPath) -> None:
        """Paint everything from the back to the front."""
        painter, inks = self._painter, self._inks
        painter.setPen(self._pen)
        painter.setBrush(inks.skin[1])
        self._paint_ears(_FAR_EAR, _NEAR_EAR)
        nose = chain_path(tuple(map(self._disc, _NOSE)))
        painter.strokePath(nose, self._pen)
        paint_outlined(painter, skull, inks.skin[1], self._pen)
        painter.fillPath(nose, inks.skin[1])
        if self._near[0] > -0.5:
            self._paint_face()
        self._paint_hair()
        painter.setPen(self._pen)
        painter.setBrush(inks.skin[1])
        self._paint_ears(_NEAR_EAR, 1.1)

    def _spot(self, at: Vec) -> tuple[float, float]:
        (fx, fy), (lx, ly), (ux, uy) = self._axes
        a, b, c = at
        return (self._x + a * fx + b * lx + c * ux, self._y + a * fy + b * ly + c * uy)

    def _disc(self, ball: Ball) -> Disc:
        return (*self._spot(ball[0]), ball[1] * self._px)

    def _facing(self, at: Vec) -> float:
        """How much a place of the face is turned to the eye: 1 fully, 0 at its rim."""
        a, b = at[0], at[1] * 1.2
        return (a * self._near[0] + b * self._near[1]) / hypot(a, b)

    def _paint_ears(self, least: float, most: float) -> None:
        """Paint the ears of which so much is turned to the eye."""
        for ball, side in zip(_EARS, _SIDES, strict=True):
            out = side * self._near[1]
            if least < out <= most:
                x, y, r = self._disc(ball)
                self._painter.drawEllipse(QPointF(x, y), r * max(0.45, 0.8 * abs(out)), r)

    def _paint_face(self) -> None:
        inks, painter = self._inks, self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        for balls, color in ((_CHEEKS, inks.blush), (_EYES, inks.edge)):
            painter.setBrush(color)
            for ball in balls:
                facing = self._facing(ball[0])
                if facing > 0.12:
                    x, y, r = self._disc(ball)
                    painter.drawEllipse(QPointF(x, y), r * min(1.0, 0.4 + facing * 0.7), r)
        painter.setPen(self._pen)
        self._paint_line(_SMILE)
        pen = QPen(self._pen)
        pen.setColor(inks.hair[0])
        painter.setPen(pen)
        for brow in _BROWS:
            self._paint_line(brow)

    def _paint_line(self, places: Sequence[Vec]) -> None:
        seen = [QPointF(*self._spot(at)) for at in places if self._facing(at) > _LINE_FACING]
        if len(seen) > 1:
            self._painter.drawPolyline(seen)

    def _paint_hair(self) -> None:
        """A cap with a fringe at the forehead and the neck covered, all in one outline."""
        hair = self._cap()
        for chain, is_seen in ((_FRINGE, self._near[0] > -0.6), (_NAPE, self._near[0] < 0.15)):
            if is_seen:
                hair.addPath(chain_path(tuple(map(self._disc, chain))))
        self._painter.strokePath(hair, self._pen)
        # No line is left where they overlap.
        self._painter.fillPath(hair, self._inks.hair[1])

    def _cap(self) -> QPainterPath:
        """Half of a sphere over the back and the top of the head, as far as the eye sees it."""
        x, y, r = self._disc((_CROWN, _HAIR_RADIUS))
        u, v = self._spot(_HAIR_WAY)
        facing = dot(_HAIR_WAY, self._near)
        rim = r * abs(facing)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.moveTo(r, 0.0)
        path.arcTo(-r, -r, 2 * r, 2 * r, 0.0, -180.0)
        # The rim is seen as an ellipse, of which one half or the other ends the hair.
        path.arcTo(-r, -rim, 2 * r, 2 * rim, 180.0, -180.0 if facing > 0 else 180.0)
        path.closeSubpath()
        turn = degrees(atan2(v - self._y, u - self._x)) - 90.0
        return QTransform.fromTranslate(x, y).rotate(turn).map(path)
