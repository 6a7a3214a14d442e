"""A copy of a routine for somebody else: the name, the file, and what is said of it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.ui.sharing.copy_dialog import CopyChooser
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import ROUTINES


def chooser(window: QWidget, world: World) -> CopyChooser:
    return CopyChooser(world.services(), ROUTINES[0].id, window)


def said(window: MainWindow) -> str:
    assert window.home.notices is not None
    return window.home.notices._text.text().replace("\u200b", "")


def test_the_file_is_what_the_library_gives(
    window: QWidget, world: World, tmp_path: Path, qtbot: QtBot
) -> None:
    world.library.carried = ("Side plank", "Wall push")
    path = tmp_path / "anna.toml"
    path.write_text("old", encoding="utf-8")
    asked = chooser(window, world)

    with qtbot.waitSignal(asked.notice_given) as notice:
        asked.write(str(path))

    assert path.read_text("utf-8") == world.library.given(ROUTINES[0].id).text
    assert notice.args is not None
    words = str(notice.args[0])
    assert str(path) in words
    assert "Your exercises are in it: Side plank, Wall push." in words
    assert "doses and timings from your settings are not in it" in words


def test_what_cannot_be_written_is_said(
    window: QWidget, world: World, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = chooser(window, world)
    with qtbot.waitSignal(asked.notice_given) as notice:
        asked.write(str(tmp_path / "no" / "such" / "folder.toml"))
    assert notice.args is not None
    assert "no such folder" in str(notice.args[0])


def test_the_menu_asks_for_the_chosen_routine(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    assert window.menus is not None
    window.menus.save_copy()
    asked = window.findChild(CopyChooser)
    assert asked is not None
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(asked.selectedFiles()[0]).name == f"{ROUTINES[0].id}.toml"
    asked.fileSelected.emit(str(tmp_path / "a.toml"))
    assert said(window) == f"The copy is {tmp_path / 'a.toml'}."
    assert (tmp_path / "a.toml").is_file()
    asked.reject()


def test_a_routine_with_mistakes_is_said_to_be_no_good(
    open_window: OpenWindow, world: World
) -> None:
    window = open_window()
    world.library.by_id.clear()
    assert window.menus is not None
    window.menus.save_copy()
    assert window.findChild(CopyChooser) is None
    assert "no such routine" in said(window)
