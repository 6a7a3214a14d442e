from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Kind
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.library import RoutineLibrary
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.files.library import Library
from tests.files.conftest import write_exercises

SETTINGS = Settings()


class Home:
    """Built-in and own folders of one test, with a library on them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        write_exercises(root / "exercises")
        for name in ("routines", "data/exercises", "data/routines"):
            (root / name).mkdir(parents=True)
        self.write("routines/first-session.toml", "First session", "bridge", "clam")
        self.write("routines/zebra.toml", "Zebra", "bridge")
        self.write("routines/apple.toml", "apple", "walk")
        self.library = self.new_library()

    def new_library(self) -> Library:
        """A library as the next start of the program makes it."""
        root = self.root
        return Library(root / "exercises", root / "routines", root / "data", root / "cache/l.json")

    def write(self, path: str, title: str, *uses: str) -> Path:
        """A routine file of these exercises."""
        entries = "".join(f'[[exercise]]\nuse = "{use}"\n' for use in uses)
        return self.write_text(path, f'title = "{title}"\nsource = "A book"\n{entries}')

    def write_text(self, path: str, text: str) -> Path:
        """Any file."""
        file = self.root / path
        file.write_text(text, encoding="utf-8")
        return file

    def titles(self) -> list[str]:
        """The titles of all listings in their order."""
        return [listing.title for listing in self.library.listings(SETTINGS)]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Five exercises, three built-in routines, none of the person's own."""
    return Home(tmp_path)


def test_it_is_a_routine_library(home: Home) -> None:
    library: RoutineLibrary = home.library
    assert library.routine("zebra").title == "Zebra"


def test_the_default_comes_first_then_built_in_ones_then_own_ones(home: Home) -> None:
    home.write("data/routines/aaa.toml", "Aaa", "bridge")
    home.write("data/routines/Own one.toml", "Abc", "bridge")
    assert home.titles() == ["First session", "apple", "Zebra", "Aaa", "Abc"]
    assert [listing.is_own for listing in home.library.listings(SETTINGS)] == [False] * 3 + [
        True
    ] * 2


def test_a_listing_says_what_the_list_shows(home: Home) -> None:
    listing = home.library.listings(SETTINGS)[0]
    assert (listing.id, listing.title, listing.source) == (
        "first-session",
        "First session",
        "A book",
    )
    assert Path(listing.path) == home.root / "routines" / "first-session.toml"
    assert listing.equipment == ("mat",)
    assert listing.total_s == plan(home.library.routine("first-session")).total_s
    assert listing.problems == ()


@pytest.mark.parametrize(
    "settings",
    [
        replace(SETTINGS, rest_s=100.0),
        replace(SETTINGS, get_ready_s=60.0),
        Settings(exercises=MappingProxyType({"bridge": ExerciseSettings(sets=9)})),
    ],
)
def test_minutes_follow_the_settings(home: Home, settings: Settings) -> None:
    usual = home.library.listings(SETTINGS)[0].total_s
    changed = home.library.listings(settings)[0].total_s
    assert changed == plan(home.library.routine("first-session"), settings).total_s
    assert changed != usual
    assert home.library.listings(SETTINGS)[0].total_s == usual


def test_a_routine_brings_the_alternatives_that_can_be_done(home: Home) -> None:
    home.write_text(
        "data/exercises/bridge.toml",
        'name = "Bridge"\nposition = "supine"\neasier = ["iso"]\nharder = ["clam", "march"]\n',
    )
    home.write_text("data/exercises/march.toml", "name = \n")
    (home.root / "exercises" / "march.toml").unlink()
    home.write("data/routines/mine.toml", "Mine", "bridge")
    some = home.library.routine("mine")
    assert list(some.alternatives) == ["iso", "clam"]
    assert "walk" not in some.alternatives
    settings = Settings(exercises=MappingProxyType({"bridge": ExerciseSettings(instead="clam")}))
    assert [entry.exercise.id for entry in plan(some, settings).entries] == ["clam"]
    usual, own = (
        next(one for one in home.library.listings(of) if one.id == "mine")
        for of in (SETTINGS, settings)
    )
    assert (usual.equipment, own.equipment) == ((), ("mat",))
    assert own.total_s == plan(some, settings).total_s


def test_settings_that_make_a_session_too_long_are_named(home: Home) -> None:
    own = {name: ExerciseSettings(sets=20, rest_s=600) for name in ("bridge", "clam")}
    listing = home.library.listings(Settings(exercises=MappingProxyType(own)))[0]
    assert listing.total_s is None
    assert listing.problems[0].startswith("with your settings: The session would take ")


