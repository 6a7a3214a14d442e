"""What stands on the floor: the stability ball and the chair."""

from collections.abc import Sequence
from math import atan2, degrees

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from glutetimer.figure.motion import Prop
from glutetimer.figure.vector import Basis, Vec, add, dot
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks

_LIT = 0.88
"""How large the lit part of the ball is."""


class Furniture:
    """Paints the ball, and the chair in two parts between which a person may sit."""

    def __init__(self, painter: QPainter, camera: Camera, inks: Inks, pen: QPen) -> None:
        self._painter = painter
        self._camera = camera
        self._inks = inks
        self._pen = pen

    def paint_ball(self, radius: float, at: Vec) -> None:
        """Paint a ball that lies on the floor under a place, rolled as far as that is from x=0."""
        painter, camera = self._painter, self._camera
        shade = QPainterPath()
        shade.addEllipse(QPointF(at[0], at[1]), radius * 0.7, radius * 0.7)
        painter.fillPath(camera.floor().map(shade), self._inks.shadow)
        x, y, _ = camera.point((at[0], at[1], radius))
        size = radius * camera.scale
        painter.setPen(self._pen)
        painter.setBrush(self._inks.ball[0])
        painter.drawEllipse(QPointF(x, y), size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.ball[1])
        shift = size * (1 - _LIT) * 0.7
        painter.drawEllipse(QPointF(x - shift, y - shift), size * _LIT, size * _LIT)
        self._paint_stripes((x, y), size, degrees(at[0] / radius))

    def _paint_stripes(self, middle: tuple[float, float], size: float, rolled: float) -> None:
        """Lines around the ball show that it rolls: halves of ellipses."""
        lines = QPainterPath()
        for tilt in (0, 60, 120):
            across = Basis().leant(rolled + tilt).forward
            facing = dot(across, self._camera.near)
            u, v = self._camera.way(across)
            arc = QPainterPath()
            high = size * 0.97 * abs(facing)
            box = QRectF(-size * 0.97, -high, 2 * size * 0.97, 2 * high)
            arc.arcMoveTo(box, 0)
            arc.arcTo(box, 0, 180 if facing > 0 else -180)
            turn = QTransform.fromTranslate(*middle).rotate(degrees(atan2(v, u)) - 90)
            lines.addPath(turn.map(arc))
        self._painter.setPen(QPen(self._inks.ball[0], self._pen.widthF()))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(lines)

    def paint_seat(self, chair: Prop) -> None:
        """Paint the legs and the seat of a chair."""
        deep, wide = chair.size[0] / 2, chair.size[1] / 2
        floor = -seat_height(chair) + 0.01
        legs = [(a, b) for a in (-deep, deep) for b in (-wide, wide)]
        self._paint_bars(chair, [((a, b, 0.0), (a, b, floor)) for a, b in legs])
        corners = ((-deep, -wide), (deep, -wide), (deep, wide), (-deep, wide))
        self._paint_board(chair, [(a, b, 0.0) for a, b in corners])

    def paint_back(self, chair: Prop) -> None:
        """Paint the back of a chair."""
        deep, wide = chair.size[0] / 2, chair.size[1] / 2
        self._paint_bars(chair, [((-deep, b, 0.0), (-deep, b, 0.3)) for b in (-wide, wide)])
        corners = ((-wide, 0.22), (wide, 0.22), (wide, 0.45), (-wide, 0.45))
        self._paint_board(chair, [(-deep, b, c) for b, c in corners])

    def _paint_bars(self, chair: Prop, bars: Sequence[tuple[Vec, Vec]]) -> None:
        width = 0.035 * self._camera.scale
        self._painter.setPen(
            QPen(self._inks.wood[0], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        for ends in bars:
            self._painter.drawLine(*(self._point(chair, end) for end in ends))

    def _paint_board(self, chair: Prop, corners: Sequence[Vec]) -> None:
        self._painter.setPen(self._pen)
        self._painter.setBrush(QColor(self._inks.wood[1]))
        self._painter.drawPolygon([self._point(chair, corner) for corner in corners])

    def _point(self, chair: Prop, at: Vec) -> QPointF:
        return QPointF(*self._camera.point(chair_place(chair, at))[:2])


def seat_height(chair: Prop) -> float:
    """How high its seat is above the floor, in metres."""
    return chair.at[2] or 0.45


def chair_place(chair: Prop, at: Vec) -> Vec:
    """A place of a chair (ahead, left, up from the middle of its seat) in the world."""
    middle = (chair.at[0], chair.at[1], seat_height(chair))
    return add(middle, Basis().turned(chair.turn).world(at))
