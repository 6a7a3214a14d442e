"""Outlines on the screen: of chains of discs, which limbs are, and of ovals wrapped together."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin, sqrt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from glutetimer.figure.flesh import Ball, Oval
from glutetimer.ui.figure.camera import Camera

Disc = tuple[float, float, float]
"""A sphere on the screen: middle and radius in pixels."""

SeenOval = tuple[float, float, float, float, float]
"""An oval on the screen: its middle, and the matrix (xx, xy, yy) that gives its reach."""

_Tangent = tuple[float, float, float, float, float, float]
"""Its direction from the middles of both discs (two numbers), and where it touches each."""

_DEGREES = 180.0 / pi
_SMALL_TURN = 0.2
"""The sine of a turn that needs no arc."""
_SMOOTH = 14
_DIRECTIONS = [(cos(pi * k / _SMOOTH), sin(pi * k / _SMOOTH)) for k in range(_SMOOTH)]
"""To one side; the outline of ovals has a corner in each, and in the opposite one."""
_STILL = 64
"""So many outlines are kept: what stands still while a limb moves is not computed again."""


def paint_outlined(painter: QPainter, path: QPainterPath, color: QColor, pen: QPen) -> None:
    """Paint a shape with a line around it.

    A smooth line of a whole pixel covers the steps of a fill without smoothing, which takes Qt a
    tenth of the time.
    """
    is_fine = pen.widthF() * painter.device().devicePixelRatio() < 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_fine)
    painter.fillPath(path, color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, pen)


def discs(balls: Iterable[Ball], camera: Camera) -> tuple[Disc, ...]:
    """Spheres as they are seen."""
    x, y, px = camera.origin[0], camera.origin[1], camera.scale
    (rx, ry, _), (ux, uy, uz) = camera.right, camera.up
    return tuple(
        [
            (x + (a * rx + b * ry) * px, y - (a * ux + b * uy + c * uz) * px, radius * px)
            for (a, b, c), radius in balls
        ]
    )


@lru_cache(_STILL)
def chain_path(
    chain: tuple[Disc, ...], *, is_open: bool = False, is_cut: bool = False
) -> QPainterPath:
    """The outline of discs of which each is joined with the next by its tangents.

    `is_open` leaves the line around the first disc out, `is_cut` ends it straight at the last one.
    """
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    kept = _linked(chain)
    if len(kept) == 1:
        x, y, r = kept[0]
        path.addEllipse(QPointF(x, y), r, r)
        return path
    # There along one side of the chain, and back along the other.
    tour = [*kept, *kept[-2::-1]]
    tangents = _tangents(tour)
    before = first = tangents[0]
    path.moveTo(first[2], first[3])
    for disc, after in zip(tour[1:], tangents[1:], strict=False):
        is_end = disc is kept[-1]
        turn = before[0] * after[1] - before[1] * after[0]
        if is_end or turn > -_SMALL_TURN:
            path.lineTo(before[4], before[5])
            if is_end and is_cut:
                path.lineTo(after[2], after[3])
            elif is_end or turn > _SMALL_TURN:
                _add_arc(path, disc, before, after)
        elif (corner := _crossing(before, after)) is not None:
            path.lineTo(*corner)
        before = after
    path.lineTo(before[4], before[5])
    if not is_open:
        _add_arc(path, kept[0], before, first)
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


def _tangents(tour: Sequence[Disc]) -> list[_Tangent]:
    """The tangents from each disc to the next, on the left of who goes along."""
    found: list[_Tangent] = []
    ax, ay, ar = tour[0]
    for bx, by, br in tour[1:]:
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        # The angle between the link and the way to a tangent, by its cosine and sine.
        k = (ar - br) / square
        q = sqrt(1.0 / square - k * k)
        c, s = dx * k + dy * q, dy * k - dx * q
        found.append((c, s, ax + ar * c, ay + ar * s, bx + br * c, by + br * s))
        ax, ay, ar = bx, by, br
    return found


def _add_arc(path: QPainterPath, disc: Disc, begin: _Tangent, end: _Tangent) -> None:
    """Go around a disc from one tangent to another."""
    x, y, r = disc
    start = atan2(begin[1], begin[0]) * _DEGREES
    way = (atan2(end[1], end[0]) * _DEGREES - start) % 360.0
    path.arcTo(x - r, y - r, 2 * r, 2 * r, -start, -way)


def _crossing(one: _Tangent, other: _Tangent) -> tuple[float, float] | None:
    """Where two tangents cross between the discs that they touch, None if they don't."""
    _, _, ax, ay, bx, by = one
    _, _, cx, cy, dx, dy = other
    ux, uy, vx, vy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy, cx - ax, cy - ay
    cross = ux * vy - uy * vx
    if abs(cross) < 1e-9:
        return None
    s, t = (wx * vy - wy * vx) / cross, (wx * uy - wy * ux) / cross
    return (ax + ux * s, ay + uy * s) if 0 <= s <= 1 and 0 <= t <= 1 else None


def hull_path(ovals: Iterable[Oval], camera: Camera) -> QPainterPath:
    """The outline of ovals wrapped together: in every direction the one that reaches farthest."""
    return _hull(tuple(seen_oval(oval, camera) for oval in ovals))


@lru_cache(_STILL)
def _hull(seen: tuple[SeenOval, ...]) -> QPainterPath:
    there, back = [], []
    for c, s in _DIRECTIONS:
        most, least = -1e18, 1e18
        for x, y, xx, xy, yy in seen:
            u, v = xx * c + xy * s, xy * c + yy * s
            reach, middle = sqrt(u * c + v * s), x * c + y * s
            if middle + reach > most:
                most, ahead = middle + reach, (x + u / reach, y + v / reach)
            if middle - reach < least:
                least, behind = middle - reach, (x - u / reach, y - v / reach)
        there.append(ahead)
        back.append(behind)
    path = QPainterPath()
    path.moveTo(*there[0])
    for spot in (*there[1:], *back):
        path.lineTo(*spot)
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
