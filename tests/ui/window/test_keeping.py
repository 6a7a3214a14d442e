"""What was done and answered is kept, however the window goes; "kept" is said only when it is."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd, SessionReview
from glutetimer.core.session.states import Command
from glutetimer.ui.session.end_page import EndPage
from glutetimer.ui.session.hurt_dialog import HurtDialog
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World

FULL = Trouble("The disk is full", "history.db", "Make room")


@pytest.fixture
def in_session(open_window: OpenWindow) -> MainWindow:
    window = open_window()
    window.host.start("first-session")
    return window


def _end_page(window: MainWindow) -> EndPage:
    """After a session that is worth keeping: its first set hurt."""
    assert window.host.page is not None
    for command in (Command.NEXT, Command.NEXT, Command.HURT, Command.STOP):
        window.host.page.driver.do(command)
    page = window.host.page.end_page
    assert page is not None
    return page


def _review(world: World) -> SessionReview:
    [summary] = world.history.summaries.values()
    return summary.review


def test_answers_on_the_end_page_are_kept_when_the_window_is_closed(
    in_session: MainWindow, world: World
) -> None:
    page = _end_page(in_session)
    page.pain.type_digit(4)
    page.note.setPlainText("left hip")
    in_session.close()
    assert _review(world) == SessionReview(4, None, "left hip")
    assert in_session.is_all_kept


def test_without_answers_nothing_is_written_over(in_session: MainWindow, world: World) -> None:
    _end_page(in_session)
    in_session.close()
    assert _review(world) == SessionReview()


def test_a_log_out_keeps_the_answers_and_closes_nothing(
    in_session: MainWindow, world: World
) -> None:
    page = _end_page(in_session)
    page.effort.type_digit(7)
    in_session.keep_all()  # what QGuiApplication.commitDataRequest calls
    assert _review(world).effort == 7
    assert in_session.isVisible()
    assert page.isVisible()


def test_a_session_that_runs_is_ended_with_what_it_has(
    in_session: MainWindow, world: World
) -> None:
    """As when the system asks the program to end."""
    in_session.keep_all()
    [summary] = world.history.summaries.values()
    assert summary.end is SessionEnd.STOPPED


def test_what_was_said_about_a_pain_is_kept_with_its_set(
    in_session: MainWindow, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(world.history, "note_pain", lambda *words: told.append(words[-1]))
    page = in_session.host.page
    assert page is not None
    page.driver.do(Command.NEXT)  # on to the last seconds of the wait
    page.driver.do(Command.NEXT)  # and to the set
    page.questions.ask_hurt()
    panel = page.questions.panel
    assert isinstance(panel, HurtDialog)
    panel.scale.type_digit(6)
    in_session.keep_all()
    assert len(told) == 1


def test_the_end_page_says_that_nothing_is_kept_until_it_is(
    in_session: MainWindow, world: World, qtbot: QtBot
) -> None:
    world.history.trouble, world.history.has_refuge = FULL, False
    page = _end_page(in_session)
    assert "Not kept yet: The disk is full" in page.trouble.text()
    assert "kept" not in page.leave_button.toolTip()
    world.history.trouble = None
    world.clock.advance(2.0)
    qtbot.waitUntil(lambda: page.trouble.text() == "", timeout=10_000)
    assert "is kept in the history" in page.leave_button.toolTip()


def test_what_is_left_unkept_is_tried_again_and_at_last_told(
    in_session: MainWindow, world: World, qtbot: QtBot
) -> None:
    page = _end_page(in_session)
    world.history.trouble = FULL
    page.pain.type_digit(3)
    page.save_button.click()
    assert "The disk is full" in page.trouble.text()
    page.leave_button.click()
    assert not in_session.host.keep_all()
    world.history.trouble = None
    with qtbot.waitSignal(in_session.host.notice_given) as told:
        in_session.host.retry()
    assert _review(world).pain_after == 3
    assert told.args is not None
    assert any("All that you did is kept" in notice.text for notice in told.args)
    assert in_session.host.keep_all()


def test_a_window_that_could_not_keep_all_says_so(in_session: MainWindow, world: World) -> None:
    page = _end_page(in_session)
    page.pain.type_digit(3)
    world.history.trouble = FULL
    in_session.close()
    assert not in_session.is_all_kept
    [session] = world.history.elsewhere.values()
    assert session.review.pain_after == 3


def test_enter_held_on_the_end_page_begins_no_session(
    in_session: MainWindow, qapp: QApplication
) -> None:
    """Leaving it puts the focus on the list, in which Enter starts."""
    _end_page(in_session).save_button.click()
    listed = in_session.home.routines
    started: list[object] = []
    listed.start_asked.connect(lambda *words: started.append(words))
    target = qapp.focusWidget() or listed
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        held = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
        )
        qapp.sendEvent(target, held)
    assert started == []


def test_a_session_of_skipped_sets_is_not_finished(in_session: MainWindow, world: World) -> None:
    page = in_session.host.page
    assert page is not None
    for _ in range(100):
        if page.end_page is not None:
            break
        page.driver.do(Command.NEXT)
    assert page.end_page is not None
    assert any("Nothing this time" in text for text in _words(page.end_page))
    assert not any("Well done" in text for text in _words(page.end_page))
    [summary] = world.history.summaries.values()
    assert summary.end is SessionEnd.STOPPED


def _words(page: EndPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]
