"""Outlines on the screen: of chains of discs, which limbs are, and of ovals wrapped together."""

from collections.abc import Iterable, Sequence
from functools import cache
from math import atan2, cos, degrees, hypot, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from glutetimer.figure.flesh import Ball, Oval
from glutetimer.ui.figure.camera import Camera

Disc = tuple[float, float, float]
"""A sphere on the screen: middle and radius in pixels."""

SeenOval = tuple[float, float, float, float, float]
"""An oval on the screen: its middle, and the matrix (xx, xy, yy) that gives its reach."""

_Spot = tuple[float, float]

_SMALL_TURN = 0.2
"""The sine of a turn that needs no arc."""
_SMOOTH = 32
"""Corners of the outline of ovals."""


def discs(balls: Iterable[Ball], camera: Camera) -> list[Disc]:
    """Spheres as they are seen."""
    x, y, px = camera.origin[0], camera.origin[1], camera.scale
    (rx, ry, _), (ux, uy, uz) = camera.right, camera.up
    return [
        (x + (a * rx + b * ry) * px, y - (a * ux + b * uy + c * uz) * px, radius * px)
        for (a, b, c), radius in balls
    ]


def chain_path(
    chain: Sequence[Disc],
    path: QPainterPath | None = None,
    *,
    is_open: bool = False,
    is_cut: bool = False,
) -> QPainterPath:
    """The outline of discs of which each is joined with the next by its tangents.

    It is added to `path`, if there is one. `is_open` leaves the line around the first disc out,
    `is_cut` ends it straight at the last one.
    """
    if path is None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
    links = _links(chain)
    if not links:
        x, y, r = max(chain, key=_radius)
        path.addEllipse(QPointF(x, y), r, r)
        return path
    # There along one side of the chain, and back along the other.
    first, last = links[0], links[-1]
    path.moveTo(*first.sides[0][1])
    _add_side(path, [(link.a, *link.sides[0]) for link in links])
    if not is_cut:
        _add_arc(path, last.b, last.sides[0][0], last.sides[1][0])
    back = [(link.b, link.sides[1][0], link.sides[1][2], link.sides[1][1]) for link in links]
    path.lineTo(*last.sides[1][2])
    _add_side(path, back[::-1])
    if not is_open:
        _add_arc(path, first.a, first.sides[1][0], first.sides[0][0])
        path.closeSubpath()
    return path


def _radius(disc: Disc) -> float:
    return disc[2]


class _Link(NamedTuple):
    """Two discs and their outer tangents.

    Of each side the direction from the discs' middles to it, and where it touches both.
    """

    a: Disc
    b: Disc
    sides: tuple[tuple[_Spot, _Spot, _Spot], tuple[_Spot, _Spot, _Spot]]


def _links(chain: Sequence[Disc]) -> list[_Link]:
    """The links of a chain without those discs that lie in a neighbour, and so have none."""
    links: list[_Link] = []
    kept = [chain[0]]
    for disc in chain[1:]:
        bx, by, br = disc
        while True:
            ax, ay, ar = kept[-1]
            dx, dy = bx - ax, by - ay
            far = hypot(dx, dy)
            if far > abs(ar - br) + 0.01 or ar >= br or len(kept) == 1:
                break
            kept.pop()
            links.pop()
        if far <= abs(ar - br) + 0.01:
            if ar < br:
                kept[-1] = disc
            continue
        # The angle between the link and the way to a tangent, by its cosine and sine.
        k = (ar - br) / far
        q = sqrt(1.0 - k * k)
        ux, uy = dx / far, dy / far
        c, s, d, t = ux * k + uy * q, uy * k - ux * q, ux * k - uy * q, uy * k + ux * q
        one = ((c, s), (ax + ar * c, ay + ar * s), (bx + br * c, by + br * s))
        other = ((d, t), (ax + ar * d, ay + ar * t), (bx + br * d, by + br * t))
        links.append(_Link(kept[-1], disc, (one, other)))
        kept.append(disc)
    return links


def _add_side(path: QPainterPath, tangents: Sequence[tuple[Disc, _Spot, _Spot, _Spot]]) -> None:
    """Go along tangents: each the disc that it begins on, its direction, its two ends."""
    _, way, begin, end = tangents[0]
    for disc, next_way, start, stop in tangents[1:]:
        turn = way[0] * next_way[1] - way[1] * next_way[0]
        if turn > _SMALL_TURN:
            path.lineTo(*end)
            _add_arc(path, disc, way, next_way)
        elif turn > -_SMALL_TURN:
            path.lineTo(*end)
        else:
            corner = _crossing(begin, end, start, stop)
            if corner is not None:
                path.lineTo(*corner)
        way, begin, end = next_way, start, stop
    path.lineTo(*end)


def _add_arc(path: QPainterPath, disc: Disc, begin: _Spot, end: _Spot) -> None:
    """Go around a disc from one direction to another."""
    x, y, r = disc
    start = degrees(atan2(begin[1], begin[0]))
    way = (degrees(atan2(end[1], end[0])) - start) % 360.0
    path.arcTo(x - r, y - r, 2 * r, 2 * r, -start, -way)


def _crossing(a: _Spot, b: _Spot, c: _Spot, d: _Spot) -> _Spot | None:
    """Where the lines from a to b and from c to d cross, None if they don't."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = ux * vy - uy * vx
    if abs(cross) < 1e-9:
        return None
    wx, wy = c[0] - a[0], c[1] - a[1]
    s, t = (wx * vy - wy * vx) / cross, (wx * uy - wy * ux) / cross
    return (a[0] + ux * s, a[1] + uy * s) if 0 <= s <= 1 and 0 <= t <= 1 else None


def hull_path(ovals: Iterable[Oval], camera: Camera) -> QPainterPath:
    """The outline of ovals wrapped together: in every direction the one that reaches farthest."""
    seen = [seen_oval(oval, camera) for oval in ovals]
    path = QPainterPath()
    go = path.moveTo
    for c, s in circle(_SMOOTH):
        farthest = -1e18
        for x, y, xx, xy, yy in seen:
            u, v = xx * c + xy * s, xy * c + yy * s
            reach = sqrt(u * c + v * s)
            far = x * c + y * s + reach
            if far > farthest:
                farthest, px, py = far, x + u / reach, y + v / reach
        go(px, py)
        go = path.lineTo
    path.closeSubpath()
    return path


def seen_oval(oval: Oval, camera: Camera) -> SeenOval:
    """An oval on the screen."""
    x, y, _ = camera.point(oval.middle)
    xx = xy = yy = 1e-6
    for axis in oval[1:]:
        u, v = camera.way(axis)
        xx, xy, yy = xx + u * u, xy + u * v, yy + v * v
    return x, y, xx, xy, yy


@cache
def circle(steps: int) -> tuple[_Spot, ...]:
    """Directions all around."""
    return tuple((cos(2 * pi * k / steps), sin(2 * pi * k / steps)) for k in range(steps))
