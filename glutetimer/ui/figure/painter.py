"""Paints a frame of the figure."""

from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from glutetimer.figure.flesh import flesh_of
from glutetimer.figure.frame import Frame
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import dot
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.floor import paint_floor, paint_shadow
from glutetimer.ui.figure.ghost import Ghost
from glutetimer.ui.figure.glow import paint_glow
from glutetimer.ui.figure.head import paint_head
from glutetimer.ui.figure.inks import Inks, inks_of
from glutetimer.ui.figure.muscles import Spot, spots_of
from glutetimer.ui.figure.parts import HEAD, HIPS, SHIRT, painting_order, parts_of, shapes_of
from glutetimer.ui.figure.props import Things
from glutetimer.ui.figure.shapes import Shape, paint_patch
from glutetimer.ui.theme import FigureColors

_EDGE_M = 0.0042
_LIMBS = (
    ({"thigh", "shank"}, ("hip", "knee", "ankle")),
    ({"upper-arm", "forearm"}, ("shoulder", "elbow", "wrist")),
)


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
        shapes: dict[str, Shape],
    ) -> None:
        self._painter = painter
        self._frame = frame
        self._camera = camera
        self._inks = inks
        self._shapes = shapes
        self._edge_px = max(0.6, _EDGE_M * camera.scale)
        self._things = Things(painter, frame, camera, inks)
        self._done: set[str] = set()
        self._welded: set[frozenset[str]] = set()
        self._sleeves: dict[str, Shape] = {}
        self._spots: dict[tuple[str, ...], list[Spot]] = {}
        for spot in spots_of(frame):
            self._spots.setdefault(spot.parts, []).append(spot)
        for name, shape in shapes.items():
            shape.tones = self._tones(name)
        for side, _ in SIDES:
            shapes[f"{side}-thumb"].tones = inks.skin[1:3]
            arm = shapes[f"{side}-upper-arm"]
            (ax, ay, ar), (bx, by, br), (cx, cy, _) = arm.discs
            low = (bx + (cx - bx) * 0.22, by + (cy - by) * 0.22, br * 1.05)
            sleeve = Shape.chain(((ax, ay, ar * 1.05), low), inks.shirt)
            self._sleeves[side] = sleeve

    def paint(self) -> None:
        """Paint everything."""
        parts = painting_order([*parts_of(self._frame.body, self._camera), *self._things.parts])
        self._things.paint_behind()
        for part, after in zip(parts, (*parts[1:], None), strict=True):
            if part.name in self._done:
                continue
            if after is not None and self._is_one_with(part.name, after.name):
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

    def _finish(self, name: str) -> None:
        """Do what was waiting for a part to be painted."""
        self._weld(name)
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
        self._fill(Shape.chain((*shape.discs, *self._shapes[lower].discs[1:]), shape.tones))
        if is_arm:
            self._fill(self._sleeves[side])
        self._done |= {name, other}
        self._welded.add(frozenset((name, other)))

    def _is_one_with(self, name: str, other: str) -> bool:
        """Whether two halves of a limb can be painted as one: they don't hide each other."""
        side, _, part = name.partition("-")
        bones = next(
            (
                joints
                for halves, joints in _LIMBS
                if part in halves and other in {f"{side}-{half}" for half in halves}
            ),
            None,
        )
        if bones is None:
            return False
        hip, knee, ankle = (
            self._camera.point(self._frame.body.joints[f"{side}-{joint}"]) for joint in bones
        )
        ux, uy, vx, vy = hip[0] - knee[0], hip[1] - knee[1], ankle[0] - knee[0], ankle[1] - knee[1]
        sizes = hypot(ux, uy) * hypot(vx, vy)
        return (ux * vx + uy * vy) < 0.3 * sizes

    def _tones(self, name: str) -> tuple[QColor, ...]:
        if name == "shirt":
            return self._inks.shirt
        if name == "hips" or name.endswith(("thigh", "shank")):
            return self._inks.trousers
        return self._inks.shoes if name.endswith("foot") else self._inks.skin

    def _fill(self, shape: Shape) -> None:
        shape.paint(self._painter, self._inks.edge, self._edge_px)

    def _paint_shirt(self) -> None:
        body, neck = self._frame.body, self._shapes["neck"]
        near = self._camera.near
        self._fill(neck)
        self._fill(self._shapes[SHIRT])
        if dot(body.head.forward, near) > -0.05 and dot(body.chest.up, near) > -0.15:
            # From the front the neck lies bare in the collar; from the feet the chest hides it.
            neck.paint(self._painter, None, 0)

    def _paint_limb(self, name: str) -> None:
        side, _, part = name.partition("-")
        if part == "forearm":
            self._fill(self._shapes[f"{side}-thumb"])
        self._fill(self._shapes[name])
        if part == "upper-arm":
            self._fill(self._sleeves[side])

    def _weld(self, name: str) -> None:
        """Make two parts one where they share a joint, once both are painted."""
        side = name.partition("-")[0]
        sides = [s for s, _ in SIDES] if name in (HIPS, SHIRT) else [side]
        for which in sides:
            for a, b, joint in (
                (HIPS, f"{which}-thigh", "hip"),
                (SHIRT, f"{which}-upper-arm", "shoulder"),
                (f"{which}-thigh", f"{which}-shank", "knee"),
                (f"{which}-upper-arm", f"{which}-forearm", "elbow"),
            ):
                if (
                    name in (a, b)
                    and {a, b} <= self._done
                    and frozenset((a, b)) not in self._welded
                ):
                    self._welded.add(frozenset((a, b)))
                    self._weld_at(which, joint, a, b)

    def _weld_at(self, side: str, joint: str, a: str, b: str) -> None:
        one, other = self._shapes[a], self._shapes[b]
        if joint == "shoulder":
            other = self._sleeves[side]
        # Into the trunk it goes to a sphere of the trunk: of the hips up, of the shirt across.
        inner = {"hip": {"left": 0, "right": 1}, "shoulder": {"left": 3, "right": 2}}
        root = one.discs[inner[joint][side]] if joint in inner else one.discs[1]
        paint_patch(self._painter, other.discs[0], (root, other.discs[1]), other.tones)

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
