"""Which part of the figure hides which."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from glutetimer.figure.frame import Beat, frame_at
from glutetimer.figure.motion import Motion
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.parts import HIPS, SHIRT, painting_order, parts_of
from tests.figure.samples import moving_exercises

BOX = QRectF(0, 0, 480, 360)


def motion_of(name: str) -> Motion:
    motion = moving_exercises()[name].motion
    assert motion is not None
    return motion


def order(
    motion: Motion, share: float, *, is_left: bool = False, turned: tuple[float, float] = (0, 0)
) -> list[str]:
    frame = frame_at(motion, Beat.LIFT, share, 1.0, is_left=is_left)
    parts = parts_of(frame.body, camera_for(frame, BOX, turned))
    return [part.name for part in painting_order(parts)]


@pytest.mark.parametrize("is_left", [False, True])
@pytest.mark.parametrize("name", sorted(moving_exercises()))
def test_the_shirt_stays_where_it_is_within_a_rep(name: str, is_left: bool) -> None:
    # A hem that leaps before a thigh or behind it is seen as a flicker.
    motion = motion_of(name)
    for before, after in pairwise(order(motion, k / 40, is_left=is_left) for k in range(41)):
        for part in (HIPS, "left-leg", "right-leg"):
            was_over = before.index(SHIRT) > before.index(part)
            assert (after.index(SHIRT) > after.index(part)) == was_over, part


@pytest.mark.parametrize("pitch", [0.0, 10.0, 20.0, 30.0])
@pytest.mark.parametrize("name", ["fire-hydrant", "donkey-kick", "bird-dog"])
def test_on_all_fours_from_behind_the_hips_hide_the_shirt(name: str, pitch: float) -> None:
    motion = motion_of(name)
    for share in (0.0, 0.5, 1.0):
        turned = (-150.0 - motion.view.yaw, 12.0 + pitch - motion.view.pitch)
        found = order(motion, share, turned=turned)
        assert found.index(SHIRT) < found.index(HIPS)


def test_standing_the_shirt_hangs_over_the_hips() -> None:
    for turn in range(-180, 180, 30):
        found = order(motion_of("glute-squeeze"), 0.0, turned=(turn, 10.0))
        assert found.index(HIPS) < found.index(SHIRT)
