"""The person's own routine files: opened, checked, saved, deleted, kept while they are made."""

from dataclasses import replace
from pathlib import Path

import pytest

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import (
    Cue,
    CueMoment,
    Hold,
    OpenHold,
    OpenReps,
    Position,
    Reps,
    Sides,
    Steps,
    Tempo,
    Work,
)
from glutetimer.core.ports.shelf import DraftProblem, OpenDraft
from glutetimer.core.routine import Circuit
from glutetimer.core.settings import Settings
from glutetimer.files.library import Library
from glutetimer.files.own_routines import OwnRoutines
from tests.files.conftest import write_exercises

MINE = '# by hand\ntitle = "Mine"\n\n[[exercise]]\nuse = "clam"\nsets = 2 # two\n'
PLANK = EntryDraft("Plank", amounts=(Hold(20.0),))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_exercises(tmp_path / "exercises")
    (tmp_path / "built-in").mkdir()
    (tmp_path / "built-in" / "first.toml").write_text(MINE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def own_library(home: Path) -> Library:
    return Library(home / "exercises", home / "built-in", home / "data", home / "cache")


@pytest.fixture
def shelf(home: Path, own_library: Library) -> OwnRoutines:
    return OwnRoutines(own_library, home / "data")


@pytest.fixture
def mine(home: Path) -> Path:
    path = home / "data" / "routines" / "mine.toml"
    path.parent.mkdir(parents=True)
    path.write_text(MINE, encoding="utf-8")
    return path


def with_sets(opened: OpenDraft, sets: int) -> OpenDraft:
    [entry] = opened.draft.entries
    return replace(opened, draft=replace(opened.draft, entries=(replace(entry, sets=sets),)))


# Saving


def test_a_file_is_opened_changed_and_saved(shelf: OwnRoutines, mine: Path) -> None:
    opened = shelf.open(str(mine))
    assert opened.draft.entries == (EntryDraft("Clam", "clam", sets=2),)
    assert shelf.save(with_sets(opened, 5)) == str(mine)
    assert mine.read_text() == MINE.replace("sets = 2", "sets = 5")


def test_saving_what_is_unchanged_changes_no_byte(shelf: OwnRoutines, mine: Path) -> None:
    content = b"\xef\xbb\xbf" + MINE.replace("\n", "\r\n").encode()
    mine.write_bytes(content)
    shelf.save(shelf.open(str(mine)))
    assert mine.read_bytes() == content


def test_a_duplicate_keeps_the_comments_and_never_hides_another(
    shelf: OwnRoutines, home: Path, own_library: Library
) -> None:
    opened = shelf.open(str(home / "built-in" / "first.toml"))
    copy = replace(opened, path="", draft=replace(opened.draft, title="First"))
    paths = [Path(shelf.save(copy)), Path(shelf.save(copy))]
    assert [path.name for path in paths] == ["first-2.toml", "first-3.toml"]
    assert paths[0].read_text() == MINE.replace('"Mine"', '"First"')
    ids = [listing.id for listing in own_library.listings(Settings())]
    assert sorted(ids) == ["first", "first-2", "first-3"]


def test_a_new_routine_is_a_file_that_reads_as_written(shelf: OwnRoutines) -> None:
    draft = RoutineDraft("My ev\u00e9ning", (PLANK,))
    path = shelf.save(OpenDraft(draft))
    assert Path(path).name == "my-ev\u00e9ning.toml"
    assert shelf.open(path).draft == draft


def test_a_file_that_changed_meanwhile_is_not_written_over_unseen(
    shelf: OwnRoutines, mine: Path
) -> None:
    opened = with_sets(shelf.open(str(mine)), 5)
    mine.write_text(MINE + "rest = 10\n", encoding="utf-8")
    with pytest.raises(Trouble, match="Another program has changed"):
        shelf.save(opened)
    assert mine.read_text() == MINE + "rest = 10\n"
    shelf.save(opened)
    assert mine.read_text() == MINE.replace("sets = 2", "sets = 5")


@pytest.mark.parametrize("is_changed_before_the_start", [True, False])
def test_a_draft_that_goes_on_after_a_crash_writes_over_no_change_unseen(
    shelf: OwnRoutines,
    own_library: Library,
    home: Path,
    mine: Path,
    is_changed_before_the_start: bool,
) -> None:
    shelf.keep(with_sets(shelf.open(str(mine)), 5), "")
    if is_changed_before_the_start:
        mine.write_text(MINE + "rest = 10\n", encoding="utf-8")
    later = OwnRoutines(own_library, home / "data")
    [resumed] = later.kept().values()
    mine.write_text(MINE + "rest = 10\n", encoding="utf-8")
    with pytest.raises(Trouble, match="Another program has changed"):
        later.save(resumed)
    assert mine.read_text() == MINE + "rest = 10\n"


def test_a_draft_that_goes_on_after_a_crash_is_saved_where_nothing_changed(
    shelf: OwnRoutines, own_library: Library, home: Path, mine: Path
) -> None:
    shelf.keep(with_sets(shelf.open(str(mine)), 5), "")
    later = OwnRoutines(own_library, home / "data")
    [resumed] = later.kept().values()
    later.save(resumed)
    assert mine.read_text() == MINE.replace("sets = 2", "sets = 5")


def test_what_has_mistakes_is_not_saved(shelf: OwnRoutines, mine: Path) -> None:
    opened = shelf.open(str(mine))
    with pytest.raises(Trouble, match="title"):
        shelf.save(replace(opened, draft=replace(opened.draft, title="")))
    assert mine.read_text() == MINE


def test_a_disk_that_cannot_be_written_is_told(shelf: OwnRoutines, home: Path) -> None:
    (home / "data").write_text("in the way")
    with pytest.raises(Trouble, match="Cannot write"):
        shelf.save(OpenDraft(RoutineDraft("Mine", (PLANK,))))


def test_a_file_with_mistakes_is_not_opened(shelf: OwnRoutines, mine: Path) -> None:
    mine.write_text(MINE + "reps = 0\n", encoding="utf-8")
    with pytest.raises(Trouble, match="reps"):
        shelf.open(str(mine))


# Checking


def test_a_draft_is_checked_as_its_file_would_be(shelf: OwnRoutines) -> None:
    checked = shelf.check(OpenDraft(RoutineDraft("Mine", (PLANK,))))
    assert checked.routine is not None
    assert checked.routine.entries[0].amount == Hold(20.0)


def test_problems_stand_at_their_entry_and_key(shelf: OwnRoutines) -> None:
    wrong = replace(PLANK, sets=2, amounts=(Reps(8, 8), Reps(6, 6), Reps(4, 4)))
    checked = shelf.check(OpenDraft(RoutineDraft("Mine", (PLANK, wrong))))
    message = "reps has 3 values for 2 sets; write one for each set"
    assert checked == type(checked)(None, (DraftProblem(message, 1, "reps"),))


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (RoutineDraft("Mine"), "Add an exercise to begin with"),
        (RoutineDraft("", (PLANK,)), "title is empty; give it a text or leave it out"),
    ],
)
def test_what_a_whole_draft_lacks_is_told(
    shelf: OwnRoutines, draft: RoutineDraft, message: str
) -> None:
    assert shelf.check(OpenDraft(draft)).problems == (DraftProblem(message),)