def test_a_broken_file_is_listed_with_its_mistakes(home: Home) -> None:
    home.write_text("data/routines/half.toml", 'title = "Half"\n[[exercise]]\nuse = "bridg"\n')
    home.write_text("data/routines/no-toml.toml", "title = ")
    half, no_toml = home.library.listings(SETTINGS)[-2:]
    assert (half.title, half.total_s) == ("Half", None)
    assert half.problems == ('line 3: unknown exercise "bridg"; did you mean "bridge"?',)
    assert (no_toml.title, no_toml.total_s) == ("no-toml", None)
    assert no_toml.problems[0].startswith("line 1: this is not TOML")


def test_an_own_routine_takes_the_place_of_a_built_in_one(home: Home) -> None:
    home.write("data/routines/zebra.toml", "My zebra", "iso")
    home.write("data/routines/first-session.toml", "My first", "iso")
    assert home.titles() == ["My first", "apple", "My zebra"]
    assert home.library.routine("zebra").title == "My zebra"


def test_two_own_files_with_one_id_are_both_listed(home: Home) -> None:
    home.write("data/routines/My one.toml", "Spaced", "iso")
    home.write("data/routines/my-one.toml", "Hyphened", "iso")
    listings = {listing.title: listing for listing in home.library.listings(SETTINGS)}
    assert listings["Spaced"].problems == ()
    assert listings["Hyphened"].problems == (
        'line 1: "my-one.toml" and "My one.toml" have the same id, "my-one"; rename one of them',
    )
    assert len({listing.id for listing in listings.values()}) == len(listings)


def test_two_own_exercises_with_one_id_are_both_named(home: Home) -> None:
    for name in ("Übung", "übung"):
        text = 'name = "X"\nposition = "supine"\n'
        home.write_text(f"data/exercises/{name}.toml", text)
    ((path, problems),) = home.library.faulty_exercises().items()
    assert path.stem == "übung"
    assert [str(problem) for problem in problems] == [
        'line 1: "übung.toml" and "Übung.toml" have the same id, "übung"; rename one of them'
    ]


BEYOND = """name = "Stand"
position = "standing"
[motion]
[motion.poses.start]
pelvis = { at = [0, 0, 0.88] }
feet = { at = [0, 0.12] }
[motion.poses.top]
pelvis = { at = [0, 0, 1.2] }
"""


def test_a_movement_that_nobody_can_do_keeps_an_own_exercise_from_being_done(home: Home) -> None:
    own = home.write_text("data/exercises/stand.toml", BEYOND)
    assert "stand" not in home.library.exercises()
    assert own in home.library.faulty_exercises()


def test_movements_that_come_with_the_program_are_tried_only_when_all_is_looked_at(
    home: Home,
) -> None:
    built_in = home.write_text("exercises/stand.toml", BEYOND)
    assert "stand" in home.library.exercises()
    ((path, problems),) = home.library.faulty_exercises().items()
    assert path == built_in
    assert any("lacks 30 cm to its target" in str(problem) for problem in problems)


def test_missing_folders_of_the_person_are_no_trouble(home: Home) -> None:
    for name in ("routines", "exercises"):
        (home.root / "data" / name).rmdir()
    assert home.titles() == ["First session", "apple", "Zebra"]


def test_other_files_are_not_listed(home: Home) -> None:
    home.write_text("data/routines/notes.txt", "Buy a mat")
    home.write_text("data/routines/.hidden.toml", "x")
    home.write_text("data/routines/zebra.toml~", "x")
    assert len(home.titles()) == 3


def test_a_link_to_nowhere_and_a_folder_are_listed_with_their_mistake(home: Home) -> None:
    (home.root / "data/routines/folder.toml").mkdir()
    (home.root / "data/routines/link.toml").symlink_to(home.root / "nowhere.toml")
    folder, link = home.library.listings(SETTINGS)[-2:]
    assert folder.problems == ("this is a folder, not a file",)
    assert link.problems == ("there is no such file",)


def test_names_of_a_file_cannot_steer_a_terminal(home: Home) -> None:
    home.write_text("data/routines/a\x1b[2Jb.toml", "x")
    listing = home.library.listings(SETTINGS)[-1]
    assert listing.title == "a\\x1b[2Jb"


def test_changes_are_seen_at_once(home: Home) -> None:
    assert home.titles()[-1] == "Zebra"
    home.write("routines/zebra.toml", "Zebra, larger", "bridge")
    assert home.titles()[-1] == "Zebra, larger"
    before = home.library.routine("zebra").entries[0]
    home.write_text("data/exercises/bridge.toml", 'name = "Mine"\nposition = "standing"\n')
    after = home.library.routine("zebra").entries[0]
    assert (before.exercise.name, after.exercise.name) == ("Bridge", "Mine")
    assert home.library.exercises()["bridge"].name == "Mine"


@pytest.mark.parametrize("name", ["zebra", "Zebra", "ZEBRA", " zebra ", "apple", "First Session"])
def test_a_routine_is_found_by_id_and_by_title_in_any_case(home: Home, name: str) -> None:
    assert home.library.routine(name).title.casefold() == name.strip().casefold()


