"""The movement of an exercise file: the table [motion].

A movement is written with the right side working; the left is its mirror image. For example::

    [motion]
    view = { yaw = -95, pitch = 12 }      # from where it is seen; 0 front, -90 right side, 180 back
    contacts = ["shoulders", "left-ankle", "right-ankle"]  # never move while the person works
    muscles = { glute-max = 1.0, hamstrings = 0.4 }  # or glute-med = { share = 1, side = "right" }
    # travel = [0.0, 0.3]                  # steps: forward, to the right, for one whole step
    # alternates = true                    # every second step is led by the other foot

    [motion.props.mat]                     # also band, ball, dumbbells, bar, chair

    [motion.poses.start]                   # metres: forward, outward, up; degrees
    pelvis = { anchor = "shoulders", at = [0, 0], lean = -98 }   # at: two numbers rest on the floor
    spine = { bend = 5 }                   # bend, side, twist; curl: above the low back
    head = { nod = 10 }                    # nod, tilt, turn
    shoulders = { back = 0 }               # the chest hangs between them on all fours
    feet = { at = [0.8, 0.12], knee = [0.3, 0, 1], toes = 5 }    # or left_foot, right_foot
    hands = { at = [0.4, 0.3], elbow = [0, 1, 0] }               # or left_hand, right_hand

    [motion.poses.top]                     # what it leaves out is as in start
    pelvis = { lean = -68 }

    [motion.faults.hips-sag]               # what it leaves out is as in top
    pelvis = { lean = -80 }
"""

from functools import partial

from glutetimer.figure.check import motion_mistakes, pose_mistakes
from glutetimer.figure.motion import (
    BandPlace,
    FaultPose,
    Keyframe,
    Motion,
    Muscle,
    MuscleWork,
    Prop,
    PropKind,
    View,
    Working,
)
from glutetimer.figure.pose import Of, Pose
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import ORIGIN
from glutetimer.files.pose_reader import degrees, number, place, read_pose
from glutetimer.files.reader import TableReader
from glutetimer.toml_text.problem import shown, suggestion

_CONTACTS = (
    "pelvis",
    "shoulders",
    "head",
    *(
        f"{side}-{joint}"
        for side, _ in SIDES
        for joint in ("hip", "shoulder", "knee", "ankle", "ball", "elbow", "wrist")
    ),
)


def read_motion(table: TableReader, is_downward: bool, is_tried: bool) -> Motion | None:
    """The movement of an exercise's table, None if it gives none or cannot be understood.

    With `is_tried` a body is put through it, and what that cannot do is a mistake.
    """
    motion = table.table("motion")
    if motion is None:
        return None
    keyframes = _keyframes(motion, is_tried)
    top = keyframes[-1].pose if keyframes else None
    step = place(motion, "travel", ORIGIN, 0.0)
    found = Motion(
        keyframes=keyframes,
        view=motion.read_table("view", _view, View()),
        contacts=_contacts(motion),
        props=motion.read_table("props", _props, ()),
        muscles=motion.read_table("muscles", _muscles, ()),
        faults=motion.read_table("faults", partial(_faults, top, is_tried), ()),
        is_downward=is_downward,
        travel=(step[0], -step[1], 0.0),
        alternates=_flag(motion, "alternates"),
    )
    motion.refuse_unknown_keys()
    if not keyframes:
        return None
    if is_tried:
        for mistake in motion_mistakes(found):
            motion.problem(mistake, "poses")
    return found


def _flag(table: TableReader, key: str) -> bool:
    value = table.value(key)
    if value is not None and not isinstance(value, bool):
        table.wrong(key, "true or false")
    return value is True


def _keyframes(motion: TableReader, is_tried: bool) -> tuple[Keyframe, ...]:
    poses = motion.table("poses")
    if poses is None:
        motion.problem("[motion.poses.start] is missing; write the pose that a rep begins with")
        return ()
    names = [name for name in ("start", "top") if poses.require(name, "{ ... }")]
    if len(names) < 2:
        return ()
    start = _pose(poses, "start", None, is_tried)
    found = [Keyframe(0.0, start)] if start else []
    between = []
    for name in sorted(set(poses.keys()) - {"start", "top"}):
        pose = _pose(poses, name, start, is_tried)
        table = poses.table(name)
        if pose is not None and table is not None:
            at = number(table, "at", 0.5, 0.01, 0.99)
            between.append(Keyframe(at, pose))
    found += sorted(between, key=lambda keyframe: keyframe.at)
    if top := _pose(poses, "top", start, is_tried):
        found.append(Keyframe(1.0, top))
    return tuple(found) if len(found) > 1 else ()


def _pose(tables: TableReader, name: str, base: Pose | None, is_tried: bool) -> Pose | None:
    table = tables.table(name)
    if table is None:
        return None
    table.has("at")
    pose = read_pose(table, base)
    table.refuse_unknown_keys()
    if is_tried:
        for mistake in pose_mistakes(pose):
            tables.problem(f"in the pose {name} {mistake}", name)
    return pose


def _view(table: TableReader) -> View:
    usual = View()
    yaw = degrees(table, "yaw", usual.yaw)
    return View(yaw, number(table, "pitch", usual.pitch, 0, 60))


def _contacts(motion: TableReader) -> tuple[str, ...]:
    found = motion.texts("contacts")
    for place_in_list, name in enumerate(found):
        if name not in _CONTACTS:
            hint = suggestion(name, _CONTACTS)
            motion.problem(f"contacts names {shown(name)}; {hint}", "contacts", place_in_list)
    return tuple(name for name in found if name in _CONTACTS)


def _props(table: TableReader) -> tuple[Prop, ...]:
    found = (table.read_table(kind, partial(_prop, kind), None) for kind in PropKind)
    return tuple(prop for prop in found if prop is not None)


def _prop(kind: PropKind, table: TableReader) -> Prop:
    size = place(table, "size", _USUAL_SIZES.get(kind, ORIGIN), 0.0)
    if table.has("radius"):
        size = (number(table, "radius", 0.3, 0.02, 0.5), 0.0, 0.0)
    return Prop(
        kind=kind,
        at=place(table, "at", ORIGIN, 0.0),
        size=(size[0], size[1]),
        place=table.choice("place", BandPlace) or BandPlace.SHINS,
        of=table.choice("of", Of) or Of.FLOOR,
        turn=degrees(table, "turn", 0.0),
    )


_USUAL_SIZES = {
    PropKind.MAT: (1.85, 0.66, 0.0),
    PropKind.BALL: (0.30, 0.0, 0.0),
    PropKind.BAR: (1.30, 0.0, 0.0),
    PropKind.CHAIR: (0.42, 0.44, 0.0),
}


def _muscles(table: TableReader) -> tuple[MuscleWork, ...]:
    found = []
    for muscle in Muscle:
        value = table.value(muscle)
        if isinstance(value, dict):
            found.append(
                table.read_table(muscle, partial(_muscle, muscle), MuscleWork(muscle, 1.0))
            )
        elif value is not None:
            found.append(MuscleWork(muscle, number(table, muscle, 1.0, 0, 1)))
    return tuple(found)


def _muscle(muscle: Muscle, table: TableReader) -> MuscleWork:
    share = number(table, "share", 1.0, 0, 1)
    return MuscleWork(muscle, share, table.choice("side", Working) or Working.BOTH)


def _faults(top: Pose | None, is_tried: bool, table: TableReader) -> tuple[FaultPose, ...]:
    names = table.keys()
    read = ((name, _pose(table, name, top, is_tried)) for name in names)
    return tuple(FaultPose(name, pose) for name, pose in read if pose is not None)
