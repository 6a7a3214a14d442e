"""The sample files under tests/data and the built-in files, read with the built-in exercises."""

from pathlib import Path

import pytest

from glutetimer.core.exercise import (
    Hold,
    OpenHold,
    OpenReps,
    Reps,
    Side,
    Sides,
    Steps,
    Tempo,
)
from glutetimer.core.routine import Circuit, DoseSource, Routine
from glutetimer.files.library import Library

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
EXERCISES, ROUTINES = ROOT / "assets" / "exercises", ROOT / "routines"


@pytest.fixture(scope="module")
def built_in(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The library as a new person has it."""
    home = tmp_path_factory.mktemp("home")
    return Library(EXERCISES, ROUTINES, home / "data", home / "cache.json")


def names(folder: Path) -> list[str]:
    """The TOML files of a folder."""
    return sorted(file.name for file in folder.glob("*.toml"))


@pytest.mark.parametrize("name", names(DATA / "routines_bad"))
def test_a_bad_file_has_the_mistakes_written_beside_it(built_in: Library, name: str) -> None:
    file = DATA / "routines_bad" / name
    expected = file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert expected
    assert [str(problem) for problem in built_in.check_file(str(file)).problems] == expected


@pytest.mark.parametrize("name", names(DATA / "routines_good"))
def test_a_good_file_has_none(built_in: Library, name: str) -> None:
    assert built_in.check_file(str(DATA / "routines_good" / name)).problems == ()


@pytest.mark.parametrize("name", names(EXERCISES))
def test_a_built_in_exercise_has_none(built_in: Library, name: str) -> None:
    assert built_in.check_file(str(EXERCISES / name)).problems == ()
    exercise = built_in.exercises()[name.removesuffix(".toml")]
    assert exercise.setup
    assert exercise.cues
    assert exercise.sources


@pytest.mark.parametrize("name", names(ROUTINES))
def test_a_built_in_routine_has_none(built_in: Library, name: str) -> None:
    assert built_in.check_file(str(ROUTINES / name)).problems == ()
    assert built_in.routine(name.removesuffix(".toml")).source


@pytest.fixture
def everything(built_in: Library) -> Routine:
    """The sample with every key."""
    return built_in.routine(str(DATA / "routines_good" / "everything.toml"))


def test_every_key_of_a_routine_arrives(everything: Routine) -> None:
    assert everything.id == "everything"
    assert everything.title == "Everything"
    assert everything.source == "glutetimer's own tests"
    assert (everything.level, everything.frequency) == ("for tests", "with every change")
    assert everything.language == "en-GB"
    assert everything.notes.startswith("Two paragraphs of notes.\n\nThis")
    assert everything.notes.endswith("🍑.")
    assert everything.circuits == (Circuit("A", 3, 60.0), Circuit("B", 2, 60.0))
    assert everything.equipment == ("loop band", "2 x 5 kg")


def test_every_key_of_an_entry_arrives(everything: Routine) -> None:
    bridge = everything.entries[0]
    assert bridge.exercise.id == "glute-bridge"
    assert (bridge.sets, bridge.amount) == (2, Reps(10, 12))
    assert bridge.tempo == Tempo(lift_s=2, top_s=1, lower_s=3, pause_s=0.5)
    assert (bridge.rest_s, bridge.rest_after_s, bridge.change_s) == (90, 20, 10)
    assert (bridge.load, bridge.note) == ("2 x 5 kg", "The first of all")
    assert bridge.cues == ("Ribs down", "Heels heavy")
    assert bridge.dose_source is DoseSource.ARTICLE


def test_amounts_sides_and_circuits_arrive(everything: Routine) -> None:
    _, held, clam, dog, iso, walk = everything.entries
    assert held.amount == Hold(30.0)
    assert held.dose_source is DoseSource.EDITORIAL
    assert (clam.sides, clam.start, clam.switch_s) == (Sides.EACH, Side.RIGHT, 5.0)
    assert clam.tempo == Tempo(lift_s=2, top_s=1, lower_s=2, pause_s=0)
    assert (dog.amount, dog.sides) == (OpenReps(), Sides.ALTERNATING)
    assert iso.amount == OpenHold()
    assert (walk.amount, walk.start) == (Steps(5), Side.LEFT)
    assert [entry.circuit for entry in everything.entries] == ["", "", "A", "A", "B", ""]
    assert [entry.sets for entry in (clam, dog, iso)] == [1, 1, 1]  # the rounds make the sets


def test_what_a_routine_leaves_out_comes_from_the_exercise(built_in: Library) -> None:
    routine = built_in.routine(str(DATA / "routines_good" / "minimal.toml"))
    entry, exercise = routine.entries[0], built_in.exercises()["glute-bridge"]
    assert (entry.sets, entry.amount) == (exercise.dose.sets, exercise.dose.amount)
    assert (entry.rest_s, entry.tempo) == (exercise.dose.rest_s, exercise.tempo)
    assert (entry.sides, entry.switch_s) == (exercise.sides, exercise.switch_s)
    assert (entry.change_s, routine.language) == (None, "en")


def test_a_file_that_holds_its_exercises(built_in: Library) -> None:
    routine = built_in.routine(str(DATA / "routines_good" / "holds_its_exercises.toml"))
    plank, bridge = (entry.exercise for entry in routine.entries)
    assert (plank.name, bridge.name) == ("Side plank", "Bridge, heels far away")
    assert routine.alternatives["wall-plank"].name == "Plank at the wall"
    assert routine.entries[0].sides is Sides.LEFT
