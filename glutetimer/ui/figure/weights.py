"""Dumbbells in the hands, a bar across the body."""

from math import atan2, degrees

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from glutetimer.figure.body import Body
from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import PropKind
from glutetimer.figure.pose import Of
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import (
    Basis,
    Vec,
    add,
    along,
    between,
    cross,
    distance,
    length,
    mirrored,
    sub,
    unit,
)
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks

_DISC_M = 0.075
_PLATE_M = 0.15
_GRIP_M = 0.11
_SHOULDER_M = 0.062
_AT_SHOULDER_M = 0.24
_AHEAD: Vec = (1.0, 0.0, 0.0)

Rod = tuple[Vec, Vec, float]
"""The ends of a weight, and the radius of the disc at each."""


def rods_of(frame: Frame) -> dict[str, Rod]:
    """Where the weights of a frame are, by name."""
    rods: dict[str, Rod] = {}
    motion, body = frame.motion, frame.body
    if motion.prop(PropKind.DUMBBELLS) is not None:
        for side, _ in SIDES:
            wrist, hand = body.joints[f"{side}-wrist"], body.joints[f"{side}-hand"]
            elbow = body.joints[f"{side}-elbow"]
            rods[f"{side}-dumbbell"] = _dumbbell(body, side, wrist, hand, elbow)
    bar = motion.prop(PropKind.BAR)
    if bar is not None:
        origin, basis = _carrier(frame, bar.of)
        at = mirrored(bar.at) if frame.is_mirrored else bar.at
        middle = add(origin, basis.world(at))
        half = bar.size[0] / 2
        rods["bar"] = (
            along(middle, basis.left, -half),
            along(middle, basis.left, half),
            _PLATE_M,
        )
    return rods


def _dumbbell(body: Body, side: str, wrist: Vec, hand: Vec, elbow: Vec) -> Rod:
    """A dumbbell in a hand: across the forearm, or with one end on the shoulder if that is near."""
    grip = between(wrist, hand, 0.5)
    shoulder = body.joints[f"{side}-shoulder"]
    if distance(grip, shoulder) < _AT_SHOULDER_M:
        rest = along(shoulder, body.chest.up, _SHOULDER_M + _DISC_M)
        # It lies on the shoulder, and in the fingers as far as it points ahead.
        axis = unit(add(unit(sub(grip, rest)), body.chest.forward))
        return (rest, along(rest, axis, 2 * _GRIP_M), _DISC_M)
    out = cross(unit(sub(wrist, elbow)), body.chest.left)
    axis = unit(out) if length(out) > 0.15 else _AHEAD
    return (along(grip, axis, -_GRIP_M), along(grip, axis, _GRIP_M), _DISC_M)


class Weights:
    """Paints rods with a disc at each end."""

    def __init__(self, painter: QPainter, camera: Camera, inks: Inks) -> None:
        self._painter = painter
        self._camera = camera
        self._inks = inks

    def paint(self, rod: Rod) -> None:
        """Paint a rod with a disc at each end, the nearer one last."""
        a, b, radius = rod
        axis = unit(sub(b, a))
        seen = sorted((self._camera.point(p), p) for p in (a, b))
        seen.sort(key=lambda item: item[0][2])
        px = self._camera.scale
        self._paint_disc(seen[0][1], axis, radius)
        for color, width in ((self._inks.edge, 0.034), (self._inks.metal[-1], 0.026)):
            pen = QPen(color, width * px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            self._painter.setPen(pen)
            (x, y, _), (u, v, _) = seen[0][0], seen[1][0]
            self._painter.drawLine(QPointF(x, y), QPointF(u, v))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._paint_disc(seen[1][1], axis, radius)

    def _paint_disc(self, place: Vec, axis: Vec, radius: float) -> None:
        near = self._camera.near
        facing = axis[0] * near[0] + axis[1] * near[1] + axis[2] * near[2]
        x, y, _ = self._camera.point(place)
        u, v, _ = self._camera.point(along(place, axis, 0.035))
        angle = degrees(atan2(v - y, u - x))
        px = self._camera.scale
        r, thin = radius * px, max(0.12, abs(facing)) * radius * px
        painter = self._painter
        painter.save()
        depth = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
        painter.translate((x + u) / 2, (y + v) / 2)
        painter.rotate(angle)
        sign = 1.0 if facing > 0 else -1.0
        painter.setPen(QPen(self._inks.edge, 0.004 * px))
        painter.setBrush(self._inks.metal[0])
        painter.drawEllipse(QPointF(-sign * depth / 2, 0), thin, r)
        painter.drawRect(int(-depth / 2), int(-r), max(1, int(depth)), int(2 * r))
        painter.setBrush(self._inks.metal[1])
        painter.drawEllipse(QPointF(sign * depth / 2, 0), thin, r)
        painter.restore()


def _carrier(frame: Frame, of: Of) -> tuple[Vec, Basis]:
    body = frame.body
    match of:
        case Of.CHEST:
            return body.joints["shoulders"], body.chest
        case Of.PELVIS:
            return body.joints["pelvis"], body.pelvis
        case Of.HEAD:
            return body.joints["head"], body.head
        case Of.FLOOR:
            return frame.travelled, Basis()
