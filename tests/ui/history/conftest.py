"""The overview over a history of some months, with all its charts drawn."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from glutetimer.core.settings import Settings
from glutetimer.ui.history.tab import HistoryTab
from tests.ui.fakes import World
from tests.ui.history.past import fill, regular

OpenTab = Callable[[], HistoryTab]


@pytest.fixture
def open_tab(qtbot: QtBot, world: World) -> OpenTab:
    """Opens the tab and waits until its charts are drawn, if there is anything to draw."""
    held: list[HistoryTab] = []

    def open_it() -> HistoryTab:
        tab = HistoryTab(world.services(), Settings(weekly_goal=3))
        held.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1000, 700)
        tab.refresh()
        tab.show()
        wait_for_charts(qtbot, tab)
        return tab

    return open_it


def wait_for_charts(qtbot: QtBot, tab: HistoryTab) -> None:
    """Every chart shows what it should."""
    qtbot.waitUntil(lambda: not tab.overview._deck.is_waiting)


@pytest.fixture
def tab(open_tab: OpenTab, world: World) -> HistoryTab:
    """Sessions of four months."""
    fill(world.history, regular(world.clock.utc_now(), 120))
    return open_tab()
