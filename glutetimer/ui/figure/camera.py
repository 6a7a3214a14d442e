"""From the world to the screen: an eye far away that looks at the figure."""

from collections.abc import Iterable
from math import cos, radians, sin

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from glutetimer.figure.flesh import Ball
from glutetimer.figure.vector import ORIGIN, Vec, sub

Point = tuple[float, float, float]
"""On the screen: right and down in pixels, and how near it is to the eye in metres."""

Bounds = tuple[float, float, float, float]
"""Left, bottom, right and top in metres, as a camera sees them."""


class Camera:
    """An orthographic projection: yaw and pitch in degrees, as in a motion's `View`."""

    def __init__(self, yaw: float, pitch: float) -> None:
        c, s = cos(radians(yaw)), sin(radians(yaw))
        cp, sp = cos(radians(pitch)), sin(radians(pitch))
        self.yaw, self.pitch = yaw, pitch
        self.near: Vec = (c * cp, s * cp, sp)
        """From the figure to the eye."""
        self.right: Vec = (-s, c, 0.0)
        self.up: Vec = (-c * sp, -s * sp, cp)
        self.scale = 1.0
        self.origin = (0.0, 0.0)
        """Where the origin of the world is seen."""

    def bounds(self, balls: Iterable[Ball]) -> Bounds:
        """How far balls reach as this camera sees them."""
        left = bottom = 1e9
        right = top = -1e9
        for place, radius in balls:
            x, y = self._flat(place)
            left, right = min(left, x - radius), max(right, x + radius)
            bottom, top = min(bottom, y - radius), max(top, y + radius)
        return (left, bottom, right, top)

    def fit(self, bounds: Bounds, box: QRectF, least_m: float = 0.0) -> None:
        """Choose place and scale so that all within the bounds is in the box."""
        left, bottom, right, top = bounds
        width, height = max(right - left, least_m), max(top - bottom, least_m * 0.6)
        self.scale = max(1.0, min(box.width() / width, box.height() / height))
        self.origin = (
            box.center().x() - (left + right) / 2 * self.scale,
            box.center().y() + (bottom + top) / 2 * self.scale,
        )

    def follow(self, travelled: Vec) -> None:
        """Go along with a figure that steps."""
        if travelled != ORIGIN:
            x, y = self._flat(travelled)
            self.origin = (self.origin[0] - x * self.scale, self.origin[1] + y * self.scale)

    def point(self, place: Vec) -> Point:
        """Where a place is seen."""
        a, b, c = place
        (rx, ry, _), (ux, uy, uz), (nx, ny, nz) = self.right, self.up, self.near
        x, y = a * rx + b * ry, a * ux + b * uy + c * uz
        return (
            self.origin[0] + x * self.scale,
            self.origin[1] - y * self.scale,
            a * nx + b * ny + c * nz,
        )

    def way(self, a: Vec) -> tuple[float, float]:
        """A vector as it is seen: right and down in pixels."""
        x, y = self._flat(a)
        return (x * self.scale, -y * self.scale)

    def floor(self) -> QTransform:
        """The way from the floor (x, y in metres) to the screen."""
        origin, ahead, left = (self.point(p) for p in (ORIGIN, (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))
        x, y, _ = sub(ahead, origin)
        u, v, _ = sub(left, origin)
        return QTransform(x, y, u, v, origin[0], origin[1])

    def _flat(self, place: Vec) -> tuple[float, float]:
        r, u = self.right, self.up
        return (
            place[0] * r[0] + place[1] * r[1],
            place[0] * u[0] + place[1] * u[1] + place[2] * u[2],
        )
