"""The window: pages, notices, first start, an interrupted session, closing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.keys.table import Action
from glutetimer.core.notice import Notice
from glutetimer.core.ports.history import OfferedBackup
from glutetimer.core.session.interrupted import next_set
from glutetimer.core.session.states import Command, State
from glutetimer.core.settings import Settings
from glutetimer.core.theme import Theme
from glutetimer.ui.style.theme import DARK, current
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from glutetimer.ui.window.main_window import MainWindow, _fitting
from glutetimer.ui.window.manual import Manual
from glutetimer.ui.window.menus import Menus
from glutetimer.ui.window.start_dialogs import BackupDialog, InterruptedDialog
from glutetimer.ui.window.tabs import EXERCISES, HISTORY, ROUTINES, WIDEST_PX
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import FIRST_SESSION, records, session


def menus(window: MainWindow) -> Menus:
    assert window.menus is not None
    return window.menus


def action(window: MainWindow, text: str) -> QAction:
    return next(one for one in menus(window).findChildren(QAction) if one.text() == text)


def press(dialog: QDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def words(widget: QDialog) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_nothing_of_sound_is_made_by_the_window_alone(
    open_window: OpenWindow, world: World
) -> None:
    open_window()
    assert world.players_made == 0


def test_the_tabs_are_reached_by_key(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    action(window, "&History").trigger()
    assert window.home.tabs.currentIndex() == HISTORY
    window.home.tabs.setFocus()
    qtbot.keyClick(window.home.tabs, Qt.Key.Key_Left)
    assert window.home.tabs.currentIndex() == EXERCISES
    qtbot.keyClick(window.home.tabs, Qt.Key.Key_Left)
    assert window.home.tabs.currentIndex() == ROUTINES
    shortcuts = {
        action(window, name).shortcut().toString() for name in ("&Exercises", "&History", "&Manual")
    }
    assert shortcuts == {"Ctrl+2", "Ctrl+3", "F1"}


def test_notices_come_one_after_the_other(open_window: OpenWindow, world: World) -> None:
    world.notices = (Notice("First", "Do this"), Notice("Second"))
    bar = open_window().home.notices
    assert bar is not None
    assert bar._text.text() == "First"
    assert bar._cure.text() == "Do this"
    bar.dismiss()
    assert bar._text.text() == "Second"
    bar.dismiss()
    assert bar.isHidden()


def test_the_first_start_shows_the_words_on_safety_once(
    open_window: OpenWindow, world: World
) -> None:
    world.store.settings = Settings()
    window = open_window()
    dialog = window.findChild(SafetyDialog)
    assert dialog is not None
    assert "bowel control" in words(dialog)
    press(dialog, "I have read this")
    assert world.store.settings.safety_read


def test_safety_that_was_not_read_is_shown_again(open_window: OpenWindow, world: World) -> None:
    world.store.settings = Settings()
    window = open_window()
    dialog = window.findChild(SafetyDialog)
    assert dialog is not None
    dialog.reject()
    assert not world.store.settings.safety_read


def test_whoever_has_read_it_is_not_asked(open_window: OpenWindow) -> None:
    assert open_window().findChild(SafetyDialog) is None


def backup_dialog(window: MainWindow) -> BackupDialog:
    dialog = window.findChild(BackupDialog)
    assert dialog is not None
    return dialog


def test_a_backup_is_brought_back_if_the_person_wants_it(
    open_window: OpenWindow, world: World
) -> None:
    at = world.ago(2)

    def restore() -> None:
        world.history.add(session(5, at, FIRST_SESSION, None), records(at, 2))

    world.offered_backup = OfferedBackup("history-20260318.sqlite3", restore)
    window = open_window()
    assert "history-20260318.sqlite3" in words(backup_dialog(window))
    press(backup_dialog(window), "Bring the backup back")
    assert not interrupted(window).isHidden(), "what the backup says is asked about next"


def test_a_backup_that_is_no_good_is_told_and_an_empty_history_kept(
    open_window: OpenWindow, world: World
) -> None:
    def fail() -> None:
        raise Trouble("The backup is damaged", "history-20260318.sqlite3", "Take an older one")

    world.offered_backup = OfferedBackup("history-20260318.sqlite3", fail)
    window = open_window()
    press(backup_dialog(window), "Bring the backup back")
    assert window.home.notices is not None
    assert "damaged" in window.home.notices._text.text()


def test_a_new_history_can_be_begun_instead(open_window: OpenWindow, world: World) -> None:
    answers: list[str] = []
    world.offered_backup = OfferedBackup(
        "history-20260318.sqlite3",
        lambda: answers.append("restored"),
        lambda: answers.append("declined"),
    )
    press(backup_dialog(open_window()), "Begin a new history")
    assert answers == ["declined"]


def test_a_backup_that_nobody_answered_about_is_offered_again(
    open_window: OpenWindow, world: World
) -> None:
    answers: list[str] = []
    world.offered_backup = OfferedBackup(
        "history-20260318.sqlite3",
        lambda: answers.append("restored"),
        lambda: answers.append("declined"),
    )
    backup_dialog(open_window()).reject()
    assert answers == []


def test_what_is_met_in_the_history_is_shown(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    world.history.notices.append(Notice("Session 2 has a value that cannot be right"))
    window.home.show_history()
    assert window.home.notices is not None
    assert "Session 2" in window.home.notices._text.text()


def interrupted(window: MainWindow) -> InterruptedDialog:
    dialog = window.findChild(InterruptedDialog)
    assert dialog is not None
    return dialog


@pytest.fixture
def crashed(world: World) -> World:
    """A session of eight sets of which three were stored."""
    at = world.ago(0.01)
    world.history.add(session(7, at, FIRST_SESSION, None), records(at, 3))
    return world


def test_what_was_done_is_kept(open_window: OpenWindow, crashed: World) -> None:
    window = open_window()
    press(interrupted(window), "Keep what was done")
    kept = crashed.history.summaries[7]
    assert kept.end is SessionEnd.INTERRUPTED
    assert kept.ended_at == crashed.history.records[7][-1].ended_at
    assert kept.active_s > 0


def test_an_interrupted_session_is_discarded(open_window: OpenWindow, crashed: World) -> None:
    window = open_window()
    press(interrupted(window), "Discard it")
    assert crashed.history.deleted == {7}
    assert crashed.history.interrupted() is None


def test_no_answer_leaves_the_question(open_window: OpenWindow, crashed: World) -> None:
    window = open_window()
    interrupted(window).reject()
    assert crashed.history.interrupted() is not None


def test_going_on_starts_with_the_set_that_was_interrupted(
    open_window: OpenWindow, crashed: World
) -> None:
    window = open_window()
    press(interrupted(window), "Go on")
    page = window.host.page
    assert page is not None
    assert page.driver.coach is not None
    assert page.driver.coach.session.current_set.index == 3
    assert page.driver.coach.journal.session_id == 7


def test_going_on_waits_for_the_person_and_counts_the_whole_session(
    open_window: OpenWindow, crashed: World
) -> None:
    window = open_window()
    press(interrupted(window), "Go on")
    page = window.host.page
    assert page is not None
    assert page.driver.coach is not None
    assert page.driver.coach.session.place.state is State.PAUSED
    assert "Space when you are ready" in page.view.cue.text()
    page.driver.do(Command.STOP)
    assert page.end_page is not None
    texts = [label.text() for label in page.end_page.findChildren(QLabel)]
    assert any("2 of 8 sets done" in text for text in texts), "the third was skipped"


def test_a_session_without_a_set_left_can_only_be_kept(
    open_window: OpenWindow, world: World
) -> None:
    at = world.ago(0.01)
    world.history.add(session(7, at, FIRST_SESSION, None), records(at, 8))
    assert "Go on" not in [b.text() for b in interrupted(open_window()).findChildren(QPushButton)]


def test_the_set_after_the_last_record_is_next(world: World) -> None:
    assert next_set([]) == 0
    assert next_set(records(world.ago(1), 3)) == 3


def test_start_shows_the_session_and_hides_the_rest(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    window.host.start("first-session")
    assert world.players_made == 1
    assert window.stack.currentWidget() is window.host.page
    assert window.menuBar().isHidden()
    assert not menus(window)._full_screen.isEnabled()
    assert window.host.page is not None
    window.host.page.session_closed.emit(window.host.page.driver.coach, False)
    assert window.stack.currentWidget() is window.home
    assert not window.menuBar().isHidden()
    window.host.start("first-session")
    assert world.players_made == 1


def test_a_routine_that_is_gone_is_told(open_window: OpenWindow) -> None:
    window = open_window()
    window.host.start("nothing")
    assert window.home.notices is not None
    assert "There is no such routine" in window.home.notices._text.text()
    assert window.stack.currentWidget() is window.home


def test_closing_in_a_session_asks_first(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    window.host.start("first-session")
    assert not window.close()
    assert window.isVisible()
    assert not world.player.is_closed


def test_closing_ends_the_player(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    window.host.player()
    assert window.close()
    assert world.player.is_closed


def test_a_theme_is_chosen_in_the_menu_and_saved(
    open_window: OpenWindow, world: World, qapp: QApplication
) -> None:
    window = open_window()
    dark = menus(window).themes.actions()[2]
    dark.trigger()
    assert world.store.settings.theme is Theme.DARK
    assert current(qapp) == DARK
    assert [a.isChecked() for a in menus(window).themes.actions()] == [False, False, True]


def test_settings_that_cannot_be_saved_are_told(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    world.store.trouble = Trouble("The disk is full", "settings.toml", "Make room")
    menus(window).themes.actions()[2].trigger()
    assert window.home.notices is not None
    assert "The disk is full" in window.home.notices._text.text()
    assert window.home.notices._cure.text() == "Make room."


@pytest.mark.parametrize("name", ["show_safety", "show_about"])
def test_the_dialogs_of_the_help_menu_open_and_close(open_window: OpenWindow, name: str) -> None:
    window = open_window()
    getattr(menus(window), name)()
    dialog = window.findChild(Dialog)
    assert dialog is not None
    assert dialog.isVisible()
    press(dialog, "Close")
    assert not dialog.isVisible()


def test_full_screen_and_back(open_window: OpenWindow) -> None:
    window = open_window()
    menus(window).toggle_full_screen()
    assert window.isFullScreen()
    menus(window).toggle_full_screen()
    assert not window.isFullScreen()


def test_nothing_repeats_in_the_idle_window(open_window: OpenWindow) -> None:
    window = open_window()
    running = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    assert [timer for timer in running if not timer.isSingleShot()] == []


def test_a_note_that_is_being_written_is_saved_when_the_window_is_closed(
    open_window: OpenWindow, world: World
) -> None:
    world.history.add(session(1, world.ago(1)), records(world.ago(1)))
    window = open_window()
    window.home.show_history()
    assert window.home.history is not None
    window.home.history.show_sessions()
    window.home.history.sessions._details._review._note.setPlainText("Better")
    window.close()
    assert world.history.summaries[1].review.note == "Better"


def test_a_library_in_trouble_leaves_a_window_that_can_be_used(
    open_window: OpenWindow, world: World
) -> None:
    world.library.trouble = Trouble("The folder cannot be read", "/routines", "Reload with F5")
    window = open_window()
    assert window.home.notices is not None
    assert "The folder cannot be read" in window.home.notices._text.text()
    world.library.trouble = None
    menus(window).reload.trigger()
    assert window.home.routines.chosen == "first-session"


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((1920, 1040), (1280, 800)),
        ((1280, 800), (1264, 752)),
        ((1024, 560), (1008, 512)),
    ],
)
def test_the_window_fits_the_screen_with_its_frame(
    room: tuple[int, int], size: tuple[int, int]
) -> None:
    assert _fitting(QSize(*room)) == QSize(*size)


def test_the_window_begins_within_the_screen(open_window: OpenWindow, qapp: QApplication) -> None:
    window = open_window()
    room = qapp.primaryScreen().availableSize()
    assert window.size() == _fitting(room).expandedTo(window.minimumSize())


def test_a_session_fits_a_laptop_of_1366_by_768_at_150_percent(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(_fitting(QSize(910, 512)))
    window.host.start("first-session")
    QApplication.processEvents()
    page = window.host.page
    assert page is not None
    assert window.height() == 464
    assert window.rect().contains(QRect(page.mapTo(window, QPoint()), page.size()))
    page.driver.do(Command.STOP)


def test_keys_of_the_menus_do_what_the_session_has_for_them(
    open_window: OpenWindow, world: World, qtbot: QtBot
) -> None:
    world.store.settings = replace(world.store.settings, keys={Action.MUTE: ("Ctrl+1", "Ctrl+S")})
    window = open_window()
    window.host.start("first-session")
    page = window.host.page
    assert page is not None
    coach = page.driver.coach
    assert coach is not None
    qtbot.keyClick(page, Qt.Key.Key_F5)
    assert coach.session.place.state is State.PAUSED
    qtbot.keyClick(page, Qt.Key.Key_F1)
    assert page.questions.is_showing_keys
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert coach.muted
    page.driver.do(Command.STOP)


def test_the_manual_has_the_keys_as_they_are_assigned(
    open_window: OpenWindow, world: World
) -> None:
    world.store.settings = replace(world.store.settings, keys={Action.MUTE: ("Ctrl+J",)})
    window = open_window()
    [action] = [one for one in window.findChildren(QAction) if one.text() == "&Keys"]
    action.trigger()
    [made] = window.findChildren(Manual)
    assert "Ctrl+J\nSound off" in made.browser.toPlainText()
    made.close()


def test_a_very_wide_window_has_air_at_the_sides(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(3840, 1000)
    QApplication.processEvents()
    pages = window.home.pages
    left_px = pages.mapTo(window, QPoint()).x()
    assert pages.width() <= WIDEST_PX
    assert abs(left_px - (window.width() - left_px - pages.width())) <= 40
