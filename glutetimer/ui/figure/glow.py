"""Working muscles glow through the clothes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QRadialGradient

from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import Muscle, Working
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import Vec, add, along, between, dot, scaled, square_to, sub, unit
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.parts import HIPS, SHIRT

_FAINTEST = 0.02
_AT_HIP = {
    # forward, outward, up from the hip joint; radius
    Muscle.GLUTE_MAX: ((-0.075, 0.0, -0.015), 0.130),
    Muscle.GLUTE_MED: ((-0.020, 0.055, 0.055), 0.095),
    Muscle.GLUTE_MIN: ((0.012, 0.060, 0.045), 0.080),
}
_AT_THIGH = {
    # share of the thigh; forward, outward; radius
    Muscle.ADDUCTORS: (0.30, 0.0, -0.055, 0.105),
    Muscle.HAMSTRINGS: (0.45, -0.055, 0.0, 0.120),
    Muscle.QUADRICEPS: (0.50, 0.055, 0.0, 0.120),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A warm place: its middle, the direction in which it lies, its radius in metres.

    It is painted on `parts` once all of them are.
    """

    place: Vec
    normal: Vec
    radius: float
    strength: float
    parts: tuple[str, ...]


def spots_of(frame: Frame) -> list[Spot]:
    """The warm places of a frame."""
    return [spot for spot in _spots(frame) if spot.strength > 0]


def _spots(frame: Frame) -> Iterator[Spot]:
    body = frame.body
    for work in frame.motion.muscles:
        strength = frame.effort * work.share
        for side, sign in SIDES:
            if work.side is not Working.BOTH and (work.side.value == side) is frame.is_mirrored:
                continue
            hip, knee = body.joints[f"{side}-hip"], body.joints[f"{side}-knee"]
            parts = (HIPS, f"{side}-thigh")
            if work.muscle in _AT_HIP:
                (ahead, out, up), radius = _AT_HIP[work.muscle]
                way = body.pelvis.world((ahead, sign * out, up))
                yield Spot(add(hip, way), unit(way), radius, strength, parts)
            elif work.muscle in _AT_THIGH:
                share, ahead, out, radius = _AT_THIGH[work.muscle]
                axis = unit(sub(knee, hip))
                bend = sub(knee, between(hip, body.joints[f"{side}-ankle"], 0.5))
                front = square_to(add(bend, scaled(body.pelvis.forward, 0.05)), axis)
                outer = square_to(scaled(body.pelvis.left, sign), axis)
                way = add(scaled(front, ahead), scaled(outer, out))
                yield Spot(add(between(hip, knee, share), way), unit(way), radius, strength, parts)
        if work.muscle in (Muscle.ABDOMINALS, Muscle.LOW_BACK):
            ahead = 0.08 if work.muscle is Muscle.ABDOMINALS else -0.08
            place = along(body.joints["lumbar"], body.pelvis.forward, ahead)
            yield Spot(place, scaled(body.pelvis.forward, ahead / 0.08), 0.11, strength, (SHIRT,))


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
