"""Outlines of joined spheres, and filling them so that they look round."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin, sqrt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

Disc = tuple[float, float, float]
"""A sphere on the screen: middle and radius in pixels."""

Link = tuple[int, int]
"""Two discs of a shape that are joined."""

_CIRCLE = tuple((cos(k * pi / 14), sin(k * pi / 14)) for k in range(28))

LIGHT = (-0.45, -0.80)
"""Where the light comes from on the screen."""


class Shape:
    """Joined discs, which can be painted thinner or thicker than they are."""

    def __init__(
        self,
        discs: Sequence[Disc],
        links: Sequence[Link],
        faces: Sequence[Sequence[int]] = (),
        tones: Sequence[QColor] = (),
    ) -> None:
        """`faces` are discs whose middles enclose more of the shape."""
        self.discs = discs
        self.tones = tones
        self.faces = faces
        self.rims: list[list[tuple[int, float, float]]] = []
        self.links: list[tuple[int, int, float, float, float, float]] = []
        for a, b in links:
            normals = _tangent(discs[a], discs[b])
            if normals is not None:
                self.links.append((a, b, *normals))

    def wrap(self, groups: Sequence[Sequence[int]]) -> None:
        """Make it the hulls of groups of discs; one outline is quicker than many."""
        for group in groups:
            around = [
                (self.discs[i][0] + c * self.discs[i][2], self.discs[i][1] + s * self.discs[i][2])
                for i in group
                for c, s in _CIRCLE
            ]
            of = dict(zip(around, ((i, c, s) for i in group for c, s in _CIRCLE), strict=True))
            self.rims.append([of[point] for point in hull(around)])

    def joined(self, other: "Shape") -> "Shape":
        """Both as one."""
        shape = Shape((*self.discs, *other.discs), ())
        first = len(self.discs)
        shape.links = [
            *self.links,
            *((a + first, b + first, p, q, r, s) for a, b, p, q, r, s in other.links),
        ]
        shape.faces = (*self.faces, *(tuple(i + first for i in face) for face in other.faces))
        shape.tones = self.tones
        return shape

    def path(self, share: float = 1.0, shift: float = 0.0, grow: float = 0.0) -> QPainterPath:
        """The outline with radii times `share` plus `grow`, moved to the light by `shift` radii."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        add_polygon = path.addPolygon
        lx, ly = LIGHT[0] * shift, LIGHT[1] * shift
        placed = [(x + lx * r, y + ly * r, r * share + grow) for x, y, r in self.discs]
        for rim in self.rims:
            points = [
                QPointF(placed[i][0] + c * placed[i][2], placed[i][1] + s * placed[i][2])
                for i, c, s in rim
            ]
            add_polygon([*points, points[0]])
        if self.rims:
            return path
        for x, y, r in placed:
            path.addEllipse(QPointF(x, y), r, r)
        for a, b, nx, ny, mx, my in self.links:
            ax, ay, ar = placed[a]
            bx, by, br = placed[b]
            start = QPointF(ax + nx * ar, ay + ny * ar)
            add_polygon(
                [
                    start,
                    QPointF(bx + nx * br, by + ny * br),
                    QPointF(bx + mx * br, by + my * br),
                    QPointF(ax + mx * ar, ay + my * ar),
                    start,
                ]
            )
        for face in self.faces:
            corners = [placed[i] for i in face]
            if _turns_left(corners):
                corners.reverse()
            points = [QPointF(x, y) for x, y, _ in corners]
            add_polygon([*points, points[0]])
        return path

    def paint(self, painter: QPainter, edge: QColor | None, edge_px: float) -> None:
        """Fill it from the shade at its rim to the light; `edge` first draws around it."""
        painter.setPen(Qt.PenStyle.NoPen)
        whole = self.path()
        if edge is not None:
            painter.fillPath(self.path(grow=edge_px), edge)
        last = len(self.tones) - 1
        for step, tone in enumerate(self.tones):
            share = step / last if last else 0.0
            path = whole if step == 0 else self.path(1.0 - 0.80 * share, 0.30 * share)
            painter.fillPath(path, tone)

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return (
            min(x - r for x, _, r in self.discs),
            min(y - r for _, y, r in self.discs),
            max(x + r for x, _, r in self.discs),
            max(y + r for _, y, r in self.discs),
        )


def paint_patch(
    painter: QPainter, middle: Disc, ends: Sequence[Disc], tones: Sequence[QColor]
) -> None:
    """Hide the rims where parts meet in `middle`; `ends` are where the parts go from there.

    Only the inside is filled, and all tones stop at the same distance, so that no end shows.
    """
    last = len(tones) - 1
    x, y, r = middle
    for step in range(1, last + 1):
        share = step / last
        discs = [middle]
        for u, v, size in ends:
            far = hypot(u - x, v - y)
            part = min(1.0, r * (0.35 + 0.80 * share) / far) if far > 1e-6 else 0.0
            discs.append((x + (u - x) * part, y + (v - y) * part, r + (size - r) * part))
        links = [(0, k) for k in range(1, len(discs))]
        path = Shape(discs, links).path(1.0 - 0.80 * share, 0.30 * share)
        painter.fillPath(path, tones[step])


def tones(pair: tuple[str, str], count: int = 5) -> tuple[QColor, ...]:
    """Colours from shade to light."""
    dark, light = QColor(pair[0]), QColor(pair[1])
    return tuple(mixed(dark, light, (step / (count - 1)) ** 0.8) for step in range(count))


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """The colour at a share of the way from `a` to `b`."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        a.redF() * rest + b.redF() * share,
        a.greenF() * rest + b.greenF() * share,
        a.blueF() * rest + b.blueF() * share,
        a.alphaF() * rest + b.alphaF() * share,
    )


def chain_links(count: int) -> list[Link]:
    """Each disc joined with the next."""
    return [(i, i + 1) for i in range(count - 1)]


def _tangent(a: Disc, b: Disc) -> tuple[float, float, float, float] | None:
    """The normals of the two outer tangents of two discs, None where one holds the other."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    gap = a[2] - b[2]
    if square <= gap * gap + 1e-6:
        return None
    sine = gap / sqrt(square)
    cosine = sqrt(1 - sine * sine)
    far = sqrt(square)
    ux, uy = dx / far, dy / far
    # In this order the four corners run the same way as an ellipse of Qt.
    return (
        ux * sine + uy * cosine,
        uy * sine - ux * cosine,
        ux * sine - uy * cosine,
        uy * sine + ux * cosine,
    )


def _turns_left(corners: Sequence[Disc]) -> bool:
    area = 0.0
    for (ax, ay, _), (bx, by, _) in zip(corners, (*corners[1:], corners[0]), strict=True):
        area += ax * by - bx * ay
    return area < 0


def hull(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of the convex hull of points, turning the way Qt's ellipses do."""
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
