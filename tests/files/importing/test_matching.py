"""Names as people write them: surely one of ours, perhaps one, or none."""

import pytest

from glutetimer.files.importing.matching import match
from tests import built_in

EXERCISES = list(built_in.library().exercises().values())


@pytest.mark.parametrize(
    ("name", "exercise_id"),
    [
        ("bridges", "glute-bridge"),
        ("Bridging", "glute-bridge"),
        ("double leg bridge", "glute-bridge"),
        ("SL bridge", "single-leg-bridge"),
        ("1-leg bridge", "single-leg-bridge"),
        ("Single leg glute bridges", "single-leg-glute-bridge"),
        ("clams", "clam-shell"),
        ("Clam shells", "clam-shell"),
        ("birddog", "bird-dog"),
        ("Donkey Kicks", "donkey-kick"),
        ("firehydrants", "fire-hydrant"),
        ("side-lying leg lifts", "side-lying-hip-abduction"),
        ("sidelying hip abduction", "side-lying-hip-abduction"),
        ("single leg RDL", "single-leg-romanian-deadlift"),
        ("glute sets", "glute-squeeze"),
        ("Brücke", "glute-bridge"),
        ("einbeinige Brücke", "single-leg-bridge"),
        ("Muschel", "clam-shell"),
        ("bridge march", "marching-bridge"),
        ("bodyweight squat", "bodyweight-squat"),
    ],
)
def test_a_name_is_surely_ours(name: str, exercise_id: str) -> None:
    assert match(name, EXERCISES).exercise_id == exercise_id


@pytest.mark.parametrize(
    ("name", "perhaps"),
    [
        ("Banded clamshells", "clam-shell"),
        ("glute brige", "glute-bridge"),
        ("clamshel", "clam-shell"),
        ("Hip thrust", "hip-thrust-iso-hold"),
        ("leg raises", "side-lying-hip-abduction"),
        ("hip abduction", "side-lying-hip-abduction"),
        ("romanian deadlift", "single-leg-romanian-deadlift"),
        ("side plank", "side-plank-on-knees"),
    ],
)
def test_a_name_that_may_be_ours_is_asked_about(name: str, perhaps: str) -> None:
    found = match(name, EXERCISES)
    assert not found.exercise_id
    assert perhaps in found.perhaps


@pytest.mark.parametrize("name", ["Plank", "Wall sit", "Dead bug", "Walk", "", "…"])
def test_another_exercise_is_none_of_ours(name: str) -> None:
    assert match(name, EXERCISES) == match("", EXERCISES)
