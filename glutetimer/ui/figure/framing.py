"""How large and where a movement is shown, so that all of it stays in view."""

from functools import lru_cache
from itertools import product

from PySide6.QtCore import QRectF

from glutetimer.figure.flesh import Ball, flesh_of
from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.motion import Motion, PropKind
from glutetimer.figure.vector import sub
from glutetimer.ui.figure.camera import Bounds, Camera
from glutetimer.ui.figure.furniture import chair_place, seat_height
from glutetimer.ui.figure.weights import rods_of

_LEAST_M = 1.25
_SHARES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def camera_for(frame: Frame, box: QRectF, turned: tuple[float, float] = (0.0, 0.0)) -> Camera:
    """The camera of a movement's view, turned by yaw and pitch degrees, that fills a box.

    Left and right are the person's own and never swapped. Whoever steps, or works with one side,
    is seen from the back or in profile with that side nearer: what a cue calls left is left on the
    screen, and a step forward goes up on it, as its arrow points. On one's side the upper leg
    works, which no view swaps. The files choose their view so; `tests/ui/figure/test_sides.py`
    tries each. The left side is the mirror image, seen by the mirrored camera.
    """
    motion, is_left = frame.motion, frame.is_mirrored
    yaw = -motion.view.yaw if is_left else motion.view.yaw
    pitch = min(85.0, max(0.0, motion.view.pitch + turned[1]))
    camera = Camera(yaw + turned[0], pitch)
    camera.fit(_bounds(motion, is_left, camera.yaw, camera.pitch), box, _LEAST_M)
    camera.follow(frame.travelled)
    return camera


@lru_cache(maxsize=64)
def _bounds(motion: Motion, is_left: bool, yaw: float, pitch: float) -> Bounds:
    return Camera(yaw, pitch).bounds(_extent(motion, is_left))


@lru_cache(maxsize=64)
def _extent(motion: Motion, is_left: bool) -> frozenset[Ball]:
    """Where the body gets to in a rep, and the things around it.

    Shown or not, the ghosts of faults leave the size as it is.
    """
    found: set[Ball] = set()
    for fault in ("", *(fault.name for fault in motion.faults)):
        for share, rep in product(_SHARES, (1, 2) if motion.alternates else (1,)):
            moment = frame_at(motion, Beat.LIFT, share, 1.0, is_left=is_left, rep=rep, fault=fault)
            found |= {(sub(at, moment.travelled), radius) for at, radius in _figure(moment)}
            found.update(_ball(moment))
    return frozenset(found.union(_things(frame_at(motion, Beat.WAIT, is_left=is_left))))


def _figure(frame: Frame) -> list[Ball]:
    """The body, the ghost and what they carry."""
    found = [*flesh_of(frame.body).all()]
    if frame.ghost is not None:
        found += flesh_of(frame.ghost).all()
    for *ends, radius in rods_of(frame).values():
        found += [(end, radius) for end in ends]
    return found


def _ball(frame: Frame) -> list[Ball]:
    """The ball, which rolls."""
    ball = frame.motion.prop(PropKind.BALL)
    if ball is None:
        return []
    x, y, _ = frame.pose.ball
    return [((x, y, ball.size[0]), ball.size[0])]


def _things(frame: Frame) -> list[Ball]:
    """What stands and lies on the floor and stays where it is."""
    found: list[Ball] = []
    mat = frame.motion.prop(PropKind.MAT)
    if mat is not None:
        y = -mat.at[1] if frame.is_mirrored else mat.at[1]
        half, side = mat.size[0] / 2, mat.size[1] / 2
        found += [((mat.at[0] + a, y + b, 0.0), 0.0) for a in (-half, half) for b in (-side, side)]
    chair = frame.motion.prop(PropKind.CHAIR)
    if chair is not None:
        half, side = chair.size[0] / 2, chair.size[1] / 2
        found += [
            (chair_place(chair, (a, b, up)), 0.03)
            for a in (-half, half)
            for b in (-side, side)
            for up in (-seat_height(chair), 0.45 if a < 0 else 0.0)
        ]
    return found
