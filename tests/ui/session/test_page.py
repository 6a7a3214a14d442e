"""A session from start to end on the page."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Outcome, SessionEnd
from glutetimer.core.keys.table import Action
from glutetimer.core.notice import Notice
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import Command, State
from glutetimer.core.settings import Settings
from tests.ui.samples import ROUTINES
from tests.ui.session.stage import Stage


@pytest.mark.parametrize("routine", [r.id for r in ROUTINES])
def test_a_whole_routine_is_played_to_its_end(stage: Stage, routine: str, qtbot: QtBot) -> None:
    coach = stage.start(routine)
    words, digits = set(), set()
    for _ in range(20_000):
        if stage.page.end_page is not None:
            break
        if stage.step.kind is StepKind.OPEN_REPS and coach.session.place.elapsed_s > 30:
            stage.page.driver.do(Command.FINISH_SET)
        stage.tick(0.5)
        words.add(stage.page.view.band.text().partition(",")[0])
        digits.add(stage.page.view.digits.text())
    assert stage.page.end_page is not None
    assert len(coach.results) == len(coach.timeline.sets)
    assert {result.outcome for result in coach.results} == {Outcome.DONE}
    assert {"GET READY", "REST"} <= words
    assert {"1", "2", "3", "10"} <= digits
    assert stage.history.ends[1][0] is SessionEnd.FINISHED

    with qtbot.waitSignal(stage.page.session_closed):
        stage.page.end_page.save_button.click()
    assert not stage.page.is_running()


def test_the_voice_s_progress_never_takes_the_place_of_what_comes_next(stage: Stage) -> None:
    stage.player.done = (34, 80)
    stage.start("first-session")
    assert stage.page.view.left.text() == "Preparing the voice: 34 of 80"
    assert stage.page.view.next_up.text() == "Then: set 2 of 2"
    stage.player.done = (80, 80)
    stage.until(StepKind.LIFT, 1.0)
    assert stage.page.view.next_up.text() == "Next: set 2 of 2"
    assert stage.page.view.left.text().endswith("set 1 of 8")


def test_the_page_shows_where_the_session_is(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0, turn=4)
    view = stage.page.view
    assert view.band.text() == "LIFT"
    assert view.digits.text() == "4"
    assert view.caption.text() == "Rep 4 of 8"
    assert view.name.text() == "Glute bridge"
    assert view.place.text() == "Set 1 of 2"
    assert view.cue.text() == "Lift only as high as the low back stays quiet."
    assert view.next_up.text() == "Next: set 2 of 2"
    assert view.left.text().endswith(" left, set 1 of 8")
    stage.until(StepKind.SWITCH_SIDES)
    assert view.band.text() == "SWITCH SIDES, right leg on top"


def test_a_gap_is_said_and_space_goes_on(stage: Stage, qtbot: QtBot) -> None:
    coach = stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0, turn=2)
    before = coach.session.place
    stage.clock.slept_s = 139.0
    stage.tick(140.0)
    view = stage.page.view
    assert "the computer slept for 2 min" in view.cue.text()
    assert "Space" in view.cue.text()
    assert view.band.text() == "PAUSED"
    assert coach.session.place.elapsed_s == before.elapsed_s
    qtbot.keyClick(stage.page, Qt.Key.Key_Space)
    assert coach.session.place.state is State.RUNNING
    assert coach.session.place.step == before.step
    assert view.cue.text() == "Ribs down, squeeze your glutes."


def test_no_timer_runs_while_nothing_moves(stage: Stage) -> None:
    driver = stage.page.driver
    assert not driver.timer.isActive()
    stage.start("first-session")
    assert driver.timer.isActive()
    assert driver.timer.interval() == 100
    stage.press(Action.PAUSE)
    assert not driver.timer.isActive()
    stage.press(Action.PAUSE)
    assert driver.timer.isActive()
    stage.tick(60.0)
    assert not driver.timer.isActive(), "a gap pauses"
    stage.press(Action.PAUSE)
    stage.page.driver.do(Command.STOP)
    assert not driver.timer.isActive()


def test_a_hidden_page_ticks_once_a_second_and_paints_nothing(stage: Stage) -> None:
    coach = stage.start("first-session")
    shown = stage.page.view.digits.text()
    stage.page.hide()
    assert stage.page.driver.timer.isActive()
    assert stage.page.driver.timer.interval() == 1_000
    for _ in range(4):
        stage.tick(1.0)
    assert coach.session.place.state is State.RUNNING
    assert stage.page.view.digits.text() == shown
    stage.page.show()
    assert stage.page.driver.timer.interval() == 100
    assert stage.page.view.digits.text() != shown


def test_only_what_changed_is_painted_again(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.until(StepKind.GET_READY, 3.25)
    qtbot.waitExposed(stage.page)
    QCoreApplication.processEvents()
    view = stage.page.view
    painted = _Painted()
    for part in (view.band, view.digits, view.ring, view.name, view.figure, view.cue, view.left):
        part.installEventFilter(painted)
    stage.tick(0.1)
    QCoreApplication.processEvents()
    assert set(painted.areas) == {"Ring"}, painted.areas
    assert painted.areas["Ring"] < 0.03 * view.ring.width() * view.ring.height()


def test_pause_and_end_stop_every_repaint(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    qtbot.waitExposed(stage.page)
    stage.press(Action.PAUSE)
    QCoreApplication.processEvents()
    painted = _Painted()
    stage.page.view.ring.installEventFilter(painted)
    stage.clock.advance(30.0)
    QCoreApplication.processEvents()
    assert painted.areas == {}


def test_settings_of_the_screen_are_taken_over(stage: Stage) -> None:
    stage.start("first-session")
    digits = stage.page.view.digits
    usual = digits.font_px()
    stage.page.set_settings(Settings(digit_size=50))
    assert digits.font_px() == pytest.approx(usual / 2, abs=1)
    stage.page.set_settings(Settings(digit_size=150))
    assert digits.font_px() > usual


def test_a_program_that_was_held_up_does_not_say_that_the_computer_slept(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0, turn=2)
    stage.tick(6.0)
    assert "the program stood still for 6 s" in stage.page.view.cue.text()


def test_a_notice_is_shown_once_for_each_cause(stage: Stage) -> None:
    stage.start("first-session")
    stage.player.notices += [Notice("There is no voice", "Install one"), Notice("No sound")]
    stage.tick()
    bar = stage.page.view.notices
    assert bar.text == "No sound.", "the newest is what matters now"
    stage.player.notices.append(Notice("There is no voice", "Install one"))
    stage.tick()
    bar.button.click()
    assert bar.text == "There is no voice. Install one."
    bar.button.click()
    assert bar.isHidden()


def test_a_notice_goes_by_key_and_when_it_is_no_longer_true(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    gone = Notice("The sound device has stopped")
    bar = stage.page.view.notices
    stage.player.notices.append(gone)
    stage.tick()
    assert "stopped" in bar.text
    stage.player.settled.append(gone)
    stage.tick()
    assert bar.isHidden()
    stage.player.notices.append(gone)  # a second loss is said again
    stage.tick()
    assert "stopped" in bar.text
    qtbot.keyClick(stage.page.view, Qt.Key.Key_O)
    assert bar.isHidden()


def test_trouble_of_the_history_never_stops_the_session(stage: Stage) -> None:
    stage.history.is_full = True
    stage.start("first-session")
    stage.tick()
    assert "The disk is full" in stage.page.view.notices.text
    assert stage.page.is_running()


def test_stopping_asks_first(stage: Stage) -> None:
    assert stage.page.request_stop()
    coach = stage.start("first-session")
    assert not stage.page.request_stop()
    assert stage.page.questions.panel is not None
    assert coach.session.place.state is State.PAUSED
    assert not stage.page.request_stop(), "asking twice is one question"


def test_a_second_session_begins_afresh(stage: Stage) -> None:
    stage.start("first-session")
    stage.player.notices.append(Notice("No sound"))
    stage.tick()
    stage.page.driver.do(Command.STOP)
    assert stage.page.end_page is not None
    stage.page.end_page.leave_button.click()
    stage.start("desk-squeeze")
    assert stage.page.end_page is None
    assert stage.page.view.name.text() == "Next: Glute squeeze"
    assert stage.page.view.notices.isHidden()
    assert stage.page.is_running()


def test_the_theme_may_change_in_the_middle(stage: Stage, qapp: QApplication) -> None:
    from glutetimer.core.theme import Theme
    from glutetimer.ui.style.application import apply_theme

    stage.start("first-session")
    before = stage.page.view.grab().toImage().pixelColor(640, 40)
    apply_theme(qapp, Theme.DARK)
    after = stage.page.view.grab().toImage().pixelColor(640, 40)
    apply_theme(qapp, Theme.LIGHT)
    assert before != after


def test_nothing_is_left_of_a_page(stage: Stage) -> None:
    stage.start("first-session")
    stage.press(Action.KEYS)
    stage.press(Action.HURT)
    stage.page.questions.close()
    stage.page.driver.do(Command.STOP)
    other = Stage(stage.library)
    other.start("desk-squeeze")
    other.press(Action.STOP)
    page = weakref.ref(other.page)
    view = weakref.ref(other.page.view)
    other.close()
    del other
    gc.collect()
    assert page() is None
    assert view() is None


def test_review_trouble_keeps_the_page(stage: Stage) -> None:
    stage.start("desk-squeeze")
    stage.until(StepKind.REST)
    stage.page.driver.do(Command.STOP)
    end = stage.page.end_page
    assert end is not None
    stage.history.is_full = True
    end.save_button.click()
    assert "The disk is full" in end.trouble.text()
    assert stage.page.end_page is end
    stage.history.is_full = False
    end.save_button.click()
    assert stage.page.end_page is None


def test_trouble_reads_as_a_sentence() -> None:
    # What show_trouble relies on: Trouble ends its sentences itself.
    assert str(Trouble("The disk is full", "db", "Make room")).endswith("Make room.")


class _Painted(QObject):
    """Adds up the areas that are painted, by class of widget."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: dict[str, int] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            name = type(watched).__name__
            box = event.region().boundingRect()
            area = box.width() * box.height()
            self.areas[name] = self.areas.get(name, 0) + area
        return False
