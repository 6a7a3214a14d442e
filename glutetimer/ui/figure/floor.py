"""The floor: the mat, marks that pass under a figure that steps, and the shadow."""

from collections.abc import Sequence
from math import floor as whole

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from glutetimer.figure.flesh import Ball, Flesh
from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import PropKind
from glutetimer.figure.skeleton import SIDES
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import chain_path

_MARK_M = 0.36
_MARKS = 3
_WIDE_M = 0.018
_LOW_M = 0.13


def paint_floor(painter: QPainter, frame: Frame, camera: Camera, inks: Inks, pen: QPen) -> None:
    """Paint the mat, or marks on the floor where the figure steps."""
    if frame.motion.travels:
        _paint_marks(painter, frame, camera, inks)
    mat = frame.motion.prop(PropKind.MAT)
    if mat is None:
        return
    half, side = mat.size[0] / 2, mat.size[1] / 2
    y = -mat.at[1] if frame.is_mirrored else mat.at[1]
    face = QPainterPath()
    face.addRoundedRect(QRectF(mat.at[0] - half, y - side, 2 * half, 2 * side), 0.04, 0.04)
    painter.setPen(QPen(inks.mat[0], pen.widthF()))
    painter.setBrush(inks.mat[1])
    painter.drawPath(camera.floor().map(face))
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
    trunk = [(oval.middle, 0.11) for oval in (*flesh.hips[:2], *flesh.shirt[2:0:-1])]
    chains: list[Sequence[Ball]] = [trunk, flesh.skull[:1]]
    for side, _ in SIDES:
        leg, foot, arm = (flesh.limbs[f"{side}-{limb}"] for limb in ("leg", "foot", "arm"))
        chains += [leg[:3:2], leg[2::2], foot[::3], arm[2:5:2], arm[4:]]
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for chain in chains:
        if max(place[2] for place, _ in chain) < _LOW_M:
            chain_path([(x, y, radius) for (x, y, _), radius in chain], path)
    has_mat = frame.motion.prop(PropKind.MAT) is not None
    painter.fillPath(camera.floor().map(path), inks.mat[0] if has_mat else inks.shadow)
