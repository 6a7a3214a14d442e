"""Paints a frame of the figure: flat shapes in two tones with a thin outline, back to front."""

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from glutetimer.figure.flesh import BEND, Flesh, flesh_of
from glutetimer.figure.frame import Frame
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import dot
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.floor import paint_floor, paint_shadow
from glutetimer.ui.figure.ghost import ghost_of, paint_ghost
from glutetimer.ui.figure.head import paint_head
from glutetimer.ui.figure.inks import Inks, Tones, inks_of
from glutetimer.ui.figure.muscles import paint_muscles, paint_waist
from glutetimer.ui.figure.outlines import Disc, chain_path, discs, hull_path, paint_outlined
from glutetimer.ui.figure.parts import HEAD, HIPS, SHIRT, painting_order, parts_of
from glutetimer.ui.figure.props import Things
from glutetimer.ui.style.theme import FigureColors

_EDGE_M = 0.0042
_HAIRLINE = 2.5
"""Up to so many pixels an outline is one pixel wide, which Qt draws ten times as fast."""
_FINE, _FINEST = 0.5, 0.45
"""In a small picture lines are fainter, or nothing but lines would be seen."""
_FAR = -0.82
"""A limb that is so much on the other side of the trunk is seen behind it, in the darker tone."""
_SEAM_M = 0.105
_FOLDED = 0.25
"""Two halves of a limb whose angle has a larger cosine on the screen are painted one by one."""


