"""The ghost of a fault, where the figure is."""

import pytest

from glutetimer.figure.frame import Beat, frame_at
from glutetimer.figure.vector import distance
from tests.figure.samples import moving_exercises


@pytest.mark.parametrize("name", ["lateral-walk", "monster-walk", "front-step-with-band"])
@pytest.mark.parametrize(("is_left", "is_back"), [(False, False), (True, False), (False, True)])
def test_the_ghost_walks_along(name: str, is_left: bool, is_back: bool) -> None:
    motion = moving_exercises()[name].motion
    assert motion is not None
    for rep in (1, 2, 3):
        frame = frame_at(
            motion,
            Beat.TOP,
            is_left=is_left,
            is_back=is_back,
            rep=rep,
            fault=motion.faults[0].name,
        )
        assert frame.ghost is not None
        for ankle in ("left-ankle", "right-ankle"):
            assert distance(frame.ghost.joints[ankle], frame.body.joints[ankle]) < 0.001
