"""The angles of the joints of a body, and how far people's joints go.

Ranges after the American Academy of Orthopaedic Surgeons (Joint Motion, 1965) and Roaas and
Andersson (Normal range of motion of the hip, knee and ankle joints, 1982), to the wider of the two
where they differ, with a few degrees for what a mannequin's single joints leave out: the
shoulder blade and the many joints of the spine.
"""

from collections.abc import Iterator
from math import acos, asin, atan2, degrees
from typing import Final

from glutetimer.figure import skeleton as bones
from glutetimer.figure.body import Body
from glutetimer.figure.pose import Trunk
from glutetimer.figure.vector import Vec, dot, sub, unit

RANGES: Final = {
    "hip bend": (-30.0, 125.0),
    "hip out": (-35.0, 55.0),
    "knee": (-1.0, 145.0),
    "ankle": (-66.0, 30.0),
    "elbow": (-1.0, 152.0),
    "spine bend": (-40.0, 80.0),
    "spine side": (-35.0, 35.0),
    "spine twist": (-45.0, 45.0),
    "nod": (-60.0, 50.0),
    "head tilt": (-45.0, 45.0),
    "head turn": (-80.0, 80.0),
    "shoulders back": (-25.0, 25.0),
}
"""Least and greatest angle of each joint in degrees; bending forward and outward count up."""


def joint_angles(body: Body, trunk: Trunk) -> Iterator[tuple[str, str, float]]:
    """The angles of a body: the side ("" of the trunk), the name in `RANGES`, degrees."""
    joints = body.joints
    for side, sign in bones.SIDES:
        hip, knee = joints[f"{side}-hip"], joints[f"{side}-knee"]
        ankle = joints[f"{side}-ankle"]
        thigh = body.pelvis.own(unit(sub(knee, hip)))
        yield side, "hip out", degrees(asin(max(-1.0, min(1.0, sign * thigh[1]))))
        if abs(thigh[1]) < 0.95:
            yield side, "hip bend", degrees(atan2(thigh[0], -thigh[2]))
        yield side, "knee", _bend(hip, knee, ankle)
        sole = sub(joints[f"{side}-ball"], joints[f"{side}-heel"])
        yield side, "ankle", 90.0 - _between(sole, sub(knee, ankle))
        shoulder, elbow = joints[f"{side}-shoulder"], joints[f"{side}-elbow"]
        yield side, "elbow", _bend(shoulder, elbow, joints[f"{side}-wrist"])
    yield "", "spine bend", trunk.bend + trunk.curl
    yield "", "spine side", trunk.side
    yield "", "spine twist", trunk.twist
    yield "", "nod", trunk.nod
    yield "", "head tilt", trunk.head_tilt
    yield "", "head turn", trunk.head_turn
    yield "", "shoulders back", trunk.shoulders_back


def beyond_range(body: Body, trunk: Trunk) -> list[str]:
    """What no person can do of a body, in words; empty where all is well."""
    found = []
    for side, name, angle in joint_angles(body, trunk):
        low, high = RANGES[name]
        if not low <= angle <= high:
            who = f"{side} {name}" if side else name
            found.append(f"{who} is {angle:.0f} degrees; people reach {low:g} to {high:g}")
    return found


def _bend(a: Vec, b: Vec, c: Vec) -> float:
    return _between(sub(b, a), sub(c, b))


def _between(a: Vec, b: Vec) -> float:
    return degrees(acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))