# Deleting


def test_a_deleted_file_comes_back(shelf: OwnRoutines, mine: Path) -> None:
    place = shelf.delete(str(mine))
    assert not mine.exists()
    assert Path(place).parent == mine.parent.parent / "deleted"
    assert shelf.restore(place, str(mine)) == str(mine)
    assert mine.read_text() == MINE


def test_it_comes_back_beside_one_that_has_its_name_now(shelf: OwnRoutines, mine: Path) -> None:
    place = shelf.delete(str(mine))
    mine.write_text("other")
    assert Path(shelf.restore(place, str(mine))).name == "mine-2.toml"
    assert mine.read_text() == "other"


def test_only_own_files_can_be_deleted(shelf: OwnRoutines, home: Path) -> None:
    with pytest.raises(Trouble, match="of your own"):
        shelf.delete(str(home / "built-in" / "first.toml"))


def test_a_file_that_is_gone_cannot_be_deleted(shelf: OwnRoutines, mine: Path) -> None:
    mine.unlink()
    with pytest.raises(Trouble, match="Nothing was moved"):
        shelf.delete(str(mine))


# Drafts that are kept


def test_a_kept_draft_is_there_after_a_crash(
    shelf: OwnRoutines, mine: Path, home: Path, own_library: Library
) -> None:
    opened = with_sets(shelf.open(str(mine)), 5)
    name = shelf.keep(opened, "")
    assert name == "mine.toml"
    assert shelf.keep(with_sets(opened, 6), name) == name
    other = OwnRoutines(own_library, home / "data")
    [(kept_name, kept)] = other.kept().items()
    assert (kept_name, kept.path) == (name, str(mine))
    assert kept.draft == with_sets(opened, 6).draft
    other.save(kept)
    assert mine.read_text() == MINE.replace("sets = 2", "sets = 6")
    other.forget(name)
    assert other.kept() == {}


