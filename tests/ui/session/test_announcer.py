"""The session for eyes that cannot see it: what a screen reader is told, and what it finds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from glutetimer.core.keys.table import Action
from glutetimer.core.notice import Notice
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import State
from glutetimer.core.settings import FirstWait, Settings, Verbosity
from glutetimer.ui.session.hurt_dialog import HurtDialog
from tests.ui.session.stage import Stage

ROUTINE = "under-active-glutes"
QUIET = Settings(first_wait=FirstWait.NONE, ask_pain_before=False, verbosity=Verbosity.TONES)
SPOKEN = Settings(first_wait=FirstWait.NONE, ask_pain_before=False)


@pytest.fixture
def told(stage: Stage) -> list[str]:
    """All that a screen reader is told."""
    words: list[str] = []
    stage.page.view.announcer.told.connect(words.append)
    return words


def test_without_a_voice_phase_side_and_rep_are_told(stage: Stage, told: list[str]) -> None:
    stage.start(ROUTINE, QUIET)
    stage.until(StepKind.LIFT)
    assert told[0].startswith("Get ready, 15 seconds")
    assert told[-1] == "Step, rep 1"


def test_with_the_voice_only_the_pause_is_told(stage: Stage, told: list[str]) -> None:
    stage.start(ROUTINE, SPOKEN)
    stage.until(StepKind.LIFT)
    assert told == []
    stage.page.driver.toggle_pause()
    assert told == ["Paused. Space to go on."]
    stage.page.driver.toggle_pause()
    assert told[1:] == ["Going on"]


def test_muted_all_is_told(stage: Stage, told: list[str]) -> None:
    stage.start(ROUTINE, SPOKEN)
    stage.page.driver.toggle_muted()
    stage.until(StepKind.LIFT)
    assert told


def test_all_is_told_beside_the_voice_if_that_is_wished(stage: Stage, told: list[str]) -> None:
    stage.start(ROUTINE, Settings(first_wait=FirstWait.NONE, tell_reader=True))
    stage.until(StepKind.LIFT)
    assert len(told) > 1


def test_the_next_session_is_told_from_its_begin(stage: Stage, told: list[str]) -> None:
    stage.start(ROUTINE, QUIET)
    first = told[0]
    stage.page.driver.release()
    told.clear()
    stage.start(ROUTINE, QUIET)
    assert told == [first]


def test_notices_and_the_end_are_announced(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: said.append(e.message()))
    stage.start(ROUTINE, SPOKEN)
    stage.page.view.notices.add([Notice("No sound.", "Plug it in.")])
    assert said == ["No sound. Plug it in."]
    stage.page.view.notices.add([Notice("No sound.", "Plug it in.")])
    assert len(said) == 1, "the same notice twice"
    stage.until(StepKind.REST)
    stage.page.keep_all()
    assert stage.page.end_page is not None
    assert any(stage.page.end_page.title.text() in words for words in said)


def test_the_tabulator_comes_to_the_buttons_and_space_presses_them(stage: Stage) -> None:
    stage.start(ROUTINE, QUIET)
    stage.until(StepKind.LIFT)
    button = stage.page.view.controls.button(Action.PAUSE)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert stage.page.driver.is_paused
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert stage.coach.session.place.state is State.RUNNING


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_with_the_focus_has_its_keys_for_itself(stage: Stage, key: Qt.Key) -> None:
    """Else Space would pause, and Enter end the set, instead of what the focus is on."""
    stage.start(ROUTINE, QUIET)
    stage.until(StepKind.LIFT)
    step = stage.coach.session.place.step
    button = stage.page.view.controls.button(Action.MUTE)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, key)
    assert stage.coach.muted
    assert stage.coach.session.place.state is State.RUNNING
    assert stage.coach.session.place.step == step


def test_a_click_leaves_the_keys_where_they_were(stage: Stage) -> None:
    stage.start(ROUTINE, QUIET)
    stage.until(StepKind.LIFT)
    before = QApplication.focusWidget()
    QTest.mouseClick(stage.page.view.controls.button(Action.MUTE), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is before


def test_every_button_has_a_name_and_the_figure_is_described(stage: Stage) -> None:
    stage.start(ROUTINE, QUIET)
    stage.until(StepKind.LIFT)
    view = stage.page.view
    for action in (Action.PAUSE, Action.HURT, Action.STOP, Action.NEXT):
        found = _accessible(view.controls.button(action))
        assert found.text(QAccessible.Text.Name)
        assert found.state().focusable
    exercise = stage.coach.timeline.entry_at(stage.step).exercise
    figure = _accessible(view.figure)
    assert figure.text(QAccessible.Text.Name) == f"Figure of {exercise.name}"
    assert figure.text(QAccessible.Text.Description) == exercise.setup
    assert _accessible(view).text(QAccessible.Text.Name) == "Session"


def test_a_panel_says_all_its_words_when_it_comes(stage: Stage) -> None:
    stage.start(ROUTINE, QUIET)
    stage.until(StepKind.LIFT)
    stage.page.questions.ask_hurt()
    panel = stage.page.view.findChild(HurtDialog)
    assert panel is not None
    assert "How much?" in _accessible(panel).text(QAccessible.Text.Description)
    for number in panel.scale.findChildren(QWidget):
        assert _accessible(number).role() is QAccessible.Role.RadioButton


def _accessible(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found
