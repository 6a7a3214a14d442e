"""A routine that is given away: one file that opens where none of the giver's exercises are."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer import resources
from glutetimer.core.draft import EntryDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import CueMoment, Position
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings
from glutetimer.files.importer import Importer
from glutetimer.files.library import Library
from glutetimer.files.own_routines import OwnRoutines
from tests.built_in import library as built_in_library
from tests.files.conftest import CheckText, write_exercises

PLANK = """\
# from the course
name = "Side plank"   # as Anna calls it
position = "plank"
kind = "hold"
easier = ["wall-plank", "iso"]

[cues]
setup = [
    "Elbow under the shoulder.",  # first of all
    { say = "Long from head to heel.", short = "Long" },
]

[say]
plank = "plenk"

[[faults]]
sign = "The hip sinks"
mend = "Lift it a little"

[[faults]]
sign = "The head hangs"
mend = "Look ahead"
"""
WALL = 'name = "Plank at the wall"\nposition = "standing"\nkind = "hold"\nharder = ["side-plank"]\n'
MINE = """\
# Anna, in spring
title = "Mine"

[[exercise]]
use = "Side Plank"   # the left one is weak
sets = 2

[[exercise]]
use = "clam"
# the end
"""


class Home:
    """A library with built-in exercises and the person's own files."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        write_exercises(folder / "exercises")
        (folder / "built-in").mkdir()
        self.library = Library(
            folder / "exercises", folder / "built-in", self.data, folder / "cache"
        )
        self.importer = Importer(self.library, self.data / "routines")
        self.shelf = OwnRoutines(self.library, self.data)

    def exercise(self, name: str, text: str) -> None:
        """Write an exercise of the person's own."""
        self._write("exercises", name, text)

    def routine(self, text: str) -> Path:
        """Write a routine of the person's own."""
        return self._write("routines", "mine", text)

    def _write(self, kind: str, name: str, text: str) -> Path:
        path = self.data / kind / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path


@pytest.fixture
def make_home(tmp_path: Path) -> Callable[[str], Home]:
    def make(name: str) -> Home:
        (tmp_path / name).mkdir()
        return Home(tmp_path / name)

    return make


@pytest.fixture
def giver(make_home: Callable[[str], Home]) -> Home:
    home = make_home("giver")
    home.exercise("side-plank", PLANK)
    home.exercise("wall-plank", WALL)
    home.exercise("never-used", 'name = "Never used"\nposition = "supine"\n')
    home.routine(MINE)
    return home


@pytest.fixture
def taker(make_home: Callable[[str], Home]) -> Home:
    return make_home("taker")


def alternatives(routine: Routine) -> dict[str, str]:
    return {name: exercise.name for name, exercise in routine.alternatives.items()}


# What is given


def test_it_opens_where_the_exercises_are_not(giver: Home, taker: Home) -> None:
    given = giver.library.given("mine")
    here = giver.library.routine("mine")

    for text in (given.text, given.short_text):
        there = taker.library.routine_of(text, "mine")
        assert there == here
        assert alternatives(there).items() >= alternatives(here).items()
    assert given.carried == ("Side plank", "Plank at the wall")


def test_comments_and_order_of_both_files_stay(giver: Home) -> None:
    text = giver.library.given("mine").text

    assert text.startswith(MINE)
    for line in PLANK.splitlines():
        if not line.startswith("["):
            assert line in text.splitlines()
    assert "\n[exercises.side-plank.cues]\n" in text
    assert text.count("[[exercises.side-plank.faults]]") == 2
    assert "#" not in giver.library.given("mine").short_text


def test_a_routine_that_needs_nothing_is_given_as_it_is(giver: Home) -> None:
    for text in ('title = "Mine"\r\n[[exercise]]\r\nuse = "clam" # \r\n', "\ufeff" + MINE):
        path = giver.routine(text.replace("Side Plank", "iso"))
        assert giver.library.given("mine").text.encode() == path.read_bytes()


