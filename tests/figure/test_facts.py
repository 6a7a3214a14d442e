"""What the sources and a physiotherapist say of each exercise, measured on the figure.

A row of the table is a fact: the exercise, the fact in words, when it holds, what is measured, and
between which values. Angles are degrees, lengths metres; the right side works.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import acos, asin, degrees
from typing import Final

import pytest

from glutetimer.figure.flesh import balls_in, flesh_of
from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.motion import PropKind
from glutetimer.figure.pose import FootFlat
from glutetimer.figure.ranges import joint_angles
from glutetimer.figure.skeleton import HALF_HIPS, SIDES
from glutetimer.figure.vector import Vec, distance, dot, sub, unit
from glutetimer.ui.figure.weights import rods_of
from tests.figure.samples import moving_exercises

START, TOP = (0.0,), (1.0,)
ALWAYS = tuple(point / 20 for point in range(21))

Measure = Callable[[Frame], float]


def frame(name: str, share: float, rep: int = 1) -> Frame:
    motion = moving_exercises()[name].motion
    assert motion is not None
    beat = Beat.LOWER if motion.is_downward else Beat.LIFT
    return frame_at(motion, beat, share, 1.0, rep=rep)


def way(a: str, b: str) -> Callable[[Frame], Vec]:
    return lambda shown: unit(sub(shown.body.joints[b], shown.body.joints[a]))


def slope(a: str, b: str) -> Measure:
    """How steeply it goes up from a joint to another."""
    return lambda shown: degrees(asin(way(a, b)(shown)[2]))


def between(a: str, b: str, c: str, d: str) -> Measure:
    """The angle between two bones."""
    return lambda shown: degrees(acos(min(1.0, dot(way(a, b)(shown), way(c, d)(shown)))))


def angle(name: str, side: str = "") -> Measure:
    """An angle of `ranges`."""

    def measured(shown: Frame) -> float:
        found = joint_angles(shown.body, shown.pose.trunk)
        return next(value for its, called, value in found if (its, called) == (side, name))

    return measured


def apart(a: str, b: str, axis: int | None = None) -> Measure:
    """How far two joints are apart, or how much further one is along an axis."""

    def measured(shown: Frame) -> float:
        one, other = shown.body.joints[a], shown.body.joints[b]
        return distance(one, other) if axis is None else other[axis] - one[axis]

    return measured


def hips_moved(shown: Frame) -> float:
    """How far the hip bones moved since the start."""
    assert shown.motion is not None
    home = frame_at(shown.motion, Beat.WAIT).body.joints
    return max(distance(home[f"{s}-hip"], shown.body.joints[f"{s}-hip"]) for s, _ in SIDES)


def low_back_moved(shown: Frame) -> float:
    """How far the low back moved since the start."""
    assert shown.motion is not None
    home = frame_at(shown.motion, Beat.WAIT).body.joints
    return max(
        distance(home[one], shown.body.joints[one]) for one in ("pelvis", "lumbar", "thorax")
    )


def chin(shown: Frame) -> float:
    """How far the face, that of somebody lying, looks down to the feet instead of straight up."""
    return degrees(asin(shown.body.head.forward[0]))


def head_over_mat(shown: Frame) -> float:
    return min(at[2] - radius for at, radius in flesh_of(shown.body).skull)


def hips_over_mat(shown: Frame) -> float:
    return min(
        at[2] - radius for oval in flesh_of(shown.body).hips for at, radius in balls_in(oval)
    )


def over_ball(joint: str) -> Measure:
    """How far a joint is from the skin of the ball."""

    def measured(shown: Frame) -> float:
        ball = shown.motion.prop(PropKind.BALL)
        assert ball is not None
        x, y, _ = shown.pose.ball
        return distance(shown.body.joints[joint], (x, y, ball.size[0])) - ball.size[0]

    return measured


def weights_under_eyes(shown: Frame) -> float:
    """How far the nearer ends of the weights are below the eyes."""
    eyes = shown.body.joints["head"][2]
    return min(eyes - rod[0][2] for rod in rods_of(shown).values())


def weights_over_shoulders(shown: Frame) -> float:
    """How far the lower edge of a weight is above the joint of the shoulder that it lies on."""
    return max(
        distance(rods_of(shown)[f"{side}-dumbbell"][0], shown.body.joints[f"{side}-shoulder"])
        - rods_of(shown)[f"{side}-dumbbell"][2]
        for side, _ in SIDES
    )


def heels(shown: Frame) -> float:
    legs = (shown.pose.left_leg, shown.pose.right_leg)
    return max(leg.heel + leg.at[2] for leg in legs if isinstance(leg, FootFlat))


def toes_out(shown: Frame) -> float:
    legs = (shown.pose.left_leg, shown.pose.right_leg)
    return max(leg.toes for leg in legs if isinstance(leg, FootFlat))


BACK_LEVEL = slope("pelvis", "shoulders")
KNEE_GAP = apart("right-knee", "left-knee", 1)
FOOT_GAP = apart("right-ankle", "left-ankle", 1)

Fact = tuple[str, str, Sequence[float], Measure, float, float]

BRIDGES = (
    "glute-bridge",
    "marching-bridge",
    "hip-thrust-iso-hold",
    "hip-thrust-knees-in",
    "hip-thrust-knees-out",
    "single-leg-bridge",
    "single-leg-glute-bridge",
)
ALL_FOURS = ("bird-dog", "bird-dog-leg-only", "donkey-kick", "fire-hydrant")

FACTS: Final[list[Fact]] = [
    *(
        fact
        for name in BRIDGES
        for fact in (
            (name, "chin tucked", ALWAYS, chin, 8, 25),
            (name, "head on the mat", ALWAYS, head_over_mat, -0.02, 0.03),
            (name, "knee, hip and shoulder in a line", TOP, angle("hip bend", "right"), -6, 6),
            (name, "feet flat", ALWAYS, heels, 0, 0),
        )
    ),
    *(
        fact
        for name in ALL_FOURS
        for fact in (
            (name, "elbow straight", ALWAYS, angle("elbow", "right"), 0, 12),
            (
                name,
                "hand under the shoulder",
                ALWAYS,
                between("right-shoulder", "right-wrist", "right-elbow", "right-wrist"),
                0,
                8,
            ),
            (name, "arm upright", ALWAYS, slope("right-wrist", "right-shoulder"), 87, 90),
            (name, "knee under the hip", ALWAYS, slope("left-knee", "left-hip"), 87, 90),
            (name, "back level", ALWAYS, BACK_LEVEL, -5, 8.5),
            (name, "back straight", ALWAYS, angle("spine bend"), -2, 2),
            (name, "hips square", ALWAYS, apart("left-hip", "right-hip", 2), -0.005, 0.005),
            (name, "hips still", ALWAYS, hips_moved, 0, 0.003),
        )
    ),
    ("glute-bridge", "arms on the mat", ALWAYS, slope("right-elbow", "right-wrist"), -15, 15),
    (
        "hip-thrust-iso-hold",
        "forearms up, unlike the bridge",
        ALWAYS,
        slope("right-elbow", "right-wrist"),
        70,
        90,
    ),
    ("hip-thrust-knees-in", "knees together", ALWAYS, KNEE_GAP, 0.05, 0.13),
    ("hip-thrust-knees-in", "feet apart", ALWAYS, FOOT_GAP, 0.3, 0.5),
    ("hip-thrust-knees-out", "knees wide", ALWAYS, KNEE_GAP, 0.5, 0.9),
    (
        "hip-thrust-knees-out",
        "wider than the feet",
        ALWAYS,
        lambda f: KNEE_GAP(f) - FOOT_GAP(f),
        0.2,
        0.7,
    ),
    (
        "single-leg-bridge",
        "legs in line",
        TOP,
        between("left-hip", "left-knee", "right-hip", "right-knee"),
        0,
        8,
    ),
    ("single-leg-bridge", "free leg straight", ALWAYS, angle("knee", "left"), 0, 5),
    (
        "single-leg-glute-bridge",
        "free leg straight up",
        ALWAYS,
        slope("left-hip", "left-ankle"),
        80,
        90,
    ),
    ("single-leg-glute-bridge", "free leg straight", ALWAYS, angle("knee", "left"), 0, 5),
    ("stability-ball-hip-thrust", "head on the ball", ALWAYS, over_ball("head"), 0.09, 0.11),
    (
        "stability-ball-hip-thrust",
        "shoulders on the ball",
        ALWAYS,
        over_ball("shoulders"),
        0.09,
        0.11,
    ),
    ("stability-ball-hip-thrust", "trunk level", TOP, BACK_LEVEL, -1, 7),
    ("stability-ball-hip-thrust", "thighs level", TOP, slope("right-hip", "right-knee"), -7, 3),
    ("stability-ball-hip-thrust", "hips low before", START, BACK_LEVEL, 15, 30),
    (
        "stability-ball-hip-thrust",
        "knees over the ankles",
        ALWAYS,
        apart("right-ankle", "right-knee", 0),
        -0.04,
        0.04,
    ),
    ("stability-ball-hip-thrust", "chin tucked", ALWAYS, chin, 4, 25),
    ("clam-shell", "thighs at 45 degrees", START, angle("hip bend", "left"), 42, 48),
    ("clam-shell", "upper thigh as well", START, angle("hip bend", "right"), 40, 50),
    ("clam-shell", "knees bent", ALWAYS, angle("knee", "right"), 80, 100),
    ("clam-shell", "feet together", ALWAYS, apart("left-ankle", "right-ankle"), 0, 0.09),
    ("clam-shell", "hips still", ALWAYS, hips_moved, 0, 0.001),
    ("clam-shell", "hips stacked", ALWAYS, slope("left-hip", "right-hip"), 88, 90),
    ("clam-shell", "knees together before", START, apart("left-knee", "right-knee"), 0, 0.13),
    ("clam-shell", "the knee opens", TOP, apart("left-knee", "right-knee", 2), 0.25, 0.45),
    ("side-lying-hip-abduction", "leg straight", ALWAYS, angle("knee", "right"), 0, 5),
    (
        "side-lying-hip-abduction",
        "a little behind the other",
        ALWAYS,
        apart("right-ankle", "left-ankle", 0),
        0.02,
        0.4,
    ),
    ("side-lying-hip-abduction", "leg lifts", TOP, angle("hip out", "right"), 25, 45),
    ("side-lying-hip-abduction", "hips still", ALWAYS, hips_moved, 0, 0.001),
    ("bird-dog", "leg level", TOP, slope("right-hip", "right-ankle"), -5, 5),
    (
        "bird-dog",
        "arm and leg in one line",
        TOP,
        between("left-hand", "left-shoulder", "right-hip", "right-ankle"),
        0,
        10,
    ),
    ("bird-dog", "other arm straight", TOP, angle("elbow", "left"), 0, 20),
    ("fire-hydrant", "the other arm as well", ALWAYS, angle("elbow", "left"), 0, 12),
    ("fire-hydrant", "knee at 90 degrees", ALWAYS, angle("knee", "right"), 87, 95),
    ("fire-hydrant", "leg lifts to 45 degrees", TOP, angle("hip out", "right"), 43, 47),
    (
        "fire-hydrant",
        "straight to the side",
        ALWAYS,
        apart("left-knee", "right-knee", 0),
        -0.02,
        0.02,
    ),
    ("donkey-kick", "the other arm as well", ALWAYS, angle("elbow", "left"), 0, 12),
    ("donkey-kick", "knee stays bent", ALWAYS, angle("knee", "right"), 85, 97),
    (
        "donkey-kick",
        "thigh in line with the body",
        TOP,
        between("right-knee", "right-hip", "pelvis", "shoulders"),
        0,
        10,
    ),
    ("donkey-kick", "sole to the ceiling", TOP, slope("right-knee", "right-ankle"), 80, 90),
    ("donkey-kick", "foot flexed", TOP, angle("ankle", "right"), 0, 20),
    ("squat", "thighs to parallel", TOP, slope("right-knee", "right-hip"), -5, 3),
    ("squat", "hips back", TOP, apart("right-hip", "right-ankle", 0), 0.2, 0.4),
    ("squat", "knees not past the toes", ALWAYS, apart("right-knee", "right-toe", 0), 0, 0.4),
    ("squat", "heels down", ALWAYS, heels, 0, 0),
    ("squat", "weights on the shoulders", ALWAYS, weights_over_shoulders, 0.03, 0.07),
    ("squat", "not at the eyes", ALWAYS, weights_under_eyes, 0.04, 0.3),
    ("squat", "back straight", ALWAYS, angle("spine bend"), -5, 5),
    ("band-squat", "thighs to parallel", TOP, slope("right-knee", "right-hip"), -5, 5),
    ("band-squat", "knees pressed out", TOP, lambda f: KNEE_GAP(f) - FOOT_GAP(f), 0.08, 0.4),
    (
        "band-squat",
        "knees never inside the feet",
        ALWAYS,
        lambda f: KNEE_GAP(f) - FOOT_GAP(f),
        -0.06,
        0.4,
    ),
    ("band-squat", "feet wider than the hips", ALWAYS, FOOT_GAP, 2 * HALF_HIPS + 0.1, 0.6),
    ("band-squat", "heels down", ALWAYS, heels, 0, 0),
    (
        "single-leg-romanian-deadlift",
        "slight bend of the knee",
        ALWAYS,
        angle("knee", "right"),
        3,
        35,
    ),
    ("single-leg-romanian-deadlift", "back straight", ALWAYS, angle("spine bend"), -5, 5),
    ("single-leg-romanian-deadlift", "hinged", TOP, BACK_LEVEL, 5, 25),
    ("single-leg-romanian-deadlift", "leg behind", TOP, slope("left-hip", "left-ankle"), -20, 10),
    ("single-leg-romanian-deadlift", "leg straight", TOP, angle("knee", "left"), 0, 10),
    ("lateral-walk", "half squat", ALWAYS, angle("knee", "left"), 25, 80),
    ("lateral-walk", "trunk does not lean", ALWAYS, apart("pelvis", "shoulders", 1), -0.005, 0.005),
    ("lateral-walk", "feet parallel", ALWAYS, toes_out, 0, 5),
    ("monster-walk", "upright", ALWAYS, BACK_LEVEL, 72, 90),
    ("monster-walk", "the band stays tight", ALWAYS, apart("left-ankle", "right-ankle"), 0.3, 0.8),
    ("front-step-with-band", "upright", ALWAYS, BACK_LEVEL, 80, 90),
    ("front-step-with-band", "legs parallel", ALWAYS, FOOT_GAP, 0.22, 0.24),
    ("front-step-with-band", "knees over the feet", ALWAYS, KNEE_GAP, 0.15, 0.25),
    ("front-step-with-band", "a long step", TOP, apart("left-ankle", "right-ankle", 0), 0.4, 0.6),
    ("glute-squeeze", "nothing else moves", ALWAYS, hips_moved, 0, 0.03),
    ("glute-squeeze", "upright", TOP, BACK_LEVEL, 85, 90),
    ("curl-up", "one knee bent", ALWAYS, angle("knee", "right"), 80, 130),
    ("curl-up", "the other leg straight", ALWAYS, angle("knee", "left"), 0, 12),
    ("curl-up", "low back still", ALWAYS, low_back_moved, 0, 0.002),
    ("curl-up", "head and shoulders off the mat", TOP, head_over_mat, 0.03, 0.16),
    ("curl-up", "head on the mat before", START, head_over_mat, -0.02, 0.03),
    ("curl-up", "chin not poked", ALWAYS, angle("nod"), 0, 20),
    (
        "side-plank-on-knees",
        "one line from knee to shoulder",
        TOP,
        between("right-knee", "right-hip", "pelvis", "shoulders"),
        0,
        5,
    ),
    (
        "side-plank-on-knees",
        "elbow under the shoulder",
        TOP,
        slope("right-elbow", "right-shoulder"),
        80,
        90,
    ),
    (
        "side-plank-on-knees",
        "forearm on the mat",
        TOP,
        apart("right-elbow", "right-wrist", 2),
        -0.05,
        0.05,
    ),
    ("side-plank-on-knees", "knees bent", ALWAYS, angle("knee", "right"), 85, 100),
    (
        "side-plank-on-knees",
        "hip on the mat before",
        START,
        lambda f: f.body.joints["right-hip"][2],
        0.06,
        0.1,
    ),
    ("side-plank-on-knees", "hips lift", TOP, lambda f: f.body.joints["right-hip"][2], 0.2, 0.3),
    ("hip-hinge", "back long", ALWAYS, angle("spine bend"), -5, 5),
    ("hip-hinge", "bows to about 45 degrees", TOP, BACK_LEVEL, 28, 48),
    ("hip-hinge", "knees hardly bend", ALWAYS, angle("knee", "right"), 5, 30),
    ("hip-hinge", "hips back", TOP, apart("right-hip", "right-ankle", 0), 0.12, 0.3),
    ("hip-hinge", "shins upright", ALWAYS, slope("right-ankle", "right-knee"), 78, 90),
    ("hip-hinge", "heels down", ALWAYS, heels, 0, 0),
    ("cat-camel", "hollow", START, angle("spine bend"), -35, -15),
    ("cat-camel", "round", TOP, angle("spine bend"), 50, 80),
    ("cat-camel", "head hangs", TOP, slope("neck", "head"), -90, -20),
    ("cat-camel", "head up", START, slope("neck", "head"), 20, 90),
    ("cat-camel", "elbow nearly straight", ALWAYS, angle("elbow", "right"), 0, 25),
    ("cat-camel", "arm upright", ALWAYS, slope("right-wrist", "right-shoulder"), 84, 90),
    ("cat-camel", "thigh upright", ALWAYS, slope("right-knee", "right-hip"), 84, 90),
    ("knee-hug", "knee to the chest", TOP, angle("hip bend", "right"), 110, 125),
    ("knee-hug", "hands at the knee", TOP, apart("right-wrist", "right-knee"), 0, 0.12),
    ("knee-hug", "head on the mat", ALWAYS, head_over_mat, -0.02, 0.04),
    ("knee-hug", "other foot flat", ALWAYS, heels, 0, 0),
    ("pelvic-tilt", "the low back is hollow before", START, angle("spine bend"), -35, -15),
    ("pelvic-tilt", "and flat at the end", TOP, angle("spine bend"), 0, 20),
    ("pelvic-tilt", "hips stay down", ALWAYS, hips_over_mat, -0.03, 0.02),
    ("pelvic-tilt", "head on the mat", ALWAYS, head_over_mat, -0.02, 0.03),
    ("pelvic-tilt", "feet flat", ALWAYS, heels, 0, 0),
    ("bird-dog-leg-only", "the other arm as well", ALWAYS, angle("elbow", "left"), 0, 12),
    (
        "bird-dog-leg-only",
        "foot low on the way",
        (0.65,),
        slope("right-hip", "right-ankle"),
        -30,
        -10,
    ),
    ("bird-dog-leg-only", "leg straight", TOP, angle("knee", "right"), 0, 5),
    (
        "bird-dog-leg-only",
        "no higher than the hip",
        ALWAYS,
        slope("right-hip", "right-ankle"),
        -90,
        5,
    ),
    ("bodyweight-squat", "no deeper than level", ALWAYS, slope("right-knee", "right-hip"), 0, 90),
    ("bodyweight-squat", "arms forward", TOP, slope("right-shoulder", "right-wrist"), -15, 10),
    (
        "bodyweight-squat",
        "knees not past the toes",
        ALWAYS,
        apart("right-knee", "right-toe", 0),
        0,
        0.4,
    ),
    (
        "bodyweight-squat",
        "knees not inside the feet",
        TOP,
        lambda f: KNEE_GAP(f) - FOOT_GAP(f),
        0,
        0.4,
    ),
    ("bodyweight-squat", "heels down", ALWAYS, heels, 0, 0),
    ("bodyweight-squat", "back straight", ALWAYS, angle("spine bend"), -5, 5),
    ("sit-to-stand", "sits with the thighs level", START, slope("right-knee", "right-hip"), -3, 10),
    (
        "sit-to-stand",
        "feet a little behind the knees",
        START,
        apart("right-ankle", "right-knee", 0),
        0.02,
        0.15,
    ),
    ("sit-to-stand", "nose over the toes", (0.43,), apart("right-ankle", "head", 0), 0.05, 0.3),
    ("sit-to-stand", "stands tall", TOP, BACK_LEVEL, 85, 90),
    ("sit-to-stand", "back long", ALWAYS, angle("spine bend"), -5, 5),
    ("sit-to-stand", "feet flat", ALWAYS, heels, 0, 0),
    (
        "marching-bridge",
        "hips up before a foot leaves",
        (0.55,),
        apart("left-ankle", "right-ankle"),
        0.2,
        0.23,
    ),
    ("marching-bridge", "knee up at the top", TOP, angle("hip bend", "left"), 65, 100),
    ("marching-bridge", "pelvis level", ALWAYS, apart("left-hip", "right-hip", 2), -0.005, 0.005),
]


@pytest.mark.parametrize(
    ("name", "fact", "shares", "measure", "low", "high"),
    FACTS,
    ids=[f"{name}: {fact}" for name, fact, *_ in FACTS],
)
def test_the_figure_shows_the_fact(
    name: str, fact: str, shares: Sequence[float], measure: Measure, low: float, high: float
) -> None:
    for share in shares:
        found = measure(frame(name, share))
        assert low - 1e-9 <= found <= high + 1e-9, (fact, share)


def test_every_exercise_has_facts() -> None:
    assert {name for name, *_ in FACTS} == set(moving_exercises())


def test_a_monster_walks_a_zigzag_and_front_steps_go_straight() -> None:
    for name, least, most in (("monster-walk", 0.2, 0.3), ("front-step-with-band", 0.0, 0.001)):
        stands = [frame(name, 0.0, rep).body.joints["pelvis"] for rep in (1, 2, 3, 4)]
        turns = [after[1] - before[1] for before, after in pairwise(stands)]
        assert all(least <= abs(turn) <= most for turn in turns)
        assert least == 0.0 or [turn > 0 for turn in turns] == [False, True, False]
