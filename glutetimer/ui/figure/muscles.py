"""Working muscles are marked on the clothes."""

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from glutetimer.figure.flesh import Oval, oval_at
from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import Muscle, MuscleWork, Working
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import (
    Basis,
    Vec,
    add,
    between,
    cross,
    dot,
    scaled,
    square_to,
    sub,
    unit,
)
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.outlines import seen_oval

_FAINTEST, _CLEARLY = 0.15, 0.7
_AT_HIP: dict[Muscle, tuple[Vec, Vec]] = {
    # forward, outward, up from the hip joint; half of its depth, breadth, height
    Muscle.GLUTE_MAX: ((-0.050, -0.010, -0.012), (0.060, 0.068, 0.078)),
    Muscle.GLUTE_MED: ((-0.012, 0.034, 0.030), (0.066, 0.054, 0.056)),
    Muscle.GLUTE_MIN: ((0.012, 0.040, 0.026), (0.050, 0.050, 0.050)),
}
_AT_THIGH: dict[Muscle, tuple[float, Vec]] = {
    # share of the thigh; forward, outward
    Muscle.ADDUCTORS: (0.36, (0.0, -0.036, 0.0)),
    Muscle.HAMSTRINGS: (0.50, (-0.036, 0.0, 0.0)),
    Muscle.QUADRICEPS: (0.50, (0.036, 0.0, 0.0)),
}
_THIGH_SIZE = (0.042, 0.042, 0.130)
_AT_WAIST: dict[Muscle, tuple[Vec, Vec]] = {
    # forward, outward, up from the middle of the waist; half of its depth, breadth, height
    Muscle.ABDOMINALS: ((0.056, 0.0, 0.010), (0.036, 0.080, 0.115)),
    Muscle.OBLIQUES: ((0.0, 0.115, 0.0), (0.062, 0.036, 0.100)),
    Muscle.LOW_BACK: ((-0.074, 0.0, -0.010), (0.030, 0.060, 0.105)),
}
_LEADS = 0.5
"""The least share of a muscle of the trunk that is marked: what only steadies it is not."""
_RINGS = ((0.86, 0.50), (0.56, 0.95))
"""The sizes of the two tones of a mark, and how much each is warmer than the trousers."""


class _Mark(NamedTuple):
    """Where a muscle is, the direction that it faces, how hard it works from 0 to 1."""

    oval: Oval
    faces: Vec
    strength: float
    is_hip: bool


def paint_muscles(painter: QPainter, frame: Frame, side: str, camera: Camera, inks: Inks) -> None:
    """Paint the marks on the hip and the thigh of one side, as far as they face the eye.

    At the hip it is one: the muscle that is seen to work hardest.
    """
    marks = [(_seen(mark, camera), mark) for mark in _marks(frame, side)]
    hip = max((share for share, mark in marks if mark.is_hip), default=0.0)
    painter.setPen(Qt.PenStyle.NoPen)
    for share, mark in sorted(marks, key=_is_hip):
        if share >= _FAINTEST and not (mark.is_hip and share < hip):
            _paint_mark(painter, mark, share, camera, (inks.trousers[1], inks.warm))


def paint_waist(painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
    """Paint the marks on the shirt, of muscles of the trunk that lead the movement."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in _waist_marks(frame):
        if (share := _seen(mark, camera)) >= _FAINTEST:
            _paint_mark(painter, mark, share, camera, (inks.shirt[1], inks.warm))


def _waist_marks(frame: Frame) -> Iterator[_Mark]:
    joints, pelvis, chest = frame.body.joints, frame.body.pelvis, frame.body.chest
    up = unit(sub(joints["thorax"], joints["lumbar"]))
    forward = square_to(add(pelvis.forward, chest.forward), up)
    waist = Basis(forward, cross(up, forward), up)
    middle = between(joints["lumbar"], joints["thorax"], 0.5)
    for work in frame.motion.muscles:
        if work.muscle not in _AT_WAIST or work.share < _LEADS:
            continue
        way, size = _AT_WAIST[work.muscle]
        for side, sign in SIDES if way[1] else (("", 0.0),):
            if side and not _works(work, side, frame):
                continue
            out = waist.world((way[0], sign * way[1], way[2]))
            oval = oval_at(add(middle, out), waist, *size)
            yield _Mark(oval, unit(out), frame.effort * work.share, is_hip=False)


def _is_hip(found: tuple[float, _Mark]) -> bool:
    return found[1].is_hip


def _seen(mark: _Mark, camera: Camera) -> float:
    """How strong a mark is; what lies on the far side of the body is not seen."""
    return mark.strength * min(1.0, max(0.0, (dot(mark.faces, camera.near) + 0.3) / 0.35))


def _paint_mark(
    painter: QPainter, mark: _Mark, share: float, camera: Camera, tones: tuple[QColor, QColor]
) -> None:
    x, y, xx, xy, yy = seen_oval(mark.oval, camera)
    wide = sqrt(xx)
    # The circle that is seen as this oval.
    shape = QTransform(wide, xy / wide, 0.0, sqrt(yy - xy * xy / xx), x, y)
    for size, warmth in _RINGS:
        circle = QPainterPath()
        circle.addEllipse(QPointF(0.0, 0.0), size, size)
        painter.setBrush(_mixed(*tones, warmth * share**_CLEARLY))
        painter.drawPath(shape.map(circle))


def _mixed(a: QColor, b: QColor, share: float) -> QColor:
    """The colour at a share of the way from `a` to `b`; what is not clear is painted faster."""
    rest = 1.0 - share
    return QColor(
        round(a.red() * rest + b.red() * share),
        round(a.green() * rest + b.green() * share),
        round(a.blue() * rest + b.blue() * share),
    )


def _marks(frame: Frame, side: str) -> Iterator[_Mark]:
    sign = dict(SIDES)[side]
    body = frame.body
    hip, knee = body.joints[f"{side}-hip"], body.joints[f"{side}-knee"]
    for work in frame.motion.muscles:
        if not _works(work, side, frame):
            continue
        strength = frame.effort * work.share
        if work.muscle in _AT_HIP:
            (ahead, out, up), size = _AT_HIP[work.muscle]
            way = body.pelvis.world((ahead, sign * out, up))
            faces = body.pelvis.world((ahead, sign * (out + 0.02), up))
            oval = oval_at(add(hip, way), body.pelvis, *size)
            yield _Mark(oval, unit(faces), strength, is_hip=True)
        elif work.muscle in _AT_THIGH:
            share, (ahead, out, _) = _AT_THIGH[work.muscle]
            basis = _thigh_basis(frame, side)
            way = basis.world((ahead, sign * out, 0.0))
            oval = oval_at(add(between(hip, knee, share), way), basis, *_THIGH_SIZE)
            yield _Mark(oval, unit(way), strength, is_hip=False)


def _works(work: MuscleWork, side: str, frame: Frame) -> bool:
    return work.side is Working.BOTH or (work.side.value == side) is not frame.is_mirrored


def _thigh_basis(frame: Frame, side: str) -> Basis:
    joints, pelvis = frame.body.joints, frame.body.pelvis
    hip, knee, ankle = (joints[f"{side}-{joint}"] for joint in ("hip", "knee", "ankle"))
    up = unit(sub(hip, knee))
    # The knee bends forward; stretched, the pelvis tells where that is.
    bend = add(sub(knee, between(hip, ankle, 0.5)), scaled(pelvis.forward, 0.05))
    forward = square_to(bend, up)
    return Basis(forward, cross(up, forward), up)