def test_a_name_without_a_file_is_no_exercise_of_that_id(giver: Home) -> None:
    giver.routine('title = "Mine"\n[[exercise]]\nname = "Side plank"\nhold = 20\n')

    assert giver.library.given("mine").carried == ()


def test_an_own_file_in_place_of_a_built_in_one_goes_along(giver: Home, taker: Home) -> None:
    giver.exercise("clam", 'name = "Clam, my way"\nposition = "side-lying"\n')
    giver.routine('title = "Mine"\n[[exercise]]\nuse = "clam"\n')

    given = giver.library.given("mine")

    [entry] = taker.library.routine_of(given.text, "mine").entries
    assert entry.exercise.name == "Clam, my way"
    assert taker.library.exercises()["clam"].name == "Clam"


def test_what_is_held_already_is_not_put_in_again(giver: Home, taker: Home) -> None:
    taker.routine(giver.library.given("mine").text)
    taker.exercise("side-plank", 'name = "Another plank"\nposition = "plank"\n')

    given = taker.library.given("mine")

    assert given.text == giver.library.given("mine").text
    assert given.carried == ()


def test_an_alternative_with_mistakes_is_left_behind(giver: Home, taker: Home) -> None:
    giver.exercise("wall-plank", 'name = "Plank at the wall"\n')

    given = giver.library.given("mine")

    [entry, _] = taker.library.routine_of(given.text, "mine").entries
    assert entry.exercise.easier == ("iso",)
    assert entry.exercise.cues_at(CueMoment.SETUP)


@pytest.mark.parametrize(
    "text",
    [
        'title = "Mine"\nexercise = [{ use = "side-plank" }]\n',
        'title = "Mine"\nexercises = { x = { name = "X", position = "prone" } }\n'
        '[[exercise]]\nuse = "side-plank"\n',
        'title = "Mine"\r\n[[exercise]]\r\nuse = "side-plank"',
    ],
)
def test_files_of_every_form_can_be_given(giver: Home, taker: Home, text: str) -> None:
    giver.routine(text)

    given = giver.library.given("mine")

    assert taker.library.routine_of(given.text, "mine") == giver.library.routine("mine")
    assert given.text.count("\n") == given.text.count("\r\n") or "\r" not in given.text


def test_an_id_of_another_script_is_quoted(giver: Home, taker: Home) -> None:
    giver.exercise("rückenlage", PLANK)
    giver.routine('title = "Mine"\n[[exercise]]\nuse = "Rückenlage"\n')

    given = giver.library.given("mine")

    assert taker.library.routine_of(given.text, "mine") == giver.library.routine("mine")
    assert taker.library.routine_of(given.short_text, "mine") == giver.library.routine("mine")


def test_a_movement_goes_along_whole(giver: Home, taker: Home) -> None:
    folder = resources.assets_dir() / "exercises"
    for path in sorted(folder.glob("*.toml")):
        # By itself: with its easier and harder ones nearly all others would go along each time.
        own = re.sub(r"^(easier|harder) = .*\n", "", path.read_text("utf-8"), flags=re.M)
        giver.exercise(path.stem, own)
    for path in sorted(folder.glob("*.toml")):
        giver.routine(f'title = "Mine"\n[[exercise]]\nuse = "{path.stem}"\n')
        given = giver.library.given("mine")
        [here], [there] = (
            giver.library.routine("mine").entries,
            taker.library.routine_of(given.text, "mine").entries,
        )
        assert there == here
        assert (there.exercise.motion is None) == (here.exercise.motion is None)
        assert path.read_text("utf-8").splitlines()[0] in given.text  # its comments


def test_every_built_in_routine_is_the_same_in_short() -> None:
    library = built_in_library()
    for listing in library.listings(Settings()):
        given = library.given(listing.id)
        assert len(given.short_text) < len(given.text)
        assert library.routine_of(given.short_text, listing.id) == library.routine(listing.id)


def test_a_routine_with_mistakes_is_not_given(giver: Home) -> None:
    giver.routine("title = 3\n")
    with pytest.raises(Trouble, match="title"):
        giver.library.given("mine")


