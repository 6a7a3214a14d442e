"""What stands on the floor: the stability ball and the chair."""

from collections.abc import Sequence
from math import degrees

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient

from glutetimer.figure.motion import Prop
from glutetimer.figure.vector import Basis, Vec, add, along, dot
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import circle
from glutetimer.ui.figure.shapes import CORE, LIGHT, TO_LIGHT

_STRIPE_POINTS = 24
_EDGE_M = 0.0042
_SHADE = 0.72
"""The shadow's radius in radii of the ball."""


class Furniture:
    """Paints the ball, and the chair in two parts between which a person may sit."""

    def __init__(self, painter: QPainter, camera: Camera, inks: Inks) -> None:
        self._painter = painter
        self._camera = camera
        self._inks = inks

    def paint_ball(self, radius: float, at: Vec) -> None:
        """Paint a ball that lies on the floor under a place, rolled as far as that is from x=0."""
        painter, px = self._painter, self._camera.scale
        dark, clear = QColor(self._inks.shadow), QColor(self._inks.shadow)
        dark.setAlphaF(self._inks.shadow_share)
        clear.setAlphaF(0.0)
        shade = QRadialGradient(QPointF(at[0], at[1]), radius * _SHADE)
        shade.setStops([(0.0, dark), (0.5, dark), (1.0, clear)])
        painter.save()
        painter.setTransform(self._camera.floor() * painter.transform())
        painter.setBrush(shade)
        painter.drawEllipse(QPointF(at[0], at[1]), radius * _SHADE, radius * _SHADE)
        painter.restore()
        x, y, _ = self._camera.point((at[0], at[1], radius))
        edge_px = max(0.6, _EDGE_M * px)
        tones = self._inks.ball
        for step, tone in enumerate((self._inks.edge, *tones)):
            share = max(0, step - 1) / (len(tones) - 1)
            size = radius * px * (1.0 - CORE * share) + (0.0 if step else edge_px)
            shift = TO_LIGHT * share * radius * px
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, step < 2)
            painter.setBrush(tone)
            painter.drawEllipse(QPointF(x + LIGHT[0] * shift, y + LIGHT[1] * shift), size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_stripes((at[0], at[1], radius), radius, degrees(at[0] / radius))

    def _paint_stripes(self, middle: Vec, radius: float, rolled: float) -> None:
        """Lines around the ball show that it rolls."""
        turned = Basis().leant(rolled)
        near = self._camera.near
        color = QColor(self._inks.ball[0])
        color.setAlphaF(0.55)
        self._painter.setPen(QPen(color, 0.006 * self._camera.scale))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        lines = QPainterPath()
        for tilt in (0, 60, 120):
            basis = turned.leant(tilt)
            was_seen = False
            for c, s in (*circle(_STRIPE_POINTS), (1.0, 0.0)):
                out = basis.world((0.0, c, s))
                if is_seen := dot(out, near) > 0:
                    x, y, _ = self._camera.point(along(middle, out, radius * 0.995))
                    if was_seen:
                        lines.lineTo(x, y)
                    else:
                        lines.moveTo(x, y)
                was_seen = is_seen
        self._painter.drawPath(lines)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def paint_seat(self, chair: Prop) -> None:
        """Paint the legs and the seat of a chair."""
        deep, wide = chair.size[0] / 2, chair.size[1] / 2
        legs = [(a, b) for a in (-deep, deep) for b in (-wide, wide)]
        legs.sort(key=lambda ab: self._camera.point(chair_place(chair, (ab[0], ab[1], 0)))[2])
        floor = -seat_height(chair) + 0.01
        self._paint_bars(
            chair, [((a * 0.9, b * 0.9, 0.0), (a * 0.95, b * 0.95, floor)) for a, b in legs]
        )
        corners = ((-deep, -wide), (deep, -wide), (deep, wide), (-deep, wide))
        self._paint_board(chair, [(a, b, 0.0) for a, b in corners], self._inks.wood[1])

    def paint_back(self, chair: Prop) -> None:
        """Paint the back of a chair."""
        deep, wide = chair.size[0] / 2, chair.size[1] / 2
        posts = (-wide * 0.9, wide * 0.9)
        self._paint_bars(chair, [((-deep, b, 0.0), (-deep, b, 0.3)) for b in posts])
        corners = ((-wide, 0.22), (wide, 0.22), (wide, 0.45), (-wide, 0.45))
        self._paint_board(chair, [(-deep, b, c) for b, c in corners], self._inks.wood[2])

    def _paint_bars(self, chair: Prop, bars: Sequence[tuple[Vec, Vec]]) -> None:
        px = self._camera.scale
        pen = QPen(self._inks.wood[0], 0.035 * px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        for high, low in bars:
            (x, y, _), (u, v, _) = (
                self._camera.point(chair_place(chair, end)) for end in (high, low)
            )
            self._painter.drawLine(QPointF(x, y), QPointF(u, v))
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _paint_board(self, chair: Prop, corners: Sequence[Vec], tone: QColor) -> None:
        self._painter.setPen(QPen(self._inks.edge, 0.004 * self._camera.scale))
        self._painter.setBrush(tone)
        seen = [self._camera.point(chair_place(chair, corner)) for corner in corners]
        self._painter.drawPolygon([QPointF(x, y) for x, y, _ in seen])
        self._painter.setPen(Qt.PenStyle.NoPen)


def seat_height(chair: Prop) -> float:
    """How high its seat is above the floor, in metres."""
    return chair.at[2] or 0.45


def chair_place(chair: Prop, at: Vec) -> Vec:
    """A place of a chair (ahead, left, up from the middle of its seat) in the world."""
    middle = (chair.at[0], chair.at[1], seat_height(chair))
    return add(middle, Basis().turned(chair.turn).world(at))
