"""A file that is opened: whatever it is, something sensible is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.command import HISTORY_PAGE, START, TODAY
from glutetimer.core.settings import Settings
from glutetimer.resources import routines_dir
from glutetimer.ui.editor.preview import RoutinePreview
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from glutetimer.ui.window.check_list import CheckList
from glutetimer.ui.window.handed_files import HandedFiles
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.editor.conftest import FilesWorld
from tests.ui.window.conftest import BAD, GOOD, OpenFiles, desk_of, notices_of


def shown(qtbot: QtBot, window: MainWindow, kind: type[Dialog]) -> Dialog:
    """The dialog of a kind, as soon as it is open."""

    def is_there() -> bool:
        return any(one.isVisible() for one in window.findChildren(kind))

    qtbot.waitUntil(is_there)
    return next(one for one in window.findChildren(kind) if one.isVisible())


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all that was asked for is opened."""
    opening = desk_of(window).opening
    qtbot.waitUntil(lambda: opening._task is None and not opening._waiting)


def test_a_start_with_an_own_routine_has_it_ready(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files(f"{files.data_dir}/routines/good.toml")

    qtbot.waitUntil(lambda: window.home.routines.chosen == "good")
    assert window.home.routines.home.list.hasFocus()
    qtbot.waitUntil(lambda: window.home.routines.details.can_start)


def test_a_routine_that_comes_along_is_chosen_from_any_tab(
    qtbot: QtBot, open_files: OpenFiles
) -> None:
    window = open_files()
    window.home.show_exercises()
    window.open_file(str(routines_dir() / "desk-squeeze.toml"))

    qtbot.waitUntil(lambda: window.home.routines.chosen == "desk-squeeze")
    assert window.home.pages.currentWidget() is window.home.routines


def test_one_that_has_come_meanwhile_is_chosen_too(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    new = Path(files.data_dir, "routines/new.toml")
    new.write_text(GOOD.replace("Good", "New"))
    window.open_file(str(new))
    qtbot.waitUntil(lambda: window.home.routines.chosen == "new")


def test_a_routine_from_elsewhere_is_kept_after_it_was_seen(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld, tmp_path: Path
) -> None:
    sent = tmp_path / "sent by Anna.toml"
    sent.write_text(f"# from Anna\n{GOOD.replace('Good', 'Evening')}")
    window = open_files()
    window.open_file(str(sent))

    preview = shown(qtbot, window, RoutinePreview)
    assert preview.heading.text() == "1 routine of glutetimer"
    assert isinstance(preview, RoutinePreview)
    preview.take()
    assert files.own_files == ["good.toml", "sent-by-anna.toml"]
    assert Path(files.data_dir, "routines/sent-by-anna.toml").read_bytes() == sent.read_bytes()
    assert window.home.routines.chosen == "sent-by-anna"


def test_a_file_of_another_program_gets_the_preview(
    qtbot: QtBot, open_files: OpenFiles, tmp_path: Path
) -> None:
    (tmp_path / "sheet.txt").write_text("Plank 30s\nClam shell 3 x 12\n")
    window = open_files(tmp_path / "sheet.txt")
    assert "plain text" in shown(qtbot, window, RoutinePreview).heading.text()


@pytest.mark.parametrize("place", ["data/routines", "."])
def test_mistakes_lead_to_the_list_of_them(
    qtbot: QtBot, open_files: OpenFiles, tmp_path: Path, place: str
) -> None:
    bad = tmp_path / place / "bad.toml"
    bad.write_text(BAD)
    window = open_files(bad)

    checked = shown(qtbot, window, CheckList)
    qtbot.waitUntil(lambda: checked.heading.text() == "1 mistake in 1 file")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("kick.toml", 'name = "Kick"\nposition = "supine"\n', "This exercise is fine"),
        ("settings.toml", "tone_volume = 50\n", "This settings file is fine"),
    ],
)
def test_an_exercise_and_settings_are_said_to_be_what_they_are(
    qtbot: QtBot, open_files: OpenFiles, tmp_path: Path, name: str, content: str, told: str
) -> None:
    (tmp_path / name).write_text(content)
    checked = shown(qtbot, open_files(tmp_path / name), CheckList)
    qtbot.waitUntil(lambda: checked.heading.text() == told)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("none.toml", "There is no such file"),
        ("none.txt", "The file cannot be read: No such file or directory"),
        ("data", "The file cannot be read"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(
    qtbot: QtBot, open_files: OpenFiles, tmp_path: Path, name: str, told: str
) -> None:
    window = open_files(tmp_path / name)
    qtbot.waitUntil(lambda: bool(notices_of(window)))
    notice = notices_of(window)
    assert told in notice
    assert str(tmp_path / name) in notice
    assert "Look whether it is still there" in notice


def test_it_waits_for_the_first_question(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    files.store.settings = Settings(safety_read=False)
    window = open_files(f"{files.data_dir}/routines/good.toml")
    safety = shown(qtbot, window, SafetyDialog)
    assert desk_of(window).opening._task is None

    safety.accept()
    qtbot.waitUntil(lambda: window.home.routines.chosen == "good")


def test_it_waits_for_the_end_of_a_session(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    window._enter_session()
    window.open_file(f"{files.data_dir}/routines/good.toml")
    assert desk_of(window).opening._task is None

    window._leave_session()
    qtbot.waitUntil(lambda: window.home.routines.chosen == "good")


def test_a_session_that_begins_meanwhile_is_not_disturbed(
    qtbot: QtBot, open_files: OpenFiles, tmp_path: Path
) -> None:
    (tmp_path / "sheet.txt").write_text("Plank 30s\n")
    window = open_files()
    window.open_file(str(tmp_path / "sheet.txt"))
    window._enter_session()
    qtbot.waitUntil(lambda: desk_of(window).opening._task is None)
    assert window.findChildren(RoutinePreview) == []

    window._leave_session()
    shown(qtbot, window, RoutinePreview)


def test_several_wait_for_the_same_dialog(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld, tmp_path: Path
) -> None:
    files.store.settings = Settings(safety_read=False)
    window = open_files(f"{files.data_dir}/routines/good.toml", tmp_path / "none.toml")
    shown(qtbot, window, SafetyDialog).accept()
    qtbot.waitUntil(lambda: "There is no such file" in notices_of(window))
    assert window.home.routines.chosen == "good"


def test_one_is_opened_after_the_other(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld, tmp_path: Path
) -> None:
    (tmp_path / "bad.toml").write_text(BAD)
    window = open_files(tmp_path / "bad.toml", f"{files.data_dir}/routines/good.toml")
    checked = shown(qtbot, window, CheckList)
    assert window.home.routines.chosen == "first-session"

    checked.reject()
    qtbot.waitUntil(lambda: window.home.routines.chosen == "good")
    settled(qtbot, window)


def test_the_row_of_a_faulty_routine_leads_to_its_lines(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    bad = Path(files.data_dir, "routines/bad.toml")
    bad.write_text(BAD)
    window = open_files()
    page = window.home.routines
    with qtbot.waitSignal(page.filled):
        page.choose(str(bad))
    button = next(
        one for one in page.details.findChildren(QPushButton) if one.text().startswith("Open it")
    )
    button.click()
    checked = shown(qtbot, window, CheckList)
    qtbot.waitUntil(lambda: checked.heading.text() == "1 mistake in 1 file")


def test_the_menu_checks_all_own_files(
    qtbot: QtBot, open_files: OpenFiles, files: FilesWorld
) -> None:
    window = open_files()
    assert window.menus is not None
    action = next(one for one in window.menus._idle if one.text() == "&Check files…")
    action.trigger()
    checked = shown(qtbot, window, CheckList)
    qtbot.waitUntil(lambda: checked.heading.text() == "This routine is fine")


def test_macos_hands_a_file_over(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    asked: list[str] = []
    handed = HandedFiles()
    handed.file_asked.connect(asked.append)
    qapp.installEventFilter(handed)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "a b.toml"))))
    qapp.removeEventFilter(handed)
    assert asked == [str(tmp_path / "a b.toml")]


def test_a_menu_entry_asks_for_the_history(qtbot: QtBot, open_files: OpenFiles) -> None:
    window = open_files(HISTORY_PAGE)

    qtbot.waitUntil(lambda: window.home.history is not None)
    assert window.home.pages.currentWidget() is window.home.history


def test_a_menu_entry_begins_a_session_and_what_is_asked_for_meanwhile_waits(
    qtbot: QtBot, open_files: OpenFiles
) -> None:
    window = open_files(f"{START}desk-squeeze")
    window.open_file(HISTORY_PAGE)

    qtbot.waitUntil(lambda: window.host.page is not None)
    assert window.stack.currentWidget() is window.host.page
    assert window.home.history is None
    assert desk_of(window).opening._waiting == [HISTORY_PAGE]


def test_a_routine_that_is_none_is_told(qtbot: QtBot, open_files: OpenFiles) -> None:
    window = open_files(f"{START}no-such-routine")

    qtbot.waitUntil(lambda: "no-such-routine" in notices_of(window))
    assert window.stack.currentWidget() is window.home


def test_what_is_to_be_done_today_is_begun(qtbot: QtBot, open_files: OpenFiles) -> None:
    window = open_files(TODAY)

    qtbot.waitUntil(lambda: window.host.page is not None)
    assert window.stack.currentWidget() is window.host.page
