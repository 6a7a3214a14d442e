"""Keys and buttons: one table, and each does what it says."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from glutetimer.core.history.records import Outcome
from glutetimer.core.keys.table import Action
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import Command, State
from glutetimer.ui.session.hurt_dialog import HurtDialog
from glutetimer.ui.session.keys import BUTTONS, KEYS
from glutetimer.ui.session.panels import KeysPanel, StopPanel
from tests.ui.session.stage import Stage


@pytest.fixture
def lifting(stage: Stage) -> Stage:
    """In the third rep of the second set."""
    stage.start("first-session")
    stage.until(StepKind.REST)
    stage.until(StepKind.LIFT, 0.5, turn=3)
    return stage


def _set_index(stage: Stage) -> int:
    return stage.coach.session.current_set.index


def test_no_key_means_two_things() -> None:
    counted = Counter(name for key in KEYS for name in key.keys)
    assert set(counted.values()) == {1}
    assert {key.action for key in KEYS} == set(Action)


def test_every_tooltip_names_the_key(stage: Stage) -> None:
    stage.start("first-session")
    for key in BUTTONS:
        button = stage.page.view.controls.button(key.action)
        assert f"({key.shown})" in button.toolTip()
        assert button.accessibleName() == key.explanation
        assert button.focusPolicy() is Qt.FocusPolicy.TabFocus, "a click leaves the keys alone"


def test_space_pauses_and_goes_on(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_Space)
    assert _state(lifting) is State.PAUSED
    assert lifting.page.view.controls.button(Action.PAUSE).text() == "Go on"
    qtbot.keyClick(lifting.page, Qt.Key.Key_Space)
    assert _state(lifting) is State.RUNNING
    assert lifting.page.view.controls.button(Action.PAUSE).text() == "Pause"
    assert "(Space)" in lifting.page.view.controls.button(Action.PAUSE).toolTip()


def test_right_goes_to_the_next_set(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_Right)
    assert _set_index(lifting) == 2
    assert lifting.coach.results[-1].outcome is Outcome.SKIPPED


def test_left_begins_the_set_again(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_Left)
    assert _set_index(lifting) == 1
    assert lifting.step.kind is StepKind.REST
    qtbot.keyClick(lifting.page, Qt.Key.Key_Left)
    assert _set_index(lifting) == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_ends_the_set_as_done(lifting: Stage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(lifting.page, key)
    assert lifting.coach.results[-1].outcome is Outcome.DONE
    assert _set_index(lifting) == 2


def test_up_adds_ten_seconds_of_rest(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.until(StepKind.REST, 5.0)
    before = int(stage.page.view.digits.text())
    qtbot.keyClick(stage.page, Qt.Key.Key_Up)
    assert int(stage.page.view.digits.text()) == before + 10


def test_r_repeats_the_set(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_R)
    assert _set_index(lifting) == 1
    assert lifting.step.kind is StepKind.REST


def test_h_ends_the_set_and_asks(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_H)
    assert lifting.coach.results[-1].outcome is Outcome.HURT
    assert isinstance(lifting.page.questions.panel, HurtDialog)


def test_m_mutes_and_unmutes(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_M)
    assert lifting.coach.muted
    assert lifting.page.view.controls.button(Action.MUTE).text() == "Sound on"
    qtbot.keyClick(lifting.page, Qt.Key.Key_M)
    assert not lifting.coach.muted
    assert ("muted", False) in lifting.player.told


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_F11])
def test_f_fills_the_screen_and_leaves_it(lifting: Stage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(lifting.page, key)
    assert lifting.page.window().isFullScreen()
    qtbot.keyClick(lifting.page, key)
    assert not lifting.page.window().isFullScreen()


def test_escape_asks_in_full_screen_too(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_F)
    qtbot.keyClick(lifting.page, Qt.Key.Key_Escape)
    assert isinstance(lifting.page.questions.panel, StopPanel)
    assert lifting.page.window().isFullScreen()
    assert _state(lifting) is State.PAUSED


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_question_mark_shows_the_keys(
    lifting: Stage, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_Question, modifier)
    assert isinstance(lifting.page.questions.panel, KeysPanel)
    assert _state(lifting) is State.RUNNING
    qtbot.keyClick(lifting.page, Qt.Key.Key_Question, modifier)
    assert lifting.page.questions.panel is None


def test_escape_closes_the_keys_only(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_Question)
    qtbot.keyClick(lifting.page, Qt.Key.Key_Escape)
    assert lifting.page.questions.panel is None
    assert _state(lifting) is State.RUNNING


def test_every_key_works_while_the_keys_are_shown(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_Question)
    qtbot.keyClick(lifting.page, Qt.Key.Key_Space)
    assert lifting.page.questions.panel is None
    assert _state(lifting) is State.PAUSED


def test_a_click_closes_the_keys(lifting: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(lifting.page, Qt.Key.Key_Question)
    panel = lifting.page.questions.panel
    assert panel is not None
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton)
    assert lifting.page.questions.panel is None


@pytest.mark.parametrize(
    ("reach", "command"),
    [
        (lambda stage: stage.until(StepKind.GET_READY), Command.REPEAT_SET),
        (lambda stage: stage.until(StepKind.LIFT), Command.ADD_REST),
        (lambda stage: stage.until(StepKind.REST), Command.FINISH_SET),
    ],
)
def test_what_is_not_allowed_is_not_offered(
    stage: Stage, reach: Callable[[Stage], None], command: Command
) -> None:
    stage.start("first-session")
    reach(stage)
    for key in BUTTONS:
        allowed = key.command is None or stage.coach.session.can(key.command)
        assert stage.page.view.controls.button(key.action).isEnabled() is allowed
    assert not stage.coach.session.can(command)


def test_a_click_on_a_button_leaves_the_keys_alone(lifting: Stage, qtbot: QtBot) -> None:
    button = lifting.page.view.controls.button(Action.MUTE)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert lifting.coach.muted
    qtbot.keyClick(lifting.page, Qt.Key.Key_Space)
    assert _state(lifting) is State.PAUSED
    assert lifting.coach.muted


def _state(stage: Stage) -> State:
    return stage.coach.session.place.state
