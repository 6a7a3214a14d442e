"""The poses of an exercise file; what a pose leaves out is as in the one it builds on."""

from dataclasses import replace

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


def read_pose(table: TableReader, base: Pose | None) -> Pose:
    """The pose of a table. Its mistakes are noted, unknown keys are left to the caller."""
    base = base or _DEFAULT
    trunk = _trunk(table, base.trunk)
    left_leg, right_leg = _legs(table, base)
    left_arm, right_arm = _arms(table, base)
    return Pose(
        trunk=trunk,
        left_arm=left_arm,
        right_arm=right_arm,
        left_leg=left_leg,
        right_leg=right_leg,
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
    if pelvis := table.table("pelvis"):
        anchor = pelvis.text("anchor", trunk.anchor)
        if anchor not in _ANCHORS:
            pelvis.wrong("anchor", "a joint: " + ", ".join(f'"{name}"' for name in _ANCHORS))
            anchor = "pelvis"
        rest_m = bones.REST_HEIGHT[anchor.rpartition("-")[2]]
        trunk = replace(trunk, anchor=anchor, at=place(pelvis, "at", trunk.at, rest_m))
        turn, lean, tilt, roll = (
            degrees(pelvis, key, getattr(trunk, key)) for key in ("turn", "lean", "tilt", "roll")
        )
        trunk = replace(trunk, turn=turn, lean=lean, tilt=tilt, roll=roll)
        pelvis.refuse_unknown_keys()
    if spine := table.table("spine"):
        bend, side, twist = (
            degrees(spine, key, getattr(trunk, key)) for key in ("bend", "side", "twist")
        )
        trunk = replace(trunk, bend=bend, side=side, twist=twist)
        spine.refuse_unknown_keys()
    if head := table.table("head"):
        nod, head_tilt = degrees(head, "nod", trunk.nod), degrees(head, "tilt", trunk.head_tilt)
        head_turn = degrees(head, "turn", trunk.head_turn)
        trunk = replace(trunk, nod=nod, head_tilt=head_tilt, head_turn=head_turn)
        head.refuse_unknown_keys()
    return trunk


def _given(table: TableReader, words: tuple[str, str], side: str) -> TableReader | None:
    """The table of a limb: its own, or the one for both."""
    both, one = words
    given = table.table(f"{side}_{one}")
    return given if given is not None else table.table(both)


def _legs(table: TableReader, base: Pose) -> tuple[Leg, Leg]:
    return _leg(table, "left", base.left_leg), _leg(table, "right", base.right_leg)


def _leg(table: TableReader, side: str, base: Leg) -> Leg:
    foot = _given(table, ("feet", "foot"), side)
    ankle = _given(table, ("ankles", "ankle"), side)
    angles = _given(table, ("legs", "leg"), side)
    leg = base
    # What names one side wins over what names both.
    for wanted, given in (("legs", angles), ("ankles", ankle), ("feet", foot)):
        if given is None or (_names_other(table, side, wanted)):
            continue
        if wanted == "feet":
            leg = _foot(given, leg)
        elif wanted == "ankles":
            leg = _leg_reach(given, leg)
        else:
            leg = _leg_angles(given, leg)
        given.refuse_unknown_keys()
    return leg


def _names_other(table: TableReader, side: str, wanted: str) -> bool:
    """Whether another way of writing this limb names its side while `wanted` names both."""
    single = {"feet": "foot", "ankles": "ankle", "legs": "leg", "hands": "hand", "arms": "arm"}
    if table.has(f"{side}_{single[wanted]}"):
        return False
    group = (
        ("feet", "ankles", "legs") if wanted in ("feet", "ankles", "legs") else ("hands", "arms")
    )
    return any(table.has(f"{side}_{single[other]}") for other in group if other != wanted)


def _foot(table: TableReader, base: Leg) -> FootFlat:
    old = base if isinstance(base, FootFlat) else FootFlat(ORIGIN)
    return FootFlat(
        at=place(table, "at", old.at, 0.0),
        knee=place(table, "knee", old.knee, 0.0),
        toes=degrees(table, "toes", old.toes),
        heel=degrees(table, "heel", old.heel),
    )


def _leg_reach(table: TableReader, base: Leg) -> LegReach:
    old = base if isinstance(base, LegReach) else LegReach(ORIGIN)
    return LegReach(
        at=place(table, "at", old.at, bones.REST_HEIGHT["ankle"]),
        knee=place(table, "knee", old.knee, 0.0),
        ankle=degrees(table, "ankle", old.ankle),
        of=table.choice("of", Of) or old.of,
    )


def _leg_angles(table: TableReader, base: Leg) -> LegAngles:
    old = base if isinstance(base, LegAngles) else LegAngles()
    keys = ("flex", "out", "turn", "knee", "ankle")
    return LegAngles(**{key: degrees(table, key, getattr(old, key)) for key in keys})


def _arms(table: TableReader, base: Pose) -> tuple[Arm, Arm]:
    return _arm(table, "left", base.left_arm), _arm(table, "right", base.right_arm)


def _arm(table: TableReader, side: str, base: Arm) -> Arm:
    arm = base
    angles = _given(table, ("arms", "arm"), side)
    if angles is not None and not _names_other(table, side, "arms"):
        old = arm if isinstance(arm, ArmAngles) else ArmAngles()
        keys = ("lift", "out", "turn", "elbow", "wrist")
        arm = ArmAngles(**{key: degrees(angles, key, getattr(old, key)) for key in keys})
        angles.refuse_unknown_keys()
    hand = _given(table, ("hands", "hand"), side)
    if hand is not None and not _names_other(table, side, "hands"):
        reach = arm if isinstance(arm, ArmReach) else ArmReach(ORIGIN)
        arm = ArmReach(
            at=place(hand, "at", reach.at, _PALM_M),
            elbow=place(hand, "elbow", reach.elbow, 0.0),
            fingers=place(hand, "fingers", reach.fingers, 0.0),
            of=hand.choice("of", Of) or reach.of,
        )
        hand.refuse_unknown_keys()
    return arm
