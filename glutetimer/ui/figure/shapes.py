"""Shapes of joined spheres, and filling them so that they look round."""

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from glutetimer.ui.figure.outlines import Disc, Ring, chain_rings, hull_ring

LIGHT = (-0.45, -0.80)
"""Where the light comes from on the screen."""

CORE = 0.80
TO_LIGHT = 0.30
"""The lightest tone is this much thinner than the shape, and moved by this part of a radius."""


class Outline:
    """Joined discs, which can be painted thinner or thicker than they are."""

    def __init__(
        self,
        discs: Sequence[Disc],
        chains: Sequence[Sequence[int]] = (),
        hulls: Sequence[Sequence[int]] = (),
        tones: Sequence[QColor] = (),
    ) -> None:
        """`chains` are discs of which each is joined with the next, `hulls` are wrapped whole."""
        self.discs = discs
        self.tones = tones
        self._chains = chains
        self._hulls = hulls
        self._rings: list[Ring] | None = None
        self._whole: QPainterPath | None = None

    @classmethod
    def chain(cls, discs: Sequence[Disc], tones: Sequence[QColor] = ()) -> "Outline":
        """All discs in one chain."""
        return cls(discs, (range(len(discs)),), tones=tones)

    def whole(self) -> QPainterPath:
        """The outline as it is, made once."""
        if self._whole is None:
            self._whole = self.path()
        return self._whole

    def path(
        self,
        share: float = 1.0,
        shift: float = 0.0,
        grow: float = 0.0,
        discs: Sequence[Disc] | None = None,
    ) -> QPainterPath:
        """The outline with radii times `share` plus `grow`, moved to the light by `shift` radii.

        `discs` may be others, if the directions from each to the next are the same.
        """
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        lx, ly = LIGHT[0] * shift, LIGHT[1] * shift
        placed = [
            (x + lx * r, y + ly * r, max(0.0, r * share + grow)) for x, y, r in discs or self.discs
        ]
        line_to = path.lineTo
        for ring in self._outline():
            i, c, s = ring[-1]
            x, y, r = placed[i]
            path.moveTo(x + c * r, y + s * r)
            for i, c, s in ring:
                x, y, r = placed[i]
                line_to(x + c * r, y + s * r)
        return path

    def paint(self, painter: QPainter, edge: QColor | None, edge_px: float) -> None:
        """Fill it from the shade at its rim to the light; `edge` first draws around it."""
        if edge is not None:
            painter.fillPath(self.path(grow=edge_px), edge)
        painter.fillPath(self.whole(), self.tones[0])
        last = len(self.tones) - 1
        rows = self._ways()
        # Neighbouring tones are so alike that their borders need no smoothing, which costs most.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for step in range(1, last + 1):
            share = step / last
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            line_to = path.lineTo
            for row in rows:
                x, y, dx, dy = row[-1]
                path.moveTo(x + dx * share, y + dy * share)
                for x, y, dx, dy in row:
                    line_to(x + dx * share, y + dy * share)
            painter.fillPath(path, self.tones[step])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _outline(self) -> list[Ring]:
        if self._rings is None:
            self._rings = [hull_ring(self.discs, group) for group in self._hulls]
            for chain in self._chains:
                self._rings += chain_rings(self.discs, chain)
        return self._rings

    def _ways(self) -> list[list[tuple[float, float, float, float]]]:
        """Every corner of the outline and the way from it to the same corner of the last tone."""
        lx, ly = LIGHT[0] * TO_LIGHT, LIGHT[1] * TO_LIGHT
        discs = self.discs
        rows: list[list[tuple[float, float, float, float]]] = []
        for ring in self._outline():
            row = []
            for i, c, s in ring:
                x, y, r = discs[i]
                row.append((x + c * r, y + s * r, (lx - c * CORE) * r, (ly - s * CORE) * r))
            rows.append(row)
        return rows

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return (
            min(x - r for x, _, r in self.discs),
            min(y - r for _, y, r in self.discs),
            max(x + r for x, _, r in self.discs),
            max(y + r for _, y, r in self.discs),
        )


def paint_patch(
    painter: QPainter, middle: Disc, ends: tuple[Disc, Disc], tones: Sequence[QColor]
) -> None:
    """Hide the rims where parts meet in `middle`; `ends` are where the parts go from there.

    Only the inside is filled, and all tones stop at the same distance, so that no end shows.
    """
    last = len(tones) - 1
    x, y, r = middle
    fars = [max(1e-6, hypot(u - x, v - y)) for u, v, _ in ends]
    # A cone's tangents keep their direction wherever it ends, so that one outline does for all.
    shape = Outline.chain((ends[0], middle, ends[1]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for step in range(1, last + 1):
        share = step / last
        one, other = (
            _on_way(middle, end, min(1.0, r * (0.35 + 0.80 * share) / far))
            for end, far in zip(ends, fars, strict=True)
        )
        path = shape.path(1.0 - CORE * share, TO_LIGHT * share, discs=(one, middle, other))
        painter.fillPath(path, tones[step])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _on_way(a: Disc, b: Disc, part: float) -> Disc:
    return (
        a[0] + (b[0] - a[0]) * part,
        a[1] + (b[1] - a[1]) * part,
        a[2] + (b[2] - a[2]) * part,
    )


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
