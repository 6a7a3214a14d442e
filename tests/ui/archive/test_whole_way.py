"""The whole way of a history with the real store: out, gone, in, undone, and back from a backup."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from glutetimer.app import build_services, close_services
from glutetimer.core.history.records import SessionEnd, SessionReview, SessionStart
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings
from glutetimer.ui.archive.export import ExportPanel, Format
from glutetimer.ui.archive.importing import ImportPanel
from glutetimer.ui.archive.restore import RestorePanel
from glutetimer.ui.settings.dialog import PAGES, SettingsDialog
from glutetimer.ui.window.main_window import MainWindow
from tests.fakes import FakeClock
from tests.ui.archive.conftest import WAIT_S, finish, words
from tests.ui.samples import records


@pytest.fixture
def services(own_home: Path, clock: FakeClock) -> Iterator[Services]:
    """The real ones, with three sessions of two sets."""
    made = build_services(None, clock=clock, is_silent=True)
    made.settings_store.save(Settings(safety_read=True))
    for days in (9, 5, 2):
        do_session(made, clock.utc_now() - timedelta(days=days))
    yield made
    close_services(made)


@pytest.fixture
def window(qtbot: QtBot, services: Services) -> Iterator[MainWindow]:
    made = MainWindow(services)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.home.routines.filled):
        made.show()
    yield made
    made.close()


def do_session(services: Services, at: datetime) -> int:
    history = services.history
    number = history.begin(SessionStart("first-session", "First session", at, 540.0, 2))
    for record in records(at, 2):
        history.add_set(number, record)
    history.finish(number, SessionEnd.FINISHED, at + timedelta(seconds=500), 480.0)
    history.review(number, SessionReview(2, 5, "Fine — “really”"))
    return number


def export(window: MainWindow, services: Services, what: Format, path: Path) -> str:
    panel = ExportPanel(services, what, str(path), window)
    panel.open()
    finish(panel)
    said = words(panel)
    panel.close()
    return said


def import_panel(window: MainWindow, path: Path) -> ImportPanel:
    assert window.menus is not None
    window.menus.your_history.preview_import(str(path))
    panel = window.findChildren(ImportPanel)[-1]
    finish(panel)
    return panel


def undo(window: MainWindow) -> None:
    assert window.menus is not None
    undo = window.menus.your_history._undo
    assert undo is not None
    undo.bar._undo.click()
    assert undo.task is not None
    undo.task.wait(WAIT_S)
    undo.task.look()


def days(services: Services) -> list[datetime]:
    return [session.start.started_at for session in services.history.sessions()]


def wipe(services: Services) -> None:
    for session in services.history.sessions():
        services.history.delete(session.id)


def test_a_table_has_a_row_a_set(window: MainWindow, services: Services, tmp_path: Path) -> None:
    said = export(window, services, Format.CSV, tmp_path / "sets.csv")
    assert "Done: 3 sessions with 6 sets" in said
    assert len((tmp_path / "sets.csv").read_text("utf-8").splitlines()) == 1 + 6


def test_what_went_out_comes_in_again(
    window: MainWindow, services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "history.json"
    before = [(s.start, s.end, s.active_s, s.review) for s in services.history.sessions()]
    export(window, services, Format.JSON, path)
    wipe(services)
    panel = import_panel(window, path)
    assert "All of them are new" in words(panel)
    panel.import_it()
    finish(panel)
    assert [(s.start, s.end, s.active_s, s.review) for s in services.history.sessions()] == before
    panel = import_panel(window, path)
    assert "There is nothing to import." in words(panel)
    panel.close()


def test_undo_keeps_what_was_done_since(
    window: MainWindow, services: Services, clock: FakeClock, tmp_path: Path
) -> None:
    path = tmp_path / "history.json"
    export(window, services, Format.JSON, path)
    wipe(services)
    panel = import_panel(window, path)
    panel.import_it()
    finish(panel)
    later = clock.utc_now() - timedelta(hours=1)
    do_session(services, later)
    services.history.delete(services.history.sessions()[-1].id)  # one of the imported ones
    undo(window)
    assert days(services) == [later]


def test_a_backup_brings_back_what_was_deleted(
    window: MainWindow, services: Services, clock: FakeClock, tmp_path: Path
) -> None:
    path = tmp_path / "history.json"
    before = days(services)
    export(window, services, Format.JSON, path)
    wipe(services)
    panel = import_panel(window, path)
    panel.import_it()
    finish(panel)
    clock.advance(3600)
    archive = services.archive
    [backup] = archive.backups()
    assert backup.reason == "before-import"
    # That one is empty: a restore of it keeps the full history as a backup.
    kept = archive.restore_backup(backup.name)
    assert days(services) == []

    window.open_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.open_page(PAGES.index("Data"))
    card = dialog.data.backups
    assert card.peek.task is not None
    card.peek.task.wait(WAIT_S)
    card.peek.task.look()
    assert "It has 3 sessions with 6 sets" in words(card)
    assert "None of them is in today's history." in words(card)
    card.ask_to_restore()
    restore = dialog.findChild(RestorePanel)
    assert restore is not None
    restore.restore()
    finish(restore)
    assert days(services) == before
    assert kept in [one.name for one in archive.backups()]
    dialog.reject()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "other"}', "\x00\xff"])
def test_a_file_that_is_no_export_is_told_in_words(
    window: MainWindow, services: Services, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "history.json"
    path.write_text(content, "utf-8")
    before = days(services)
    panel = import_panel(window, path)
    assert panel._says.property("look") == "wrong"
    assert panel._says.text().endswith(".")
    assert days(services) == before
    panel.close()


def test_a_folder_that_is_not_there_is_told_in_words(
    window: MainWindow, services: Services, tmp_path: Path
) -> None:
    said = export(window, services, Format.JSON, tmp_path / "gone" / "history.json")
    assert "Cannot write the file" in said
