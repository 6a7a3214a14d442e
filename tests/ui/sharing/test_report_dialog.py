"""The dialog of the report: days, preview, saving, and what can go wrong."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.ui.sharing.report_dialog import SLICE, ReportDialog
from glutetimer.ui.widgets.period_picker import PeriodChoice
from glutetimer.ui.widgets.save_as import SaveAs
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import records, session


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been shown by another program."""
    shown: list[str] = []

    def note(url: object) -> bool:
        shown.append(str(url))
        return True

    monkeypatch.setattr("glutetimer.ui.widgets.save_as.QDesktopServices.openUrl", note)
    return shown


def do_sessions(world: World) -> None:
    for number, days in enumerate((400, 100, 20, 10, 5), 1):
        at = world.ago(days)
        world.history.add(session(number, at), records(at))


def dialog_over(world: World, window: QWidget) -> ReportDialog:
    made = ReportDialog(world.services(), window)
    made.open()
    return made


def words(dialog: ReportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def choose(dialog: ReportDialog, span: PeriodChoice) -> None:
    dialog.picker.choice.setCurrentIndex(dialog.picker.choice.findData(span.value))


def test_it_begins_with_three_months_and_follows_the_choice(world: World, window: QWidget) -> None:
    do_sessions(world)
    dialog = dialog_over(world, window)

    assert "21 Dec 2025 – 20 Mar 2026" in words(dialog)
    assert "3 sessions" in words(dialog)
    found = {}
    for span in (PeriodChoice.MONTH, PeriodChoice.YEAR, PeriodChoice.ALL):
        choose(dialog, span)
        found[span] = words(dialog)

    assert "3 sessions" in found[PeriodChoice.MONTH]
    assert "4 sessions" in found[PeriodChoice.YEAR]
    assert "5 sessions" in found[PeriodChoice.ALL]
    assert dialog._picture.pixmap().width() > 100
    dialog.reject()


def test_own_days_are_shown_only_when_wanted_and_may_be_swapped(
    world: World, window: QWidget
) -> None:
    do_sessions(world)
    dialog = dialog_over(world, window)
    picker = dialog.picker
    assert not picker.days.since.isVisible()

    choose(dialog, PeriodChoice.OWN)
    picker.days.since.setDate(QDate(2026, 3, 20))
    picker.days.until.setDate(QDate(2026, 3, 12))

    assert picker.days.since.isVisible()
    assert "12 Mar – 20 Mar 2026" in words(dialog)
    assert "1 session," in words(dialog)
    dialog.reject()


def test_nothing_done_can_be_seen_but_not_saved(world: World, window: QWidget) -> None:
    dialog = dialog_over(world, window)

    assert "No session was done in this period." in words(dialog)
    assert not dialog.save.isEnabled()
    choose(dialog, PeriodChoice.ALL)
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_it_is_saved_opened_and_announced(
    qtbot: QtBot, world: World, window: QWidget, tmp_path: Path, opened: list[str]
) -> None:
    do_sessions(world)
    dialog = dialog_over(world, window)
    dialog.ask_for_name()
    chooser = dialog.findChild(SaveAs)
    assert chooser is not None
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    path = tmp_path / "report.pdf"

    with qtbot.waitSignal(dialog.notice_given) as said:
        chooser.write(str(path))

    assert path.read_bytes().startswith(b"%PDF-")
    assert said.args == [Notice(f"The report is {path}.", "It opens now; print it from there.")]
    assert len(opened) == 1
    assert not dialog.isVisible()


def test_a_file_that_cannot_be_written_leaves_the_dialog_open(
    world: World, window: QWidget, tmp_path: Path
) -> None:
    do_sessions(world)
    dialog = dialog_over(world, window)
    dialog.ask_for_name()
    chooser = dialog.findChild(SaveAs)
    assert chooser is not None

    chooser.write(str(tmp_path / "nowhere" / "report.pdf"))

    assert dialog.isVisible()
    assert "no such folder" in words(dialog)
    chooser.reject()
    dialog.reject()


def test_trouble_with_the_history_is_said_in_the_dialog(world: World, window: QWidget) -> None:
    do_sessions(world)
    dialog = dialog_over(world, window)
    world.history.trouble = Trouble("The history cannot be read", "history.sqlite3", "Try again")

    choose(dialog, PeriodChoice.YEAR)

    assert "The history cannot be read" in words(dialog)
    assert not dialog.save.isEnabled()
    world.history.trouble = None
    choose(dialog, PeriodChoice.MONTH)
    assert "cannot be read" not in words(dialog)
    assert dialog.save.isEnabled()
    dialog.reject()


def test_many_sessions_are_read_in_slices(qtbot: QtBot, world: World, window: QWidget) -> None:
    for number in range(1, 2 * SLICE + 11):
        world.history.add(session(number, world.ago(number / 4)))
    dialog = dialog_over(world, window)
    choose(dialog, PeriodChoice.ALL)

    assert f"Reading: {SLICE} of {2 * SLICE + 10} sessions" in words(dialog)
    assert not dialog.save.isEnabled()
    qtbot.waitUntil(dialog.save.isEnabled)
    assert f"{2 * SLICE + 10} sessions" in words(dialog)

    choose(dialog, PeriodChoice.YEAR)
    choose(dialog, PeriodChoice.OWN)  # the slices of the other days do not come in between
    dialog.picker.days.since.setDate(dialog.picker.days.until.date())
    QCoreApplication.processEvents()
    assert "Reading" not in words(dialog)
    dialog.reject()


def test_the_menu_opens_it_or_says_why_not(open_window: OpenWindow, world: World) -> None:
    window: MainWindow = open_window()
    assert window.menus is not None
    sharing = window.menus.your_history
    world.history.trouble = Trouble("The history cannot be read", "history.sqlite3")

    sharing.report.trigger()
    sharing.calendar.trigger()

    assert window.findChild(ReportDialog) is None
    assert window.home.notices is not None
    assert "cannot be read" in window.home.notices._text.text()
    world.history.trouble = None
    sharing.report.trigger()
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    dialog.reject()


def test_the_days_are_those_of_the_person(world: World, window: QWidget) -> None:
    world.clock = type(world.clock)(utc=datetime(2026, 3, 20, 17, 0, tzinfo=UTC))
    dialog = dialog_over(world, window)
    choose(dialog, PeriodChoice.ALL)

    today = world.clock.utc_now().astimezone().date()
    assert dialog.picker.period().until == today
    dialog.reject()
