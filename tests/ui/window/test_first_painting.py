"""A window whose theme is known from the last time is painted before the settings are read."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from glutetimer.core.notice import Notice
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.settings import Settings
from glutetimer.core.theme import Theme
from glutetimer.ui.style.theme import current
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.fakes import World


@pytest.fixture
def last(world: World) -> Sequence[RoutineListing]:
    """What was listed the last time, with settings that made everything an hour long."""
    now = world.library.listings(Settings())
    last = [listing._replace(total_s=3600.0) for listing in now]
    world.library.last = last
    return last


@pytest.fixture
def window(world: World, last: object, qtbot: QtBot) -> MainWindow:
    """A window that was dark the last time; not shown yet."""
    made = MainWindow(world.services(), Theme.DARK)
    qtbot.addWidget(made)
    return made


def facts(window: MainWindow) -> str:
    page = window.home.routines
    row = page.home.model.row_at(page.home.list.currentIndex())
    assert row is not None
    return row.facts


def test_it_stands_as_the_last_time_and_nothing_was_read(
    window: MainWindow, world: World, qapp: QApplication
) -> None:
    assert window.home.routines.chosen == "first-session"
    assert facts(window).startswith("60 min")
    assert current(qapp).is_dark
    assert world.store.times_read == 0


def test_then_it_is_as_the_settings_are_now(
    window: MainWindow, world: World, qtbot: QtBot, qapp: QApplication
) -> None:
    world.store.settings = Settings(theme=Theme.LIGHT, safety_read=True)
    with qtbot.waitSignal(window.home.routines.refreshed):
        window.show()
    assert not facts(window).startswith("60 min")
    assert window.home.routines.chosen == "first-session"
    assert not current(qapp).is_dark
    assert world.store.times_read == 1


def test_what_could_not_be_read_is_told_then(
    window: MainWindow, world: World, qtbot: QtBot
) -> None:
    world.store.notices = (Notice("The settings file was broken."),)
    with qtbot.waitSignal(window.home.routines.filled):
        window.show()
    notices = window.home.notices
    assert notices is not None
    qtbot.waitUntil(lambda: notices.isVisibleTo(window))
    assert window.preferences.take_notices() == ()


def test_it_tells_that_it_stands_once_and_when_its_first_page_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    routines: list[bool] = []
    window.stands.connect(lambda: routines.append(window.home.routines.details.routine is not None))
    with qtbot.waitSignal(window.home.routines.filled):
        window.show()
    assert routines == [True]
    with qtbot.waitSignal(window.home.routines.filled):
        window.home.routines.take_settings()
    assert routines == [True]
