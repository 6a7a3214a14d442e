"""Dumbbells in the hands, a bar across the body."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from glutetimer.figure.body import Body
from glutetimer.figure.flesh import Oval
from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import PropKind
from glutetimer.figure.pose import Of
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import (
    ORIGIN,
    Basis,
    Vec,
    add,
    along,
    between,
    cross,
    distance,
    length,
    mirrored,
    scaled,
    square_to,
    sub,
    unit,
)
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import hull_path, paint_outlined

_DISC_M = 0.052
_PLATE_M = 0.15
_THICK_M = 0.022
_ROD_M = 0.024
_GRIP_M = 0.095
_SHOULDER_M = 0.046
_AT_SHOULDER_M = 0.24
_AHEAD: Vec = (1.0, 0.0, 0.0)

Rod = tuple[Vec, Vec, float]
"""The ends of a weight, and the radius of the disc at each."""


def rods_of(frame: Frame) -> dict[str, Rod]:
    """Where the weights of a frame are, by name."""
    rods: dict[str, Rod] = {}
    motion, body = frame.motion, frame.body
    if motion.prop(PropKind.DUMBBELLS) is not None:
        rods |= {f"{side}-dumbbell": _dumbbell(body, side) for side, _ in SIDES}
    bar = motion.prop(PropKind.BAR)
    if bar is not None:
        origin, basis = _carrier(frame, bar.of)
        at = mirrored(bar.at) if frame.is_mirrored else bar.at
        middle, half = add(origin, basis.world(at)), bar.size[0] / 2
        ends = (along(middle, basis.left, -half), along(middle, basis.left, half))
        rods["bar"] = (*ends, _PLATE_M)
    return rods


def _dumbbell(body: Body, side: str) -> Rod:
    """A dumbbell in a hand: across the forearm, or with one end on the shoulder if that is near."""
    shoulder, elbow, wrist, hand = (
        body.joints[f"{side}-{joint}"] for joint in ("shoulder", "elbow", "wrist", "hand")
    )
    grip = between(wrist, hand, 0.5)
    if distance(grip, shoulder) < _AT_SHOULDER_M:
        rest = along(shoulder, body.chest.up, _SHOULDER_M + _DISC_M)
        # It lies on the shoulder, and in the fingers as far as it points ahead.
        axis = unit(add(unit(sub(grip, rest)), body.chest.forward))
        return (rest, along(rest, axis, 2 * _GRIP_M), _DISC_M)
    out = cross(unit(sub(wrist, elbow)), body.chest.left)
    axis = unit(out) if length(out) > 0.15 else _AHEAD
    return (along(grip, axis, -_GRIP_M), along(grip, axis, _GRIP_M), _DISC_M)


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


def paint_rod(painter: QPainter, rod: Rod, camera: Camera, inks: Inks, pen: QPen) -> None:
    """Paint a rod with a disc at each end, the nearer one last."""
    a, b, radius = rod
    axis = unit(sub(b, a))
    one = square_to((axis[2], axis[0], axis[1]), axis)
    other = cross(axis, one)
    far, near = sorted((a, b), key=lambda end: camera.point(end)[2])
    _paint_disc(painter, (far, axis, one, other), radius, camera, inks, pen)
    line = [QPointF(*camera.point(end)[:2]) for end in (far, near)]
    width = _ROD_M * camera.scale
    for color, px in ((inks.edge, width + 2 * pen.widthF()), (inks.metal[1], width)):
        painter.setPen(QPen(color, px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(*line)
    _paint_disc(painter, (near, axis, one, other), radius, camera, inks, pen)


def _paint_disc(
    painter: QPainter,
    place: tuple[Vec, Vec, Vec, Vec],
    radius: float,
    camera: Camera,
    inks: Inks,
    pen: QPen,
) -> None:
    """A disc at a place, across an axis: its rim in the shade, its nearer face in the light."""
    middle, axis, one, other = place
    toward = axis if camera.point(axis)[2] > camera.point(ORIGIN)[2] else scaled(axis, -1.0)
    back, front = (
        Oval(along(middle, toward, by), ORIGIN, scaled(one, radius), scaled(other, radius))
        for by in (-_THICK_M, _THICK_M)
    )
    paint_outlined(painter, hull_path((back, front), camera), inks.metal[0], pen)
    painter.fillPath(hull_path((front,), camera), inks.metal[1])
