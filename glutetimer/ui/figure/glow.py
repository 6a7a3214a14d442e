"""Working muscles glow through the clothes."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QRadialGradient

from glutetimer.figure.vector import dot
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.muscles import Spot

_FAINTEST = 0.02


def paint_glow(
    painter: QPainter, spots: list[Spot], within: QPainterPath, camera: Camera, inks: Inks
) -> None:
    """Paint warm places, none of them beyond a path."""
    seen = [(spot, share) for spot in spots if (share := _seen(spot, camera)) > _FAINTEST]
    if not seen:
        return
    ratio = painter.device().devicePixelRatio()
    painter.save()
    painter.setClipPath(within, Qt.ClipOperation.IntersectClip)
    for spot, share in seen:
        x, y, _ = camera.point(spot.place)
        radius = spot.radius * camera.scale
        image = _glow(
            max(1, round(2 * radius * ratio)), ratio, inks.warm.rgb(), inks.warm_deep.rgb()
        )
        painter.setOpacity(share)
        painter.drawImage(QPointF(x - radius, y - radius), image)
    painter.restore()


def _seen(spot: Spot, camera: Camera) -> float:
    """What lies on the far side of the body shines through less."""
    facing = dot(spot.normal, camera.near)
    return spot.strength * min(1.0, max(0.25, 0.75 + 0.5 * facing))


@lru_cache(maxsize=32)
def _glow(size_px: int, ratio: float, warm: int, deep: int) -> QImage:
    """A round glow; setting a gradient up costs far more than showing its picture."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    half = size_px / 2
    gradient = QRadialGradient(QPointF(half, half), half)
    for at, color, alpha in (
        (0.0, deep, 0.95),
        (0.38, deep, 0.80),
        (0.70, warm, 0.38),
        (1.0, warm, 0.0),
    ):
        tone = QColor(color)
        tone.setAlphaF(alpha)
        gradient.setColorAt(at, tone)
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 0, size_px, size_px), gradient)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
