"""The poses of an exercise file; what a pose leaves out is as in the one it builds on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from glutetimer.figure import skeleton as bones
from glutetimer.figure.pose import (
    Arm,
    ArmAngles,
    ArmReach,
    FootFlat,
    Leg,
    LegAngles,
    LegReach,
    Of,
    Pose,
    Trunk,
)
from glutetimer.figure.vector import ORIGIN, Vec
from glutetimer.files.reader import TableReader

_MOST_M = 3.0
_MOST_DEGREES = 360.0
_DEFAULT = Pose(Trunk(at=(0.0, 0.0, 0.93)), ArmAngles(), ArmAngles(), LegAngles(), LegAngles())
_ANCHORS = (
    "pelvis",
    "shoulders",
    "head",
    *(
        f"{side}-{joint}"
        for side, _ in bones.SIDES
        for joint in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist")
    ),
)
_PALM_M = 0.03
_TRUNK = {
    "pelvis": {"turn": "turn", "lean": "lean", "tilt": "tilt", "roll": "roll"},
    "spine": {"bend": "bend", "side": "side", "twist": "twist", "curl": "curl"},
    "head": {"nod": "nod", "tilt": "head_tilt", "turn": "head_turn"},
    "shoulders": {"back": "shoulders_back"},
}
"""The angles of the trunk by table and key."""

_Limb = TypeVar("_Limb")
_Ways = tuple[tuple[str, str, Callable[[TableReader, _Limb], _Limb]], ...]


def read_pose(table: TableReader, base: Pose | None) -> Pose:
    """The pose of a table. Its mistakes are noted, unknown keys are left to the caller."""
    base = base or _DEFAULT
    return Pose(
        trunk=_trunk(table, base.trunk),
        left_leg=_limb(table, "left", base.left_leg, _LEGS),
        right_leg=_limb(table, "right", base.right_leg, _LEGS),
        left_arm=_limb(table, "left", base.left_arm, _ARMS),
        right_arm=_limb(table, "right", base.right_arm, _ARMS),
        ball=place(table, "ball", base.ball, 0.0),
    )


def place(table: TableReader, key: str, default: Vec, rest_m: float) -> Vec:
    """A place of three numbers, or of two for one that is `rest_m` above the floor."""
    value = table.value(key)
    if value is None:
        return default
    if isinstance(value, list) and len(value) in (2, 3) and all(_is_place(n) for n in value):
        numbers = [float(number) for number in value]
        return (numbers[0], numbers[1], numbers[2] if len(numbers) == 3 else rest_m)
    table.wrong(key, "two or three numbers in metres, for example [0.4, 0.12, 0]")
    return default


def degrees(table: TableReader, key: str, default: float) -> float:
    """An angle from -360 to 360 degrees."""
    return number(table, key, default, -_MOST_DEGREES, _MOST_DEGREES)


def number(table: TableReader, key: str, default: float, low: float, high: float) -> float:
    """A number from `low` to `high`."""
    value = table.value(key)
    if value is None:
        return default
    if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
        return float(value)
    table.wrong(key, f"a number from {low:g} to {high:g}")
    return default


def _is_place(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and -_MOST_M <= value <= _MOST_M  # type: ignore[operator]


def _trunk(table: TableReader, base: Trunk) -> Trunk:
    trunk = base
    for name, fields in _TRUNK.items():
        part = table.table(name)
        if part is None:
            continue
        given: dict[str, Any] = {
            field: degrees(part, key, getattr(trunk, field)) for key, field in fields.items()
        }
        if name == "pelvis":
            given |= _pelvis_place(part, trunk)
        trunk = replace(trunk, **given)
        part.refuse_unknown_keys()
    return trunk


def _pelvis_place(pelvis: TableReader, base: Trunk) -> dict[str, Any]:
    anchor = pelvis.text("anchor", base.anchor)
    if anchor not in _ANCHORS:
        pelvis.wrong("anchor", "a joint: " + ", ".join(f'"{name}"' for name in _ANCHORS))
        anchor = "pelvis"
    rest_m = bones.REST_HEIGHT[anchor.rpartition("-")[2]]
    return {"anchor": anchor, "at": place(pelvis, "at", base.at, rest_m)}


def _limb(table: TableReader, side: str, base: _Limb, ways: _Ways[_Limb]) -> _Limb:
    """A limb as the table has it; what names one side wins over what names both."""
    limb = base
    is_named = any(table.has(f"{side}_{one}") for _, one, _ in ways)
    for both, one, read in ways:
        own = table.table(f"{side}_{one}")
        given = own if own is not None else table.table(both)
        if given is None or (is_named and not table.has(f"{side}_{one}")):
            continue
        limb = read(given, limb)
        given.refuse_unknown_keys()
    return limb


def _foot(table: TableReader, base: Leg) -> Leg:
    old = base if isinstance(base, FootFlat) else FootFlat(ORIGIN)
    return FootFlat(
        at=place(table, "at", old.at, 0.0),
        knee=place(table, "knee", old.knee, 0.0),
        toes=degrees(table, "toes", old.toes),
        heel=degrees(table, "heel", old.heel),
    )


def _leg_reach(table: TableReader, base: Leg) -> Leg:
    old = base if isinstance(base, LegReach) else LegReach(ORIGIN)
    return LegReach(
        at=place(table, "at", old.at, bones.REST_HEIGHT["ankle"]),
        knee=place(table, "knee", old.knee, 0.0),
        ankle=degrees(table, "ankle", old.ankle),
        of=table.choice("of", Of) or old.of,
    )


def _leg_angles(table: TableReader, base: Leg) -> Leg:
    old = base if isinstance(base, LegAngles) else LegAngles()
    keys = ("flex", "out", "turn", "knee", "ankle")
    return LegAngles(**{key: degrees(table, key, getattr(old, key)) for key in keys})


def _arm_reach(table: TableReader, base: Arm) -> Arm:
    old = base if isinstance(base, ArmReach) else ArmReach(ORIGIN)
    return ArmReach(
        at=place(table, "at", old.at, _PALM_M),
        elbow=place(table, "elbow", old.elbow, 0.0),
        fingers=place(table, "fingers", old.fingers, 0.0),
        of=table.choice("of", Of) or old.of,
    )


def _arm_angles(table: TableReader, base: Arm) -> Arm:
    old = base if isinstance(base, ArmAngles) else ArmAngles()
    keys = ("lift", "out", "turn", "elbow", "wrist")
    return ArmAngles(**{key: degrees(table, key, getattr(old, key)) for key in keys})


# The ways in which a limb can be written: for both sides, for one; the last one given counts.
_LEGS: _Ways[Leg] = (
    ("legs", "leg", _leg_angles),
    ("ankles", "ankle", _leg_reach),
    ("feet", "foot", _foot),
)
_ARMS: _Ways[Arm] = (("arms", "arm", _arm_angles), ("hands", "hand", _arm_reach))
