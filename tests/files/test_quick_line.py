"""An exercise in one line, as it is typed where one is added."""

import pytest

from glutetimer.core.exercise import Hold, Reps, Sides, Steps
from glutetimer.core.words.dose import dose_text
from glutetimer.files.quick_line import written_entry
from tests.built_in import library


def test_a_line_is_an_exercise_with_its_dose() -> None:
    written = written_entry(library(), "Clam shell 3 x 12 each side, hold 5 s, rest 45s")
    assert written is not None
    draft = written.draft
    assert (draft.name, draft.exercise_id, draft.sets) == ("Clam shell", "clam-shell", 3)
    assert (draft.amounts, draft.rests_s, draft.sides) == ((Reps(12, 12),), (45.0,), Sides.EACH)
    assert draft.tempos[0].top_s == 5.0
    assert dose_text(written.played) == "3 x 12 reps each side, rest 45 s"


def test_a_name_of_nobody_is_an_exercise_of_ones_own() -> None:
    written = written_entry(library(), "Side plank 20/15/10 s left side only")
    assert written is not None
    assert (written.draft.name, written.draft.exercise_id) == ("Side plank", "")
    assert written.draft.amounts == (Hold(20.0), Hold(15.0), Hold(10.0))


@pytest.mark.parametrize(
    ("line", "exercise_id", "name", "amounts"),
    [
        ("bridges 3x10", "", "Glute bridge", (Reps(10, 10),)),
        ("walk 3x5", "lateral-walk", "Lateral walk", (Steps(5),)),
        ("walk 3x5", "", "walk", (Reps(5, 5),)),
    ],
)
def test_it_has_the_name_of_the_exercise_that_is_meant(
    line: str, exercise_id: str, name: str, amounts: object
) -> None:
    written = written_entry(library(), line, exercise_id)
    assert written is not None
    assert (written.draft.name, written.draft.amounts) == (name, amounts)


@pytest.mark.parametrize("line", ["", "Plank", "3 rounds", "{3", "Rest 30 s", "<x> 3 {"])
def test_what_has_no_dose_is_no_exercise_yet(line: str) -> None:
    assert written_entry(library(), line) is None
