"""Paints a frame of the figure."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from glutetimer.figure.flesh import flesh_of
from glutetimer.figure.frame import Frame
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import dot
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.floor import paint_floor, paint_shadow
from glutetimer.ui.figure.ghost import Ghost
from glutetimer.ui.figure.glow import Spot, paint_glow, spots_of
from glutetimer.ui.figure.head import paint_head
from glutetimer.ui.figure.inks import Inks, inks_of
from glutetimer.ui.figure.parts import HEAD, HIPS, SHIRT, painting_order, parts_of, shapes_of
from glutetimer.ui.figure.props import Things
from glutetimer.ui.figure.shapes import Outline
from glutetimer.ui.figure.welds import Welds, is_one_limb
from glutetimer.ui.style.theme import FigureColors

_EDGE_M = 0.0042


def paint_figure(painter: QPainter, frame: Frame, camera: Camera, colors: FigureColors) -> None:
    """Paint the floor, the props and the figure as the camera sees them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    inks = inks_of(colors)
    flesh = flesh_of(frame.body)
    paint_floor(painter, frame, camera, inks)
    paint_shadow(painter, flesh, camera, inks)
    ghost = Ghost(painter, frame, camera, inks)
    ghost.paint_behind()
    _FigurePainter(painter, frame, camera, inks, shapes_of(flesh, camera)).paint()
    ghost.paint_before()
    painter.restore()


class _FigurePainter:
    """Paints the parts of one frame from back to front and welds them where they join."""

    def __init__(
        self,
        painter: QPainter,
        frame: Frame,
        camera: Camera,
        inks: Inks,
        shapes: dict[str, Outline],
    ) -> None:
        self._painter = painter
        self._frame = frame
        self._camera = camera
        self._inks = inks
        self._shapes = shapes
        self._edge_px = max(0.6, _EDGE_M * camera.scale)
        self._things = Things(painter, frame, camera, inks)
        self._done: set[str] = set()
        self._sleeves: dict[str, Outline] = {}
        self._spots: dict[tuple[str, ...], list[Spot]] = {}
        for spot in spots_of(frame):
            self._spots.setdefault(spot.parts, []).append(spot)
        for name, shape in shapes.items():
            shape.tones = self._tones(name)
        for side, _ in SIDES:
            shapes[f"{side}-thumb"].tones = inks.skin[1:4]
            arm = shapes[f"{side}-upper-arm"]
            (ax, ay, ar), (bx, by, br), (cx, cy, _) = arm.discs
            low = (bx + (cx - bx) * 0.22, by + (cy - by) * 0.22, br * 1.05)
            sleeve = Outline.chain(((ax, ay, ar * 1.05), low), inks.shirt)
            self._sleeves[side] = sleeve
        self._welds = Welds(painter, shapes, self._sleeves)

    def paint(self) -> None:
        """Paint everything."""
        body = self._frame.body
        parts = painting_order([*parts_of(body, self._camera), *self._things.parts])
        self._things.paint_behind()
        for part, after in zip(parts, (*parts[1:], None), strict=True):
            if part.name in self._done:
                continue
            if after is not None and is_one_limb(body, self._camera, part.name, after.name):
                self._paint_as_one(part.name, after.name)
                self._finish(part.name)
                self._finish(after.name)
                continue
            if part.name == HIPS:
                self._fill(self._shapes[HIPS])
            elif part.name == SHIRT:
                self._paint_shirt()
            elif part.name == HEAD:
                paint_head(
                    self._painter,
                    self._frame.body,
                    self._shapes["skull"],
                    self._camera,
                    self._inks,
                    self._edge_px,
                )
            elif part.name in self._things.names:
                self._things.paint(part.name)
            else:
                self._paint_limb(part.name)
            self._done.add(part.name)
            self._finish(part.name)
        self._things.paint_before()

    def _finish(self, name: str) -> None:
        """Do what was waiting for a part to be painted."""
        self._welds.after(name, self._done)
        self._warm(name)
        self._things.paint_on(name)

    def _paint_as_one(self, name: str, other: str) -> None:
        side, _, part = name.partition("-")
        is_arm = part in ("upper-arm", "forearm")
        if is_arm:
            self._fill(self._shapes[f"{side}-thumb"])
        upper, lower = sorted((name, other), key=lambda half: half.endswith(("shank", "forearm")))
        shape = self._shapes[upper]
        # Both have the sphere of the joint between them.
        self._fill(Outline.chain((*shape.discs, *self._shapes[lower].discs[1:]), shape.tones))
        if is_arm:
            self._fill(self._sleeves[side])
        self._done |= {name, other}
        self._welds.join(name, other)

    def _tones(self, name: str) -> tuple[QColor, ...]:
        if name == "shirt":
            return self._inks.shirt
        if name == "hips" or name.endswith(("thigh", "shank")):
            return self._inks.trousers
        return self._inks.shoes if name.endswith("foot") else self._inks.skin

    def _fill(self, shape: Outline) -> None:
        shape.paint(self._painter, self._inks.edge, self._edge_px)

    def _paint_shirt(self) -> None:
        body, neck = self._frame.body, self._shapes["neck"]
        near = self._camera.near
        self._fill(neck)
        self._fill(self._shapes[SHIRT])
        faces = min(dot(body.head.forward, near) + 0.05, dot(body.chest.forward, near) - 0.1)
        if faces > 0 and dot(body.chest.up, near) > -0.15:
            # From the front the neck lies bare in the collar; from the feet the chest hides it.
            neck.paint(self._painter, None, 0)

    def _paint_limb(self, name: str) -> None:
        side, _, part = name.partition("-")
        if part == "forearm":
            self._fill(self._shapes[f"{side}-thumb"])
        self._fill(self._shapes[name])
        if part == "upper-arm":
            self._fill(self._sleeves[side])

    def _warm(self, name: str) -> None:
        """Let the muscles glow that lie on parts of which this was the last to be painted."""
        for parts in [parts for parts in self._spots if name in parts]:
            if not self._done.issuperset(parts):
                continue
            where = QPainterPath()
            where.setFillRule(Qt.FillRule.WindingFill)
            for part in parts:
                where.addPath(self._shapes[part].whole())
            spots = self._spots.pop(parts)
            paint_glow(self._painter, spots, where, self._camera, self._inks)