def paint_figure(painter: QPainter, frame: Frame, camera: Camera, colors: FigureColors) -> None:
    """Paint the floor, the props and the figure as the camera sees them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    inks = inks_of(colors)
    flesh = flesh_of(frame.body)
    paint_floor(painter, frame, camera, inks, outline_pen(painter, camera, inks.edge))
    paint_shadow(painter, frame, flesh, camera, inks)
    ghost = ghost_of(frame, camera, inks, painter.device().devicePixelRatio())
    paint_ghost(painter, ghost, is_before=False)
    _FigurePainter(painter, frame, flesh, camera, inks).paint()
    paint_ghost(painter, ghost, is_before=True)
    painter.restore()


def outline_pen(painter: QPainter, camera: Camera, color: QColor) -> QPen:
    """The pen of outlines at a camera's scale."""
    ratio = painter.device().devicePixelRatio()
    width = _EDGE_M * camera.scale * ratio
    if width < _HAIRLINE:
        width = 1.0 if width > _FINE else _FINEST
    pen = QPen(color, width / ratio)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class _FigurePainter:
    """Paints the parts of one frame; where two join, a weld hides the line between them."""

    def __init__(
        self, painter: QPainter, frame: Frame, flesh: Flesh, camera: Camera, inks: Inks
    ) -> None:
        self._painter = painter
        self._frame = frame
        self._camera = camera
        self._inks = inks
        self._flesh = flesh
        self._pen = outline_pen(painter, camera, inks.edge)
        self._things = Things(painter, frame, camera, inks, self._pen)
        self._limbs = {name: discs(chain, camera) for name, chain in flesh.limbs.items()}
        self._done: set[str] = set()
        self._rooted: set[str] = set()
        pelvis, chest, near = frame.body.pelvis.left, frame.body.chest.left, camera.near
        self._is_far = {
            f"{side}-{limb}": sign * dot(left, near) < _FAR
            for side, sign in SIDES
            for limb, left in (("leg", pelvis), ("arm", chest))
        }

    def paint(self) -> None:
        """Paint everything."""
        body = self._frame.body
        parts = painting_order([*parts_of(body, self._camera), *self._things.parts])
        self._things.paint_behind()
        for part in parts:
            name = part.name
            if name == HIPS:
                self._paint_hips()
            elif name == SHIRT:
                self._paint_shirt()
            elif name == HEAD:
                self._paint_head()
            elif name.endswith("leg"):
                self._paint_leg(name)
            elif name.endswith("arm"):
                self._paint_arm(name)
            else:
                self._things.paint(name)
            self._done.add(name)
            self._finish(name)
        self._things.paint_before()

    def _finish(self, name: str) -> None:
        """Do what was waiting for a part to be painted."""
        for side, _ in SIDES:
            for trunk, limb in ((HIPS, f"{side}-leg"), (SHIRT, f"{side}-arm")):
                if name in (trunk, limb) and {trunk, limb} <= self._done:
                    if trunk == SHIRT:
                        self._weld_sleeve(side)
                    elif not self._is_far[limb]:
                        paint_muscles(self._painter, self._frame, side, self._camera, self._inks)
        self._things.paint_on(name)

    def _shape(self, path: QPainterPath, color: QColor) -> None:
        paint_outlined(self._painter, path, color, self._pen)

    def _weld(self, chain: Sequence[Disc], color: QColor) -> None:
        """Hide the lines in a chain, but leave its own outline."""
        less = self._pen.widthF() * 0.7
        inside = tuple((x, y, max(0.1, r - less)) for x, y, r in chain)
        self._painter.fillPath(chain_path(inside), color)

    def _tone(self, limb: str, tones: Tones) -> QColor:
        return tones[0 if self._is_far[limb] else 1]

    def _depth(self, joint: str) -> float:
        return self._camera.point(self._frame.body.joints[joint])[2]

    def _paint_hips(self) -> None:
        """The hips, made one with the thighs; of a leg that comes later the root is painted now."""
        tone = self._inks.trousers[1]
        near = [side for side, _ in SIDES if not self._is_far[f"{side}-leg"]]
        self._rooted = {side for side in near if f"{side}-leg" not in self._done}
        for side in sorted(self._rooted, key=lambda side: self._depth(f"{side}-hip")):
            self._shape(chain_path(self._limbs[f"{side}-leg"][:2]), tone)
        self._shape(hull_path(self._flesh.hips, self._camera), tone)
        for side in near:
            self._weld(self._limbs[f"{side}-leg"][:2], tone)

    def _paint_leg(self, name: str) -> None:
        side = name.partition("-")[0]
        self._shape(chain_path(self._limbs[f"{side}-ankle"]), self._tone(name, self._inks.skin))
        self._shape(chain_path(self._limbs[f"{side}-foot"]), self._tone(name, self._inks.shoes))
        chain, tone = self._limbs[name], self._tone(name, self._inks.trousers)
        is_rooted = side in self._rooted
        upper, lower = chain[1 if is_rooted else 0 : BEND + 1], chain[BEND:]
        if not _is_folded(chain[0], chain[BEND], chain[-1]):
            self._shape(chain_path((*upper, *lower[1:]), is_open=is_rooted, is_cut=True), tone)
            return
        halves = [
            (upper, chain_path(upper, is_open=is_rooted)),
            (lower, chain_path(lower, is_cut=True)),
        ]
        self._paint_halves(halves, self._depth(f"{side}-ankle") < self._depth(f"{side}-hip"), tone)

    def _paint_arm(self, name: str) -> None:
        side = name.partition("-")[0]
        chain, skin = self._limbs[name], self._tone(name, self._inks.skin)
        thumb = self._limbs[f"{side}-thumb"]
        if _is_folded(chain[0], chain[BEND], chain[BEND + 2]):
            halves = [(half, chain_path(half)) for half in (chain[: BEND + 1], chain[BEND:])]
            halves[1] = (halves[1][0], _with_thumb(halves[1][1], thumb))
            is_first = self._depth(f"{side}-wrist") < self._depth(f"{side}-shoulder")
            self._paint_halves(halves, is_first, skin)
        else:
            self._shape(_with_thumb(chain_path(chain), thumb), skin)
        sleeve = chain_path(self._limbs[f"{side}-sleeve"], is_cut=True)
        self._shape(sleeve, self._tone(name, self._inks.shirt))

    def _paint_halves(
        self,
        halves: Sequence[tuple[Sequence[Disc], QPainterPath]],
        is_lower_first: bool,
        color: QColor,
    ) -> None:
        """The halves of a folded limb, and no line where the nearer one ends in the other."""
        for _, path in reversed(halves) if is_lower_first else halves:
            self._shape(path, color)
        (upper, _), (lower, _) = halves
        joint, after = lower[:2] if is_lower_first else upper[:-3:-1]
        self._weld((joint, _toward(joint, after, 0.6)), color)

    def _weld_sleeve(self, side: str) -> None:
        shoulder, end = self._limbs[f"{side}-sleeve"]
        x, y, _ = self._camera.point(self._frame.body.joints["shoulders"])
        # Seen from the side a sleeve has its seam, and the neck is behind it.
        if hypot(shoulder[0] - x, shoulder[1] - y) > _SEAM_M * self._camera.scale:
            inner = _toward(shoulder, (x, y, 0.4 * shoulder[2]), 0.4)
            self._weld((inner, shoulder, _toward(shoulder, end, 0.3)), self._inks.shirt[1])

    def _paint_shirt(self) -> None:
        if self._is_from_behind():
            self._paint_neck()
        self._shape(hull_path(self._flesh.shirt, self._camera), self._inks.shirt[1])
        paint_waist(self._painter, self._frame, self._camera, self._inks)

    def _paint_head(self) -> None:
        if not self._is_from_behind():
            self._paint_neck()
        paint_head(
            self._painter, self._frame.body, self._flesh, self._camera, self._inks, self._pen
        )

    def _is_from_behind(self) -> bool:
        return dot(self._frame.body.chest.forward, self._camera.near) < -0.3

    def _paint_neck(self) -> None:
        self._shape(chain_path(self._limbs["neck"]), self._inks.skin[0])


def _with_thumb(hand: QPainterPath, thumb: tuple[Disc, ...]) -> QPainterPath:
    path = QPainterPath(hand)
    path.addPath(chain_path(thumb, is_open=True))
    return path


def _is_folded(a: Disc, joint: Disc, b: Disc) -> bool:
    ux, uy, vx, vy = a[0] - joint[0], a[1] - joint[1], b[0] - joint[0], b[1] - joint[1]
    sizes = hypot(ux, uy) * hypot(vx, vy)
    return ux * vx + uy * vy > _FOLDED * sizes


def _toward(a: Disc, b: Disc, share: float) -> Disc:
    rest = 1.0 - share
    return (a[0] * rest + b[0] * share, a[1] * rest + b[1] * share, a[2] * rest + b[2] * share)
