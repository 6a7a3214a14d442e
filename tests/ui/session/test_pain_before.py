"""The pain before a session, asked while it gets ready."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from glutetimer.core.keys.table import Action
from glutetimer.core.pain import words_before
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import Command, State
from glutetimer.core.settings import FirstWait, Settings
from glutetimer.ui.session.hurt_dialog import HurtDialog
from glutetimer.ui.session.keys import KEYS
from glutetimer.ui.session.pain_line import QUESTION, PainLine
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from tests.ui.session.stage import Stage


def _line(stage: Stage) -> PainLine:
    line = stage.page.pain_before.line
    assert line.isVisible()
    return line


def _stored(stage: Stage) -> int | None:
    return stage.history.starts[1].pain_before


def test_one_key_answers_and_nothing_waits(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    assert _line(stage).words.text() == QUESTION
    qtbot.keyClick(stage.page.view, Qt.Key.Key_4)
    assert _stored(stage) == 4
    assert _line(stage).words.text() == words_before(4)
    assert stage.coach.session.place.state is State.RUNNING


def test_a_one_and_a_nought_are_ten(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_1)
    qtbot.keyClick(stage.page.view, Qt.Key.Key_0)
    assert _stored(stage) == 10


def test_backspace_takes_the_answer_back(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_4)
    qtbot.keyClick(stage.page.view, Qt.Key.Key_Backspace)
    assert _stored(stage) is None
    assert _line(stage).words.text() == QUESTION


def test_the_mouse_answers_and_leaves_the_keys_to_the_session(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    qtbot.mouseClick(_line(stage).scale._group.button(5), Qt.MouseButton.LeftButton)
    assert _stored(stage) == 5
    assert stage.page.view.hasFocus()
    qtbot.keyClick(stage.page.view, Qt.Key.Key_Space)
    assert stage.coach.session.place.state is State.PAUSED


def test_no_key_of_the_session_means_a_number() -> None:
    numbers = {str(digit) for digit in range(10)} | {"Backspace"}
    assert not numbers & {name for key in KEYS for name in key.keys}


def test_the_line_goes_by_itself_when_the_first_set_begins(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    view = stage.page.view
    assert view.bar.isHidden()
    stage.until(StepKind.LIFT)
    assert stage.page.pain_before.line.isHidden()
    assert view.bar.isVisible()
    assert view.next_up.isVisible()
    assert view.left.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_4)
    assert _stored(stage) is None


def test_the_answer_is_still_there_when_the_person_goes_back(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_3)
    stage.until(StepKind.LIFT)
    while stage.step.kind is not StepKind.GET_READY:
        stage.page.driver.do(Command.PREVIOUS)
    assert _line(stage).scale.value() == 3


def test_every_session_is_asked_anew(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_3)
    stage.page.driver.do(Command.STOP)
    stage.page._close()
    stage.start("first-session")
    assert _line(stage).scale.value() is None
    assert stage.history.starts[2].pain_before is None


def test_who_does_not_want_it_is_not_asked(stage: Stage) -> None:
    stage.start("first-session", Settings(ask_pain_before=False))
    assert stage.page.pain_before.line.isHidden()
    assert stage.page.view.bar.isVisible()


@pytest.mark.parametrize(("level", "is_offered"), [(7, False), (8, True)])
def test_much_pain_offers_the_words_on_safety(
    stage: Stage, qtbot: QtBot, level: int, is_offered: bool
) -> None:
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_0 + level)
    assert "step back" in _line(stage).words.text()
    assert _line(stage).safety.isVisible() is is_offered
    assert stage.coach.session.place.state is State.PAUSED


def test_who_reads_them_does_not_miss_the_first_set(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_9)
    stage.page.questions.close()
    stage.page.driver.do(Command.RESUME)
    qtbot.mouseClick(_line(stage).safety, Qt.MouseButton.LeftButton)
    dialog = stage.page.findChild(SafetyDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert stage.coach.session.place.state is State.PAUSED
    dialog.accept()


def test_who_reads_them_before_it_began_does_not_miss_the_first_set_either(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.player.done = (0, 30)
    stage.start("first-session", Settings(first_wait=FirstWait.WORDS))
    _line(stage).safety.click()
    stage.player.make_ready()
    for _ in range(30):
        stage.tick(1.0)
    place = stage.coach.session.place
    assert (place.state, place.elapsed_s) == (State.PAUSED, 0.0)


def test_keys_of_an_open_question_are_not_taken(stage: Stage, qtbot: QtBot) -> None:
    """A Backspace in the empty field of the question must not take the answer back."""
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_3)
    stage.press(Action.HURT)
    panel = stage.page.questions.panel
    assert isinstance(panel, HurtDialog)
    panel.words.setFocus()
    qtbot.keyClick(panel.words, Qt.Key.Key_Backspace)
    qtbot.keyClick(panel, Qt.Key.Key_6)
    assert _stored(stage) == 3
    assert panel.scale.value() == 6


def test_a_full_disk_delays_the_answer_only(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.history.is_full = True
    qtbot.keyClick(stage.page.view, Qt.Key.Key_5)
    stage.tick()
    assert "disk is full" in stage.page.view.notices.text
    stage.history.is_full = False
    stage.until(StepKind.LIFT, turn=1)
    stage.page.driver.do(Command.NEXT)
    assert _stored(stage) == 5


@pytest.mark.parametrize("size", [(1024, 600), (480, 800), (360, 480), (820, 800), (1920, 1080)])
def test_nothing_of_the_line_is_cut_off(stage: Stage, size: tuple[int, int]) -> None:
    stage.page.resize(*size)
    stage.start("first-session")
    line = _line(stage)
    line.take_key(Qt.Key.Key_9)
    for part in (line.scale, line.safety, *line.scale._group.buttons()):
        corner = part.mapTo(line, part.rect().bottomRight())
        assert line.rect().contains(corner), part
    words_px = line.safety.fontMetrics().horizontalAdvance(line.safety.text())
    assert words_px <= line.safety.width()
    buttons = line.scale._group.buttons()
    assert all(one.geometry().right() < other.geometry().left() for one, other in pairwise(buttons))


class _Paints(QObject):
    """Counts the paintings of a widget."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_line_is_not_painted_with_the_passing_time(stage: Stage) -> None:
    stage.start("first-session")
    line = _line(stage)
    QApplication.processEvents()
    paints = _Paints()
    line.installEventFilter(paints)
    for button in line.scale._group.buttons():
        button.installEventFilter(paints)
    for _ in range(20):
        stage.tick()
        QApplication.processEvents()
    assert paints.count == 0
    line.take_key(Qt.Key.Key_3)
    QApplication.processEvents()
    assert paints.count > 0


def test_on_a_large_screen_the_numbers_are_large(stage: Stage) -> None:
    stage.page.resize(3840, 2160)
    stage.start("first-session")
    button = _line(stage).scale._group.buttons()[0]
    assert button.fontInfo().pixelSize() > 60
