"""The head: a face that only hints where it looks, an ear, short hair."""

from math import cos, pi, radians, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from glutetimer.figure.body import Body
from glutetimer.figure.vector import Vec, add, cross, dot, square_to, unit
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.shapes import Shape, hull

_HAIR_RADIUS = 0.096
_HAIR_ANGLE = 92.0
_EDGES = 40


def paint_head(
    painter: QPainter,
    body: Body,
    skull: Shape,
    camera: Camera,
    inks: Inks,
    edge_px: float,
) -> None:
    """Paint the head of a body whose skull has this shape."""
    middle, head = body.joints["head"], body.head
    px = camera.scale
    nose = _at(camera, add(middle, head.world((0.083, 0.0, -0.022))), 0.013)
    face = skull.joined(Shape((nose,), (), tones=inks.skin))
    face.tones = inks.skin
    face.paint(painter, inks.edge, edge_px)
    _paint_face(painter, body, camera, inks)
    cap = add(middle, head.world((-0.012, 0.0, 0.018)))
    axis = unit(head.world((-0.78, 0.0, 0.62)))
    hair = _cap(camera, cap, axis)
    if hair is not None:
        painter.fillPath(hair, inks.hair[1])
        shine = QPainterPath(hair)
        x, y, _ = camera.point(cap)
        light = QPainterPath()
        light.addEllipse(QPointF(x - 0.03 * px, y - 0.055 * px), 0.055 * px, 0.045 * px)
        tone = QColor(inks.hair[-1])
        tone.setAlphaF(0.45)
        painter.fillPath(shine.intersected(light), tone)
    for sign in (1.0, -1.0):
        out = head.world((0.0, sign, 0.0))
        if dot(out, camera.near) > 0.15:
            ear = add(middle, head.world((-0.012, sign * 0.084, -0.012)))
            x, y, r = _at(camera, ear, 0.020)
            squeeze = max(0.35, dot(out, camera.near))
            painter.setBrush(inks.skin[2])
            painter.drawEllipse(QPointF(x, y), r * squeeze, r)
            painter.setBrush(inks.skin[0])
            painter.drawEllipse(QPointF(x, y), r * squeeze * 0.45, r * 0.5)


def _paint_face(painter: QPainter, body: Body, camera: Camera, inks: Inks) -> None:
    """Two eyes are enough to see where the head looks."""
    middle, head = body.joints["head"], body.head
    for sign in (1.0, -1.0):
        out = unit((0.8, sign * 0.42, 0.0))
        seen = dot(head.world(out), camera.near)
        if seen > 0.12:
            x, y, r = _at(camera, add(middle, head.world((0.074, sign * 0.031, 0.006))), 0.0085)
            painter.setBrush(inks.hair[0])
            painter.drawEllipse(QPointF(x, y), r * min(1.0, 0.35 + seen * 0.7), r)


def _at(camera: Camera, place: Vec, radius: float) -> tuple[float, float, float]:
    x, y, _ = camera.point(place)
    return (x, y, radius * camera.scale)


def _cap(camera: Camera, middle: Vec, axis: Vec) -> QPainterPath | None:
    """The part of a sphere around `axis` that the eye sees."""
    x0, y0, _ = camera.point(middle)
    r = _HAIR_RADIUS * camera.scale
    limit = cos(radians(_HAIR_ANGLE))
    right, up, near = camera.right, camera.up, camera.near
    points: list[tuple[float, float]] = []
    for i in range(_EDGES):
        c, s = cos(2 * pi * i / _EDGES), sin(2 * pi * i / _EDGES)
        out = (right[0] * c + up[0] * s, right[1] * c + up[1] * s, right[2] * c + up[2] * s)
        if dot(out, axis) >= limit:
            points.append((x0 + c * r, y0 - s * r))
    one = square_to(near if abs(dot(near, axis)) < 0.9 else right, axis)
    two = cross(axis, one)
    ring = sin(radians(_HAIR_ANGLE))
    for i in range(_EDGES):
        c, s = cos(2 * pi * i / _EDGES) * ring, sin(2 * pi * i / _EDGES) * ring
        edge = (
            axis[0] * limit + one[0] * c + two[0] * s,
            axis[1] * limit + one[1] * c + two[1] * s,
            axis[2] * limit + one[2] * c + two[2] * s,
        )
        if dot(edge, near) >= 0:
            points.append((x0 + dot(edge, right) * r, y0 - dot(edge, up) * r))
    outline = hull(points)
    if len(outline) < 3:
        return None
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
    path.closeSubpath()
    return path
