"""Tap anywhere: one touch is one tap, buttons stay buttons, and the screen says what happens."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from glutetimer.core.exercise import OpenReps
from glutetimer.core.history.records import Outcome
from glutetimer.core.keys.table import Action
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Routine
from glutetimer.core.session.states import State
from glutetimer.core.settings import Settings
from glutetimer.ui.session.hurt_dialog import HurtDialog
from glutetimer.ui.session.keys import BUTTONS, TAP_BUTTONS
from glutetimer.ui.session.panels import StopPanel
from tests.ui.samples import BRIDGE, dose
from tests.ui.session.stage import Stage

LEFT = Qt.MouseButton.LeftButton
TAPS = Settings(tap_anywhere=True)


@pytest.fixture
def lifting(stage: Stage) -> Stage:
    """In the third rep, with taps."""
    stage.start("first-session", TAPS)
    stage.until(StepKind.LIFT, 0.5, turn=3)
    return stage


def state(stage: Stage) -> State:
    return stage.coach.session.place.state


def parts(stage: Stage) -> list[tuple[str, QPoint]]:
    view = stage.page.view
    shown = ("band", "ring", "digits", "name", "figure", "cue", "next_up", "bar")
    return [(name, getattr(view, name).geometry().center()) for name in shown]


def test_a_tap_on_every_part_pauses_and_goes_on(lifting: Stage, qtbot: QtBot) -> None:
    view = lifting.page.view
    for name, place in parts(lifting):
        where = view.childAt(place)
        assert where is not None, name
        for wanted in (State.PAUSED, State.RUNNING):
            lifting.tick(0.75)
            qtbot.mouseClick(where, LEFT, pos=where.mapFrom(view, place))
            assert state(lifting) is wanted, name


def test_without_the_mode_a_tap_does_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 0.5)
    qtbot.mouseClick(stage.page.view.figure, LEFT)
    assert state(stage) is State.RUNNING


def test_a_double_tap_counts_once(lifting: Stage, qtbot: QtBot) -> None:
    figure = lifting.page.view.figure
    qtbot.mouseClick(figure, LEFT)
    qtbot.mouseDClick(figure, LEFT)
    qtbot.mouseClick(figure, LEFT)
    assert state(lifting) is State.PAUSED
    lifting.tick(0.75)
    qtbot.mouseClick(figure, LEFT)
    assert state(lifting) is State.RUNNING


def test_a_drag_counts_once(lifting: Stage, qtbot: QtBot) -> None:
    view = lifting.page.view
    qtbot.mousePress(view.figure, LEFT)
    for step in range(5):
        lifting.tick(0.3)
        qtbot.mouseMove(view.figure, QPoint(10 * step, 5))
    qtbot.mouseRelease(view.digits, LEFT)
    assert state(lifting) is State.PAUSED


def test_only_the_main_button_taps(lifting: Stage, qtbot: QtBot) -> None:
    """A finger that rests on a screen becomes a click of the right button."""
    qtbot.mouseClick(lifting.page.view.figure, Qt.MouseButton.RightButton)
    assert state(lifting) is State.RUNNING


def test_a_tap_ends_an_open_set(stage: Stage, qtbot: QtBot) -> None:
    open_sets = tuple(replace(dose(BRIDGE, 2), amount=OpenReps()) for _ in range(2))
    stage.start(Routine("open", "Open", open_sets), TAPS)
    stage.until(StepKind.OPEN_REPS, 10.0)
    assert stage.page.view.controls.hint.text() == "Tap anywhere: set done"
    assert "Tap anywhere when done" in stage.page.view.place.text()
    index = stage.coach.session.current_set.index
    qtbot.mouseClick(stage.page.view.figure, LEFT)
    assert state(stage) is State.RUNNING
    assert stage.coach.results[-1].outcome is Outcome.DONE
    assert stage.coach.session.current_set.index == index + 1
    qtbot.mouseClick(stage.page.view.figure, LEFT)  # the second of a double tap
    assert state(stage) is State.RUNNING


def test_buttons_that_matter_stay_buttons(lifting: Stage, qtbot: QtBot) -> None:
    controls = lifting.page.view.controls
    shown = {key.action for key in BUTTONS if controls.button(key.action).isVisible()}
    assert shown == set(TAP_BUTTONS)
    qtbot.mouseClick(controls.button(Action.HURT), LEFT)
    assert isinstance(lifting.page.questions.panel, HurtDialog)
    assert lifting.coach.results[-1].outcome is Outcome.HURT


def test_stop_asks_and_a_tap_beside_the_question_answers_nothing(
    lifting: Stage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(lifting.page.view.controls.button(Action.STOP), LEFT)
    panel = lifting.page.questions.panel
    assert isinstance(panel, StopPanel)
    lifting.tick(1.0)
    qtbot.mouseClick(panel, LEFT, pos=QPoint(3, 3))
    assert lifting.page.questions.panel is panel
    assert state(lifting) is State.PAUSED


def test_it_is_switched_on_and_off_in_a_session(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 0.5)
    qtbot.keyClick(stage.page, Qt.Key.Key_T)
    controls = stage.page.view.controls
    assert controls.hint.isVisible()
    assert controls.button(Action.TAP).text() == "Tap off"
    qtbot.mouseClick(stage.page.view.figure, LEFT)
    assert stage.page.view.cue.text() == "Paused. Tap anywhere to go on."
    qtbot.mouseClick(controls.button(Action.TAP), LEFT)
    assert not controls.hint.isVisible()
    assert all(controls.button(key.action).isVisible() for key in BUTTONS)
    assert stage.page.view.cue.text() == "Paused. Space to go on."


@pytest.mark.parametrize("size", [(1280, 800), (853, 533), (480, 800), (360, 480), (1920, 1080)])
def test_hint_and_buttons_have_their_places(
    lifting: Stage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    lifting.page.resize(*size)
    controls = lifting.page.view.controls
    places = [controls.hint.geometry()]
    places += [controls.button(action).geometry() for action in TAP_BUTTONS]
    for number, place in enumerate(places):
        assert controls.rect().contains(place)
        assert place.height() >= 24
        assert not any(place.intersects(other) for other in places[:number])


def test_near_the_question_about_pain_no_tap_counts(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session", TAPS)
    stage.until(StepKind.GET_READY, 1.0)
    qtbot.mouseClick(stage.page.pain_before.line.words, LEFT)
    assert state(stage) is State.RUNNING
    qtbot.mouseClick(stage.page.view.figure, LEFT)
    assert state(stage) is State.PAUSED
