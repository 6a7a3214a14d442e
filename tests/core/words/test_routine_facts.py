"""A routine on a card: purpose, places, picture."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import Exercise, Position
from glutetimer.core.routine import Routine
from glutetimer.core.words.routine_facts import card_facts, picture_of, places_text, purpose_text
from tests.ui.samples import BIRD_DOG, BRIDGE, CLAM, ISO_HOLD, SQUAT, dose


def routine(*exercises: Exercise, purpose: str = "", picture: str = "") -> Routine:
    return Routine("r", "R", tuple(map(dose, exercises)), purpose=purpose, picture=picture)


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (routine(BRIDGE, CLAM, purpose="Calm hips"), "Calm hips"),
        (routine(BRIDGE), "Glute bridge"),
        (routine(BRIDGE, BRIDGE, CLAM, SQUAT), "Glute bridge, Clam shell, Squat"),
        (routine(BRIDGE, CLAM, SQUAT, BIRD_DOG), "Glute bridge, Clam shell, 2 more"),
    ],
)
def test_what_a_file_does_not_say_its_exercises_do(made: Routine, text: str) -> None:
    assert purpose_text(made) == text


def test_places_are_told_once_in_their_order() -> None:
    nowhere = replace(BRIDGE, position=None)
    assert places_text((BRIDGE, CLAM, BIRD_DOG, ISO_HOLD, nowhere)) == "Lying, on hands and knees"
    assert places_text((nowhere,)) == ""
    sitting, kneeling = (
        replace(BRIDGE, position=one) for one in (Position.SITTING, Position.KNEELING)
    )
    assert places_text((BRIDGE, SQUAT, sitting)) == "Lying, standing, sitting"
    assert places_text((BRIDGE, SQUAT, sitting, kneeling)) == "Lying, standing, and more"


def test_the_picture_is_the_one_that_is_named_or_the_first_with_a_figure() -> None:
    nowhere = replace(SQUAT, id="own", position=None)
    assert picture_of(routine(nowhere, CLAM, BRIDGE)) == CLAM
    assert picture_of(routine(CLAM, BRIDGE, picture="glute-bridge")) == BRIDGE
    assert picture_of(routine(nowhere)) is None
    assert card_facts(routine(nowhere))["picture"] == ""
