"""A file into the history: what it would do, doing it, undoing it, and bad files."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Extent, Imported, ImportPreview
from glutetimer.ui.archive.importing import ImportChooser, ImportPanel
from glutetimer.ui.widgets.notice_bar import UndoBar
from glutetimer.ui.window.history_menu import HistoryMenu
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.archive.conftest import WAIT_S, buttons, finish, press, words
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import session

SOURCE = "/documents/history.json"
FOUND = Extent(120, 960, date(2026, 1, 12), date(2026, 3, 3))
NEW = Extent(20, 160, date(2026, 3, 1), date(2026, 3, 3))
IMPORTED = Imported(tuple(range(101, 121)), 160, "history-20260320-before-import.sqlite3")


@pytest.fixture(autouse=True)
def _a_file(world: World) -> None:
    world.archive.preview = ImportPreview(SOURCE, 2, FOUND, NEW, ("mood",))
    world.archive.imported = IMPORTED


def opened(window: QWidget, world: World) -> ImportPanel:
    panel = ImportPanel(world.services(), SOURCE, window)
    panel.open()
    return panel


def previewed(window: QWidget, world: World) -> ImportPanel:
    panel = opened(window, world)
    finish(panel)
    return panel


def test_a_preview_changes_nothing(window: QWidget, world: World) -> None:
    panel = previewed(window, world)
    assert "The file has 120 sessions with 960 sets" in words(panel)
    assert "20 are new" in words(panel)
    assert "mood" in words(panel)
    assert "Nothing is changed yet." in words(panel)
    assert buttons(panel) == ["Cancel", "Import 20 sessions"]
    assert "20 are new" in panel._import.accessibleDescription()
    press(panel, "Cancel")
    assert not panel.isVisible()
    assert world.archive.told == [("preview_import", SOURCE)]


def test_importing_tells_what_was_added(window: QWidget, world: World) -> None:
    panel = previewed(window, world)
    seen: list[Imported] = []
    panel.imported.connect(seen.append)
    press(panel, "Import 20 sessions")
    finish(panel)
    assert seen == [IMPORTED]
    assert not panel.isVisible()


def test_an_import_under_way_is_not_left(window: QWidget, world: World) -> None:
    panel = previewed(window, world)
    seen: list[Imported] = []
    panel.imported.connect(seen.append)
    world.archive.may_go_on.clear()
    panel.import_it()
    panel.reject()
    assert panel.isVisible()
    assert buttons(panel) == []
    world.archive.may_go_on.set()
    finish(panel)
    assert seen == [IMPORTED], "nobody may lose the undo by Escape"


def test_the_end_of_the_program_ends_an_import(window: QWidget, world: World) -> None:
    panel = previewed(window, world)
    world.archive.may_go_on.clear()
    panel.import_it()
    panel.task.end()
    panel.task.look()
    assert world.archive.told == [("preview_import", SOURCE)]
    assert not panel.isVisible()


def test_trouble_while_importing_is_said(window: QWidget, world: World) -> None:
    panel = previewed(window, world)
    world.archive.trouble = Trouble("The disk is full; nothing was added", "", "Free some space")
    panel.import_it()
    finish(panel)
    assert "nothing was added.\nFree some space." in words(panel)
    assert buttons(panel) == ["Choose another file…", "Close"]
    panel.close()


def test_reading_can_be_left(window: QWidget, world: World) -> None:
    world.archive.may_go_on.clear()
    panel = opened(window, world)
    assert "Reading the file…" in words(panel)
    press(panel, "Cancel")
    finish(panel)
    assert not panel.isVisible()
    assert world.archive.told == []


def test_a_bad_file_is_told_in_the_panel(window: QWidget, world: World) -> None:
    world.archive.trouble = Trouble("This is no exported history", SOURCE, "Choose another file")
    panel = previewed(window, world)
    assert "This is no exported history.\nChoose another file." in words(panel)
    assert words(panel).count(SOURCE) == 1
    assert buttons(panel) == ["Choose another file…", "Close"]
    asked: list[bool] = []
    panel.other_file_asked.connect(lambda: asked.append(True))
    press(panel, "Choose another file…")
    assert asked
    assert not panel.isVisible()


@pytest.mark.parametrize("found", [FOUND, Extent(0, 0)])
def test_with_nothing_new_there_is_nothing_to_press(
    window: QWidget, world: World, found: Extent
) -> None:
    world.archive.preview = ImportPreview(SOURCE, 2, found, Extent(0, 0))
    panel = previewed(window, world)
    assert "There is nothing to import" in words(panel)
    assert buttons(panel) == ["Choose another file…", "Close"]
    panel.close()


def menu(window: MainWindow) -> HistoryMenu:
    assert window.menus is not None
    return window.menus.your_history


def imported(window: MainWindow, world: World) -> None:
    """Import the file in the window."""
    menu(window).preview_import(SOURCE)
    panel = window.findChild(ImportPanel)
    assert panel is not None
    finish(panel)
    world.history.add(session(101, world.ago(10)))
    panel.import_it()
    finish(panel)


def bar(window: MainWindow) -> UndoBar:
    undo = menu(window)._undo
    assert undo is not None
    return undo.bar


def press_undo(window: MainWindow) -> None:
    bar(window)._undo.click()
    undo = menu(window)._undo
    assert undo is not None
    assert undo.task is not None
    undo.task.wait(WAIT_S)
    undo.task.look()


def notice(window: MainWindow) -> str:
    assert window.home.notices is not None
    return window.home.notices._text.text()


def test_the_menu_asks_for_a_file(open_window: OpenWindow, world: World, tmp_path: Path) -> None:
    window = open_window()
    menu(window).import_file.trigger()
    chooser = window.findChild(ImportChooser)
    assert chooser is not None
    chooser.fileSelected.emit(SOURCE)
    chooser.close()
    panel = window.findChild(ImportPanel)
    assert panel is not None
    finish(panel)
    assert world.archive.told == [("preview_import", SOURCE)]
    press(panel, "Cancel")


def test_another_file_can_be_chosen_after_a_bad_one(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    world.archive.trouble = Trouble("This is no exported history")
    menu(window).preview_import(SOURCE)
    panel = window.findChild(ImportPanel)
    assert panel is not None
    finish(panel)
    press(panel, "Choose another file…")
    chooser = window.findChild(ImportChooser)
    assert chooser is not None
    chooser.close()


def test_the_pages_follow_an_import(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    window.home.show_history()
    history = window.home.history
    assert history is not None
    history.show_sessions()
    assert history.sessions._model.rowCount() == 0
    imported(window, world)
    assert history.sessions._model.rowCount() == 1
    assert "20 sessions were added" in bar(window)._text.text()
    assert IMPORTED.backup in bar(window)._text.text()
    assert bar(window).isVisible()


def test_undo_takes_away_what_was_added_also_after_other_changes(
    open_window: OpenWindow, world: World
) -> None:
    window = open_window()
    imported(window, world)
    window.home.show_history()
    world.history.add(session(130, world.ago(0.1)))
    world.history.delete(101)
    press_undo(window)
    assert world.archive.told[-1] == ("undo_import", IMPORTED)
    assert "was undone" in bar(window)._text.text()
    assert not bar(window)._undo.isVisible()


def test_an_undo_that_fails_can_be_tried_again(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    imported(window, world)
    world.archive.trouble = Trouble("Another program is writing", "", "Try again")
    press_undo(window)
    assert "Another program is writing" in notice(window)
    assert bar(window).isVisible()
    world.archive.trouble = None
    press_undo(window)
    assert world.archive.told[-1] == ("undo_import", IMPORTED)
    assert not bar(window)._undo.isVisible()


def test_a_second_import_is_what_undo_is_for(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    imported(window, world)
    world.archive.imported = second = Imported((200,), 8, "")
    imported(window, world)
    assert bar(window)._text.text() == "1 session was added to your history."
    press_undo(window)
    assert world.archive.told[-1] == ("undo_import", second)


def test_dismiss_takes_the_bar_away(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    imported(window, world)
    next(b for b in bar(window).findChildren(QPushButton) if b.text() == "Dismiss").click()
    assert not bar(window).isVisible()
