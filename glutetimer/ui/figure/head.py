"""The head: a face that only hints where it looks, an ear, short hair."""

from math import cos, pi, radians, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from glutetimer.figure.body import Body
from glutetimer.figure.vector import Vec, add, cross, dot, square_to, unit
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import hull
from glutetimer.ui.figure.shapes import LIGHT, Outline

_HAIR_RADIUS = 0.096
_HAIR_ANGLE = 92.0
_EDGES = 32
_SHINE = (0.78, 0.46)


def paint_head(
    painter: QPainter,
    body: Body,
    skull: Outline,
    camera: Camera,
    inks: Inks,
    edge_px: float,
) -> None:
    """Paint the head of a body whose skull has this shape."""
    middle, head = body.joints["head"], body.head
    nose = _at(camera, add(middle, head.world((0.083, 0.0, -0.022))), 0.013)
    around = range(len(skull.discs))
    face = Outline((*skull.discs, nose), (around, (len(around),)), tones=inks.skin)
    face.paint(painter, inks.edge, edge_px)
    _paint_face(painter, body, camera, inks)
    cap = add(middle, head.world((-0.012, 0.0, 0.018)))
    axis = unit(head.world((-0.78, 0.0, 0.62)))
    hair = _cap(camera, cap, axis)
    if hair:
        painter.fillPath(_polygon(hair), inks.hair[1])
        for tone, share in zip(inks.hair[2:], _SHINE, strict=True):
            painter.fillPath(_polygon(_towards_light(hair, share, 0.02 * camera.scale)), tone)
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
            painter.setBrush(inks.edge)
            painter.drawEllipse(QPointF(x, y), r * min(1.0, 0.35 + seen * 0.7), r)


def _at(camera: Camera, place: Vec, radius: float) -> tuple[float, float, float]:
    x, y, _ = camera.point(place)
    return (x, y, radius * camera.scale)


def _cap(camera: Camera, middle: Vec, axis: Vec) -> list[tuple[float, float]]:
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
    return hull(points)


def _polygon(corners: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon([QPointF(x, y) for x, y in corners])
    return path


def _towards_light(
    outline: list[tuple[float, float]], share: float, shift_px: float
) -> list[tuple[float, float]]:
    """A smaller outline inside a convex one, nearer to the light."""
    x = sum(corner[0] for corner in outline) / len(outline)
    y = sum(corner[1] for corner in outline) / len(outline)
    rest = 1.0 - share
    dx, dy = x * rest + LIGHT[0] * shift_px * rest, y * rest + LIGHT[1] * shift_px * rest
    return [(u * share + dx, v * share + dy) for u, v in outline]
