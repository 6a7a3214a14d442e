"""The body around the bones: chains of spheres for the limbs, ovals for the garments of the trunk.

Radii are metres, of a slender person of 1.70 m; they are drawn, not measured.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from glutetimer.figure import skeleton as bones
from glutetimer.figure.body import Body
from glutetimer.figure.vector import Basis, Vec, add, along, between, scaled, square_to, sub, unit

Ball = tuple[Vec, float]
"""A sphere: middle and radius."""

Chain = tuple[Ball, ...]
"""Spheres of which each is joined with the next."""

_HAIR_M = 0.014

BEND = 2
"""Which sphere of a leg is the knee, and of an arm the elbow."""


class Oval(NamedTuple):
    """An ellipsoid: its middle, and half of its depth, breadth and height as vectors."""

    middle: Vec
    ahead: Vec
    left: Vec
    up: Vec


@dataclass(frozen=True, slots=True)
class Flesh:
    """The shapes of a body.

    `limbs` are chains by name: "neck", and of each side "left-leg" (from the hip to the hem of the
    trousers), "left-ankle", "left-foot", "left-arm" (to the tips of the fingers), "left-thumb",
    "left-sleeve". `shirt` and `hips` are ovals that are wrapped together; `skull` is a chain.
    """

    limbs: Mapping[str, Chain]
    shirt: tuple[Oval, ...]
    hips: tuple[Oval, ...]
    skull: Chain

    def all(self) -> tuple[Ball, ...]:
        """Spheres that reach as far as the body does."""
        found = [ball for chain in self.limbs.values() for ball in chain]
        for oval in (*self.shirt, *self.hips):
            found += balls_in(oval)
        return (*found, *((middle, radius + _HAIR_M) for middle, radius in self.skull))


def balls_in(oval: Oval) -> Iterator[Ball]:
    """Two spheres that stand for an oval, side by side."""
    deep = sum(part * part for part in oval.ahead) ** 0.5
    wide = sum(part * part for part in oval.left) ** 0.5
    for sign in (1.0, -1.0):
        yield along(oval.middle, oval.left, sign * max(0.0, 1.0 - deep / wide)), deep


def oval_at(middle: Vec, basis: Basis, deep: float, wide: float, high: float) -> Oval:
    """An oval of half a depth, breadth and height along a basis."""
    return Oval(
        middle,
        scaled(basis.forward, deep),
        scaled(basis.left, wide),
        scaled(basis.up, high),
    )


def flesh_of(body: Body) -> Flesh:
    """Put flesh on a body."""
    limbs: dict[str, Chain] = {}
    for side, sign in bones.SIDES:
        _leg(limbs, body.joints, side)
        _arm(limbs, body.joints, side, body.chest, sign)
    top, neck = body.joints["shoulders"], body.joints["neck"]
    limbs["neck"] = (
        (add(top, body.chest.world((0.006, 0.0, 0.030))), 0.046),
        (along(neck, body.head.up, 0.010), 0.047),
    )
    return Flesh(limbs, _shirt(body), _hips(body), _skull(body))


def _leg(limbs: dict[str, Chain], joints: Mapping[str, Vec], side: str) -> None:
    hip, knee = joints[f"{side}-hip"], joints[f"{side}-knee"]
    ankle, heel = joints[f"{side}-ankle"], joints[f"{side}-heel"]
    ball, toe = joints[f"{side}-ball"], joints[f"{side}-toe"]
    # The calf lies behind the bone, where the heel is.
    down = unit(sub(ankle, knee))
    calf = along(between(knee, ankle, 0.30), square_to(sub(heel, toe), down), 0.012)
    limbs[f"{side}-leg"] = (
        (hip, 0.084),
        (between(hip, knee, 0.35), 0.079),
        (knee, 0.055),
        (calf, 0.055),
        (between(knee, ankle, 0.86), 0.040),
    )
    limbs[f"{side}-ankle"] = ((between(knee, ankle, 0.80), 0.033), (ankle, 0.034))
    up = unit(sub(ankle, along(heel, unit(sub(ball, heel)), bones.HEEL)))
    heel_m, ball_m = 0.036, 0.034
    limbs[f"{side}-foot"] = (
        (between(along(heel, up, heel_m), ankle, 0.12), heel_m),
        (along(along(ankle, up, 0.038 - bones.ANKLE_HEIGHT), unit(sub(ball, heel)), 0.022), 0.038),
        (along(ball, up, ball_m), ball_m),
        (between(along(ball, up, 0.027), along(toe, up, 0.027), 0.72), 0.027),
    )


def _arm(
    limbs: dict[str, Chain], joints: Mapping[str, Vec], side: str, chest: Basis, sign: float
) -> None:
    shoulder, elbow = joints[f"{side}-shoulder"], joints[f"{side}-elbow"]
    wrist, tip = joints[f"{side}-wrist"], joints[f"{side}-hand"]
    limbs[f"{side}-arm"] = (
        (between(shoulder, elbow, 0.34), 0.046),
        (between(shoulder, elbow, 0.60), 0.043),
        (elbow, 0.036),
        (between(elbow, wrist, 0.28), 0.038),
        (wrist, 0.025),
        (between(wrist, tip, 0.40), 0.034),
        (between(wrist, tip, 0.86), 0.021),
    )
    limbs[f"{side}-sleeve"] = (
        (add(shoulder, chest.world((0.0, sign * -0.018, -0.010))), 0.052),
        (between(shoulder, elbow, 0.50), 0.057),
    )
    # The thumb points to where the forearm's bend opens, a little away from the fingers.
    way = unit(sub(tip, wrist))
    across = square_to(sub(shoulder, elbow), unit(sub(wrist, elbow)))
    thumb = square_to(across, way)
    root = along(between(wrist, tip, 0.22), thumb, 0.014)
    limbs[f"{side}-thumb"] = ((root, 0.018), (along(along(root, thumb, 0.030), way, 0.036), 0.011))


def _shirt(body: Body) -> tuple[Oval, ...]:
    joints, chest, pelvis = body.joints, body.chest, body.pelvis
    top = joints["shoulders"]
    ribs = add(top, chest.world((0.010, 0.0, -0.125)))
    hem = along(joints["pelvis"], pelvis.up, 0.088)
    return (
        oval_at(along(top, chest.up, 0.040), chest, 0.052, 0.074, 0.020),
        oval_at(along(top, chest.up, -0.010), chest, 0.084, 0.190, 0.056),
        oval_at(ribs, chest, 0.104, 0.162, 0.130),
        oval_at(hem, pelvis, 0.100, 0.152, 0.012),
    )


def _hips(body: Body) -> tuple[Oval, ...]:
    middle, pelvis = body.joints["pelvis"], body.pelvis
    return (
        oval_at(along(middle, pelvis.up, 0.110), pelvis, 0.088, 0.136, 0.020),
        oval_at(add(middle, pelvis.world((-0.006, 0.0, 0.006))), pelvis, 0.098, 0.178, 0.070),
        oval_at(add(middle, pelvis.world((-0.036, 0.0, -0.022))), pelvis, 0.072, 0.142, 0.072),
    )


def _skull(body: Body) -> Chain:
    middle, head = body.joints["head"], body.head
    return (
        (add(middle, head.world((-0.010, 0.0, 0.020))), 0.092),
        (add(middle, head.world((0.014, 0.0, -0.030))), 0.076),
        (add(middle, head.world((0.030, 0.0, -0.066))), 0.046),
    )
