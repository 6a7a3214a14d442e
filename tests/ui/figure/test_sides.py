"""What words call left is left on the screen (see `camera_for`): every movement, to every side."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF

from glutetimer.core.exercise import Exercise, Kind, Position, Side, Sides
from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.vector import dot, sub
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.framing import camera_for
from tests.figure.samples import moving_exercises

BOX = QRectF(0, 0, 640, 480)
PROFILE = 0.12
"""The sine of seven degrees: so far from a profile the two sides are one behind the other."""

BY_SIDE = {name: one for name, one in moving_exercises().items() if one.sides is Sides.EACH}
STEPPING = {name: one for name, one in moving_exercises().items() if one.kind is Kind.STEPS}


def reps(exercise: Exercise, side: Side) -> Iterator[tuple[Frame, Camera]]:
    assert exercise.motion is not None
    for rep in (1, 2, 3):
        for beat, share in ((Beat.LIFT, 0.0), (Beat.LIFT, 0.5), (Beat.TOP, 0.0), (Beat.LOWER, 0.5)):
            frame = frame_at(
                exercise.motion,
                beat,
                share,
                1.0,
                is_left=side is Side.LEFT,
                is_back=side is Side.BACK,
                rep=rep,
            )
            yield frame, camera_for(frame, BOX)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("name", BY_SIDE)
def test_the_named_side_is_the_one_that_is_seen(name: str, side: Side) -> None:
    other = Side.RIGHT if side is Side.LEFT else Side.LEFT
    for frame, camera in reps(BY_SIDE[name], side):
        way = sub(frame.body.joints[f"{side}-hip"], frame.body.joints[f"{other}-hip"])
        across, down = camera.way(way)
        if BY_SIDE[name].position is Position.SIDE_LYING:
            assert down < -0.1 * camera.scale  # the upper one
            continue
        if BY_SIDE[name].position is Position.PLANK:
            assert down > 0.1 * camera.scale  # the lower one, which carries
            continue
        toward = across if side is Side.RIGHT else -across
        assert toward >= -PROFILE * 0.18 * camera.scale
        assert dot(way, camera.near) > 0 or toward > 0.09 * camera.scale


@pytest.mark.parametrize("name", BY_SIDE)
def test_marks_are_on_the_named_side(name: str) -> None:
    motion = BY_SIDE[name].motion
    assert motion is not None
    marked = {work.side.value for work in motion.muscles if work.muscle.value.startswith("glute")}
    assert marked == {"right"}


@pytest.mark.parametrize("name", STEPPING)
def test_steps_go_where_their_arrow_points(name: str) -> None:
    for side in STEPPING[name].directions:
        frames = list(reps(STEPPING[name], side))
        (first, camera), (last, _) = frames[0], frames[-1]
        x, y = camera.way(sub(last.travelled, first.travelled))
        match side:
            case Side.RIGHT:
                assert x > 3 * abs(y)
            case Side.LEFT:
                assert -x > 3 * abs(y)
            case Side.FORWARD:
                assert y < 0
            case Side.BACK:
                assert y > 0


@pytest.mark.parametrize("name", STEPPING)
def test_whoever_steps_is_seen_from_behind(name: str) -> None:
    for side in STEPPING[name].directions:
        for frame, camera in reps(STEPPING[name], side):
            assert dot(frame.body.chest.forward, camera.near) < 0
            left, _ = camera.way(frame.body.pelvis.left)
            assert left < 0


def test_the_step_to_a_side_is_led_by_that_foot() -> None:
    walk = moving_exercises()["lateral-walk"]
    for side in (Side.LEFT, Side.RIGHT):
        (start, _), (middle, _), *_ = reps(walk, side)
        moved = {
            foot: sub(middle.body.joints[f"{foot}-ankle"], start.body.joints[f"{foot}-ankle"])
            for foot in ("left", "right")
        }
        ahead = str(side)
        behind = "right" if ahead == "left" else "left"
        assert abs(moved[ahead][1]) > 0.1 > abs(moved[behind][1])
