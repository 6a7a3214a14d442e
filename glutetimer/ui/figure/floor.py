"""The floor: the mat, marks that pass under a figure that steps, and the shadow."""

from math import floor as whole

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from glutetimer.figure.flesh import BEND, Flesh
from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import PropKind
from glutetimer.figure.skeleton import SIDES
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import paint_outlined

_MARK_M = 0.36
_MARKS = 3
_WIDE_M = 0.018
_LOW_M = 0.13
_AROUND_M = 0.016


def paint_floor(painter: QPainter, frame: Frame, camera: Camera, inks: Inks, pen: QPen) -> None:
    """Paint the mat, or marks on the floor where the figure steps."""
    if frame.motion.zigzags:
        _paint_zigzag(painter, frame, camera, inks)
    elif frame.motion.travels:
        _paint_marks(painter, frame, camera, inks)
    mat = frame.motion.prop(PropKind.MAT)
    if mat is None:
        return
    half, side = mat.size[0] / 2, mat.size[1] / 2
    y = -mat.at[1] if frame.is_mirrored else mat.at[1]
    face = QPainterPath()
    face.addRoundedRect(QRectF(mat.at[0] - half, y - side, 2 * half, 2 * side), 0.04, 0.04)
    edge = QPen(inks.mat[0], pen.widthF())
    paint_outlined(painter, camera.floor().map(face), inks.mat[1], edge)


def _paint_zigzag(painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
    """The way of somebody who steps to the right and to the left in turn."""
    length, across = abs(frame.motion.travel[0]), 2 * frame.travelled[1]
    now = whole(frame.travelled[0] / length)
    steps = range(now - _MARKS + 1, now + _MARKS + 1)
    way = QPolygonF([QPointF(step * length, across * (step % 2)) for step in steps])
    pen = QPen(inks.floor_mark, 1.5 * _WIDE_M * camera.scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(camera.floor().map(way))
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_marks(painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
    travel, at = frame.motion.travel, frame.travelled
    sideways = abs(travel[1]) > abs(travel[0])
    now = at[1] if sideways else at[0]
    first = whole(now / _MARK_M)
    floor = camera.floor()
    painter.setBrush(inks.floor_mark)
    for number in range(first - _MARKS + 1, first + _MARKS + 1):
        place = number * _MARK_M
        # It grows as it comes near and shrinks as it goes.
        half = 0.32 * (1.0 - (abs(place - now) / (_MARKS * _MARK_M)) ** 2)
        if half > 0:
            box = QRectF(place, -half, _WIDE_M, 2 * half)
            if sideways:
                box = QRectF(0.04 - half, place, 2 * half, _WIDE_M)
            painter.drawPolygon(floor.map(QPolygonF(box)))


def paint_shadow(painter: QPainter, frame: Frame, flesh: Flesh, camera: Camera, inks: Inks) -> None:
    """Paint where the body rests on the floor or is near it."""
    spots = [(oval.middle, 0.15) for oval in (flesh.hips[1], *flesh.shirt[1:])]
    spots.append(flesh.skull[0])
    for side, _ in SIDES:
        leg, foot = flesh.limbs[f"{side}-leg"], flesh.limbs[f"{side}-foot"]
        spots += [leg[BEND], leg[-1], foot[0], foot[-1], flesh.limbs[f"{side}-arm"][-2]]
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for (x, y, z), radius in spots:
        if z < _LOW_M:
            path.addEllipse(QPointF(x, y), radius + _AROUND_M, radius + _AROUND_M)
    has_mat = frame.motion.prop(PropKind.MAT) is not None
    painter.fillPath(camera.floor().map(path), inks.mat[0] if has_mat else inks.shadow)
