"""Files that change on the disk are read again by themselves."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.ports.own_files import ReadAgain
from glutetimer.ui.editor.dialog import RoutineEditor
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.window import own_files_watch
from glutetimer.ui.window.check_list import CheckList
from glutetimer.ui.window.main_window import MainWindow
from glutetimer.ui.window.own_files_watch import OwnFilesWatch
from tests.ui.editor.conftest import FilesWorld
from tests.ui.fakes import FakeLibrary, FakeOwnFiles, World
from tests.ui.window.conftest import BAD, GOOD, OpenFiles, desk_of, notices_of


def watching(qtbot: QtBot, window: MainWindow) -> OwnFilesWatch:
    """The watch of a window, begun now instead of a little later."""
    watch = desk_of(window).watch
    watch._timer.stop()
    watch.look()
    qtbot.waitUntil(lambda: bool(watch.watched) and is_quiet(watch))
    return watch


def is_quiet(watch: OwnFilesWatch) -> bool:
    return watch._task is None and not watch._timer.isActive()


def titles(window: MainWindow) -> list[str]:
    return [row.title for row in window.home.routines.home.model._rows if row.listing.is_own]


def until_titled(qtbot: QtBot, window: MainWindow, title: str) -> None:
    qtbot.waitUntil(lambda: titles(window) == [title])


def good(files: FilesWorld) -> Path:
    return Path(files.data_dir, "routines/good.toml")


def test_what_has_changed_before_it_began_is_shown(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    good(files).write_text(GOOD.replace("Good", "Early"))
    watching(qtbot, window)
    assert titles(window) == ["Early"]


# What happens to a file


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def by_another(path: Path, text: str) -> None:
    """Most editors write another file, and put it in the place of the first."""
    other = path.with_name(f".{path.name}.swp")
    other.write_text(text)
    other.replace(path)


def with_a_backup(path: Path, text: str) -> None:
    """Others move the first away."""
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text)


@pytest.mark.parametrize("save", [in_place, by_another, with_a_backup])
def test_what_an_editor_saves_is_shown_time_and_again(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld, save: Callable[[Path, str], None]
) -> None:
    window = open_files()
    watching(qtbot, window)
    window.home.routines.choose(str(good(files)))
    for title in ("Once", "Twice", "Thrice"):
        save(good(files), GOOD.replace("Good", title))
        until_titled(qtbot, window, title)
    assert window.home.routines.chosen == "good"
    assert notices_of(window) == ""


def test_files_that_come_and_go_are_shown(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    watching(qtbot, window)
    new = good(files).with_name("new.toml")
    new.write_text(GOOD.replace("Good", "New"))
    qtbot.waitUntil(lambda: titles(window) == ["Good", "New"])
    new.unlink()
    qtbot.waitUntil(lambda: titles(window) == ["Good"])


def test_an_exercise_of_one_s_own_makes_its_routine_whole(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    good(files).write_text(GOOD.replace("glute-bridge", "kick"))
    window = open_files()
    watching(qtbot, window)
    window.home.show_exercises()
    assert window.home.routines.home.model._rows[-1].is_broken

    kick = Path(files.data_dir, "exercises/kick.toml")
    kick.write_text('name = "Kick"\nposition = "supine"\nkind = "reps"\n')
    qtbot.waitUntil(lambda: not window.home.routines.home.model._rows[-1].is_broken)
    assert window.home.exercises is not None
    model = window.home.exercises._model
    names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert "Kick" in names


@pytest.mark.parametrize("name", ["routines", "exercises"])
def test_a_folder_that_vanishes_and_comes_back_is_watched_again(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld, name: str
) -> None:
    window = open_files()
    watch = watching(qtbot, window)
    folder = Path(files.data_dir, name)
    for _ in range(2):
        folder.rename(folder.with_name("away"))
        qtbot.waitUntil(lambda: str(folder) not in watch.watched and is_quiet(watch))
        folder.with_name("away").rename(folder)
        qtbot.waitUntil(lambda: str(folder) in watch.watched and is_quiet(watch))
    good(files).write_text(GOOD.replace("Good", "After"))
    qtbot.waitUntil(lambda: titles(window) == ["After"])


def test_a_folder_that_is_made_later_is_watched_from_then_on(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    watch = watching(qtbot, window)
    plans = Path(files.data_dir, "plans")
    assert files.data_dir in watch.watched
    plans.mkdir()
    qtbot.waitUntil(lambda: str(plans) in watch.watched and files.data_dir not in watch.watched)


# Words only where there are mistakes


def test_a_change_with_mistakes_is_told_until_it_is_mended(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    watching(qtbot, window)
    good(files).write_text(BAD)
    qtbot.waitUntil(lambda: bool(notices_of(window)))
    assert notices_of(window).startswith("“good.toml” has changed, and has mistakes now.")

    good(files).write_text(GOOD)
    qtbot.waitUntil(lambda: not notices_of(window))


def test_a_list_of_mistakes_that_is_open_follows(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    good(files).write_text(BAD)
    window = open_files()
    watching(qtbot, window)
    desk_of(window).opening.check_own()
    checked = window.findChild(CheckList)
    assert checked is not None
    qtbot.waitUntil(lambda: checked.heading.text() == "1 mistake in 1 file")
    good(files).write_text(GOOD)
    qtbot.waitUntil(lambda: checked.heading.text() == "This routine is fine")


# When nothing is to be done


def test_a_session_is_left_alone_and_the_change_shown_afterwards(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    watch = watching(qtbot, window)
    window._enter_session()
    good(files).write_text(GOOD.replace("Good", "Other"))
    qtbot.waitUntil(lambda: watch._is_due)
    assert is_quiet(watch)
    assert titles(window) == ["Good"]

    window._leave_session()
    qtbot.waitUntil(lambda: titles(window) == ["Other"])


def test_a_change_just_before_a_session_is_not_lost(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    watch = watching(qtbot, window)
    good(files).write_text(GOOD.replace("Good", "Other"))
    qtbot.waitUntil(watch._timer.isActive)
    window._enter_session()
    assert is_quiet(watch)
    window._leave_session()
    qtbot.waitUntil(lambda: titles(window) == ["Other"])


def test_files_that_are_none_of_ours_change_nothing(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    watch = watching(qtbot, window)
    seen: list[object] = []
    watch.changed.connect(seen.append)
    good(files).with_name("notes.txt").write_text("x")
    qtbot.waitUntil(watch._timer.isActive)
    qtbot.waitUntil(lambda: is_quiet(watch))
    assert seen == []


def test_what_our_editor_saves_is_not_shown_twice_and_its_undo_stays(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    watch = watching(qtbot, window)
    page = window.home.routines
    page.choose(str(good(files)))
    assert window.routine_flow is not None
    window.routine_flow.edit_chosen()
    editor = window.findChild(RoutineEditor)
    assert editor is not None
    editor.page.editing.set_title("Changed")
    good(files).with_name("other.toml").write_text(GOOD.replace("Good", "Other"))
    qtbot.waitUntil(lambda: "Other" in titles(window))
    assert editor.page.editing.can_undo
    resets: list[int] = []
    seen: list[object] = []
    page.home.model.modelReset.connect(lambda: resets.append(1))
    watch.changed.connect(seen.append)
    editor.save()

    qtbot.waitUntil(lambda: bool(seen) and is_quiet(watch))
    assert resets == [1]
    assert titles(window) == ["Changed", "Other"]


def test_a_file_that_is_changed_outside_while_it_is_edited_is_not_written_over(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    watching(qtbot, window)
    window.home.routines.choose(str(good(files)))
    assert window.routine_flow is not None
    window.routine_flow.edit_chosen()
    editor = window.findChild(RoutineEditor)
    assert editor is not None
    editor.page.editing.set_title("Mine")
    good(files).write_text(GOOD.replace("Good", "Theirs"))
    qtbot.waitUntil(lambda: titles(window) == ["Theirs"])

    editor.save()
    assert editor.isVisible()
    assert "Theirs" in good(files).read_text()
    assert editor.page.editing.draft.title == "Mine"


# By itself


@pytest.fixture
def bare(window: QWidget) -> tuple[OwnFilesWatch, FakeOwnFiles]:
    """A watch over files from memory."""
    files = FakeOwnFiles()
    services = World(FakeLibrary([])).services()
    return OwnFilesWatch(files, Preferences(services, None, window), window), files


def look(watch: OwnFilesWatch) -> None:
    watch.look()
    assert watch._task is not None
    watch._task.wait()
    watch._task.look()


def test_only_the_newest_of_very_many_files_are_watched(
    qtbot: QtBot, tmp_path: Path, bare: tuple[OwnFilesWatch, FakeOwnFiles]
) -> None:
    watch, files = bare
    count = own_files_watch.MOST_FILES + 5
    for number in range(count):
        (tmp_path / f"{number}.toml").touch()
    stamps = {str(tmp_path / f"{n}.toml"): (n, 0) for n in range(count)}
    files.answers = [ReadAgain(stamps, (str(tmp_path),))]
    look(watch)
    assert len(watch.watched) == own_files_watch.MOST_FILES + 1
    assert watch.watched[0] == str(tmp_path)
    assert str(tmp_path / "4.toml") not in watch.watched


def test_a_system_without_watches_left_is_not_asked_for_every_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bare: tuple[OwnFilesWatch, FakeOwnFiles],
) -> None:
    watch, files = bare
    asked: list[int] = []

    def refuse(watcher: QFileSystemWatcher, paths: list[str]) -> list[str]:
        asked.append(len(paths))
        return paths

    monkeypatch.setattr(QFileSystemWatcher, "addPaths", refuse)
    stamps = {str(tmp_path / f"{n}.toml"): (n, 0) for n in range(500)}
    files.answers = [ReadAgain(stamps, (str(tmp_path),))]
    look(watch)
    assert asked == [own_files_watch.SLICE]
    assert watch.watched == []
    assert is_quiet(watch)


def test_where_the_system_tells_nothing_it_does_not_look_every_second(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bare: tuple[OwnFilesWatch, FakeOwnFiles],
) -> None:
    watch, files = bare
    # Any child will do for the one that looks by itself.
    monkeypatch.setattr(own_files_watch, "_POLLING", "QInotifyFileSystemWatcherEngine")
    for _ in range(2):
        files.answers = [ReadAgain({}, (str(tmp_path),))]
        look(watch)
        assert watch.watched == []
        assert watch._watcher is None


def test_what_changes_while_it_is_read_is_read_afterwards(
    bare: tuple[OwnFilesWatch, FakeOwnFiles],
) -> None:
    watch, files = bare
    watch.look()
    watch.look()
    assert watch._task is not None
    watch._task.wait()
    watch._task.look()
    assert files.asked == [None]
    assert watch._timer.isActive()


@pytest.mark.skipif(sys.platform != "linux", reason="the way to have it is Linux's")
def test_the_name_of_the_engine_that_looks_by_itself() -> None:
    program = (
        "import os, resource; from contextlib import suppress; "
        "from PySide6.QtCore import QFileSystemWatcher\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100)); files = []\n"
        "with suppress(OSError):\n"
        "    while True: files.append(os.open(os.devnull, os.O_RDONLY))\n"
        "watcher = QFileSystemWatcher(); [os.close(file) for file in files]\n"
        "watcher.addPath('.'); print(*(one.metaObject().className() for one in watcher.children()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == [own_files_watch._POLLING], done.stderr
