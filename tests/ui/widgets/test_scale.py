"""The numbers from 0 to 10: what is typed and clicked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.ui.widgets.scale import SECOND_DIGIT_S, LevelScale
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def scale(qtbot: QtBot, clock: FakeClock) -> LevelScale:
    made = LevelScale("Pain", now_s=clock.now_s)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("wait_s", "value"), [(0.3, 10), (SECOND_DIGIT_S + 0.1, 0)])
def test_a_zero_soon_after_a_one_is_ten(
    scale: LevelScale, clock: FakeClock, qtbot: QtBot, wait_s: float, value: int
) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_1)
    clock.advance(wait_s)
    qtbot.keyClick(scale, Qt.Key.Key_0)
    assert scale.value() == value
    chosen = [button.text() for button in scale.findChildren(QPushButton) if button.isChecked()]
    assert chosen == [str(value)]


@pytest.mark.parametrize(("typed", "value"), [("20", 0), ("100", 0), ("17", 7), ("120", 0)])
def test_only_one_and_zero_go_together(
    scale: LevelScale, qtbot: QtBot, typed: str, value: int
) -> None:
    qtbot.keyClicks(scale, typed)
    assert scale.value() == value


def test_a_one_that_was_clicked_away_makes_no_ten(scale: LevelScale, qtbot: QtBot) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_1)
    one = scale.findChildren(QPushButton)[1]
    one.click()
    qtbot.keyClick(scale, Qt.Key.Key_0)
    assert scale.value() == 0
