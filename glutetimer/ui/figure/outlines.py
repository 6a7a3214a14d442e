"""Outlines of joined circles: of a chain of them, and of their hull."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import acos, atan2, ceil, cos, hypot, pi, sin, sqrt

Disc = tuple[float, float, float]
"""A sphere on the screen: middle and radius in pixels."""

Corner = tuple[int, float, float]
"""A corner of an outline: on which disc, and the direction from its middle; (0, 0): the middle."""

Ring = list[Corner]
"""A closed outline; all turn the same way, so that rings that overlap are one filled shape."""

_OFF_PX = 0.2
"""How far the middle of an edge may be from the circle that it stands for."""


def chain_rings(discs: Sequence[Disc], chain: Sequence[int]) -> list[Ring]:
    """The outline of discs of which each is joined with the next by its tangents.

    Where one disc holds the next they have no tangents, and the outline comes in pieces.
    """
    rings: list[Ring] = []
    run = [chain[0]]
    turns: list[tuple[float, float]] = []
    for a, b in pairwise(chain):
        turn = _tangent(discs[a], discs[b])
        if turn is None:
            rings.append(_run_ring(discs, run, turns))
            run, turns = [b], []
        else:
            run.append(b)
            turns.append(turn)
    rings.append(_run_ring(discs, run, turns))
    return rings


def hull_ring(discs: Sequence[Disc], group: Sequence[int]) -> Ring:
    """The hull of discs: in every direction the one that reaches farthest."""
    largest = max(discs[i][2] for i in group)
    members = [(*discs[i], i) for i in group]
    ring: Ring = []
    for c, s in circle(steps_around(largest)):
        far, best = -1e18, 0
        for x, y, r, i in members:
            reach = x * c + y * s + r
            if reach > far:
                far, best = reach, i
        ring.append((best, c, s))
    return ring


def steps_around(radius_px: float) -> int:
    """How many edges a circle needs to look round."""
    return min(96, max(8, ceil(pi * sqrt(radius_px / (2 * _OFF_PX)))))


@lru_cache(maxsize=128)
def circle(steps: int) -> tuple[tuple[float, float], ...]:
    """Directions all around."""
    return tuple((cos(2 * pi * k / steps), sin(2 * pi * k / steps)) for k in range(steps))


def _run_ring(
    discs: Sequence[Disc], run: Sequence[int], turns: Sequence[tuple[float, float]]
) -> Ring:
    """There along one side of the chain, and back along the other."""
    if not turns:
        return [(run[0], c, s) for c, s in circle(steps_around(discs[run[0]][2]))]
    ring: Ring = []
    there = [way - half for way, half in turns]
    back = [way + half for way, half in turns]
    _arc(ring, discs, run[0], there[0], 0.0)
    for k in range(1, len(turns)):
        _joint(ring, discs, run[k], there[k - 1], there[k])
    _arc(ring, discs, run[-1], there[-1], back[-1] - there[-1])
    for k in range(len(turns) - 1, 0, -1):
        _joint(ring, discs, run[k], back[k], back[k - 1])
    _arc(ring, discs, run[0], back[0], 2 * pi - (back[0] - there[0]))
    return ring


def _joint(ring: Ring, discs: Sequence[Disc], at: int, before: float, after: float) -> None:
    """Around the outside of a bend; through the middle on its inside."""
    way = (after - before + pi) % (2 * pi) - pi
    if way < 0:
        ring += [(at, cos(before), sin(before)), (at, 0.0, 0.0), (at, cos(after), sin(after))]
    else:
        _arc(ring, discs, at, before, way)


def _arc(ring: Ring, discs: Sequence[Disc], at: int, start: float, way: float) -> None:
    steps = ceil(way / (2 * pi) * steps_around(discs[at][2])) if way > 0.01 else 0
    if not steps:
        ring.append((at, cos(start), sin(start)))
        return
    # Turning a direction step by step is quicker than asking for its sine and cosine.
    c, s = cos(start), sin(start)
    dc, ds = cos(way / steps), sin(way / steps)
    for _ in range(steps):
        ring.append((at, c, s))
        c, s = c * dc - s * ds, s * dc + c * ds
    ring.append((at, c, s))


def _tangent(a: Disc, b: Disc) -> tuple[float, float] | None:
    """The direction of a link, and the angle from it to where both outer tangents touch."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    far, gap = hypot(dx, dy), a[2] - b[2]
    if far <= abs(gap) + 1e-3:
        return None
    return atan2(dy, dx), acos(gap / far)


def hull(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of the convex hull of points, turning the way the rings do."""
    ordered = sorted(set(points))
    if len(ordered) < 3 or hypot(ordered[-1][0] - ordered[0][0], 0) < 1e-6:
        return []

    def half(row: list[tuple[float, float]]) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for x, y in row:
            while len(kept) > 1:
                (ax, ay), (bx, by) = kept[-2], kept[-1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                kept.pop()
            kept.append((x, y))
        return kept[:-1]

    return half(ordered) + half(ordered[::-1])
