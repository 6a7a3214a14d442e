"""What a file is, and which of the person's own have changed."""

import os
from pathlib import Path

import pytest

from glutetimer.app import make_own_files, open_importer, open_library
from glutetimer.core.errors import Trouble
from glutetimer.core.ports.checking import FileKind
from glutetimer.core.ports.own_files import OwnFiles
from glutetimer.core.settings import Settings
from glutetimer.folders import Folders, folders
from glutetimer.resources import routines_dir

GOOD = 'format = 1\ntitle = "Good"\n[[exercise]]\nuse = "glute-bridge"\nsets = 1\nreps = 8\n'
BAD = GOOD.replace("reps = 8", "repz = 8")
EXERCISE = 'name = "Kick"\nposition = "supine"\n'


@pytest.fixture
def places(own_home: Path) -> Folders:
    """Folders of one's own, with a routine in them."""
    found = folders(str(own_home))
    for folder in (found.routines, found.exercises):
        folder.mkdir(parents=True)
    (found.routines / "good.toml").write_text(GOOD)
    return found


@pytest.fixture
def own_files(places: Folders) -> OwnFiles:
    return make_own_files(places)


def test_all_own_files_are_known(own_files: OwnFiles, places: Folders) -> None:
    (places.exercises / "kick.toml").write_text(EXERCISE)
    places.settings.write_text("volume = 400\n")
    (places.routines / "notes.txt").write_text("nothing")

    names = [Path(path).name for path in own_files.paths()]
    kinds = [own_files.check(path).kind for path in own_files.paths()]

    assert names == ["good.toml", "kick.toml", "settings.toml"]
    assert kinds == [FileKind.ROUTINE, FileKind.EXERCISE, FileKind.SETTINGS]
    (mistake,) = own_files.check(str(places.settings)).problems
    assert mistake.line == 1


# What is opened


def test_a_routine_of_the_library_is_found_at_its_place_there(
    own_files: OwnFiles, places: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link"
    link.symlink_to(places.routines)
    listed = str(places.routines / "good.toml")
    monkeypatch.chdir(places.routines)

    for way in ("good.toml", f"{link}/good.toml", f"{places.data}/routines/../routines/good.toml"):
        assert own_files.find(way).path == listed, way
    built_in = str(routines_dir() / "first-session.toml")
    assert own_files.find(os.path.relpath(built_in)).path == built_in


def test_a_file_elsewhere_keeps_its_place(own_files: OwnFiles, tmp_path: Path) -> None:
    (tmp_path / "sent.toml").write_text(GOOD)

    found = own_files.find(str(tmp_path / "sent.toml"))

    assert found.path == str(tmp_path / "sent.toml")
    assert found.checked is not None
    assert found.checked.routine is not None


@pytest.mark.parametrize(
    ("name", "content", "is_ours"),
    [
        ("sheet.txt", "Plank 30s\n", False),
        ("timer.json", '{"exercises": []}', False),
        ("timer.json", "", False),
        ("evening.toml", "= =", True),
        ("evening.TOML", "", True),
        ("evening.toml.txt", GOOD, True),
        ("evening", BAD + "= =\n", True),
        ("notes", 'title = "x"\n', False),
    ],
)
def test_ours_is_known_by_its_ending_or_by_what_is_in_it(
    own_files: OwnFiles, tmp_path: Path, name: str, content: str, is_ours: bool
) -> None:
    (tmp_path / name).write_text(content)

    assert (own_files.find(str(tmp_path / name)).checked is not None) is is_ours


@pytest.mark.parametrize("name", ["none.toml", "folder.toml", "\0.toml"])
def test_what_cannot_be_read_is_told(own_files: OwnFiles, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.toml").mkdir()

    found = own_files.find(f"{tmp_path}/{name}")

    assert found.checked is not None
    assert found.checked.kind is FileKind.UNREADABLE
    assert found.checked.problems[0].line == 0


# Routines from elsewhere


def test_a_routine_that_was_sent_is_kept_word_for_word(places: Folders) -> None:
    content = f"# From Anna\r\n{GOOD}".encode()
    importer = open_importer(places, open_library(places))

    brought = importer.bring("anna.toml", content)
    (path,) = importer.keep(brought).routines

    assert [routine.title for routine in brought.routines] == ["Good"]
    assert brought.source == "glutetimer"
    assert Path(path).name == "anna.toml"
    assert Path(path).read_bytes() == content
    assert open_library(places).routine("anna").title == "Good"


def test_a_pasted_routine_of_ours_is_one(places: Folders) -> None:
    assert (
        open_importer(places, open_library(places)).bring("", GOOD.encode()).source == "glutetimer"
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [(BAD, 'unknown key "repz"'), ("= =", "line 1"), (EXERCISE, "This is the file of an exercise")],
)
def test_what_is_no_good_routine_is_not_kept(places: Folders, content: str, told: str) -> None:
    with pytest.raises(Trouble, match=told):
        open_importer(places, open_library(places)).bring("anna.toml", content.encode())


# What has changed


def test_at_first_nothing_is_read(own_files: OwnFiles, places: Folders) -> None:
    first = own_files.read_again(Settings(), None)

    assert list(first.stamps) == [str(places.routines / "good.toml")]
    assert (first.changed, first.faulty) == ((), ())
    assert not places.listings.exists()


def test_new_other_and_lost_files_are_told_and_those_with_mistakes(
    own_files: OwnFiles, places: Folders
) -> None:
    before = own_files.read_again(Settings(), None)
    (places.routines / "good.toml").unlink()
    (places.routines / "bad.toml").write_text(BAD)
    (places.exercises / "kick.toml").write_text(EXERCISE)

    after = own_files.read_again(Settings(), before.stamps)
    again = own_files.read_again(Settings(), after.stamps)

    assert {Path(path).name for path in after.changed} == {"good.toml", "bad.toml", "kick.toml"}
    assert after.faulty == [str(places.routines / "bad.toml")]
    assert again.changed == ()


def test_the_window_s_library_need_not_read_what_was_read_here(
    own_files: OwnFiles, places: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(places)
    library.listings(Settings())
    before = own_files.read_again(Settings(), None)
    (places.routines / "new.toml").write_text(GOOD)
    own_files.read_again(Settings(), before.stamps)

    monkeypatch.setattr("glutetimer.files.loader.Loader.listing", None)  # nothing is read
    listings = library.listings(Settings())

    assert "new" in [listing.id for listing in listings]
    assert library.listings(Settings()) is listings


def test_a_folder_that_is_missing_is_waited_for_around_it(
    own_files: OwnFiles, places: Folders
) -> None:
    whole = own_files.read_again(Settings(), None)
    (places.routines / "good.toml").unlink()
    places.routines.rmdir()
    without = own_files.read_again(Settings(), None)

    data = str(places.data)
    assert set(whole.folders) == {str(places.routines), str(places.exercises), data}
    assert set(without.folders) == {str(places.exercises), data}
