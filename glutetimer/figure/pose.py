"""A pose: where the trunk is, and for each limb a target to reach or the angles of its joints.

Angles are degrees, places metres. In everything that belongs to one limb the second number
counts outward, to that limb's own side, so that left and right are written alike.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from glutetimer.figure.vector import ORIGIN, Vec, mirrored


class Of(StrEnum):
    """What a target is measured from: the world, or a part of the body that carries it along."""

    FLOOR = "floor"
    PELVIS = "pelvis"
    CHEST = "chest"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Trunk:
    """The trunk and head.

    The joint `anchor` is at the place `at`, and the rest of the body follows from it. The
    pelvis is turned left, leant forward (-90: on the back, 90: face down), tilted left (90: on
    the left side) and rolled left about its own long axis, in this order. The spine bends
    forward, to the left `side`, and twists left, from the pelvis to the chest as a whole; `curl`
    bends it forward above the low back alone. The head nods, tilts left and turns left against
    the chest. `shoulders_back` draws the shoulder joints back behind the chest, about its own
    long axis: on all fours it hangs between them.
    """

    anchor: str = "pelvis"
    at: Vec = ORIGIN
    turn: float = 0.0
    lean: float = 0.0
    tilt: float = 0.0
    roll: float = 0.0
    bend: float = 0.0
    side: float = 0.0
    twist: float = 0.0
    curl: float = 0.0
    nod: float = 0.0
    head_tilt: float = 0.0
    head_turn: float = 0.0
    shoulders_back: float = 0.0

    def mirrored(self) -> "Trunk":
        """The same for the other side."""
        left, right = "left-", "right-"
        anchor = self.anchor
        if anchor.startswith(left):
            anchor = anchor.replace(left, right)
        elif anchor.startswith(right):
            anchor = anchor.replace(right, left)
        return replace(
            self,
            anchor=anchor,
            at=mirrored(self.at),
            turn=-self.turn,
            tilt=-self.tilt,
            roll=-self.roll,
            side=-self.side,
            twist=-self.twist,
            head_tilt=-self.head_tilt,
            head_turn=-self.head_turn,
        )


@dataclass(frozen=True, slots=True)
class FootFlat:
    """A foot on its sole: the place under the ankle, the toes turned out, the heel raised.

    `at` is forward, outward, up (0: on the floor); `knee` the direction in which the knee bends;
    `heel` raises the heel about the ball of the foot.
    """

    at: Vec
    knee: Vec = (1.0, 0.0, 0.0)
    toes: float = 0.0
    heel: float = 0.0


@dataclass(frozen=True, slots=True)
class LegReach:
    """A leg whose ankle joint reaches a place; `ankle` lifts the toes (-: points them)."""

    at: Vec
    knee: Vec = (1.0, 0.0, 0.0)
    ankle: float = 0.0
    of: Of = Of.FLOOR


@dataclass(frozen=True, slots=True)
class LegAngles:
    """A leg by its angles: hip bent forward, out to the side, turned out; knee; ankle."""

    flex: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0


@dataclass(frozen=True, slots=True)
class ArmReach:
    """An arm whose wrist reaches a place; `elbow` is the direction in which the elbow bends.

    `fingers` is their direction, measured as `at` is; the zero vector goes on as the forearm.
    """

    at: Vec
    elbow: Vec = (-1.0, 0.3, 0.0)
    fingers: Vec = ORIGIN
    of: Of = Of.FLOOR


@dataclass(frozen=True, slots=True)
class ArmAngles:
    """An arm by its angles: raised forward, out to the side, turned out; elbow; wrist."""

    lift: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    elbow: float = 0.0
    wrist: float = 0.0


Leg = FootFlat | LegReach | LegAngles
Arm = ArmReach | ArmAngles


@dataclass(frozen=True, slots=True)
class Pose:
    """The whole body. `ball` is the place of the exercise ball's middle, unused without one."""

    trunk: Trunk
    left_arm: Arm
    right_arm: Arm
    left_leg: Leg
    right_leg: Leg
    ball: Vec = ORIGIN

    def mirrored(self) -> "Pose":
        """The same for the other side."""
        return Pose(
            self.trunk.mirrored(),
            self.right_arm,
            self.left_arm,
            self.right_leg,
            self.left_leg,
            mirrored(self.ball),
        )
