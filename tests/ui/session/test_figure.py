"""The figure on the session page follows the session and nothing else."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glutetimer.core.exercise import CueMoment
from glutetimer.core.keys.table import Action
from glutetimer.core.plan.movement import Movement
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from tests.built_in import library
from tests.ui.session.stage import Stage


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(library())
    yield made
    made.close()


def shown(stage: Stage) -> Movement | None:
    stage.page.figure_clock.follow()
    return stage.page.view.figure.moving.movement


def test_it_moves_with_the_clock_between_two_ticks(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 0.5)
    before = shown(stage)
    assert stage.page.figure_clock.timer.isActive()
    stage.clock.advance(0.1)
    assert shown(stage) != before


def test_the_pose_is_a_function_of_step_and_time(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0)
    first = shown(stage)
    stage.tick(1.7)
    assert shown(stage) != first
    stage.press(Action.REPEAT)
    stage.until(StepKind.LIFT, 1.0)
    assert shown(stage) == first


def test_a_pause_freezes_it_and_stops_the_timer(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 0.5)
    stage.press(Action.PAUSE)
    before = shown(stage)
    assert not stage.page.figure_clock.timer.isActive()
    painted = stage.page.view.figure.moving.painted
    for _ in range(20):
        stage.clock.advance(0.3)
        stage.page.driver.tick()
    QCoreApplication.processEvents()
    assert shown(stage) == before
    assert stage.page.view.figure.moving.painted - painted <= 1
    stage.press(Action.PAUSE)
    assert stage.page.figure_clock.timer.isActive()


def test_next_and_back_jump_it(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 0.5)
    before = shown(stage)
    stage.page.driver.do(Command.NEXT)
    assert shown(stage) != before
    movement = stage.coach.timeline.entries[stage.step.entry].exercise
    after = shown(stage)
    assert after is not None
    assert after.exercise is movement


def test_holds_and_hidden_windows_need_no_timer(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.TOP, 0.5)
    shown(stage)
    assert not stage.page.figure_clock.timer.isActive()
    stage.until(StepKind.LOWER, 0.5)
    shown(stage)
    assert stage.page.figure_clock.timer.isActive()
    stage.page.hide()
    assert not stage.page.figure_clock.timer.isActive()
    painted = stage.page.view.figure.moving.painted
    for _ in range(8):
        stage.tick(0.25)
        stage.page.figure_clock.follow()
    assert not stage.page.figure_clock.timer.isActive()
    assert stage.page.view.figure.moving.painted == painted
    stage.page.show()
    stage.until(StepKind.LIFT, 0.5)
    shown(stage)
    assert stage.page.figure_clock.timer.isActive()


def test_reduced_motion_keeps_still_poses(stage: Stage) -> None:
    stage.start("first-session", replace(Settings(), reduced_motion=True))
    stage.until(StepKind.LIFT, 0.25)
    before = shown(stage)
    stage.tick(0.5)
    assert shown(stage) == before
    assert not stage.page.figure_clock.timer.isActive()
    stage.until(StepKind.LOWER, 0.25)
    assert shown(stage) != before


def test_the_left_side_is_mirrored(stage: Stage) -> None:
    stage.start("first-session")
    stage.page.driver.do(Command.NEXT)
    sides = set()
    for _ in range(4000):
        stage.tick()
        if stage.coach.session.place.state.value == "ended":
            break
        movement = shown(stage)
        if stage.step.kind is StepKind.LIFT and stage.step.side is not None and movement:
            assert movement.is_left is (stage.step.side.value == "left")
            sides.add(movement.is_left)
    assert sides == {True, False}


def test_a_drag_turns_it_and_keys_go_on_working(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 0.5)
    figure = stage.page.view.figure.moving
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(figure, QPoint(160, 100))
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=QPoint(160, 100))
    assert figure.turned != (0.0, 0.0)
    QTest.keyClick(stage.page.view, Qt.Key.Key_Space)
    assert stage.coach.session.place.state.value == "paused"
    QTest.mouseDClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert figure.turned == (0.0, 0.0)


def test_the_cue_tells_the_set_up_while_waiting_only(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.GET_READY, 1.0)
    exercise = stage.coach.timeline.entries[0].exercise
    told = {cue.say for cue in exercise.cues_at(CueMoment.SETUP)}
    assert stage.page.view.cue.text() in told
    stage.until(StepKind.LIFT, 0.5)
    assert stage.page.view.cue.text() not in told


def test_digits_ring_and_figure_wait_for_sound_that_is_late(stage: Stage) -> None:
    """Half a second behind the session, which keeps the beat of the cues."""

    def seen_at(settings: Settings, into_s: float) -> tuple[str, float, Movement | None]:
        stage.start("first-session", settings)
        stage.until(StepKind.LIFT, into_s, turn=4)
        view = stage.page.view
        return view.digits.text(), view.ring._shown, shown(stage)

    usual = Settings()
    late = replace(usual, sound_delay_ms=500)
    prompt = seen_at(usual, 0.25)
    stage.page.driver.release()
    behind = seen_at(late, 0.25)
    assert (prompt[0], behind[0]) == ("4", "3")
    stage.page.driver.release()
    assert seen_at(late, 0.75) == prompt
