"""All of a movement stays in view, whatever rolls and reaches."""

import pytest
from PySide6.QtCore import QRectF

from glutetimer.core.exercise import Exercise
from glutetimer.figure.frame import Beat, frame_at
from glutetimer.ui.figure import framing
from glutetimer.ui.figure.framing import camera_for
from tests.built_in import library

BOX = QRectF(0, 0, 400, 300)
ROOM = BOX.adjusted(-2, -2, 2, 2)  # what is kept free around it is more

MOVING = [one for one in library().exercises().values() if one.motion is not None]


@pytest.mark.parametrize("exercise", MOVING, ids=[one.id for one in MOVING])
@pytest.mark.parametrize("is_left", [False, True], ids=["right", "left"])
def test_nothing_leaves_the_picture(exercise: Exercise, is_left: bool) -> None:
    motion = exercise.motion
    assert motion is not None
    for percent in range(0, 101, 5):
        frame = frame_at(motion, Beat.LIFT, percent / 100, 1.0, is_left=is_left)
        camera = camera_for(frame, BOX)
        for at, radius_m in [*framing._figure(frame), *framing._ball(frame)]:
            x, y, _ = camera.point(at)
            reach = radius_m * camera.scale
            seen = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
            assert ROOM.contains(seen), (percent, at)