def test_what_would_be_too_large_to_be_read_is_refused(giver: Home) -> None:
    giver.exercise("side-plank", PLANK + "# " + "x" * 200_000)
    giver.routine(MINE + "# " + "x" * 100_000)
    with pytest.raises(Trouble, match="256 KiB"):
        giver.library.given("mine")


# Exercises in a routine's file


def test_it_wins_in_its_routine_alone_and_reads_as_a_file(check_text: CheckText) -> None:
    text = 'title = "Mine"\n[[exercise]]\nuse = "My plank"\nhold = 5\n[exercises.my-plank]\n'
    good = 'name = "Plank"\nposition = "plank"\nkind = "hold"\n'
    assert check_text(text + good) == []
    slips = check_text(text + 'name = "Plank"\nposition = "plnk"\nkind = "hold"\ncolour = 1\n')
    assert len(slips) == 2
    assert slips[0].startswith('line 7: position is "plnk"; write "plank", or one of')
    assert slips[1].startswith('line 9: unknown key "colour"; ')
    assert check_text(text + good + 'easier = ["my-planck", "bridge"]\n') == [
        'line 9: easier names the unknown exercise "my-planck"; did you mean "my-plank"?'
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[[exercises]]\nuse = "clam"\n',
            [
                'line 1: the routine has no exercise; add [[exercise]] with use = "..."',
                "line 2: write [[exercise]] for what is done; [exercises.my-id] holds an "
                "exercise file",
            ],
        ),
        (
            '[[exercise]]\nuse = "clam"\n[exercises.A]\nname = "A"\nposition = "prone"\n'
            '[exercises.a]\nname = "A"\nposition = "prone"\n',
            ['line 7: a has the same id as another, "a"; give it another'],
        ),
        (
            '[[exercise]]\nuse = "clam"\n[exercises]\nclam = 3\n',
            ["line 5: clam is 3; write a table: [clam]"],
        ),
    ],
)
def test_slips_lead_to_what_to_write(check_text: CheckText, text: str, told: list[str]) -> None:
    assert check_text(f'title = "Mine"\n{text}') == told


def test_no_more_than_can_be_used_are_held(check_text: CheckText) -> None:
    held = "".join(
        f'[exercises.n{number}]\nname = "N"\nposition = "prone"\n' for number in range(201)
    )
    assert check_text(f'title = "Mine"\n[[exercise]]\nuse = "n1"\n{held}') == [
        "line 4: exercises holds 201; at most 200 are allowed"
    ]


def test_what_no_exercise_uses_may_stay(check_text: CheckText) -> None:
    """The editor takes exercises out, and puts them back."""
    held = '[exercises.plank]\nname = "Plank"\nposition = "plank"\n'
    assert check_text(f'title = "Mine"\n[[exercise]]\nuse = "clam"\n{held}') == []


# The editor


def test_the_editor_knows_and_keeps_what_a_file_holds(giver: Home, taker: Home) -> None:
    text = giver.library.given("mine").text
    path = taker.routine(text)
    opened = taker.shelf.open(str(path))
    plank, clam = opened.draft.entries
    assert plank.name == "Side plank"
    assert taker.shelf.carried(opened)["side-plank"].position is Position.PLANK
    assert taker.shelf.check(opened).routine is not None

    for entries in ((clam, plank), (plank,), (clam,), (EntryDraft("Jump"), clam, plank)):
        changed = type(opened)(
            type(opened.draft)("Mine", entries, opened.draft.circuits), opened.text
        )
        saved = Path(taker.shelf.save(changed)).read_text("utf-8")
        held = text[text.index("[exercises.side-plank]") :]
        assert saved.endswith(held)
        assert taker.shelf.check(changed).problems == ()


# Bringing it in


