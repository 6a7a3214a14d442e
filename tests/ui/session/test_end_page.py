"""The page after a session."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from glutetimer.core.history.records import Feel, SessionReview
from glutetimer.core.keys.table import Action
from glutetimer.core.pain import words_after
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Routine
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from glutetimer.ui.session.end_page import EndPage
from glutetimer.ui.session.end_questions import EFFORT_WORDS
from glutetimer.ui.session.hurt_dialog import HurtDialog
from glutetimer.ui.widgets.goal_rings import GoalRings
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
    stage.start("desk-squeeze", Settings(ask_morning=is_asked))
    stage.until(StepKind.REST)
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


# The pain sets the tone


@pytest.mark.parametrize(
    ("level", "title"),
    [(2, "Well done!"), (4, "Done."), (7, "Enough for today."), (9, "Take care of yourself now.")],
)
def test_the_title_goes_with_the_pain(stage: Stage, level: int, title: str) -> None:
    end = _desk_done(stage, before=3)
    assert end.title.text() == "Well done!"
    end.pain.type_digit(level)
    assert end.title.text() == title
    assert end._questions.picture.accessibleName() == f"Pain 3 before, pain {level} now"


def test_pain_down_the_leg_is_the_first_that_is_said(stage: Stage, qtbot: QtBot) -> None:
    stage.start("desk-squeeze")
    stage.until(StepKind.HOLD)
    stage.press(Action.HURT)
    panel = stage.page.questions.panel
    assert isinstance(panel, HurtDialog)
    next(chip for chip in panel.places if chip.text() == "Leg").click()
    qtbot.keyClick(panel, Qt.Key.Key_Q)
    end = stage.page.end_page
    assert end is not None
    assert "down the leg" in end.advice.text()
    assert end._questions.safety.isVisible()
    assert end.title.text() == "Take care of yourself now."


def _desk_done(stage: Stage, before: int | None = None) -> EndPage:
    """After both squeezes at the desk."""
    stage.start("desk-squeeze").note_pain_before(before)
    stage.until_true(lambda: stage.page.end_page is not None)
    assert stage.page.end_page is not None
    QApplication.processEvents()
    return stage.page.end_page


# The week


def _short(stage: Stage) -> Routine:
    """A routine as short as the squeezes, which counts for the goal."""
    return replace(stage.library.routine("desk-squeeze"), id="short")


def test_the_week_has_this_session(stage: Stage) -> None:
    stage.week_before = 1
    stage.start(_short(stage))
    stage.until_true(lambda: stage.page.end_page is not None)
    end = stage.page.end_page
    assert end is not None
    assert "2 of 3 sessions this week." in _texts(end)
    rings = end.findChild(GoalRings)
    assert rings is not None
    assert rings.accessibleName() == "2 of 3 sessions this week"


def test_the_last_ring_fills_before_the_eyes_unless_motion_is_too_much(stage: Stage) -> None:
    for is_still in (False, True):
        stage.start(_short(stage), Settings(reduced_motion=is_still))
        stage.until_true(lambda: stage.page.end_page is not None)
        assert stage.page.end_page is not None
        rings = stage.page.end_page.findChild(GoalRings)
        assert rings is not None
        is_filling = rings._filling.state() is QVariantAnimation.State.Running
        assert is_filling is not is_still
        stage.page.end_page.save_button.click()


def test_a_squeeze_is_no_session_of_the_week(stage: Stage) -> None:
    stage.week_before = 1
    end = _desk_done(stage)
    assert end.findChild(GoalRings) is None


# Nothing done


def test_a_session_without_a_set_done_asks_nothing_and_is_not_kept(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0, turn=3)
    stage.page.driver.do(Command.STOP)
    end = stage.page.end_page
    assert end is not None
    QApplication.processEvents()
    assert end.title.text() == "Nothing this time. That is fine."
    assert not end.pain.isVisible()
    assert not end.leave_button.isVisible()
    assert end.findChild(GoalRings) is None
    assert list(stage.history.sessions()) == []
    with qtbot.waitSignal(stage.page.session_closed):
        end.save_button.click()
    assert 1 not in stage.history.reviews


def test_nothing_is_kept_elsewhere_either(stage: Stage) -> None:
    """The disk was full all the time: no file brings it back at the next start."""
    stage.history.is_full = True
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0)
    assert stage.history.elsewhere
    stage.page.driver.do(Command.STOP)
    assert not stage.history.elsewhere
    assert stage.coach.journal.keeping.is_kept


def test_a_session_that_only_hurt_is_kept(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0)
    stage.press(Action.HURT)
    panel = stage.page.questions.panel
    assert isinstance(panel, HurtDialog)
    qtbot.keyClick(panel, Qt.Key.Key_Q)
    assert [one.id for one in stage.history.sessions()] == [1]
    assert stage.page.end_page is not None
    assert stage.page.end_page.pain.isVisible()


# What was really done


def test_too_hard_is_stored_at_once_and_taken_back_by_a_second_click(
    stage: Stage, end: EndPage
) -> None:
    bridge = end.done.rows[0]
    bridge.feels[Feel.HARD].click()
    assert {r.feel for r in stage.history.records[1][:2]} == {Feel.HARD}
    bridge.feels[Feel.RIGHT].click()
    assert not bridge.feels[Feel.HARD].isChecked()
    assert {r.feel for r in stage.history.records[1][:2]} == {Feel.RIGHT}
    bridge.feels[Feel.RIGHT].click()
    assert {r.feel for r in stage.history.records[1]} == {None}


def test_reps_are_corrected_one_click_each(stage: Stage, end: EndPage) -> None:
    """The left clam shell was the last set: ten reps were done."""
    clam = end.done.rows[1]
    assert "10 of 20 reps" in _texts(end)
    for _ in range(2):
        clam.more.click()
    assert "12 of 20 reps" in _texts(end)
    assert stage.history.records[1][-1].result.done.reps == 12
    for _ in range(12):
        clam.fewer.click()
    assert any("1 of 8 sets done" in text for text in _texts(end))


def test_what_was_not_begun_is_not_asked_about(end: EndPage) -> None:
    assert [bool(row.feels) for row in end.done.rows] == [True, True, False, False]
    assert end.done.rows[3].more.isHidden()
