"""Remotes, headsets, pedals, and keys that the person assigned."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from glutetimer.core.history.records import Outcome
from glutetimer.core.keys.table import Action
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import State
from glutetimer.core.settings import Settings
from glutetimer.ui.session.panels import StopPanel
from tests.ui.session.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("keyToAscii Unhandled")  # QTest types letters only

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def begin(stage: Stage, settings: Settings | None = None) -> Stage:
    """In the third rep of the second set."""
    stage.start("first-session", settings)
    stage.until(StepKind.REST)
    stage.until(StepKind.LIFT, 0.5, turn=3)
    return stage


def state(stage: Stage) -> State:
    return stage.coach.session.place.state


@pytest.mark.parametrize(
    ("key", "held"),
    [
        *((key, NONE) for key in (Key.Key_MediaPlay, Key.Key_MediaPause, Key.Key_B, Key.Key_F5)),
        *((key, NONE) for key in (Key.Key_MediaTogglePlayPause, Key.Key_Period)),
        (Key.Key_F5, SHIFT),
    ],
)
def test_a_remote_or_a_headset_pauses_and_goes_on(
    stage: Stage, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    begin(stage)
    qtbot.keyClick(stage.page, key, held)
    assert state(stage) is State.PAUSED
    qtbot.keyClick(stage.page, key, held)
    assert state(stage) is State.RUNNING


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_MediaNext])
def test_forward_ends_a_set_as_done_and_begins_the_next(
    stage: Stage, qtbot: QtBot, key: Qt.Key
) -> None:
    begin(stage)
    qtbot.keyClick(stage.page, key)
    assert stage.coach.results[-1].outcome is Outcome.DONE
    assert not stage.step.kind.is_effort
    index = stage.coach.session.current_set.index
    qtbot.keyClick(stage.page, key)
    assert stage.coach.session.current_set.index == index
    assert len(stage.coach.results) == 2
    stage.until(StepKind.LIFT, 0.0)


@pytest.mark.parametrize("key", [Key.Key_PageUp, Key.Key_MediaPrevious])
def test_back(stage: Stage, qtbot: QtBot, key: Qt.Key) -> None:
    begin(stage)
    qtbot.keyClick(stage.page, key)
    assert stage.step.kind is StepKind.REST
    assert stage.coach.session.current_set.index == 1


def test_f5_and_escape_by_turns_as_a_remote_sends_them_never_end_a_session(
    stage: Stage, qtbot: QtBot
) -> None:
    begin(stage)
    for _ in range(4):
        for key in (Key.Key_F5, Key.Key_Escape):
            qtbot.keyClick(stage.page.questions.panel or stage.page, key)
    assert state(stage) is not State.ENDED
    qtbot.keyClick(stage.page.questions.panel or stage.page, Key.Key_MediaStop)
    assert state(stage) is State.PAUSED


def test_a_pedal_that_sends_enter_cannot_stop(stage: Stage, qtbot: QtBot) -> None:
    begin(stage, Settings(keys={Action.PAUSE: ("Enter",)}))
    qtbot.keyClick(stage.page, Key.Key_Return)
    assert state(stage) is State.PAUSED
    qtbot.keyClick(stage.page, Key.Key_Escape)
    panel = stage.page.questions.panel
    assert isinstance(panel, StopPanel)
    assert "Enter" not in panel.stop.text()
    qtbot.keyClick(panel, Key.Key_Return)
    assert stage.page.questions.panel is None
    assert state(stage) is State.PAUSED


def test_own_keys_work_and_are_shown_everywhere(stage: Stage, qtbot: QtBot) -> None:
    own = {Action.PAUSE: ("Ctrl+K", "Down"), Action.SET_DONE: ("Space",), Action.NOTICE: ()}
    begin(stage, Settings(keys=own))
    view = stage.page.view
    assert "(Ctrl+K)" in view.controls.button(Action.PAUSE).toolTip()
    assert view.controls.button(Action.SET_DONE).accessibleDescription() == "Key: Space"
    assert view.notices.button.text() == "OK"
    qtbot.keyClick(stage.page, Key.Key_Down)
    assert view.cue.text() == "Paused. Ctrl+K to go on."
    qtbot.keyClick(stage.page, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert state(stage) is State.RUNNING
    qtbot.keyClick(stage.page, Key.Key_Space)
    assert stage.coach.results[-1].outcome is Outcome.DONE
    qtbot.keyClick(stage.page, Key.Key_B)
    assert state(stage) is State.RUNNING, "a key that was taken away does nothing"


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
)
def test_a_letter_that_is_pressed_with_ctrl_is_another_key(
    stage: Stage, qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    begin(stage)
    qtbot.keyClick(stage.page.view, Key.Key_M, held)
    assert not stage.coach.muted


def test_keys_that_change_during_a_session_count_at_once(stage: Stage, qtbot: QtBot) -> None:
    begin(stage)
    stage.page.set_settings(Settings(keys={Action.PAUSE: ("J",)}))
    qtbot.keyClick(stage.page, Key.Key_J)
    assert state(stage) is State.PAUSED
    assert stage.page.view.cue.text() == "Paused. J to go on."


def test_a_command_without_a_key_names_its_button(stage: Stage, qtbot: QtBot) -> None:
    begin(stage, Settings(keys={Action.PAUSE: ()}))
    stage.press(Action.PAUSE)
    assert stage.page.view.cue.text() == "Paused. “Go on” to go on."
