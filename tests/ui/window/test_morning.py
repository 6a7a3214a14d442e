"""The question of the morning after, and when it is asked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionReview
from glutetimer.core.ports.history import OfferedBackup
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from glutetimer.ui.window.main_window import MainWindow
from glutetimer.ui.window.morning import MorningDialog
from glutetimer.ui.window.start_dialogs import BackupDialog, InterruptedDialog
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import FIRST_SESSION, records, session

ASKED = Settings(safety_read=True, ask_morning=True)


@pytest.fixture
def yesterday(world: World) -> World:
    """A session yesterday, begun with pain 3."""
    at = world.ago(1)
    made = session(1, at, review=SessionReview(4, 5))
    made = replace(made, start=replace(made.start, pain_before=3))
    world.history.add(made, records(at))
    world.store.settings = ASKED
    return world


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def _asked(window: MainWindow) -> MorningDialog:
    (dialog,) = _dialogs(window)
    assert isinstance(dialog, MorningDialog)
    return dialog


def _press(dialog: QDialog, text: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == text)
    button.click()


def test_a_key_and_enter_answer(open_window: OpenWindow, yesterday: World, qtbot: QtBot) -> None:
    dialog = _asked(open_window())
    assert dialog.windowTitle() == "How is your back this morning?"
    assert not dialog.save_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert yesterday.history.summaries[1].review == SessionReview(4, 5, "", 2)


def test_it_is_asked_only_if_the_person_wishes(open_window: OpenWindow, yesterday: World) -> None:
    yesterday.store.settings = Settings(safety_read=True)
    assert _dialogs(open_window()) == []


def test_it_is_not_asked_on_the_same_day(open_window: OpenWindow, yesterday: World) -> None:
    at = yesterday.ago(0.01)
    yesterday.history.add(session(1, at), records(at))
    assert _dialogs(open_window()) == []


def test_not_now_leaves_it_for_the_next_start(open_window: OpenWindow, yesterday: World) -> None:
    _press(_asked(open_window()), "Not now")
    assert 1 not in yesterday.history.settled
    assert isinstance(_asked(open_window()), MorningDialog)


def test_a_session_is_not_asked_about_again(open_window: OpenWindow, yesterday: World) -> None:
    _press(_asked(open_window()), "Don't ask for this session")
    assert yesterday.history.summaries[1].review.pain_morning is None
    assert _dialogs(open_window()) == []


def test_two_days_later_it_is_the_morning_after(open_window: OpenWindow, yesterday: World) -> None:
    yesterday.clock.advance(86_400)
    assert _asked(open_window()).windowTitle() == "How was your back the morning after?"


@pytest.mark.parametrize(
    ("digit", "words", "has_signs"),
    [
        (3, "3: settled. You can go on as planned.", False),
        (4, "4: more than before that session (3).", False),
        (6, "6: above 5.", False),
        (8, "8: above 5.", True),
    ],
)
def test_it_says_what_the_answer_means(
    open_window: OpenWindow, yesterday: World, qtbot: QtBot, digit: int, words: str, has_signs: bool
) -> None:
    dialog = _asked(open_window())
    qtbot.keyClick(dialog, Qt.Key.Key_0 + digit)
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith(words) for text in shown)
    assert (SEE_SOMEONE in shown) is has_signs
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()) or not label.isVisible()


def test_a_full_disk_is_told_and_it_is_asked_again(
    open_window: OpenWindow, yesterday: World, qtbot: QtBot
) -> None:
    window = open_window()
    dialog = _asked(window)
    yesterday.history.trouble = Trouble("The disk is full", "history", "Make room")
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    dialog.save_button.click()
    assert window.home.notices is not None
    assert "The disk is full" in window.home.notices._text.text()
    yesterday.history.trouble = None
    assert isinstance(_asked(open_window()), MorningDialog)


def test_it_comes_last_and_never_beside_another(open_window: OpenWindow, yesterday: World) -> None:
    """Safety, the backup, the interrupted session: then the morning."""
    yesterday.store.settings = replace(ASKED, safety_read=False)
    yesterday.offered_backup = OfferedBackup("history.sqlite3", _nothing)
    at = yesterday.ago(0.01)
    yesterday.history.add(session(2, at, FIRST_SESSION, None), records(at, 2))
    window = open_window()
    for kind in (SafetyDialog, BackupDialog, InterruptedDialog):
        (dialog,) = _dialogs(window)
        assert isinstance(dialog, kind)
        dialog.reject()
        QApplication.processEvents()
    _asked(window)


@pytest.mark.parametrize(("text", "is_asked"), [("Discard it", True), ("Go on", False)])
def test_who_goes_on_is_not_asked_in_a_session(
    open_window: OpenWindow, yesterday: World, text: str, is_asked: bool
) -> None:
    at = yesterday.ago(0.01)
    yesterday.history.add(session(2, at, FIRST_SESSION, None), records(at, 2))
    window = open_window()
    (dialog,) = _dialogs(window)
    _press(dialog, text)
    assert [type(each) for each in _dialogs(window)] == [MorningDialog] * is_asked


def test_the_wish_on_the_end_page_is_a_setting(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    window.host.start("first-session")
    assert window.host.page is not None
    for command in (Command.NEXT, Command.NEXT, Command.HURT, Command.STOP):
        window.host.page.driver.do(command)
    assert window.host.page.end_page is not None
    window.host.page.end_page.morning.click()
    assert world.store.settings == replace(Settings(safety_read=True), ask_morning=True)


def _nothing() -> None:
    """A backup that is never taken."""
