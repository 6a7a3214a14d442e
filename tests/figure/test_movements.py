"""Every movement that comes with the program, at 200 points of a cycle, on both sides."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from glutetimer.figure import skeleton as bones
from glutetimer.figure.check import SINK_M
from glutetimer.figure.flesh import flesh_of
from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.motion import Motion
from glutetimer.figure.pose import FootFlat
from glutetimer.figure.ranges import beyond_range
from glutetimer.figure.vector import distance
from tests.figure.samples import moving_exercises

POINTS = 200
EXERCISES = sorted(moving_exercises())
SIDES = pytest.mark.parametrize(
    ("is_left", "is_back"), [(False, False), (True, False), (False, True)], ids=str
)
pytestmark = [pytest.mark.parametrize("name", EXERCISES), SIDES]


def motion_of(name: str) -> Motion:
    motion = moving_exercises()[name].motion
    assert motion is not None
    return motion


BONES: tuple[tuple[str, str, float], ...] = (
    ("pelvis", "lumbar", bones.PELVIS),
    ("lumbar", "thorax", bones.LUMBAR),
    ("thorax", "shoulders", bones.THORAX),
    ("shoulders", "neck", bones.NECK),
    ("neck", "head", bones.HEAD),
    *(
        (f"{side}-{a}" if a not in ("pelvis", "shoulders") else a, f"{side}-{b}", size)
        for side, _ in bones.SIDES
        for a, b, size in (
            ("pelvis", "hip", bones.HALF_HIPS),
            ("hip", "knee", bones.THIGH),
            ("knee", "ankle", bones.SHANK),
            ("ball", "toe", bones.TOES),
            ("shoulders", "shoulder", bones.HALF_SHOULDERS),
            ("shoulder", "elbow", bones.UPPER_ARM),
            ("elbow", "wrist", bones.FOREARM),
            ("wrist", "hand", bones.HAND),
        )
    ),
)
"""The bones: two joints and the length between them."""


def cycle(motion: Motion, is_left: bool, is_back: bool, rep: int = 1) -> Iterator[Frame]:
    moves = [Beat.LOWER, Beat.LIFT] if motion.is_downward else [Beat.LIFT, Beat.LOWER]
    for beat in moves:
        for point in range(POINTS // 2):
            share = point / (POINTS // 2 - 1)
            yield frame_at(motion, beat, share, 1.0, is_left=is_left, is_back=is_back, rep=rep)


def test_bones_keep_their_lengths(name: str, is_left: bool, is_back: bool) -> None:
    for frame in cycle(motion_of(name), is_left, is_back):
        joints = frame.body.joints
        for a, b, size in BONES:
            assert distance(joints[a], joints[b]) == pytest.approx(size, rel=0.001), (a, b)


def test_limbs_reach_their_targets(name: str, is_left: bool, is_back: bool) -> None:
    for frame in cycle(motion_of(name), is_left, is_back):
        assert not frame.body.misses


def test_contacts_stay_where_they_are(name: str, is_left: bool, is_back: bool) -> None:
    motion = motion_of(name)
    frames = list(cycle(motion, is_left, is_back))
    for contact in motion.contacts:
        joint = contact
        if is_left and contact.startswith(("left-", "right-")):
            side, _, part = contact.partition("-")
            joint = ("right-" if side == "left" else "left-") + part
        home = frames[0].body.joints[joint]
        assert max(distance(home, frame.body.joints[joint]) for frame in frames) < 0.002, contact


def test_feet_on_the_floor_do_not_slide(name: str, is_left: bool, is_back: bool) -> None:
    for rep in (1, 2, 3):
        for one, other in pairwise(cycle(motion_of(name), is_left, is_back, rep)):
            for side in ("left", "right"):
                legs = [getattr(frame.pose, f"{side}_leg") for frame in (one, other)]
                if all(isinstance(leg, FootFlat) and leg.at[2] < 0.0005 for leg in legs):
                    ways = [frame.body.joints[f"{side}-ball"] for frame in (one, other)]
                    assert distance(*ways) < 0.002


def test_one_foot_stays_down_in_each_half_of_a_step(
    name: str, is_left: bool, is_back: bool
) -> None:
    motion = motion_of(name)
    if not motion.travels:
        pytest.skip("does not travel")
    for rep in (1, 2):
        frames = list(cycle(motion, is_left, is_back, rep))
        for half in (frames[: POINTS // 2], frames[POINTS // 2 :]):
            ways = [
                max(distance(half[0].body.joints[f], frame.body.joints[f]) for frame in half)
                for f in ("left-ankle", "right-ankle")
            ]
            assert min(ways) < 0.002
            assert max(ways) > 0.1


def test_steps_join_without_a_jump(name: str, is_left: bool, is_back: bool) -> None:
    motion = motion_of(name)
    for rep in (1, 2):
        before = list(cycle(motion, is_left, is_back, rep))[-1]
        after = next(cycle(motion, is_left, is_back, rep + 1))
        for joint, place in before.body.joints.items():
            assert distance(place, after.body.joints[joint]) < 0.002, joint
        assert distance(before.travelled, after.travelled) < 0.002


def test_nothing_is_below_the_floor(name: str, is_left: bool, is_back: bool) -> None:
    for frame in cycle(motion_of(name), is_left, is_back):
        assert min(place[2] for place in frame.body.joints.values()) > -0.002
        for place, radius in flesh_of(frame.body).all():
            assert place[2] - radius > -SINK_M


def test_joints_stay_in_human_range(name: str, is_left: bool, is_back: bool) -> None:
    for frame in cycle(motion_of(name), is_left, is_back):
        assert beyond_range(frame.body, frame.pose.trunk) == []


def test_nothing_jumps_within_a_move(name: str, is_left: bool, is_back: bool) -> None:
    for one, other in pairwise(cycle(motion_of(name), is_left, is_back)):
        for joint, place in one.body.joints.items():
            assert distance(place, other.body.joints[joint]) < 0.06, joint
