"""The words for sides, wherever they stand."""

from pathlib import Path

import pytest

from glutetimer.core.exercise import Sides
from glutetimer.files.importer import Importer
from glutetimer.files.importing.plain_text import PlainText
from glutetimer.files.importing.sides import sided_name
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.text_exercise import read_line
from tests.files.importing.test_readers import library_in

LEFT, RIGHT, EACH = Sides.LEFT, Sides.RIGHT, Sides.EACH


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        *((f"Clam 3x12 {word}", EACH) for word in ("L/R", "R+L", "R/L", "L & R", "L and R")),
        *(
            (f"Clam 3x12 {word}", EACH)
            for word in ("left and right", "ea leg", "bds.", "beidseits")
        ),
        *((f"Clam 3x12 {word}", EACH) for word in ("pro Seite", "je Bein", "re/li", "ea", "/side")),
        *((f"Clam 3x12 {word}", EACH) for word in ("de chaque côté", "chaque jambe", "par côté")),
        *(
            (f"Clam 3x12 {word}", LEFT)
            for word in ("left", "on the left", "L only", "links", "li.")
        ),
        *((f"Clam 3x12 {word}", LEFT) for word in ("(li)", "gauche", "côté gauche", "linke Seite")),
        *((f"Clam 3x12, {word}", RIGHT) for word in ("right", "rechts", "re.", "à droite", "(R)")),
        *(
            (f"Clam {word} 3x12", RIGHT)
            for word in ("right", "rechts", "(re.)", "R", "on the right")
        ),
        ("Left clam 3x12", LEFT),
        ("Left leg only: clam 3x12", LEFT),
        ("Linke Seite: Clam 3x12", LEFT),
        ("Clam 12L 12R", EACH),
    ],
)
def test_sides_before_and_behind_the_name_and_behind_the_dose(line: str, sides: Sides) -> None:
    entry, told = read_line(line)
    assert (entry.name.casefold(), entry.sides, told) == ("clam", sides, [])


@pytest.mark.parametrize(
    ("name", "bare", "side"),
    [
        ("Side plank left", "Side plank", LEFT),
        ("Left side plank", "Side plank", LEFT),
        ("Clamshell (right)", "Clamshell", RIGHT),
        ("Seitstütz rechts", "Seitstütz", RIGHT),
        ("Clam - L", "Clam", LEFT),
        ("Side plank", "Side plank", None),
        ("Left side", "Left side", None),
        ("Switch to left", "Switch to left", None),
        ("Step left and right", "Step left and right", None),
        ("Links", "Links", None),
    ],
)
def test_the_side_in_a_name(name: str, bare: str, side: Sides | None) -> None:
    assert sided_name(name) == (bare, side)


def test_names_of_timers_mean_our_exercise_on_a_side(tmp_path: Path) -> None:
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    text = b"""[{"name": "Clam left", "duration": 30}, {"name": "Clam right", "duration": 30},
        {"name": "Left side plank", "duration": 20}]"""
    [draft] = importer.bring("x.json", text).drafts
    assert [(one.exercise_id, one.sides) for one in draft.entries] == [
        ("clam-shell", LEFT),
        ("clam-shell", RIGHT),
        ("", LEFT),
    ]
    assert draft.entries[2].name == "Side plank"


def test_a_heading_of_sides_is_that_of_all_below() -> None:
    text = """\
Right leg only:
Leg raise 3 x 10
Quad set 10 x 5 sec

Heel dig 10 each
Left:
Clam 3x12
Both legs:
Heel slides 2 x 15
"""
    [routine] = PlainText().read(SourceFile("x.txt", text)).routines
    made = [(entry.name, entry.sides) for entry in routine.entries]
    assert made == [
        ("Leg raise", RIGHT),
        ("Quad set", RIGHT),
        ("Heel dig", EACH),
        ("Clam", LEFT),
        ("Heel slides", EACH),
    ]


def test_a_letter_with_a_number_is_no_side() -> None:
    assert read_line("Bridge S3 R10")[0].sides is None


def test_left_and_right_of_unlike_numbers_are_told() -> None:
    entry, told = read_line("Squat 10 (left) 12 (right)")
    assert (entry.sides, told) == (EACH, ["10 left and 12 right: both sides have 10"])
