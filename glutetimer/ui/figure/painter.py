"""Paints a frame of the figure: flat shapes in two tones with a thin outline, back to front."""

from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from glutetimer.figure.flesh import BEND, Flesh, flesh_of
from glutetimer.figure.frame import Frame
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import dot
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.floor import paint_floor, paint_shadow
from glutetimer.ui.figure.ghost import paint_ghost
from glutetimer.ui.figure.head import paint_head
from glutetimer.ui.figure.inks import Inks, Tones, inks_of
from glutetimer.ui.figure.muscles import paint_muscles
from glutetimer.ui.figure.outlines import Disc, chain_path, discs, hull_path
from glutetimer.ui.figure.parts import HEAD, HIPS, SHIRT, painting_order, parts_of
from glutetimer.ui.figure.props import Things
from glutetimer.ui.style.theme import FigureColors

_EDGE_M = 0.0042
_HAIRLINE = 2.0
"""Up to so many pixels an outline is one pixel wide, which Qt draws ten times as fast."""
_FINEST = 0.45
_FAR = -0.82
"""A limb that is so much on the other side of the trunk is seen behind it, in the darker tone."""
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
    _FigurePainter(painter, frame, flesh, camera, inks).paint()
    paint_ghost(painter, frame, camera, inks)
    painter.restore()


def outline_pen(painter: QPainter, camera: Camera, color: QColor) -> QPen:
    """The pen of outlines at a camera's scale."""
    ratio = painter.device().devicePixelRatio()
    width = max(_FINEST, _EDGE_M * camera.scale * ratio)
    pen = QPen(color, (width if width > _HAIRLINE else min(1.0, width)) / ratio)
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
        done: set[str] = set()
        self._things.paint_behind()
        for part in parts:
            name = part.name
            if name == HIPS:
                self._shape(hull_path(self._flesh.hips, self._camera), self._inks.trousers[1])
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
            done.add(name)
            for side, _ in SIDES:
                if name in (HIPS, f"{side}-leg") and {HIPS, f"{side}-leg"} <= done:
                    self._join_leg(side)
                if name in (SHIRT, f"{side}-arm") and {SHIRT, f"{side}-arm"} <= done:
                    self._join_sleeve(side)
            self._things.paint_on(name)
        self._things.paint_before()

    def _shape(self, path: QPainterPath, color: QColor) -> None:
        self._painter.setPen(self._pen)
        self._painter.setBrush(color)
        self._painter.drawPath(path)

    def _fill(self, path: QPainterPath, color: QColor) -> None:
        self._painter.fillPath(path, QBrush(color))

    def _tone(self, limb: str, tones: Tones) -> QColor:
        return tones[0 if self._is_far[limb] else 1]

    def _paint_limb(self, chain: list[Disc], color: QColor, *, is_cut: bool = False) -> None:
        """A limb in one outline; folded, the farther half first."""
        joint = chain[BEND]
        if not _is_folded(chain[0], joint, chain[BEND + 2]):
            self._shape(chain_path(chain, is_cut=is_cut), color)
            return
        halves = [chain[: BEND + 1], chain[BEND:]]
        for half in halves:
            self._shape(chain_path(half, is_cut=is_cut and half is halves[1]), color)
        self._fill(
            chain_path([_thinner(joint), _thinner(_toward(joint, chain[BEND - 1], 0.5))]), color
        )

    def _paint_leg(self, name: str) -> None:
        side = name.partition("-")[0]
        shoe = self._tone(name, self._inks.shoes)
        self._shape(chain_path(self._limbs[f"{side}-ankle"]), self._tone(name, self._inks.skin))
        self._shape(chain_path(self._limbs[f"{side}-foot"]), shoe)
        self._paint_limb(self._limbs[name], self._tone(name, self._inks.trousers), is_cut=True)

    def _paint_arm(self, name: str) -> None:
        side = name.partition("-")[0]
        skin = self._tone(name, self._inks.skin)
        self._shape(chain_path(self._limbs[f"{side}-thumb"]), skin)
        self._paint_limb(self._limbs[name], skin)
        sleeve = chain_path(self._limbs[f"{side}-sleeve"], is_cut=True)
        self._shape(sleeve, self._tone(name, self._inks.shirt))

    def _join_leg(self, side: str) -> None:
        name = f"{side}-leg"
        if not self._is_far[name]:
            hip, mid, *_ = self._limbs[name]
            grown = (hip[0], hip[1], hip[2] + 1.5)
            self._fill(chain_path([grown, _thinner(mid)]), self._inks.trousers[1])
        paint_muscles(self._painter, self._frame, side, self._camera, self._inks)

    def _join_sleeve(self, side: str) -> None:
        name = f"{side}-arm"
        if not self._is_far[name]:
            shoulder, end = self._limbs[f"{side}-sleeve"]
            top = self._camera.point(self._frame.body.joints["shoulders"])
            inner = _toward(shoulder, (top[0], top[1], 0.4 * shoulder[2]), 0.4)
            weld = [_thinner(inner), _thinner(shoulder), _thinner(_toward(shoulder, end, 0.3))]
            self._fill(chain_path(weld), self._inks.shirt[1])

    def _paint_shirt(self) -> None:
        body, near = self._frame.body, self._camera.near
        self._is_neck_bare = dot(body.chest.forward, near) > -0.3
        if not self._is_neck_bare:
            self._paint_neck()
        self._shape(hull_path(self._flesh.shirt, self._camera), self._inks.shirt[1])

    def _paint_head(self) -> None:
        self._paint_neck()
        paint_head(
            self._painter, self._frame.body, self._flesh, self._camera, self._inks, self._pen
        )

    def _paint_neck(self) -> None:
        self._shape(chain_path(self._limbs["neck"]), self._inks.skin[0])


def _is_folded(a: Disc, joint: Disc, b: Disc) -> bool:
    ux, uy, vx, vy = a[0] - joint[0], a[1] - joint[1], b[0] - joint[0], b[1] - joint[1]
    sizes = hypot(ux, uy) * hypot(vx, vy)
    return ux * vx + uy * vy > _FOLDED * sizes


def _thinner(disc: Disc) -> Disc:
    return (disc[0], disc[1], max(0.1, disc[2] - 0.7))


def _toward(a: Disc, b: Disc, share: float) -> Disc:
    rest = 1.0 - share
    return (a[0] * rest + b[0] * share, a[1] * rest + b[1] * share, a[2] * rest + b[2] * share)