@pytest.mark.parametrize("name", ["From Anna.toml", "from-anna.txt", ""])
def test_it_comes_in_byte_for_byte(giver: Home, taker: Home, name: str) -> None:
    for text in (giver.library.given("mine").text, giver.library.given("mine").short_text):
        brought = taker.importer.bring(name, text.encode())
        assert brought.source == "glutetimer"
        assert (brought.lost, brought.questions) == ((), ())
        assert [one.title for one in brought.drafts] == ["Mine"]
        first, second = (Path(taker.importer.keep(brought).routines[0]) for _ in range(2))
        assert first != second
        for path in (first, second):
            assert path.read_bytes() == text.encode()
        assert taker.library.routine(first.stem).entries == giver.library.routine("mine").entries


def test_windows_lines_and_a_mark_come_in_as_they_are(taker: Home) -> None:
    content = '\ufefftitle = "Für dich"\r\n[[exercise]]\r\nuse = "clam"\r\n'.encode()
    [path] = taker.importer.keep(taker.importer.bring("", content)).routines
    assert Path(path).name == "für-dich.toml"
    assert Path(path).read_bytes() == content


def test_mistakes_are_told_by_line_and_nothing_is_written(taker: Home) -> None:
    for name, text, told in (
        ("a.toml", "tit le = 1\n", "line 1"),
        ("", 'title = "A"\n[[exercise]]\nuse = "calm"\n', 'line 3: unknown exercise "calm"'),
        ("a.toml", PLANK, "the file of an exercise"),
        ("a.toml", "", "line 1"),
        ("a.toml", "#" * 300_000, "larger than 256 KiB"),
    ):
        with pytest.raises(Trouble, match=told):
            taker.importer.bring(name, text.encode())
    assert not (taker.data / "routines").exists()


# Borrowed figures


def test_whose_figure_is_borrowed_comes_along_and_lends_it_there(giver: Home, taker: Home) -> None:
    lender = resources.assets_dir() / "exercises" / "clam-shell.toml"
    mine = lender.read_text("utf-8")
    for key in ("easier", "harder"):
        mine = "\n".join(line for line in mine.split("\n") if not line.startswith(key))
    giver.exercise("my-clam", mine)
    giver.exercise("clock", 'name = "Clock"\nmoves_like = "my-clam"\n')
    giver.routine(
        'title = "Mine"\n[[exercise]]\nuse = "clock"\n'
        '[[exercise]]\nname = "By the wall"\nmoves_like = "my-clam"\nreps = 5\n'
    )

    given = giver.library.given("mine")
    here = giver.library.routine("mine")

    assert all(entry.exercise.motion is not None for entry in here.entries)
    for text in (given.text, given.short_text):
        assert taker.library.routine_of(text, "mine").entries == here.entries
    assert sorted(given.carried) == sorted(["Clock", giver.library.exercises()["my-clam"].name])


def test_what_a_held_exercise_cannot_borrow_is_named_with_its_line(taker: Home) -> None:
    text = (
        'title = "Mine"\n[[exercise]]\nuse = "clock"\n'
        '[exercises.clock]\nname = "Clock"\nposition = "supine"\nmoves_like = "nobody"\n'
    )
    with pytest.raises(Trouble, match="line 7: moves_like names the unknown exercise"):
        taker.library.routine_of(text, "mine")


def test_a_plan_of_ours_comes_in_byte_for_byte(taker: Home) -> None:
    taker.routine('title = "Mine"\n[[exercise]]\nuse = "clam"\n')
    text = '# in spring\ntitle = "Two weeks"\n[[day]]\nday = "Monday"\nroutine = "mine"\n'
    brought = taker.importer.bring("spring.toml", text.encode())
    assert [day.routine for day in brought.plans[0].days] == ["Mine"]
    [path] = taker.importer.keep(brought).plans
    assert Path(path).read_bytes() == text.encode()
    assert taker.library.check_file(path).problems == ()


def test_a_plan_of_routines_that_are_not_there_is_not_kept(taker: Home) -> None:
    text = 'title = "Two weeks"\n[[day]]\nday = "Monday"\nroutine = "mine"\n'
    with pytest.raises(Trouble, match='line 4: unknown routine "mine"'):
        taker.importer.bring("spring.toml", text.encode())
