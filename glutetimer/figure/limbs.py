"""Two bones that reach a target, and the limbs of a body by targets or by angles."""

from math import sqrt
from typing import NamedTuple

from glutetimer.figure import skeleton as bones
from glutetimer.figure.pose import ArmAngles, FootFlat, LegAngles
from glutetimer.figure.vector import (
    ORIGIN,
    Basis,
    Vec,
    add,
    along,
    cross,
    length,
    square_to,
    sub,
    unit,
)

_SLACK = 1e-4
"""How much of their length two bones keep when fully stretched, so that the bend has a side."""


class Reach(NamedTuple):
    """Where two bones end up, and by how many metres they miss their target."""

    middle: Vec
    end: Vec
    miss: float


def reach(root: Vec, target: Vec, upper: float, lower: float, pole: Vec) -> Reach:
    """Two bones of fixed lengths from `root` to `target`, bent in the direction of `pole`.

    A target out of reach is missed: the bones point to it and keep their lengths.
    """
    way = sub(target, root)
    far = length(way)
    axis = unit(way) if far > 0 else (0.0, 0.0, -1.0)
    nearest, farthest = abs(upper - lower) + _SLACK, (upper + lower) * (1 - _SLACK)
    near = min(max(far, nearest), farthest)
    bend = square_to(pole, axis)
    if length(bend) < 0.5:  # the pole lies on the line itself: any direction will do
        bend = square_to((axis[2], axis[0], axis[1]), axis)
    reached = (upper * upper - lower * lower + near * near) / (2 * near)
    height = sqrt(max(0.0, upper * upper - reached * reached))
    middle = along(along(root, axis, reached), bend, height)
    miss = abs(far - near) if far > farthest + _SLACK or far < nearest else 0.0
    return Reach(middle, along(root, axis, near), miss)


def leg_by_angles(hip: Vec, pelvis: Basis, leg: LegAngles, sign: float) -> dict[str, Vec]:
    """The joints of a leg; `sign` is 1 for the left, -1 for the right."""
    thigh = pelvis.leant(-leg.flex).tilted(-sign * leg.out).turned(sign * leg.turn)
    shank = thigh.leant(leg.knee)
    knee = along(hip, thigh.up, -bones.THIGH)
    ankle = along(knee, shank.up, -bones.SHANK)
    return {"knee": knee, "ankle": ankle} | foot(ankle, shank.leant(-leg.ankle))


def shank_basis(knee: Vec, ankle: Vec, pole: Vec) -> Basis:
    """How a shank is turned whose knee bends in the direction of `pole`."""
    up = unit(sub(knee, ankle))
    forward = square_to(pole, up)
    return Basis(forward, cross(up, forward), up)


def foot(ankle: Vec, basis: Basis) -> dict[str, Vec]:
    """The joints of a foot whose sole is square to the basis's up."""
    sole = along(ankle, basis.up, -bones.ANKLE_HEIGHT)
    ball = along(sole, basis.forward, bones.BALL)
    return {
        "heel": along(sole, basis.forward, -bones.HEEL),
        "ball": ball,
        "toe": along(ball, basis.forward, bones.TOES),
    }


def flat_foot(leg: FootFlat, sign: float) -> tuple[Vec, dict[str, Vec]]:
    """The ankle and the joints of a foot on its sole, perhaps with a raised heel."""
    level = Basis().turned(sign * leg.toes)
    sole = (leg.at[0], sign * leg.at[1], leg.at[2])
    ball = along(sole, level.forward, bones.BALL)
    raised = level.leant(leg.heel)
    ankle = add(ball, raised.world((-bones.BALL, 0.0, bones.ANKLE_HEIGHT)))
    joints = foot(ankle, raised)
    return ankle, joints | {"toe": along(ball, level.forward, bones.TOES)}


def arm_by_angles(shoulder: Vec, chest: Basis, arm: ArmAngles, sign: float) -> dict[str, Vec]:
    """The joints of an arm; `sign` is 1 for the left, -1 for the right."""
    upper = chest.leant(-arm.lift).tilted(-sign * arm.out).turned(sign * arm.turn)
    fore = upper.leant(-arm.elbow)
    elbow = along(shoulder, upper.up, -bones.UPPER_ARM)
    wrist = along(elbow, fore.up, -bones.FOREARM)
    hand = along(wrist, fore.leant(-arm.wrist).up, -bones.HAND)
    return {"elbow": elbow, "wrist": wrist, "hand": hand}


def hand_end(elbow: Vec, wrist: Vec, fingers: Vec) -> Vec:
    """The tip of a hand; fingers without a direction go on as the forearm does."""
    direction = unit(sub(wrist, elbow)) if fingers == ORIGIN else unit(fingers)
    return along(wrist, direction, bones.HAND)


def outward(a: Vec, sign: float) -> Vec:
    """A vector of a limb (forward, outward, up) as forward, left, up."""
    return (a[0], sign * a[1], a[2])
