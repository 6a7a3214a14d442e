"""The first "get ready" in the window: what begins it, and what is said meanwhile."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from glutetimer.core.keys.table import Action
from glutetimer.core.session.states import State
from glutetimer.core.settings import FirstWait, Settings
from tests.ui.session.stage import Stage


@pytest.fixture
def waiting(stage: Stage) -> Stage:
    """A session that a key or a click begins."""
    stage.start("first-session", Settings(first_wait=FirstWait.KEY))
    stage.tick(30.0)
    return stage


def _state(stage: Stage) -> State:
    return stage.coach.session.place.state


def test_it_says_what_begins_it(waiting: Stage) -> None:
    assert _state(waiting) is State.READY
    assert waiting.page.view.cue.text() == "Space or a click begins, when you are in place."
    assert waiting.page.view.actions_table.by_action[Action.PAUSE].text() == "Begin"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_begins_it(waiting: Stage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(waiting.page, key)
    assert _state(waiting) is State.RUNNING
    assert "click" not in waiting.page.view.cue.text()


def test_a_click_begins_it_and_a_second_one_at_once_means_the_same(
    waiting: Stage, qtbot: QtBot
) -> None:
    view = waiting.page.view
    for _ in range(2):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(8, view.height() // 2))
    assert _state(waiting) is State.RUNNING


def test_the_pain_before_can_be_told_meanwhile(waiting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(waiting.page.view, Qt.Key.Key_3)
    assert _state(waiting) is State.READY
    qtbot.keyClick(waiting.page, Qt.Key.Key_Space)
    assert waiting.history.starts[1].pain_before == 3


def test_stop_leaves_without_a_question(waiting: Stage) -> None:
    waiting.press(Action.STOP)
    assert _state(waiting) is State.ENDED
    assert not waiting.history.starts


def test_the_words_are_waited_for(stage: Stage) -> None:
    stage.player.done = (0, 30)
    stage.start("first-session")
    stage.tick(3.0)
    assert _state(stage) is State.READY
    stage.player.make_ready()
    stage.tick()
    place = stage.coach.session.place
    assert place.state is State.RUNNING
    assert place.duration_s == 15.0 + place.added_s
    assert place.added_s > 2.0
