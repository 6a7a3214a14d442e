"""The things that an exercise is done with, except the mat."""

from math import atan2, cos, degrees, pi, radians, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import BandPlace, Prop, PropKind
from glutetimer.figure.pose import Of
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import (
    Basis,
    Vec,
    add,
    along,
    between,
    cross,
    distance,
    dot,
    mirrored,
    scaled,
    sub,
    unit,
)
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.parts import Part
from glutetimer.ui.figure.shapes import Shape

_BAND_M = 0.045
_BAND_POINTS = 12
_SHARES = {
    # which bone, how far down, the radius of the leg there
    BandPlace.ANKLES: ("knee", "ankle", 0.84, 0.043),
    BandPlace.SHINS: ("knee", "ankle", 0.55, 0.052),
    BandPlace.KNEES: ("hip", "knee", 0.84, 0.063),
}
_DISC_M = 0.075
_PLATE_M = 0.15
_GRIP_M = 0.11


class Things:
    """The props of one frame; each is painted where the order of the parts has it."""

    def __init__(self, painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
        self._painter = painter
        self._frame = frame
        self._camera = camera
        self._inks = inks
        self._rods: dict[str, tuple[Vec, Vec, float]] = {}
        self._band = frame.motion.prop(PropKind.BAND)
        self._legs_done = 0
        self._weights()
        self.parts = [
            Part(name, ((camera.point(a), camera.point(b)),), radius * camera.scale)
            for name, (a, b, radius) in self._rods.items()
        ]
        self.names = {part.name for part in self.parts}

    def paint_behind(self) -> None:
        """Paint what everything else stands in front of: chair, ball, the band's back."""
        ball = self._frame.motion.prop(PropKind.BALL)
        if ball is not None:
            self._paint_ball(ball)
        chair = self._frame.motion.prop(PropKind.CHAIR)
        if chair is not None:
            self._paint_chair(chair)
        if self._band is not None:
            self._paint_strand(is_front=False)

    def paint(self, name: str) -> None:
        """Paint a prop that has a place in the order."""
        self._paint_rod(name)

    def paint_on(self, part: str) -> None:
        """Paint what goes around a part of the body that has just been painted."""
        if self._band is None:
            return
        bone = "thigh" if self._band.place is BandPlace.KNEES else "shank"
        if part.partition("-")[2] == bone:
            self._legs_done += 1
            if self._legs_done == len(SIDES):
                self._paint_strand(is_front=True)

    def _band_at(self, side: str) -> tuple[Vec, Vec, float]:
        """Where the band goes around a leg: its middle, the way up the bone, its radius."""
        place = self._band.place if self._band else BandPlace.SHINS
        upper, lower, share, radius = _SHARES[place]
        joints = self._frame.body.joints
        top, bottom = joints[f"{side}-{upper}"], joints[f"{side}-{lower}"]
        return between(top, bottom, share), unit(sub(top, bottom)), radius

    def _paint_strand(self, *, is_front: bool) -> None:
        """The half of the band that faces the eye, or the other; stretched it is narrower.

        The loop is the hull of two circles around the legs. Of the direction in which a point of
        it looks follows whether it is on the near half, and to which leg's circle it belongs.
        """
        (a, up_a, radius), (b, up_b, _) = (self._band_at(side) for side, _ in SIDES)
        way = unit(sub(b, a))
        across = unit(cross(add(up_a, up_b), way))
        up = cross(way, across)
        half = _BAND_M / 2 / max(1.0, distance(a, b) / 0.22) ** 0.3
        near = self._camera.near
        first = atan2(dot(near, across), dot(near, way)) + (-pi / 2 if is_front else pi / 2)
        turns = sorted(
            {first + pi * k / _BAND_POINTS for k in range(_BAND_POINTS + 1)}
            | {t for k in range(-3, 5) if 0 < (t := pi * (k + 0.5)) - first < pi}
        )
        places = []
        for turn in turns:
            out = add(scaled(way, cos(turn)), scaled(across, sin(turn)))
            legs = (a, b) if cos(turn - 1e-6) < 0 else (b, a)
            on_both = legs if abs(cos(turn)) < 1e-9 else legs[:1]
            places += [along(leg, out, radius * 1.05) for leg in on_both]
        edges = [[along(place, up, sign * half) for place in places] for sign in (1, -1)]
        outline = [self._camera.point(place) for place in (*edges[0], *reversed(edges[1]))]
        painter = self._painter
        painter.setPen(QPen(self._inks.edge, 0.0035 * self._camera.scale))
        painter.setBrush(self._inks.band[1 if is_front else 0])
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y, _ in outline]))
        painter.setPen(Qt.PenStyle.NoPen)

    def _weights(self) -> None:
        motion, body = self._frame.motion, self._frame.body
        if motion.prop(PropKind.DUMBBELLS) is not None:
            for side, _ in SIDES:
                wrist, hand = body.joints[f"{side}-wrist"], body.joints[f"{side}-hand"]
                elbow = body.joints[f"{side}-elbow"]
                grip = between(wrist, hand, 0.5)
                out = cross(unit(sub(wrist, elbow)), body.chest.left)
                axis = unit(out) if abs(out[0]) + abs(out[1]) + abs(out[2]) > 0.2 else _AHEAD
                self._rods[f"{side}-dumbbell"] = (
                    along(grip, axis, -_GRIP_M),
                    along(grip, axis, _GRIP_M),
                    _DISC_M,
                )
        bar = motion.prop(PropKind.BAR)
        if bar is not None:
            origin, basis = _carrier(self._frame, bar.of)
            at = mirrored(bar.at) if self._frame.is_mirrored else bar.at
            middle = add(origin, basis.world(at))
            half = bar.size[0] / 2
            self._rods["bar"] = (
                along(middle, basis.left, -half),
                along(middle, basis.left, half),
                _PLATE_M,
            )

    def _paint_rod(self, name: str) -> None:
        """A rod with a disc at each end, the nearer one last."""
        a, b, radius = self._rods[name]
        axis = unit(sub(b, a))
        seen = sorted((self._camera.point(p), p) for p in (a, b))
        seen.sort(key=lambda item: item[0][2])
        px = self._camera.scale
        self._paint_disc(seen[0][1], axis, radius)
        for color, width in ((self._inks.edge, 0.034), (self._inks.metal[-1], 0.026)):
            pen = QPen(color, width * px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            self._painter.setPen(pen)
            (x, y, _), (u, v, _) = seen[0][0], seen[1][0]
            self._painter.drawLine(QPointF(x, y), QPointF(u, v))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._paint_disc(seen[1][1], axis, radius)

    def _paint_disc(self, place: Vec, axis: Vec, radius: float) -> None:
        near = self._camera.near
        facing = axis[0] * near[0] + axis[1] * near[1] + axis[2] * near[2]
        x, y, _ = self._camera.point(place)
        u, v, _ = self._camera.point(along(place, axis, 0.035))
        angle = degrees(atan2(v - y, u - x))
        px = self._camera.scale
        r, thin = radius * px, max(0.12, abs(facing)) * radius * px
        painter = self._painter
        painter.save()
        depth = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
        painter.translate((x + u) / 2, (y + v) / 2)
        painter.rotate(angle)
        sign = 1.0 if facing > 0 else -1.0
        painter.setPen(QPen(self._inks.edge, 0.004 * px))
        painter.setBrush(self._inks.metal[0])
        painter.drawEllipse(QPointF(-sign * depth / 2, 0), thin, r)
        painter.drawRect(int(-depth / 2), int(-r), max(1, int(depth)), int(2 * r))
        painter.setBrush(self._inks.metal[1])
        painter.drawEllipse(QPointF(sign * depth / 2, 0), thin, r)
        painter.restore()

    def _paint_ball(self, ball: Prop) -> None:
        radius = ball.size[0]
        at = self._frame.pose.ball
        x, y, _ = self._camera.point((at[0], at[1], radius))
        shape = Shape.chain(((x, y, radius * self._camera.scale),), self._inks.ball)
        flat = QColor(self._inks.shadow)
        flat.setAlphaF(self._inks.shadow_share * 0.3)
        self._painter.save()
        self._painter.setTransform(self._camera.floor() * self._painter.transform())
        for grow in (0.5, 0.62, 0.74):
            self._painter.setBrush(flat)
            self._painter.drawEllipse(QPointF(at[0], at[1]), radius * grow, radius * grow)
        self._painter.restore()
        shape.paint(self._painter, self._inks.edge, max(0.6, 0.0042 * self._camera.scale))
        self._paint_stripes((at[0], at[1], radius), radius, degrees(at[0] / radius))

    def _paint_stripes(self, middle: Vec, radius: float, rolled: float) -> None:
        """Lines around the ball show that it rolls."""
        turned = Basis().leant(rolled)
        near = self._camera.near
        color = QColor(self._inks.ball[0])
        color.setAlphaF(0.55)
        self._painter.setPen(QPen(color, 0.006 * self._camera.scale))
        for tilt in (0, 60, 120):
            basis = turned.leant(tilt)
            before = None
            for k in range(41):
                t = radians(k * 9)
                out = basis.world((0.0, cos(t), sin(t)))
                seen = out[0] * near[0] + out[1] * near[1] + out[2] * near[2] > 0
                x, y, _ = self._camera.point(along(middle, out, radius * 0.995))
                if before is not None and seen:
                    self._painter.drawLine(before, QPointF(x, y))
                before = QPointF(x, y) if seen else None
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _paint_chair(self, chair: Prop) -> None:
        basis = Basis().turned(chair.turn)
        deep, wide = chair.size[0] / 2, chair.size[1] / 2
        seat = chair.at[2] or 0.45
        middle = (chair.at[0], chair.at[1], seat)

        def corner(ahead: float, left: float, up: float) -> Vec:
            return add(middle, basis.world((ahead, left, up)))

        legs = [(a, b) for a in (-deep, deep) for b in (-wide, wide)]
        legs.sort(key=lambda ab: self._camera.point(corner(ab[0], ab[1], 0))[2])
        px = self._camera.scale
        pen = QPen(self._inks.wood[0], 0.035 * px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        for a, b in legs:
            x, y, _ = self._camera.point(corner(a * 0.9, b * 0.9, 0))
            u, v, _ = self._camera.point(corner(a * 0.95, b * 0.95, -seat + 0.01))
            self._painter.drawLine(QPointF(x, y), QPointF(u, v))
        boards = [
            [
                corner(a, b, 0.0)
                for a, b in ((-deep, -wide), (deep, -wide), (deep, wide), (-deep, wide))
            ],
            [
                corner(-deep, b, c)
                for b, c in ((-wide, 0.22), (wide, 0.22), (wide, 0.45), (-wide, 0.45))
            ],
        ]
        posts = [(corner(-deep, b, 0), corner(-deep, b, 0.3)) for b in (-wide * 0.9, wide * 0.9)]
        for low, high in posts:
            x, y, _ = self._camera.point(low)
            u, v, _ = self._camera.point(high)
            self._painter.drawLine(QPointF(x, y), QPointF(u, v))
        self._painter.setPen(QPen(self._inks.edge, 0.004 * px))
        for tone, board in zip((self._inks.wood[1], self._inks.wood[2]), boards, strict=True):
            self._painter.setBrush(tone)
            points = [self._camera.point(place) for place in board]
            self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y, _ in points]))
        self._painter.setPen(Qt.PenStyle.NoPen)


_AHEAD: Vec = (1.0, 0.0, 0.0)


def _carrier(frame: Frame, of: Of) -> tuple[Vec, Basis]:
    body = frame.body
    match of:
        case Of.CHEST:
            return body.joints["shoulders"], body.chest
        case Of.PELVIS:
            return body.joints["pelvis"], body.pelvis
        case Of.HEAD:
            return body.joints["head"], body.head
        case Of.FLOOR:
            return frame.travelled, Basis()
