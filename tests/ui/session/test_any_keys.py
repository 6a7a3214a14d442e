"""Whatever is pressed, in whatever order: the page follows the session and nothing breaks."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from glutetimer.core.session.states import State
from tests.ui.session.stage import Stage

_KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return),
    *(Qt.Key.Key_R, Qt.Key.Key_H, Qt.Key.Key_M, Qt.Key.Key_F, Qt.Key.Key_Question),
    *(Qt.Key.Key_Escape, Qt.Key.Key_E, Qt.Key.Key_S, Qt.Key.Key_X, Qt.Key.Key_Q, Qt.Key.Key_5),
)


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_keys_and_times(stage: Stage, qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    routines = ("first-session", "circuit", "under-active-glutes", "ten-glute-exercises")
    for _ in range(250):
        if not stage.page.is_running() and stage.page.end_page is None:
            stage.start(chance.choice(routines))
        match chance.randrange(10):
            case 0:
                stage.page.setVisible(chance.random() < 0.7)
            case 1:
                stage.tick(chance.choice((3.0, 300.0)))
            case 2 | 3 | 4:
                stage.tick(chance.random() * 1.9)
            case _:
                target = stage.page.questions.panel or stage.page
                qtbot.keyClick(target, chance.choice(_KEYS))
        QApplication.processEvents()
        _check(stage)


def _check(stage: Stage) -> None:
    page = stage.page
    is_ended = page.end_page is not None
    if not page.is_running() and not is_ended:
        assert not page.driver.timer.isActive()
        return
    state = stage.coach.session.place.state
    assert is_ended is (state is State.ENDED)
    assert page.driver.timer.isActive() is (state is State.RUNNING)
    if page.isVisible() and not is_ended:
        assert (page.view.band.text().startswith("PAUSED")) is (state is State.PAUSED)
        assert ("Space" in page.view.cue.text()) is (state is State.PAUSED)
