"""New, duplicate, edit, delete: from the page of routines to the editor and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.ports.shelf import OpenDraft
from glutetimer.ui.editor.dialog import RoutineEditor
from glutetimer.ui.editor.kept_bar import KeptBar
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.editor.conftest import FilesWorld, editor_of, flow_of

MINE = '# by hand\ntitle = "Mine"\n\n[[exercise]]\nuse = "clam-shell"\nsets = 2\n'
BROKEN = MINE + "reps = 0\n"


@pytest.fixture
def mine(world: FilesWorld) -> Path:
    path = Path(world.data_dir, "routines", "mine.toml")
    path.parent.mkdir()
    path.write_text(MINE)
    return path


def enabled(window: MainWindow) -> list[bool]:
    """Whether New, Duplicate, Edit and Delete can be done."""
    flow = flow_of(window)
    actions = [flow.new, flow.duplicate, flow.edit, flow.delete]
    names = ("New", "Duplicate", "Edit", "Delete")
    tools = window.home.routines.tools.findChildren(QPushButton)
    assert [button.text() for button in tools] == list(names)
    assert [button.isEnabled() for button in tools] == [one.isEnabled() for one in actions]
    return [one.isEnabled() for one in actions]


def press(window: MainWindow, text: str) -> None:
    buttons = window.findChildren(QPushButton)
    next(one for one in buttons if one.text().replace("&", "") == text and one.isVisible()).click()


def titles(window: MainWindow) -> list[str]:
    model = window.home.routines.home.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_a_routine_that_comes_along_can_only_be_duplicated(
    mine: Path, main_window: MainWindow
) -> None:
    assert enabled(main_window) == [True, True, False, False]
    main_window.home.routines.choose(str(mine))
    assert enabled(main_window) == [True, True, True, True]


def test_one_with_mistakes_says_them_instead_of_being_opened(
    mine: Path, main_window: MainWindow
) -> None:
    mine.write_text(BROKEN)
    main_window.home.routines.reload()
    main_window.home.routines.choose(str(mine))
    press(main_window, "Edit")
    assert main_window.findChildren(RoutineEditor) == []
    bar = main_window.home.notices
    assert bar is not None
    assert "line 7: reps is 0; write 1 to 100 reps" in bar._text.text()
    press(main_window, "Delete")
    assert not mine.exists()


def test_nothing_can_be_done_during_a_session(mine: Path, main_window: MainWindow) -> None:
    main_window._set_in_session(True)
    assert enabled(main_window) == [False, False, False, False]
    main_window._set_in_session(False)
    assert enabled(main_window) == [True, True, False, False]


def test_the_actions_stand_first_in_the_file_menu(main_window: MainWindow) -> None:
    menu = main_window.menuBar().actions()[0].menu()
    texts = [action.text() for action in menu.actions()][:7]  # type: ignore[attr-defined]
    assert texts == [
        "&New routine…",
        "D&uplicate routine…",
        "&Edit routine…",
        "Dele&te routine",
        "&Import routines…",
        "Import &pasted text",
        "",
    ]


def test_a_new_routine_is_made_from_nothing(
    main_window: MainWindow, world: FilesWorld, qtbot: QtBot
) -> None:
    qtbot.keyClick(main_window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    editor = editor_of(main_window)
    assert editor.windowTitle() == "New routine"
    editor.page.changes.insert(EntryDraft("Plank"))
    editor.save()
    assert world.own_files == ["my-routine.toml"]
    assert main_window.home.routines.chosen == "my-routine"
    assert enabled(main_window) == [True, True, True, True]


def test_a_routine_of_ones_own_is_edited_in_its_file(
    mine: Path, main_window: MainWindow, world: FilesWorld
) -> None:
    main_window.home.routines.choose(str(mine))
    press(main_window, "Edit")
    editor = editor_of(main_window)
    assert editor.windowTitle() == "Edit routine"
    editor.page.changes.insert(EntryDraft("Plank"))
    editor.save()
    assert world.own_files == ["mine.toml"]
    assert mine.read_text().startswith(MINE)
    assert 'name = "Plank"' in mine.read_text()


def test_a_duplicate_that_is_not_saved_leaves_nothing(
    main_window: MainWindow, world: FilesWorld
) -> None:
    press(main_window, "Duplicate")
    editor = editor_of(main_window)
    assert editor.page.editing.draft.title == "First session (copy)"
    editor.reject()
    assert not editor.isVisible()
    assert (world.own_files, world.drafts) == ([], [])


def test_what_is_deleted_can_be_brought_back(
    mine: Path, main_window: MainWindow, world: FilesWorld
) -> None:
    main_window.home.routines.choose(str(mine))
    press(main_window, "Delete")
    assert not mine.exists()
    assert "Mine" not in titles(main_window)
    assert main_window.home.routines.chosen == "first-session"
    press(main_window, "Undo")
    assert mine.read_text() == MINE
    assert main_window.home.routines.chosen == "mine"
    flow_of(main_window).undo_delete()  # there is nothing left to undo
    assert world.own_files == ["mine.toml"]


def test_deleting_twice_brings_back_the_last(
    mine: Path, main_window: MainWindow, world: FilesWorld
) -> None:
    other = mine.with_name("other.toml")
    other.write_text(MINE.replace("Mine", "Other"))
    main_window.home.routines.reload()
    for path in (mine, other):
        main_window.home.routines.choose(str(path))
        press(main_window, "Delete")
    press(main_window, "Undo")
    assert world.own_files == ["other.toml"]


def test_trouble_is_a_notice(mine: Path, main_window: MainWindow) -> None:
    main_window.home.routines.choose(str(mine))
    mine.unlink()
    press(main_window, "Delete")
    bar = main_window.home.notices
    assert bar is not None
    assert bar._text.text().startswith("Nothing was moved: ")
    press(main_window, "Edit")
    bar.dismiss()
    assert "no such file" in bar._text.text()
    assert main_window.findChildren(RoutineEditor) == []


def test_a_draft_from_before_a_crash_is_offered_and_gone_on_with(
    mine: Path, main_window: MainWindow, world: FilesWorld
) -> None:
    main_window.home.routines.choose(str(mine))
    press(main_window, "Edit")
    crashed = editor_of(main_window)
    crashed.page.changes.insert(EntryDraft("Plank"))
    crashed.page.settle()
    crashed._is_over = True  # the program ends here
    crashed.done(0)
    assert world.drafts == ["mine.toml"]

    flow_of(main_window).offer_kept()
    press(main_window, "Go on editing")
    editor = editor_of(main_window)
    assert [entry.name for entry in editor.page.editing.draft.entries] == ["Clam shell", "Plank"]
    editor.save()
    assert mine.read_text().startswith(MINE)
    assert 'name = "Plank"' in mine.read_text()
    assert world.drafts == []


def test_drafts_are_looked_for_at_the_start(world: FilesWorld, qtbot: QtBot) -> None:
    world.shelf.keep(OpenDraft(RoutineDraft("Half")), "")
    window = MainWindow(world.services())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(KeptBar) is not None)
    bar = window.findChild(KeptBar)
    assert bar is not None
    assert bar.isVisible()
    assert "“Half” was being edited" in bar.accessibleName()


def test_drafts_are_discarded_one_by_one(main_window: MainWindow, world: FilesWorld) -> None:
    for title in ("One", "Two"):
        world.shelf.keep(OpenDraft(RoutineDraft(title)), "")
    flow_of(main_window).offer_kept()
    press(main_window, "Discard it")
    assert world.drafts == ["one.toml"]
    press(main_window, "Discard it")
    assert world.drafts == []
    assert flow_of(main_window)._kept_bar.isHidden()  # type: ignore[union-attr]
