"""The history into a file: the name, the progress, the end, and every way out."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import DECIMAL_COMMA, Extent, TableStyle
from glutetimer.ui.archive.export import ExportChooser, ExportPanel, Format
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.archive.conftest import buttons, finish, press, words
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World

TARGET = "/documents/history.json"


def opened(window: QWidget, world: World, what: Format = Format.JSON) -> ExportPanel:
    panel = ExportPanel(world.services(), what, TARGET, window)
    panel.open()
    return panel


@pytest.fixture
def busy(window: QWidget, world: World) -> ExportPanel:
    """An export that stands still half-way."""
    world.archive.may_go_on.clear()
    return opened(window, world)


def test_the_end_says_how_much_is_where(window: QWidget, world: World) -> None:
    world.archive.extent = Extent(118, 944, date(2026, 1, 12), date(2026, 3, 2))
    panel = opened(window, world)
    finish(panel)
    assert "Done: 118 sessions with 944 sets, 12 Jan to 2 Mar." in words(panel)
    assert TARGET in words(panel)
    assert "Import brings it back" in words(panel)
    assert buttons(panel) == ["Open folder", "Close"]
    assert world.archive.told == [("export_json", TARGET)]
    press(panel, "Close")
    assert not panel.isVisible()


def test_a_table_is_written_as_one(window: QWidget, world: World) -> None:
    world.archive.extent = Extent(1, 8, date(2026, 3, 2), date(2026, 3, 2))
    panel = opened(window, world, Format.CSV)
    finish(panel)
    assert world.archive.told == [("export_csv", TARGET, None)]
    assert "every set is a row" in words(panel)
    panel.close()


def test_an_empty_history_is_said_to_be_empty(window: QWidget, world: World) -> None:
    panel = opened(window, world)
    finish(panel)
    assert "no sessions yet" in words(panel)
    panel.close()


def test_progress_is_shown(qtbot: QtBot, busy: ExportPanel, world: World) -> None:
    qtbot.waitUntil(lambda: busy._bar.value() == 50)
    assert "Writing the file…" in words(busy)
    assert buttons(busy) == ["Cancel"]
    world.archive.may_go_on.set()
    finish(busy)
    assert not busy._bar.isVisible()


def test_trouble_in_the_middle_is_said_with_its_cure(busy: ExportPanel, world: World) -> None:
    world.archive.trouble = Trouble("The disk is full", "history.json", "Free some space")
    world.archive.may_go_on.set()
    finish(busy)
    assert "The disk is full.\nhistory.json\nFree some space." in words(busy)
    assert buttons(busy) == ["Close"]
    press(busy, "Close")
    assert not busy.isVisible()


def test_cancel_stops_the_work_and_then_closes(busy: ExportPanel, world: World) -> None:
    press(busy, "Cancel")
    assert busy.isVisible()
    assert "Stopping…" in words(busy)
    assert buttons(busy) == []
    busy.reject()  # a second Escape
    finish(busy)
    assert world.archive.told == []
    assert not busy.isVisible()


def test_an_export_that_ends_before_it_can_be_stopped_closes_too(
    busy: ExportPanel, world: World
) -> None:
    world.archive.may_go_on.set()
    busy.task.wait()
    busy.reject()
    busy.task.look()
    assert not busy.isVisible()


def test_trouble_after_cancel_is_of_no_interest(busy: ExportPanel, world: World) -> None:
    world.archive.trouble = Trouble("The disk is full")
    world.archive.may_go_on.set()
    busy.task.wait()
    busy.reject()
    busy.task.look()
    assert not busy.isVisible()


def test_the_end_of_the_program_leaves_nothing_half_made(busy: ExportPanel, world: World) -> None:
    busy.task.end()
    busy.task.look()
    assert world.archive.told == []
    assert not busy.isVisible()


def test_a_bug_reaches_the_log_and_not_the_thread_alone(busy: ExportPanel, world: World) -> None:
    world.archive.bug = ZeroDivisionError()
    world.archive.may_go_on.set()
    with pytest.raises(ZeroDivisionError):
        finish(busy)
    assert not busy.isVisible()


def test_a_folder_that_cannot_be_opened_is_named(
    window: QWidget, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []

    def refuse(url: QUrl) -> bool:
        asked.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    panel = opened(window, world)
    finish(panel)
    press(panel, "Open folder")
    assert asked == [QUrl.fromLocalFile("/documents")]
    assert "could not be opened" in words(panel)
    assert "/documents" in words(panel)
    panel.close()


def chooser(window: MainWindow) -> ExportChooser:
    found = window.findChild(ExportChooser)
    assert found is not None
    return found


@pytest.mark.parametrize("what", list(Format))
def test_the_menu_asks_for_a_name_with_the_day(
    open_window: OpenWindow, world: World, tmp_path: Path, what: Format
) -> None:
    window = open_window()
    assert window.menus is not None
    menu = window.menus.your_history
    (menu.export_csv if what is Format.CSV else menu.export_json).trigger()
    asking = chooser(window)
    day = world.clock.utc_now().astimezone().date()
    name = f"glutetimer-history-{day.isoformat()}.{what.value}"
    assert Path(asking.selectedFiles()[0]).name == name
    assert not asking.testOption(QFileDialog.Option.DontConfirmOverwrite), "it asks to replace"
    path = str(tmp_path / "mine")
    asking.fileSelected.emit(path)
    asking.close()
    panel = window.findChild(ExportPanel)
    assert panel is not None
    finish(panel)
    style = (TableStyle(),) if what is Format.CSV else ()
    assert world.archive.told == [(f"export_{what.value}", path, *style)]
    panel.close()


@pytest.mark.parametrize("number", [0, 1])
def test_a_table_is_written_as_the_country_or_the_person_wants_it(
    window: QWidget, world: World, number: int
) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        asking = ExportChooser(world.services(), Format.CSV, window)
    finally:
        QLocale.setDefault(QLocale.c())
    asking.selectNameFilter(asking.nameFilters()[number])
    asking.fileSelected.emit(TARGET)
    asking.close()
    panel = window.findChild(ExportPanel)
    assert panel is not None
    finish(panel)
    wanted = (DECIMAL_COMMA, TableStyle())[number]
    assert world.archive.told == [("export_csv", TARGET, wanted)]
    panel.close()


def test_the_window_closes_in_the_middle_of_an_export(
    open_window: OpenWindow, world: World, tmp_path: Path
) -> None:
    world.archive.may_go_on.clear()
    window = open_window()
    panel = ExportPanel(world.services(), Format.CSV, TARGET, window)
    panel.open()
    window.close()
    panel.task.end()
    assert world.archive.told == []
    panel.task.look()


def test_nothing_of_it_in_a_session(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.menus is not None
    menu = window.menus.your_history
    window.menus.set_in_session(True)
    actions = (menu.export_csv, menu.export_json, menu.import_file)
    assert not any(action.isEnabled() for action in actions)
    window.menus.set_in_session(False)
    assert all(action.isEnabled() for action in actions)
