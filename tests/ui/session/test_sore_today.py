"""Pain above 5 before a session: it waits, and less is offered, or another day."""

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import State
from glutetimer.core.settings import FirstWait, Settings
from glutetimer.core.today import DayDose, Today
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.ui.session.sore_panel import SoreAnswer, SorePanel
from tests.ui.session.stage import Stage


class Listener(QObject):
    """Notes what is wanted instead."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.wanted: list[tuple[str, object]] = []
        stage.page.sore.instead_asked.connect(self.take)

    @Slot(str, object)
    def take(self, routine_id: str, today: object) -> None:
        self.wanted.append((routine_id, today))


def told(stage: Stage, qtbot: QtBot, level: int) -> SorePanel:
    """The panel after a pain was told."""
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_0 + level)
    panel = stage.page.questions.panel
    assert isinstance(panel, SorePanel)
    return panel


def state_of(stage: Stage) -> State:
    return stage.coach.session.place.state


@pytest.mark.parametrize("level", [0, 5])
def test_up_to_5_nothing_waits(stage: Stage, qtbot: QtBot, level: int) -> None:
    stage.start("first-session")
    qtbot.keyClick(stage.page.view, Qt.Key.Key_0 + level)
    assert stage.page.questions.panel is None
    assert stage.coach.session.place.state is State.RUNNING


@pytest.mark.parametrize(("level", "is_first"), [(6, False), (8, True)])
def test_the_warning_signs_come_first_where_it_is_much(
    stage: Stage, qtbot: QtBot, level: int, is_first: bool
) -> None:
    panel = told(stage, qtbot, level)
    assert stage.coach.session.place.state is State.PAUSED
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert (SEE_SOMEONE in texts) is is_first


def test_the_gentle_dose_begins_in_place_of_it_and_the_pain_stays_told(
    stage: Stage, qtbot: QtBot
) -> None:
    panel, listener = told(stage, qtbot, 7), Listener(stage)
    qtbot.keyClick(panel, Qt.Key.Key_G)
    assert listener.wanted == [("first-session", Today(DayDose.GENTLE))]
    stage.start("first-session")
    assert stage.page.pain_before.line.isHidden(), "nobody is asked twice"
    stage.until(StepKind.LIFT)
    assert stage.coach.journal.pain_before == 7


def test_desk_squeezes_can_be_done_instead(stage: Stage, qtbot: QtBot) -> None:
    panel, listener = told(stage, qtbot, 6), Listener(stage)
    qtbot.keyClick(panel, Qt.Key.Key_D)
    assert listener.wanted == [("desk-squeeze", Today())]


def test_not_today_ends_it_and_keeps_nothing(stage: Stage, qtbot: QtBot) -> None:
    panel = told(stage, qtbot, 6)
    qtbot.keyClick(panel, Qt.Key.Key_N)
    assert stage.coach.session.place.state is State.ENDED


def test_as_planned_goes_on_and_esc_waits(stage: Stage, qtbot: QtBot) -> None:
    panel = told(stage, qtbot, 6)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert stage.page.questions.panel is None
    assert state_of(stage) is State.PAUSED
    qtbot.keyClick(stage.page.view, Qt.Key.Key_7)
    panel = stage.page.questions.panel  # type: ignore[assignment]
    panel.answered.emit(SoreAnswer.AS_PLANNED)
    assert state_of(stage) is State.RUNNING


@pytest.mark.parametrize("wait", [FirstWait.WORDS, FirstWait.KEY])
def test_a_session_that_has_not_begun_does_not_begin_behind_the_question(
    stage: Stage, qtbot: QtBot, wait: FirstWait
) -> None:
    stage.player.done = (0, 30)
    stage.start("first-session", Settings(first_wait=wait))
    assert state_of(stage) is State.READY
    qtbot.keyClick(stage.page.view, Qt.Key.Key_7)
    panel = stage.page.questions.panel
    assert isinstance(panel, SorePanel)
    stage.player.make_ready()
    for _ in range(30):
        stage.tick(1.0)
    assert state_of(stage) is State.PAUSED
    assert stage.coach.session.place.elapsed_s == 0.0
    qtbot.keyClick(panel, Qt.Key.Key_P)
    stage.tick()
    assert state_of(stage) is State.RUNNING
    assert stage.coach.journal.pain_before == 7


@pytest.mark.parametrize("wait", [FirstWait.WORDS, FirstWait.KEY])
def test_not_today_before_it_began_keeps_nothing(
    stage: Stage, qtbot: QtBot, wait: FirstWait
) -> None:
    stage.player.done = (0, 30)
    stage.start("first-session", Settings(first_wait=wait))
    qtbot.keyClick(stage.page.view, Qt.Key.Key_7)
    qtbot.keyClick(stage.page.questions.panel, Qt.Key.Key_N)
    assert state_of(stage) is State.ENDED
    assert stage.history.sessions() == []