def test_a_draft_may_be_anything_but_whole(shelf: OwnRoutines) -> None:
    empty, wrong = RoutineDraft(""), RoutineDraft("W", (replace(PLANK, circuit="B"),))
    names = [shelf.keep(OpenDraft(draft), "") for draft in (empty, wrong)]
    assert [shelf.kept()[name].draft for name in names] == [empty, wrong]


def test_what_is_no_draft_is_left_out(shelf: OwnRoutines, home: Path) -> None:
    folder = home / "data" / "drafts"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text("not = [toml")
    (folder / "b.toml").write_text(MINE)
    assert shelf.kept() == {}
    shelf.forget("../routines/none.toml")


def test_a_draft_that_cannot_be_kept_is_no_trouble(shelf: OwnRoutines, home: Path) -> None:
    (home / "data").write_text("in the way")
    assert shelf.keep(OpenDraft(RoutineDraft("Mine", (PLANK,))), "") == ""


# Fields


@pytest.mark.parametrize(
    ("key", "typed", "expected", "shown"),
    [
        ("sets", "3", {"sets": 3}, "3"),
        ("sets", "2-3", {"sets": 2, "most_sets": 3}, "2-3"),
        ("reps", "8, 6, 4", {"amounts": (Reps(8, 8), Reps(6, 6), Reps(4, 4))}, "8, 6, 4"),
        ("reps", "8,6,Open", {"amounts": (Reps(8, 8), Reps(6, 6), OpenReps())}, "8, 6, open"),
        ("reps", "10-12", {"amounts": (Reps(10, 12),)}, "10-12"),
        ("hold", "20/15/10 s", {"amounts": (Hold(20), Hold(15), Hold(10))}, "20 s, 15 s, 10 s"),
        ("hold", "20,15,10", {"amounts": (Hold(20), Hold(15), Hold(10))}, "20 s, 15 s, 10 s"),
        ("hold", "2,5", {"amounts": (Hold(2.5),)}, "2.5 s"),
        ("hold", "5-10s", {"amounts": (Hold(5, 10),)}, "5-10 s"),
        ("hold", "open", {"amounts": (OpenHold(),)}, "open"),
        ("work", "1:30", {"amounts": (Work(90),)}, "90 s"),
        ("steps", "5", {"amounts": (Steps(5),)}, "5"),
        ("tempo", "3-1-2", {"tempos": (Tempo(2.0, 0.0, 3.0, 1.0),)}, "3-1-2-0"),
        ("rest", "30", {"rests_s": (30.0,)}, "30 s"),
        ("rest", "30; 1m", {"rests_s": (30.0, 60.0)}, "30 s, 60 s"),
        ("rest", "30-60 s", {"rests_s": (30.0,), "most_rest_s": 60.0}, "30-60 s"),
        ("rest_after", "1 min", {"rest_after_s": 60.0}, "60 s"),
        ("sides", "left", {"sides": Sides.LEFT}, "left"),
        ("position", "plank", {"position": Position.PLANK}, "plank"),
        ("load", "band, or nothing", {"loads": ("band, or nothing",)}, "band, or nothing"),
        ("load", "4 kg, 6 kg", {"loads": ("4 kg", "6 kg")}, "4 kg, 6 kg"),
        ("note", " low  and slow ", {"note": "low and slow"}, "low and slow"),
        ("cues", "Breathe.\n\nSlow.", {"cues": ("Breathe.", "Slow.")}, "Breathe.\nSlow."),
        ("circuit", "A", {"circuit": "A"}, "A"),
        ("moves_like", "clam-shell", {"moves_like": "clam-shell"}, "clam-shell"),
        ("say", "RDL = R D L\n", {"say": (("RDL", "R D L"),)}, "RDL = R D L"),
        (
            "last",
            "Nearly.\nOne more.",
            {"moments": ((CueMoment.LAST, (Cue("Nearly."), Cue("One more."))),)},
            "Nearly.\nOne more.",
        ),
        ("name", "Side plank", {"name": "Side plank"}, "Side plank"),
    ],
)
def test_what_is_typed_is_read_as_a_file_would_be(
    shelf: OwnRoutines, key: str, typed: str, expected: dict[str, object], shown: str
) -> None:
    bare = EntryDraft("Plank")
    entry = shelf.typed(bare, key, typed)
    assert entry == replace(bare, **expected)  # type: ignore[arg-type]
    assert shelf.texts(entry)[key] == shown
    assert shelf.typed(entry, key, shown) == entry
    if key != "name":
        assert shelf.typed(entry, key, "") == bare


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("reps", "3x10", {"sets": 3, "amounts": (Reps(10, 10),)}),
        ("hold", "2-3 x 20 s", {"sets": 2, "most_sets": 3, "amounts": (Hold(20),)}),
        (
            "reps",
            "3 x 12 x 5 s",
            {"sets": 3, "amounts": (Reps(12, 12),), "tempos": (Tempo(top_s=5.0),)},
        ),
        (
            "hold",
            "2-3 X 8-10 x 0:10",
            {
                "sets": 2,
                "most_sets": 3,
                "amounts": (Reps(8, 10),),
                "tempos": (Tempo(top_s=10.0),),
            },
        ),
        ("hold", "3 × 20/15/10", {"sets": 3, "amounts": (Hold(20), Hold(15), Hold(10))}),
    ],
)
def test_an_amount_may_say_the_sets_too(
    shelf: OwnRoutines, key: str, typed: str, expected: dict[str, object]
) -> None:
    bare = EntryDraft("Plank")
    assert shelf.typed(bare, key, typed) == replace(bare, **expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "typed", "cure"),
    [
        ("sets", "many", "Write a whole number from 1 to 20, or a range such as 2-3"),
        ("reps", "10 per side", "Write reps = 10 and sides = each"),
        ("reps", "400", "Write 1 to 100 reps"),
        ("hold", "soon", "Write 45s, 1m30s or plain seconds, or open"),
        ("rest", "1h", "Write a duration from 0 to 600 s"),
        ("reps", "3 x 12 x long", "Write a duration such as 45s, 1m30s or plain seconds"),
        ("reps", "3 x 12 x 45 s", "Write a duration from 0 to 30 s"),
        ("say", "RDL", "Write the word, = and how it is said: RDL = R D L"),
        ("tempo", "fast", "Write 2-0-2-1: lower, bottom, lift, top"),
        ("name", " ", "Give it a name"),
        ("note", "x" * 500, "At most 400 are allowed"),
    ],
)
def test_what_cannot_be_taken_leads_to_the_cure(
    shelf: OwnRoutines, key: str, typed: str, cure: str
) -> None:
    with pytest.raises(Trouble) as caught:
        shelf.typed(PLANK, key, typed)
    assert caught.value.what == cure


