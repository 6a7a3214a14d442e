"""The page after a session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from glutetimer.core.history.records import SessionReview
from glutetimer.core.pain import words_after
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from glutetimer.ui.session.end_page import EndPage
from glutetimer.ui.session.end_questions import EFFORT_WORDS
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from tests.ui.session.stage import Stage


@pytest.fixture
def end(stage: Stage) -> EndPage:
    """After a session that was stopped in its second exercise, one set skipped."""
    stage.start("first-session")
    stage.until(StepKind.REST)
    stage.page.driver.do(Command.NEXT)
    stage.page.driver.do(Command.NEXT)
    stage.page.driver.do(Command.NEXT)
    stage.until(StepKind.SWITCH_SIDES)
    stage.page.driver.do(Command.STOP)
    made = stage.page.end_page
    assert made is not None
    QApplication.processEvents()
    return made


def _texts(page: EndPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel)}


def test_it_says_what_was_done_against_what_was_planned(end: EndPage) -> None:
    texts = _texts(end)
    assert "Stopped early. That is fine." in texts
    assert {"Glute bridge", "Clam shell", "Bird dog", "Hip thrust iso hold"} <= texts
    assert {"1 of 2 sets", "8 of 16 reps", "10 of 20 reps", "0 of 2 sets", "0 of 30 s"} <= texts
    assert {"1 skipped", "not all begun", "not begun"} <= texts
    assert any("2 of 8 sets done" in text for text in texts)


def test_answers_are_saved_with_one_click(stage: Stage, end: EndPage, qtbot: QtBot) -> None:
    end.pain.set_value(3)
    end.effort.set_value(6)
    end.note.setPlainText("  Left side tires first.\nMore rest.  ")
    with qtbot.waitSignal(stage.page.session_closed):
        end.save_button.click()
    assert stage.history.reviews[1] == SessionReview(3, 6, "Left side tires first.\nMore rest.")
    assert stage.page.end_page is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_saves(stage: Stage, end: EndPage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(end, Qt.Key.Key_2)
    qtbot.keyClick(stage.page, key)
    assert stage.history.reviews[1] == SessionReview()
    assert not stage.page.is_running()


def test_digits_answer_the_question_that_has_the_focus(
    stage: Stage, end: EndPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(end.pain, Qt.Key.Key_3)
    qtbot.keyClick(end.effort, Qt.Key.Key_7)
    assert (end.pain.value(), end.effort.value()) == (3, 7)
    assert words_after(3) in _texts(end)
    assert EFFORT_WORDS[7] in _texts(end)
    end.pain.set_value(None)
    end.pain.value_changed.emit()
    assert words_after(3) not in _texts(end)


def test_enter_in_the_note_is_a_new_line(stage: Stage, end: EndPage, qtbot: QtBot) -> None:
    end.note.setFocus()
    qtbot.keyClicks(end.note, "one")
    qtbot.keyClick(end.note, Qt.Key.Key_Return)
    qtbot.keyClicks(end.note, "two")
    assert stage.page.end_page is end
    qtbot.keyClick(end.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.history.reviews[1].note == "one\ntwo"


@pytest.mark.parametrize("by_key", [True, False])
def test_leaving_without_answers_is_fine(
    stage: Stage, end: EndPage, qtbot: QtBot, by_key: bool
) -> None:
    end.pain.set_value(9)
    if by_key:
        qtbot.keyClick(stage.page, Qt.Key.Key_Escape)
    else:
        end.leave_button.click()
    assert stage.page.end_page is None
    assert 1 not in stage.history.reviews


@pytest.mark.parametrize(
    ("level", "word"), [(0, "safe"), (2, "safe"), (3, "acceptable"), (5, "acceptable"), (6, "less")]
)
def test_pain_is_read_by_the_pain_monitoring_model(level: int, word: str) -> None:
    assert word in words_after(level)


def test_the_questions_fit_a_small_window(stage: Stage, end: EndPage) -> None:
    stage.page.resize(480, 800)
    QApplication.processEvents()
    last = end.pain.findChildren(type(end.save_button))[-1]
    right = last.mapTo(end, last.rect().topRight()).x()
    assert right <= end.width()


@pytest.mark.parametrize("is_asked", [False, True])
def test_the_wish_to_be_asked_next_morning_is_told_at_once(
    stage: Stage, qtbot: QtBot, is_asked: bool
) -> None:
    stage.start("first-session", Settings(ask_morning=is_asked))
    stage.page.driver.do(Command.STOP)
    end = stage.page.end_page
    assert end is not None
    assert end.morning.isChecked() is is_asked
    with qtbot.waitSignal(stage.page.morning_wished) as told:
        end.morning.click()
    assert told.args == [not is_asked]


@pytest.mark.parametrize(("level", "is_offered"), [(7, False), (8, True)])
def test_much_pain_offers_the_words_on_safety(
    stage: Stage, end: EndPage, qtbot: QtBot, level: int, is_offered: bool
) -> None:
    end.pain.type_digit(level)
    button = end._questions.safety
    assert button.isVisible() is is_offered
    if is_offered:
        button.click()
        dialog = stage.page.findChild(SafetyDialog)
        assert dialog is not None
        assert dialog.isVisible()
        dialog.accept()
