"""The body around the bones: spheres whose hulls are the shapes that are seen.

Radii are metres, of a slender person of 1.70 m; they are drawn, not measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from glutetimer.figure import skeleton as bones
from glutetimer.figure.body import Body
from glutetimer.figure.vector import Basis, Vec, add, along, between, square_to, sub, unit

Ball = tuple[Vec, float]
"""A sphere: middle and radius."""

Chain = tuple[Ball, ...]
"""Spheres of which each is joined with the next."""


@dataclass(frozen=True, slots=True)
class Flesh:
    """The shapes of a body.

    `limbs` are chains by name: "left-thigh", "left-shank", "left-foot", "left-upper-arm",
    "left-forearm", "left-hand", "left-thumb" and the same of the right; "neck". `shirt` and
    `hips` are sections of the trunk from top to bottom, each of a left and a right sphere.
    """

    limbs: Mapping[str, Chain]
    shirt: tuple[tuple[Ball, Ball], ...]
    hips: tuple[tuple[Ball, Ball], ...]
    skull: Chain

    def all(self) -> tuple[Ball, ...]:
        """Every sphere of the body."""
        found = [ball for chain in self.limbs.values() for ball in chain]
        for pair in (*self.shirt, *self.hips):
            found += pair
        return (*found, *self.skull)


def flesh_of(body: Body) -> Flesh:
    """Put flesh on a body."""
    joints = body.joints
    limbs: dict[str, Chain] = {}
    for side, sign in bones.SIDES:
        _leg(limbs, joints, side, body.pelvis)
        _arm(limbs, joints, side, sign)
    neck, base = joints["neck"], joints["shoulders"]
    limbs["neck"] = (
        (along(base, body.chest.up, 0.018), 0.047),
        (along(neck, body.head.forward, -0.004), 0.050),
    )
    return Flesh(limbs, _shirt(body), _hips(body), _skull(body))


def _leg(limbs: dict[str, Chain], joints: Mapping[str, Vec], side: str, pelvis: Basis) -> None:
    hip, knee = joints[f"{side}-hip"], joints[f"{side}-knee"]
    ankle, heel = joints[f"{side}-ankle"], joints[f"{side}-heel"]
    ball, toe = joints[f"{side}-ball"], joints[f"{side}-toe"]
    limbs[f"{side}-thigh"] = ((hip, 0.088), (between(hip, knee, 0.4), 0.077), (knee, 0.054))
    # The calf lies behind the bone, where the heel is.
    down = unit(sub(ankle, knee))
    back = square_to(sub(heel, toe), down)
    calf = along(between(knee, ankle, 0.3), back, 0.014)
    limbs[f"{side}-shank"] = ((knee, 0.054), (calf, 0.053), (ankle, 0.037))
    up = unit(sub(ankle, along(heel, unit(sub(ball, heel)), bones.HEEL)))
    limbs[f"{side}-foot"] = (
        (between(along(heel, up, 0.032), ankle, 0.12), 0.033),
        (along(ball, up, 0.034), 0.035),
        (between(along(ball, up, 0.026), along(toe, up, 0.026), 0.72), 0.026),
        (along(ankle, up, -0.004), 0.041),
        (between(along(heel, up, 0.032), ankle, 0.12), 0.033),
    )


def _arm(limbs: dict[str, Chain], joints: Mapping[str, Vec], side: str, sign: float) -> None:
    shoulder, elbow = joints[f"{side}-shoulder"], joints[f"{side}-elbow"]
    wrist, tip = joints[f"{side}-wrist"], joints[f"{side}-hand"]
    limbs[f"{side}-upper-arm"] = (
        (shoulder, 0.056),
        (between(shoulder, elbow, 0.45), 0.047),
        (elbow, 0.037),
    )
    limbs[f"{side}-forearm"] = (
        (elbow, 0.037),
        (between(elbow, wrist, 0.28), 0.039),
        (wrist, 0.026),
    )
    palm, end = between(wrist, tip, 0.42), between(wrist, tip, 0.88)
    limbs[f"{side}-hand"] = ((wrist, 0.026), (palm, 0.033), (end, 0.020))
    # The thumb points to where the forearm's bend opens, a little away from the fingers.
    way = unit(sub(tip, wrist))
    across = square_to(sub(shoulder, elbow), unit(sub(wrist, elbow)))
    thumb = square_to(across, way)
    root = along(between(wrist, tip, 0.18), thumb, 0.016)
    limbs[f"{side}-thumb"] = (
        (root, 0.017),
        (along(along(root, thumb, 0.022), way, 0.040), 0.012),
    )


def _pair(middle: Vec, basis: Basis, half: float, radius: float) -> tuple[Ball, Ball]:
    return (
        (along(middle, basis.left, half), radius),
        (along(middle, basis.left, -half), radius),
    )


def _shirt(body: Body) -> tuple[tuple[Ball, Ball], ...]:
    joints, chest, pelvis = body.joints, body.chest, body.pelvis
    top = joints["shoulders"]
    ribs = add(top, chest.world((0.008, 0.0, -0.115)))
    waist = between(joints["lumbar"], joints["thorax"], 0.35)
    hem = along(joints["pelvis"], pelvis.up, 0.115)
    return (
        _pair(along(top, chest.up, 0.030), chest, 0.030, 0.052),
        _pair(along(top, chest.up, -0.012), chest, bones.HALF_SHOULDERS - 0.035, 0.066),
        _pair(ribs, chest, 0.072, 0.104),
        _pair(waist, body.pelvis, 0.062, 0.090),
        _pair(hem, pelvis, 0.068, 0.090),
    )


def _hips(body: Body) -> tuple[tuple[Ball, Ball], ...]:
    middle, pelvis = body.joints["pelvis"], body.pelvis
    return (
        _pair(along(middle, pelvis.up, 0.085), pelvis, 0.066, 0.088),
        _pair(add(middle, pelvis.world((-0.006, 0.0, 0.01))), pelvis, 0.078, 0.094),
        _pair(add(middle, pelvis.world((-0.038, 0.0, -0.030))), pelvis, 0.070, 0.082),
    )


def _skull(body: Body) -> Chain:
    middle, head = body.joints["head"], body.head
    return (
        (add(middle, head.world((-0.012, 0.0, 0.018))), 0.090),
        (add(middle, head.world((0.022, 0.0, -0.050))), 0.064),
    )
