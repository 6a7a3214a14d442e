"""From a pose to the joints of a body in the world."""

from collections.abc import Mapping
from dataclasses import dataclass

from glutetimer.figure import limbs
from glutetimer.figure import skeleton as bones
from glutetimer.figure.pose import (
    Arm,
    ArmAngles,
    ArmReach,
    FootFlat,
    Leg,
    LegAngles,
    Of,
    Pose,
    Trunk,
)
from glutetimer.figure.vector import ORIGIN, Basis, Vec, add, along, sub


@dataclass(frozen=True, slots=True)
class Body:
    """A body in the world: joints by name ("pelvis", "left-knee" ...) in metres.

    `misses` names the limbs that don't reach their targets, with the metres they lack.
    """

    joints: Mapping[str, Vec]
    pelvis: Basis
    chest: Basis
    head: Basis
    misses: tuple[tuple[str, float], ...] = ()


def solve(pose: Pose) -> Body:
    """Place the trunk at its anchor, then let the limbs reach their targets."""
    joints, pelvis, chest, head = _trunk(pose.trunk)
    arms = {"left": pose.left_arm, "right": pose.right_arm}
    legs = {"left": pose.left_leg, "right": pose.right_leg}
    # Limbs by angles hang on the trunk alone, so that a knee or foot of theirs can be the anchor.
    for side, sign in bones.SIDES:
        arm, leg = arms[side], legs[side]
        if isinstance(leg, LegAngles):
            found = limbs.leg_by_angles(joints[f"{side}-hip"], pelvis, leg, sign)
            joints |= {f"{side}-{name}": place for name, place in found.items()}
        if isinstance(arm, ArmAngles):
            found = limbs.arm_by_angles(joints[f"{side}-shoulder"], chest, arm, sign)
            joints |= {f"{side}-{name}": place for name, place in found.items()}
    shift = sub(pose.trunk.at, joints.get(pose.trunk.anchor, ORIGIN))
    joints = {name: add(place, shift) for name, place in joints.items()}
    misses: list[tuple[str, float]] = []
    frames = {Of.PELVIS: (joints["pelvis"], pelvis), Of.CHEST: (joints["shoulders"], chest)}
    frames |= {Of.HEAD: (joints["head"], head), Of.FLOOR: (ORIGIN, Basis())}
    for side, sign in bones.SIDES:
        _reach_leg(joints, legs[side], (side, sign), frames, misses)
        _reach_arm(joints, arms[side], (side, sign), frames, misses)
    return Body(joints, pelvis, chest, head, tuple(misses))


def _trunk(trunk: Trunk) -> tuple[dict[str, Vec], Basis, Basis, Basis]:
    pelvis = Basis().turned(trunk.turn).leant(trunk.lean).tilted(trunk.tilt).turned(trunk.roll)
    lumbar = _bent(pelvis, trunk)
    chest = _bent(lumbar, trunk).leant(trunk.curl)
    head = chest.turned(trunk.head_turn).leant(trunk.nod).tilted(trunk.head_tilt)
    joints = {"pelvis": ORIGIN}
    joints["lumbar"] = along(ORIGIN, pelvis.up, bones.PELVIS)
    joints["thorax"] = along(joints["lumbar"], lumbar.up, bones.LUMBAR)
    joints["shoulders"] = along(joints["thorax"], chest.up, bones.THORAX)
    # The neck shares the nod with the head: it leans half as far.
    neck = chest.leant(trunk.nod / 2)
    joints["neck"] = along(joints["shoulders"], neck.up, bones.NECK)
    joints["head"] = along(joints["neck"], head.up, bones.HEAD)
    for side, sign in bones.SIDES:
        joints[f"{side}-hip"] = along(ORIGIN, pelvis.left, sign * bones.HALF_HIPS)
        blade = chest.turned(sign * trunk.shoulders_back)
        joints[f"{side}-shoulder"] = along(
            joints["shoulders"], blade.left, sign * bones.HALF_SHOULDERS
        )
    return joints, pelvis, chest, head


def _bent(basis: Basis, trunk: Trunk) -> Basis:
    """Half of the bend of the spine, which has two joints."""
    return basis.leant(trunk.bend / 2).tilted(trunk.side / 2).turned(trunk.twist / 2)


_Side = tuple[str, float]
_Frames = Mapping[Of, tuple[Vec, Basis]]


def _place(at: Vec, sign: float, frame: tuple[Vec, Basis]) -> Vec:
    return add(frame[0], frame[1].world(limbs.outward(at, sign)))


def _reach_leg(
    joints: dict[str, Vec],
    leg: Leg,
    which: _Side,
    frames: _Frames,
    misses: list[tuple[str, float]],
) -> None:
    if isinstance(leg, LegAngles):
        return
    side, sign = which
    feet: dict[str, Vec] = {}
    if isinstance(leg, FootFlat):
        target, feet = limbs.flat_foot(leg, sign)
        pole = limbs.outward(leg.knee, sign)
    else:
        target = _place(leg.at, sign, frames[leg.of])
        pole = frames[leg.of][1].world(limbs.outward(leg.knee, sign))
    found = limbs.reach(joints[f"{side}-hip"], target, bones.THIGH, bones.SHANK, pole)
    if not isinstance(leg, FootFlat):
        shank = limbs.shank_basis(found.middle, found.end, pole)
        feet = limbs.foot(found.end, shank.leant(-leg.ankle))
    elif found.miss:
        lack = sub(found.end, target)
        feet = {name: add(place, lack) for name, place in feet.items()}
    joints[f"{side}-knee"], joints[f"{side}-ankle"] = found.middle, found.end
    joints |= {f"{side}-{name}": place for name, place in feet.items()}
    if found.miss:
        misses.append((f"{side}-leg", found.miss))


def _reach_arm(
    joints: dict[str, Vec],
    arm: Arm,
    which: _Side,
    frames: _Frames,
    misses: list[tuple[str, float]],
) -> None:
    if not isinstance(arm, ArmReach):
        return
    side, sign = which
    frame = frames[arm.of]
    pole = frame[1].world(limbs.outward(arm.elbow, sign))
    target = _place(arm.at, sign, frame)
    found = limbs.reach(joints[f"{side}-shoulder"], target, bones.UPPER_ARM, bones.FOREARM, pole)
    fingers = frame[1].world(limbs.outward(arm.fingers, sign))
    joints[f"{side}-elbow"], joints[f"{side}-wrist"] = found.middle, found.end
    joints[f"{side}-hand"] = limbs.hand_end(found.middle, found.end, fingers)
    if found.miss:
        misses.append((f"{side}-arm", found.miss))
