"""The backups in the settings: the list, what is in one, and the way back to it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Backup, Extent
from glutetimer.core.ports.history import OfferedBackup
from glutetimer.ui.archive.backups_card import BackupsCard
from glutetimer.ui.archive.restore import RestorePanel
from glutetimer.ui.settings.dialog import PAGES, SettingsDialog
from glutetimer.ui.window.main_window import MainWindow
from glutetimer.ui.window.start_dialogs import BackupDialog
from tests.ui.archive.conftest import WAIT_S, buttons, finish, press, words
from tests.ui.archive.test_importing import imported, menu
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import session

HAS = Extent(118, 944, date(2026, 1, 12), date(2026, 3, 2))
LOST = Extent(2, 16, date(2026, 3, 3), date(2026, 3, 5))
KEPT = "history-20260105T073000Z-before-restore.sqlite3"


@pytest.fixture
def _backups(world: World) -> None:
    """Three: of yesterday, of the day before, and before an import."""
    reasons = {1.0: "", 2.0: "", 40.0: "before-import"}
    world.archive.known_backups = [
        Backup(f"history-{days}.sqlite3", world.ago(days), reason, 1_200_000)
        for days, reason in reasons.items()
    ]
    world.archive.has, world.archive.lost = HAS, LOST


def opened(window: MainWindow) -> SettingsDialog:
    """The settings with the page of the data."""
    window.open_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.open_page(PAGES.index("Data"))
    return dialog


def looked(card: BackupsCard) -> None:
    """Let it look into the chosen backup."""
    assert card.peek.task is not None
    card.peek.task.wait(WAIT_S)
    card.peek.task.look()


def asked(dialog: SettingsDialog) -> RestorePanel:
    """What is asked before restoring the chosen backup."""
    looked(dialog.data.backups)
    press(dialog.data.backups, "Restore…")
    panel = dialog.findChild(RestorePanel)
    assert panel is not None
    return panel


def rows(card: BackupsCard) -> list[str]:
    model, role = card.rows.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


@pytest.mark.usefixtures("_backups")
def test_the_list_is_read_when_the_page_is_shown(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    window.open_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    card = dialog.data.backups
    assert rows(card) == []
    dialog.open_page(PAGES.index("Data"))
    assert [row.partition(". ")[2] for row in rows(card)] == [
        "Daily, 1.2 MB",
        "Daily, 1.2 MB",
        "Before an import, 1.2 MB",
    ]
    assert rows(card)[0].startswith("Yesterday, ")
    dialog.reject()


@pytest.mark.usefixtures("_backups")
def test_the_newest_is_looked_into_at_once(open_window: OpenWindow) -> None:
    dialog = opened(open_window())
    card = dialog.data.backups
    assert "Looking into it…" in words(card)
    assert not card._restore.isEnabled()
    looked(card)
    assert "It has 118 sessions with 944 sets, 12 Jan to 2 Mar." in words(card)
    assert "2 sessions of today's history are not in it: 3 Mar to 5 Mar." in words(card)
    assert card._restore.isEnabled()
    assert "It has 118 sessions" in card._restore.accessibleDescription()
    dialog.reject()


@pytest.mark.usefixtures("_backups")
def test_the_one_chosen_last_is_shown(open_window: OpenWindow, world: World, qtbot: QtBot) -> None:
    world.archive.may_go_on.clear()
    dialog = opened(open_window())
    card = dialog.data.backups
    for _ in range(2):
        qtbot.keyClick(card.rows, Qt.Key.Key_Down)
    world.archive.may_go_on.set()
    looked(card)
    assert not card._restore.isEnabled(), "this was the first one"
    looked(card)
    assert card._restore.isEnabled()
    assert world.archive.told == [
        ("preview_backup", "history-1.0.sqlite3"),
        ("preview_backup", "history-40.0.sqlite3"),
    ]
    dialog.reject()


@pytest.mark.usefixtures("_backups")
def test_a_damaged_backup_says_so_and_the_next_one_is_shown(
    open_window: OpenWindow, world: World, qtbot: QtBot
) -> None:
    dialog = opened(open_window())
    card = dialog.data.backups
    looked(card)
    world.archive.trouble = Trouble("This backup is damaged", "", "Choose another backup")
    qtbot.keyClick(card.rows, Qt.Key.Key_Down)
    looked(card)
    assert "This backup is damaged." in words(card)
    assert not card._restore.isEnabled()
    world.archive.trouble = None
    qtbot.keyClick(card.rows, Qt.Key.Key_Down)
    looked(card)
    assert "damaged" not in words(card)
    assert card._restore.isEnabled()
    dialog.reject()


def test_with_no_backup_the_page_says_when_there_will_be_one(open_window: OpenWindow) -> None:
    dialog = opened(open_window())
    assert "There is no backup yet." in words(dialog.data)
    assert not dialog.data.backups.rows.isVisible()
    assert "Your folder" in words(dialog.data)
    dialog.reject()


def test_backups_that_cannot_be_listed_are_told(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    world.archive.trouble = Trouble("The folder cannot be read", "/data/backups", "Look at it")
    dialog = opened(window)
    assert "The folder cannot be read.\n/data/backups\nLook at it." in words(dialog.data)
    dialog.reject()


@pytest.mark.usefixtures("_backups")
def test_nothing_is_restored_without_a_yes(open_window: OpenWindow, world: World) -> None:
    dialog = opened(open_window())
    panel = asked(dialog)
    assert "Yesterday" in words(panel)
    assert "2 sessions of today's history are not in it" in words(panel)
    assert "Cancel in the settings does not take it back" in words(panel)
    assert buttons(panel) == ["Cancel", "Restore"]
    press(panel, "Cancel")
    assert world.archive.told == [("preview_backup", "history-1.0.sqlite3")]
    dialog.reject()


@pytest.mark.usefixtures("_backups")
def test_restoring_names_the_copy_and_the_pages_follow(
    open_window: OpenWindow, world: World
) -> None:
    window = open_window()
    window.home.show_history()
    before = window.home.history
    assert before is not None
    dialog = opened(window)
    panel = asked(dialog)
    world.history.add(session(1, world.ago(9)))
    press(panel, "Restore")
    finish(panel)
    assert not panel.isVisible()
    assert ("restore_backup", "history-1.0.sqlite3") in world.archive.told
    assert "Restored: the backup of yesterday" in words(dialog.data.backups)
    assert KEPT in words(dialog.data.backups)
    after = window.home.history
    assert after is not None
    assert after is not before, "it knew of sessions that are gone"
    assert window.home.pages.currentWidget() is after
    after.show_sessions()
    assert after.sessions._model.rowCount() == 1
    looked(dialog.data.backups)
    dialog.reject()
    assert window.home.history is after, "Cancel takes nothing back"


@pytest.mark.usefixtures("_backups")
def test_last_done_follows_a_restore(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    panel = asked(opened(window))
    world.history.add(session(1, world.ago(9)))
    panel.restore()
    finish(panel)
    index = window.home.routines.home.model.index(0)
    assert "Mar 2026" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert window.home.history is None, "a tab that was never opened is not made now"


@pytest.mark.usefixtures("_backups")
def test_an_import_before_a_restore_is_not_undone_after_it(
    open_window: OpenWindow, world: World
) -> None:
    window = open_window()
    imported(window, world)
    undo = menu(window)._undo
    assert undo is not None
    assert undo.bar.isVisible()
    panel = asked(opened(window))
    panel.restore()
    finish(panel)
    assert not undo.bar.isVisible(), "the same ids are other sessions now"
    undo.undo()
    assert not [told for told in world.archive.told if told[0] == "undo_import"]


@pytest.mark.usefixtures("_backups")
def test_restoring_is_not_left_half_way(open_window: OpenWindow, world: World) -> None:
    dialog = opened(open_window())
    panel = asked(dialog)
    world.archive.may_go_on.clear()
    press(panel, "Restore")
    panel.reject()
    assert panel.isVisible()
    assert buttons(panel) == []
    world.archive.may_go_on.set()
    finish(panel)
    assert not panel.isVisible()
    looked(dialog.data.backups)
    dialog.reject()


@pytest.mark.usefixtures("_backups")
def test_a_restore_that_fails_says_why_and_changes_nothing(
    open_window: OpenWindow, world: World
) -> None:
    dialog = opened(open_window())
    panel = asked(dialog)
    world.archive.trouble = Trouble("A session is running in another window", "", "End it first")
    press(panel, "Restore")
    finish(panel)
    assert "A session is running in another window.\nEnd it first." in words(panel)
    assert buttons(panel) == ["Close"]
    press(panel, "Close")
    assert "Restored" not in words(dialog.data)
    dialog.reject()


@pytest.mark.usefixtures("_backups")
def test_what_is_offered_at_the_start_is_described(open_window: OpenWindow, world: World) -> None:
    world.offered_backup = OfferedBackup("history-1.0.sqlite3", _nothing)
    dialog = open_window().findChild(BackupDialog)
    assert dialog is not None
    assert "It was made yesterday" in words(dialog)
    assert "It has 118 sessions with 944 sets" in words(dialog)
    dialog.reject()


def _nothing() -> None:
    """A backup that is never taken."""