def test_a_routine_is_found_by_path(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home.write("data/Back Day.toml", "Back day", "bridge")
    assert home.library.routine(str(file)).id == "back-day"
    monkeypatch.chdir(home.root / "data")
    assert home.library.routine("Back Day.toml").title == "Back day"
    file.rename(file.with_suffix(""))
    assert home.library.routine("Back Day").title == "Back day"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("zebar", 'There is no routine "zebar". The nearest are "zebra".'),
        ("frst sesion", 'There is no routine "frst sesion". The nearest are "first-session".'),
        (
            "qqq",
            'There is no routine "qqq". '
            'There are "apple", "first-session", "zebra"; or give a file\'s path.',
        ),
        ("", 'There is no routine "". There are'),
        ("a\x1b[2J", 'There is no routine "a\\x1b[2J".'),
        ("no/such.toml", "There is no such file (no/such.toml). "),
        ("a\0/b", "There is no such file (a\\x00/b). "),
        ("/", "This is a folder, not a file (/). "),
    ],
)
def test_an_unknown_routine_is_answered_with_the_nearest(home: Home, name: str, told: str) -> None:
    with pytest.raises(Trouble) as caught:
        home.library.routine(name)
    assert str(caught.value).startswith(told)


def test_a_broken_routine_is_refused_with_every_mistake(home: Home) -> None:
    text = 'title = "X"\n[[exercise]]\nuse = "bridge"\nsets = 0\nreps = 0\n'
    file = home.write_text("data/routines/x.toml", text)
    with pytest.raises(Trouble) as caught:
        home.library.routine("x")
    assert caught.value.what == (
        "The file has 2 mistakes: line 4: sets is 0; write a whole number from 1 to 20; "
        "line 5: reps is 0; write 1 to 100 reps"
    )
    assert caught.value.where == str(file)


def test_a_broken_own_exercise_is_a_mistake_of_the_routine_that_uses_it(home: Home) -> None:
    file = home.write_text("data/exercises/bridge.toml", 'name = "B"\nposition = "up"\nx = 1\n')
    routine = home.root / "routines" / "zebra.toml"
    (problem,) = home.library.check_file(str(routine)).problems
    assert problem.line == 4
    assert problem.message.startswith(
        'the exercise file bridge.toml has mistakes: line 2: position is "up"; write one of '
    )
    assert problem.message.endswith(" (and 1 more)")
    assert [problem.line for problem in home.library.check_file(str(file)).problems] == [2, 3]
    assert home.library.exercises()["bridge"].name == "Bridge"  # the built-in one is still there


def test_alternatives_that_cannot_be_read_are_not_offered(home: Home) -> None:
    home.write_text("data/exercises/bad.toml", "name = ")
    text = 'name = "Kick"\nposition = "all-fours"\neasier = ["bad", "clam"]\n'
    home.write_text("data/exercises/kick.toml", text)
    exercises = home.library.exercises()
    assert "bad" not in exercises
    assert exercises["kick"].easier == ("clam",)


def test_an_exercise_needs_only_a_name_and_a_position(home: Home) -> None:
    home.write_text("data/exercises/kick.toml", 'name = "Kick"\nposition = "all-fours"\n')
    home.write("data/routines/kicks.toml", "Kicks", "kick")
    entry = home.library.routine("kicks").entries[0]
    assert (entry.exercise.kind, entry.sets) == (Kind.REPS, 2)
    assert home.library.check_file(str(home.root / "data/exercises/kick.toml")).problems == ()


def test_a_walk_begins_with_the_first_of_its_directions(home: Home) -> None:
    assert home.library.routine("apple").entries[0].start == "right"


def test_alternating_reps_become_a_hold_on_each_side(home: Home) -> None:
    text = 'title = "X"\n[[exercise]]\nuse = "march"\nhold = 20\n'
    file = home.write_text("data/x.toml", text)
    assert home.library.routine(str(file)).entries[0].sides == "each"


def test_an_alternative_may_come_later(home: Home) -> None:
    text = 'name = "Kick"\nposition = "all-fours"\neasier = ["lift"]\n'
    home.write_text("data/exercises/kick.toml", text)
    home.write("data/routines/kicks.toml", "Kicks", "kick")
    assert "unknown exercise" in home.library.listings(SETTINGS)[-1].problems[0]
    home.write_text("data/exercises/lift.toml", 'name = "Lift"\nposition = "supine"\n')
    assert home.library.listings(SETTINGS)[-1].problems == ()


def test_the_pause_between_the_sides_is_the_exercises_unless_the_routine_has_one(
    home: Home,
) -> None:
    clam = '[[exercise]]\nuse = "clam"\n'
    file = home.write_text("data/x.toml", f'title = "X"\n{clam}{clam}switch = 3\n')
    entries = home.library.routine(str(file)).entries
    assert [entry.switch_s for entry in entries] == [7.0, 3.0]
