"""Vectors of three numbers and bases of three vectors, in metres and degrees.

World axes: x forward, y to the left, z up; the floor is z = 0.
"""

from math import cos, hypot, radians, sin
from typing import NamedTuple

Vec = tuple[float, float, float]

ORIGIN: Vec = (0.0, 0.0, 0.0)
UP: Vec = (0.0, 0.0, 1.0)


def add(a: Vec, b: Vec) -> Vec:
    """The sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """The way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vec, by: float) -> Vec:
    """A vector `by` times as long."""
    return (a[0] * by, a[1] * by, a[2] * by)


def along(a: Vec, direction: Vec, by: float) -> Vec:
    """The point reached from `a` by going `by` times `direction`."""
    return (a[0] + direction[0] * by, a[1] + direction[1] * by, a[2] + direction[2] * by)


def between(a: Vec, b: Vec, share: float) -> Vec:
    """The point at a share (0 to 1) of the way from `a` to `b`."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


def dot(a: Vec, b: Vec) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """The length of a vector."""
    return hypot(a[0], a[1], a[2])


def distance(a: Vec, b: Vec) -> float:
    """How far two points are apart."""
    return hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])


def unit(a: Vec) -> Vec:
    """The direction of a vector; the zero vector gives itself."""
    size = length(a)
    return (a[0] / size, a[1] / size, a[2] / size) if size > 0 else a


def square_to(a: Vec, axis: Vec) -> Vec:
    """The direction of the part of `a` that is at right angles to the unit vector `axis`."""
    return unit(along(a, axis, -dot(a, axis)))


def mirrored(a: Vec) -> Vec:
    """The mirror image, left for right."""
    return (a[0], -a[1], a[2])


class Basis(NamedTuple):
    """How a part of the body is turned: its own forward, left and up as unit vectors."""

    forward: Vec = (1.0, 0.0, 0.0)
    left: Vec = (0.0, 1.0, 0.0)
    up: Vec = UP

    def turned(self, degrees: float) -> "Basis":
        """Turned about its own up axis, to the left."""
        forward, left = _rotated(self.forward, self.left, degrees)
        return Basis(forward, left, self.up)

    def leant(self, degrees: float) -> "Basis":
        """Leant forward, about its own left axis."""
        up, forward = _rotated(self.up, self.forward, degrees)
        return Basis(forward, self.left, up)

    def tilted(self, degrees: float) -> "Basis":
        """Tilted to the left, about its own forward axis."""
        up, left = _rotated(self.up, self.left, degrees)
        return Basis(self.forward, left, up)

    def world(self, a: Vec) -> Vec:
        """A vector of this basis (forward, left, up) in the axes of the world."""
        f, s, u = self
        return (
            f[0] * a[0] + s[0] * a[1] + u[0] * a[2],
            f[1] * a[0] + s[1] * a[1] + u[1] * a[2],
            f[2] * a[0] + s[2] * a[1] + u[2] * a[2],
        )

    def own(self, a: Vec) -> Vec:
        """A vector of the world in this basis."""
        return (dot(a, self.forward), dot(a, self.left), dot(a, self.up))


def _rotated(a: Vec, b: Vec, degrees: float) -> tuple[Vec, Vec]:
    if degrees == 0.0:
        return a, b
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (
        (a[0] * c + b[0] * s, a[1] * c + b[1] * s, a[2] * c + b[2] * s),
        (b[0] * c - a[0] * s, b[1] * c - a[1] * s, b[2] * c - a[2] * s),
    )
