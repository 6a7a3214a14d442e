"""The floor: the mat, marks that pass under a figure that steps, and soft shadows."""

from itertools import pairwise
from math import floor as whole

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from glutetimer.figure.flesh import Ball, Flesh
from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import PropKind
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.shapes import Disc, Link, Shape, chain_links

_MARK_M = 0.30
_MARKS = 5
_MAT_M = 0.012
_CONTACT_M = 0.11
_GRAIN_M = 0.022


def paint_floor(painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
    """Paint the mat, or marks on the floor where the figure steps."""
    if frame.motion.travels:
        _paint_marks(painter, frame, camera, inks)
    mat = frame.motion.prop(PropKind.MAT)
    if mat is None:
        return
    y = -mat.at[1] if frame.is_mirrored else mat.at[1]
    length, breadth = mat.size
    box = QRectF(mat.at[0] - length / 2, y - breadth / 2, length, breadth)
    for drop, tone in ((_MAT_M, inks.mat[0]), (0.0, inks.mat[1])):
        painter.save()
        painter.translate(0, drop * camera.scale)
        painter.setTransform(camera.floor() * painter.transform())
        painter.setBrush(tone)
        painter.drawRoundedRect(box, 0.035, 0.035)
        if not drop:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(inks.mat[0], 0.008))
            inner = box.adjusted(0.035, 0.035, -0.035, -0.035)
            painter.drawRoundedRect(inner, 0.02, 0.02)
        painter.restore()


def _paint_marks(painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
    travel, at = frame.motion.travel, frame.travelled
    sideways = abs(travel[1]) > abs(travel[0])
    now = at[1] if sideways else at[0]
    first = whole(now / _MARK_M)
    painter.save()
    painter.setTransform(camera.floor() * painter.transform())
    for number in range(first - _MARKS, first + _MARKS + 2):
        place = number * _MARK_M
        color = QColor(inks.floor_mark)
        color.setAlphaF(max(0.0, 1.0 - abs(place - now) / (_MARKS * _MARK_M)))
        painter.setPen(QPen(color, 0.014, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if sideways:
            painter.drawLine(QPointF(-0.22, place), QPointF(0.34, place))
        else:
            painter.drawLine(QPointF(place, -0.36), QPointF(place, 0.36))
    painter.restore()


def paint_shadow(painter: QPainter, flesh: Flesh, camera: Camera, inks: Inks) -> None:
    """Paint what the body keeps from the floor: dark where it touches, faint elsewhere."""
    chains = [*flesh.limbs.values(), flesh.skull]
    for k in range(2):
        chains.append(tuple(pair[k] for pair in (*flesh.shirt, *flesh.hips)))
    low: list[tuple[Ball, ...]] = []
    for chain in chains:
        for a, b in pairwise(chain):
            if min(a[0][2] - a[1], b[0][2] - b[1]) < _CONTACT_M:
                low.append((a, b))
    everything = _flat(chains)
    floor = camera.floor()
    left, top, right, bottom = everything.bounds()
    box = floor.mapRect(QRectF(left, top, right - left, bottom - top)).adjusted(
        -0.1 * camera.scale, -0.06 * camera.scale, 0.1 * camera.scale, 0.06 * camera.scale
    )
    # A small picture stretched to its size is soft by itself, and quick.
    coarse = max(1.0, camera.scale * _GRAIN_M)
    size = (max(1, round(box.width() / coarse)), max(1, round(box.height() / coarse)))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    small = QPainter(image)
    small.setRenderHint(QPainter.RenderHint.Antialiasing)
    small.scale(size[0] / box.width(), size[1] / box.height())
    small.translate(-box.topLeft())
    small.setTransform(floor * small.transform())
    for shape, share, grows in (
        (everything, 0.22, (0.045, -0.01)),
        (_flat(low), 0.45, (0.022, -0.006)),
    ):
        color = QColor(inks.shadow)
        color.setAlphaF(inks.shadow_share * share)
        for grow in grows:
            if shape.discs:
                small.fillPath(shape.path(grow=grow), color)
    small.end()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, image)
    painter.restore()


def _flat(chains: list[tuple[Ball, ...]]) -> Shape:
    discs: list[Disc] = []
    links: list[Link] = []
    for chain in chains:
        links += [(a + len(discs), b + len(discs)) for a, b in chain_links(len(chain))]
        # What is high above the floor shades less of it, and so looks thinner.
        discs += [
            (x, y, max(0.022, radius * 0.9 - 0.05 * max(0.0, z - radius)))
            for (x, y, z), radius in chain
        ]
    return Shape(discs, links)
