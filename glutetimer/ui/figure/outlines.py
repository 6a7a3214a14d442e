"""Outlines on the screen: of chains of discs, which limbs are, and of ovals wrapped together."""

from collections.abc import Iterable, Sequence
from functools import cache
from math import atan2, cos, hypot, pi, sin, sqrt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from glutetimer.figure.flesh import Ball, Oval
from glutetimer.ui.figure.camera import Camera

Disc = tuple[float, float, float]
"""A sphere on the screen: middle and radius in pixels."""

SeenOval = tuple[float, float, float, float, float]
"""An oval on the screen: its middle, and the matrix (xx, xy, yy) that gives its reach."""

_Spot = tuple[float, ...]
_Tangent = tuple[float, float, float, float, float, float]
"""Its direction from the middles of both discs (two numbers), and where it touches each."""

_DEGREES = 180.0 / pi
_SMALL_TURN = 0.2
"""The sine of a turn that needs no arc."""
_SMOOTH = 28
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
    kept = _linked(chain)
    if len(kept) == 1:
        x, y, r = kept[0]
        path.addEllipse(QPointF(x, y), r, r)
        return path
    there, back = _tangents(kept)
    path.moveTo(there[0][2], there[0][3])
    # There along one side of the chain, and back along the other.
    _add_side(path, kept, there)
    last, first = back[0], back[-1]
    if not is_cut:
        _add_arc(path, kept[-1], there[-1], last)
    path.lineTo(last[2], last[3])
    kept.reverse()
    _add_side(path, kept, back)
    if not is_open:
        _add_arc(path, kept[-1], first, there[0])
        path.closeSubpath()
    return path


def _linked(chain: Sequence[Disc]) -> list[Disc]:
    """The discs without those that lie in a neighbour: they have no tangents with it."""
    kept = [chain[0]]
    for disc in chain[1:]:
        x, y, r = disc
        while True:
            a, b, c = kept[-1]
            if hypot(x - a, y - b) > abs(c - r) + 0.01:
                kept.append(disc)
                break
            if c >= r:
                break
            kept.pop()
            if not kept:
                kept.append(disc)
                break
    return kept


def _tangents(chain: Sequence[Disc]) -> tuple[list[_Tangent], list[_Tangent]]:
    """The tangents on one side of a chain, and on the other from its end to its beginning."""
    there: list[_Tangent] = []
    back: list[_Tangent] = []
    ax, ay, ar = chain[0]
    for bx, by, br in chain[1:]:
        dx, dy = bx - ax, by - ay
        far = sqrt(dx * dx + dy * dy)
        # The angle between the link and the way to a tangent, by its cosine and sine.
        k = (ar - br) / far
        q = sqrt(1.0 - k * k) / far
        k /= far
        c, s, d, t = dx * k + dy * q, dy * k - dx * q, dx * k - dy * q, dy * k + dx * q
        there.append((c, s, ax + ar * c, ay + ar * s, bx + br * c, by + br * s))
        back.append((d, t, bx + br * d, by + br * t, ax + ar * d, ay + ar * t))
        ax, ay, ar = bx, by, br
    back.reverse()
    return there, back


def _add_side(path: QPainterPath, chain: Sequence[Disc], tangents: Sequence[_Tangent]) -> None:
    """Go along tangents, and around the discs between them."""
    before = tangents[0]
    for k in range(1, len(tangents)):
        after = tangents[k]
        turn = before[0] * after[1] - before[1] * after[0]
        if turn > _SMALL_TURN:
            path.lineTo(before[4], before[5])
            _add_arc(path, chain[k], before, after)
        elif turn > -_SMALL_TURN:
            path.lineTo(before[4], before[5])
        else:
            corner = _crossing(before[2:4], before[4:], after[2:4], after[4:])
            if corner is not None:
                path.lineTo(*corner)
        before = after
    path.lineTo(before[4], before[5])


def _add_arc(path: QPainterPath, disc: Disc, begin: _Tangent, end: _Tangent) -> None:
    """Go around a disc from one tangent to another."""
    x, y, r = disc
    start = atan2(begin[1], begin[0]) * _DEGREES
    way = (atan2(end[1], end[0]) * _DEGREES - start) % 360.0
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
