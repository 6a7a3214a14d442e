"""Outlines on the screen: of chains of discs, which limbs are, and of ovals wrapped together."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from glutetimer.figure.flesh import Ball, Oval
from glutetimer.ui.figure.camera import Camera

Disc = tuple[float, float, float]
"""A sphere on the screen: middle and radius in pixels."""

SeenOval = tuple[float, float, float, float, float]
"""An oval on the screen: its middle, and the matrix (xx, xy, yy) that gives its reach."""

_Spot = tuple[float, float]

_SMALL_TURN = 0.06
"""A corner of so few radians needs no arc."""
_SMOOTH = 32
"""Corners of the outline of ovals."""


def discs(balls: Iterable[Ball], camera: Camera) -> list[Disc]:
    """Spheres as they are seen."""
    px = camera.scale
    found = []
    for place, radius in balls:
        x, y, _ = camera.point(place)
        found.append((x, y, radius * px))
    return found


def chain_path(
    chain: Sequence[Disc], path: QPainterPath | None = None, *, is_cut: bool = False
) -> QPainterPath:
    """The outline of discs of which each is joined with the next by its tangents.

    It is added to `path`, if there is one. `is_cut` ends it straight, without the last disc's arc.
    """
    if path is None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
    kept = _linked(chain)
    if len(kept) == 1:
        x, y, r = kept[0]
        path.addEllipse(QPointF(x, y), r, r)
        return path
    _add_side(path, kept, is_first=True, is_cut=is_cut)
    _add_side(path, kept[::-1])
    path.closeSubpath()
    return path


def _linked(chain: Sequence[Disc]) -> list[Disc]:
    """The discs without those that lie in a neighbour: they have no tangents with it."""
    kept: list[Disc] = []
    for disc in chain:
        is_seen = True
        while kept:
            x, y, r = kept[-1]
            gap = r - disc[2]
            if hypot(disc[0] - x, disc[1] - y) > abs(gap) + 0.01:
                break
            if gap >= 0:
                is_seen = False
                break
            kept.pop()
        if is_seen:
            kept.append(disc)
    return kept


def _add_side(
    path: QPainterPath, chain: Sequence[Disc], *, is_first: bool = False, is_cut: bool = False
) -> None:
    """Go along one side of a chain to its end, and around the end."""
    before: tuple[float, _Spot, _Spot] | None = None
    for (ax, ay, ar), (bx, by, br) in pairwise(chain):
        dx, dy = bx - ax, by - ay
        half = acos((ar - br) / hypot(dx, dy))
        turned = atan2(dy, dx) - half
        c, s = cos(turned), sin(turned)
        start, end = (ax + ar * c, ay + ar * s), (bx + br * c, by + br * s)
        if before is not None:
            turn = (turned - before[0] + pi) % (2 * pi) - pi
            if turn < 0:
                corner = _crossing(before[1], before[2], start, end)
                if corner is not None:
                    path.lineTo(*corner)
            else:
                path.lineTo(*before[2])
                if turn > _SMALL_TURN:
                    way = -degrees(turn)
                    path.arcTo(ax - ar, ay - ar, 2 * ar, 2 * ar, -degrees(before[0]), way)
        elif is_first:
            path.moveTo(*start)
        else:
            path.lineTo(*start)
        before = (turned, start, end)
    path.lineTo(*end)
    if not is_cut:
        path.arcTo(bx - br, by - br, 2 * br, 2 * br, -degrees(turned), -2 * degrees(half))


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
