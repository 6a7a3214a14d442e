"""Ids of file names in any script."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.plan.plan import plan
from glutetimer.core.settings import ExerciseSettings, Settings, dose_key
from glutetimer.files.library import Library
from glutetimer.files.toml_folder import id_of
from glutetimer.store.settings_file import SettingsFile
from tests.fakes import FakeClock
from tests.files.conftest import write_exercises

NAMES = ["Übung", "Äbung", "Йога", "Спина", "体操", "体育", "योग", "Γλουτοί", "تمرين", "엉덩이"]
ROUTINE = 'title = "Titel"\n[[exercise]]\nuse = "{}"\n'


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("First Session", "first-session"),
        ("glute_bridge (2)", "glute-bridge-2"),
        ("--A--b.c", "a-b-c"),
        ("Rücken am Morgen", "rücken-am-morgen"),
        ("Straße", "strasse"),
        ("\uff21\uff22\uff11", "ab1"),
        ("ﬁt", "fit"),
        ("योग दिन", "योग-दिन"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u202eb", "ab"),
        ("💪", "unnamed"),
        ("❤️", "unnamed"),
        ("", "unnamed"),
        ("\udcff", "unnamed"),
    ],
)
def test_an_id_has_letters_and_digits_of_any_script(name: str, expected: str) -> None:
    assert id_of(name) == expected
    assert id_of(normalize("NFD", name)) == expected


@given(st.text())
def test_the_id_of_an_id_is_itself(name: str) -> None:
    assert id_of(id_of(name)) == id_of(name)
    assert "/" not in id_of(name)


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_names_have_the_ids_that_they_had(name: str) -> None:
    letters = "".join(char if char.isalnum() else "-" for char in name.lower())
    assert id_of(name) == ("-".join(part for part in letters.split("-") if part) or "unnamed")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    write_exercises(tmp_path / "exercises")
    for kind in ("routines", "exercises"):
        (tmp_path / "data" / kind).mkdir(parents=True)
    for name in NAMES:
        file = tmp_path / "data/routines" / f"{name}.toml"
        file.write_text(ROUTINE.format(normalize("NFD", name)), "utf-8")
        exercise = tmp_path / "data/exercises" / f"{name}.toml"
        exercise.write_text(f'name = "{name}"\nposition = "supine"\n', "utf-8")
    return Library(
        tmp_path / "exercises", tmp_path / "none", tmp_path / "data", tmp_path / "cache" / "l"
    )


def test_each_has_an_id_of_its_own_and_no_mistake(library: Library) -> None:
    listings = library.listings(Settings())
    assert [listing.problems for listing in listings] == [()] * len(NAMES)
    assert len({listing.id for listing in listings}) == len(NAMES)
    for listing in listings:
        assert library.check_file(listing.path).problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_each_is_found_however_it_is_typed(library: Library, name: str) -> None:
    for typed in (name, name.lower(), name.upper(), normalize("NFD", name), f" {name} "):
        routine = library.routine(typed)
        assert routine.id == id_of(name)
        assert routine.entries[0].exercise.name == name


@pytest.mark.parametrize("name", NAMES)
def test_own_doses_are_kept_under_such_ids(library: Library, tmp_path: Path, name: str) -> None:
    routine = library.routine(name)
    exercise_id = routine.entries[0].exercise.id
    key = dose_key(routine.id, exercise_id)
    file = SettingsFile(tmp_path / "settings.toml", FakeClock())
    file.save(Settings(exercises={key: ExerciseSettings(sets=7)}))
    settings, notices = file.load()
    assert notices == ()
    assert plan(routine, settings.in_routine(routine.id)).entries[0].sets == 7
