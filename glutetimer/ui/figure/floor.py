"""The floor: the mat, marks that pass under a figure that steps, and soft shadows."""

from functools import lru_cache
from itertools import pairwise
from math import floor as whole

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPainterPath, QPen, QTransform

from glutetimer.figure.flesh import Ball, Flesh
from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import PropKind
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import Disc
from glutetimer.ui.figure.shapes import Outline

_MARK_M = 0.36
_MARKS = 3
_MAT_M = 0.012
_CONTACT_M = 0.11
_GRAIN_M = 0.026
_SNAP = 4
_HARDLY = ("thumb", "neck")
"""What shades nothing that the rest does not shade."""


def paint_floor(painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
    """Paint the mat, or marks on the floor where the figure steps."""
    if frame.motion.travels:
        _paint_marks(painter, frame, camera, inks)
    mat = frame.motion.prop(PropKind.MAT)
    if mat is None:
        return
    y = -mat.at[1] if frame.is_mirrored else mat.at[1]
    length, breadth = mat.size
    box = (mat.at[0] - length / 2, y - breadth / 2, length, breadth)
    floor = camera.floor()
    place = (floor.m11(), floor.m12(), floor.m21(), floor.m22(), floor.dx(), floor.dy())
    if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
        for path, tone in zip(_mat(box, place, camera.scale), (0, 1, 0), strict=True):
            painter.fillPath(path, inks.mat[tone])
        return
    colors = (inks.mat[0].rgb(), inks.mat[1].rgb())
    ratio = painter.device().devicePixelRatio()
    x, y, picture = _mat_picture(box, place, camera.scale, ratio, colors)
    painter.drawImage(QPointF(x, y), picture)


@lru_cache(maxsize=4)
def _mat_picture(
    box: tuple[float, float, float, float],
    floor: tuple[float, float, float, float, float, float],
    scale: float,
    ratio: float,
    colors: tuple[int, int],
) -> tuple[float, float, QImage]:
    """A picture of a mat and its place; on a screen it is quicker to show than three outlines."""
    paths = _mat(box, floor, scale)
    around = paths[0].boundingRect().united(paths[1].boundingRect())
    # On a whole number of pixels, at any ratio of them.
    x, y = whole(around.left() / _SNAP) * _SNAP, whole(around.top() / _SNAP) * _SNAP
    size = QSize(whole(around.right() - x) + 2, whole(around.bottom() - y) + 2)
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-x, -y)
    for path, tone in zip(paths, (0, 1, 0), strict=True):
        painter.fillPath(path, QColor(colors[tone]))
    painter.end()
    return x, y, image


@lru_cache(maxsize=16)
def _mat(
    box: tuple[float, float, float, float],
    floor: tuple[float, float, float, float, float, float],
    scale: float,
) -> tuple[QPainterPath, QPainterPath, QPainterPath]:
    """The edge of a mat, its face and the line on it; a mat lies still, so they are kept."""
    face, line = QPainterPath(), QPainterPath()
    area = QRectF(*box)
    face.addRoundedRect(area, 0.035, 0.035)
    for inset in (0.031, 0.039):
        rest = area.adjusted(inset, inset, -inset, -inset)
        line.addRoundedRect(rest, 0.055 - inset, 0.055 - inset)
    to_screen = QTransform(*floor)
    seen = to_screen.map(face)
    return seen.translated(0, _MAT_M * scale), seen, to_screen.map(line)


def _paint_marks(painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
    travel, at = frame.motion.travel, frame.travelled
    sideways = abs(travel[1]) > abs(travel[0])
    now = at[1] if sideways else at[0]
    first = whole(now / _MARK_M)
    painter.save()
    painter.setTransform(camera.floor() * painter.transform())
    for number in range(first - _MARKS + 1, first + _MARKS + 1):
        place = number * _MARK_M
        color = QColor(inks.floor_mark)
        color.setAlphaF(max(0.0, 1.0 - abs(place - now) / (_MARKS * _MARK_M)))
        painter.setPen(QPen(color, 0.014, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        if sideways:
            painter.drawLine(QPointF(-0.22, place), QPointF(0.34, place))
        else:
            painter.drawLine(QPointF(place, -0.36), QPointF(place, 0.36))
    painter.restore()


def paint_shadow(painter: QPainter, flesh: Flesh, camera: Camera, inks: Inks) -> None:
    """Paint what the body keeps from the floor: dark where it touches, faint elsewhere."""
    chains = [chain for name, chain in flesh.limbs.items() if not name.endswith(_HARDLY)]
    chains.append(flesh.skull)
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
        (everything, 0.36, (0.015,)),
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


def _flat(chains: list[tuple[Ball, ...]]) -> Outline:
    discs: list[Disc] = []
    rows: list[range] = []
    for chain in chains:
        rows.append(range(len(discs), len(discs) + len(chain)))
        # What is high above the floor shades less of it, and so looks thinner.
        discs += [
            (x, y, max(0.022, radius * 0.9 - 0.05 * max(0.0, z - radius)))
            for (x, y, z), radius in chain
        ]
    return Outline(discs, rows)