def test_a_hold_in_each_rep_keeps_the_ways_of_the_exercise(shelf: OwnRoutines) -> None:
    entry = shelf.typed(EntryDraft("Bridge", "bridge"), "reps", "3 x 12 x 5 s")
    assert entry.tempos == (Tempo(2.0, 5.0, 3.0, 0.5),)
    slower = replace(entry, tempos=(Tempo(4.0, 1.0, 4.0, 0.0),))
    assert shelf.typed(slower, "reps", "2x8x3").tempos == (Tempo(4.0, 3.0, 4.0, 0.0),)


def test_cues_of_moments_and_of_the_effort_are_kept_apart(shelf: OwnRoutines) -> None:
    entry = shelf.typed(shelf.typed(EntryDraft("Plank"), "cues", "Breathe."), "setup", "Lie down.")
    assert entry.cues == ()
    assert entry.moments == (
        (CueMoment.SETUP, (Cue("Lie down."),)),
        (CueMoment.START, (Cue("Breathe."),)),
    )
    assert (shelf.texts(entry)["setup"], shelf.texts(entry)["cues"]) == ("Lie down.", "Breathe.")
    assert shelf.typed(entry, "setup", "") == EntryDraft("Plank", cues=("Breathe.",))
    short = replace(entry, moments=((CueMoment.START, (Cue("Breathe.", "Air"),)),))
    assert dict(shelf.typed(short, "cues", "Breathe.\nSlow.").moments)[CueMoment.START] == (
        Cue("Breathe.", "Air"),
        Cue("Slow."),
    )


def test_circuits_have_rounds_and_a_rest(shelf: OwnRoutines) -> None:
    circuit = Circuit("A", 3, 60.0)
    assert shelf.circuit_texts(circuit) == {"rounds": "3", "round_rest": "60 s"}
    circuit = shelf.typed_circuit(circuit, "rounds", "2-4")
    assert shelf.typed_circuit(circuit, "round_rest", "1:30") == Circuit("A", 2, 90.0, 4)
    with pytest.raises(Trouble, match="from 1 to 20"):
        shelf.typed_circuit(circuit, "rounds", "0")


def test_in_a_copy_nobody_else_chose_the_doses(shelf: OwnRoutines, home: Path) -> None:
    text = MINE.replace('use = "clam"', 'use = "clam"\ndose_source = "editorial"')
    (home / "built-in" / "first.toml").write_text(text, encoding="utf-8")
    opened = shelf.open(str(home / "built-in" / "first.toml"))
    kept = Path(shelf.save(replace(opened, path="")))
    assert kept.read_text() == MINE
