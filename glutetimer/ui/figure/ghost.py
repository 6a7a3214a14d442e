"""A fault's pose: a red silhouette behind the figure, while the fault can happen."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from glutetimer.figure.flesh import flesh_of
from glutetimer.figure.frame import Frame
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import chain_path, discs, hull_path

_FROM, _TO = 0.45, 0.90
"""Between these shares of the way to the top the ghost appears."""

_FILL, _BEFORE = 0.26, 0.4
_LINE_M = 0.014
_STEPPING_EFFORT = 0.65


class Ghost(NamedTuple):
    """A picture of the faulty pose, where its corner is, and how clearly it is seen."""

    corner: QPointF
    image: QImage
    share: float


def ghost_share(frame: Frame) -> float:
    """How clearly a frame's ghost is seen: 0 away from the top of the movement, 1 near it."""
    if frame.ghost is None:
        return 0.0
    place = frame.effort
    if frame.motion.travels:
        place = (place - _STEPPING_EFFORT) / (1.0 - _STEPPING_EFFORT)
    share = min(1.0, max(0.0, (place - _FROM) / (_TO - _FROM)))
    return share * share * (3 - 2 * share)


def ghost_of(frame: Frame, camera: Camera, inks: Inks, ratio: float) -> Ghost | None:
    """The outline of the faulty pose as one, with a tint in it; None while it is not seen."""
    share = ghost_share(frame)
    if frame.ghost is None or share <= 0:
        return None
    flesh = flesh_of(frame.ghost)
    paths = [hull_path(flesh.hips, camera), hull_path(flesh.shirt, camera)]
    paths += [chain_path(discs(c, camera)) for c in (*flesh.limbs.values(), flesh.skull)]
    return Ghost(*_silhouette(paths, camera, inks, ratio), share)


def paint_ghost(painter: QPainter, ghost: Ghost | None, *, is_before: bool) -> None:
    """Paint it behind the figure, or lightly before it, where the figure may have hidden it."""
    if ghost is not None:
        painter.save()
        painter.setOpacity(painter.opacity() * ghost.share * (_BEFORE if is_before else 1.0))
        painter.drawImage(ghost.corner, ghost.image)
        painter.restore()


def _silhouette(
    paths: list[QPainterPath], camera: Camera, inks: Inks, ratio: float
) -> tuple[QPointF, QImage]:
    """All outlines, of which those within the silhouette go; and where its corner is."""
    pen = QPen(inks.ghost, max(2.0, _LINE_M * camera.scale))
    box = QRectF()
    for path in paths:
        box = box.united(path.boundingRect())
    box.adjust(-pen.widthF(), -pen.widthF(), pen.widthF(), pen.widthF())
    size = (ceil(box.width() * ratio), ceil(box.height() * ratio))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-box.topLeft())
    for path in paths:
        painter.strokePath(path, pen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    within = QColor(inks.ghost)
    within.setAlphaF(_FILL)
    for path in paths:
        painter.fillPath(path, within)
    painter.end()
    return box.topLeft(), image
