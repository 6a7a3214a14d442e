"""The main job, from the first start to the history tab of the second."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListView, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from glutetimer.app import build_services, close_services
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.ports.services import Services
from glutetimer.ui.history.model import SESSION_ROLE
from glutetimer.ui.history.sessions_page import SessionsPage
from glutetimer.ui.history.tab import HistoryTab
from glutetimer.ui.routines.page import RoutinesPage
from glutetimer.ui.session.page import SessionPage
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from glutetimer.ui.widgets.switch_bar import SwitchBar
from glutetimer.ui.window.main_window import MainWindow
from tests.fakes import FakeClock

pytestmark = pytest.mark.e2e


class Desk:
    """Starts the program as `glutetimer` does, with a clock that the test moves."""

    def __init__(self, qtbot: QtBot, clock: FakeClock) -> None:
        self._qtbot = qtbot
        self._clock = clock
        self._open: list[tuple[MainWindow, Services]] = []

    def start(self) -> MainWindow:
        services = build_services(None, clock=self._clock, is_silent=True)
        window = MainWindow(services)
        self._qtbot.addWidget(window)
        self._open.append((window, services))
        window.show()
        self._qtbot.waitExposed(window)
        return window

    def end(self) -> None:
        for window, services in self._open:
            window.close()
            QCoreApplication.processEvents()  # the loop ends before the services are closed
            close_services(services)
        self._open.clear()


@pytest.fixture
def desk(qtbot: QtBot, clock: FakeClock) -> Iterator[Desk]:
    desk = Desk(qtbot, clock)
    yield desk
    desk.end()


def read_safety(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.findChild(SafetyDialog) is not None)
    dialog = window.findChild(SafetyDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def choose(qtbot: QtBot, window: MainWindow, routine_id: str) -> RoutinesPage:
    page = window.findChild(RoutinesPage)
    assert page is not None
    routines = page.findChild(QListView)
    assert routines is not None
    for _ in range(routines.model().rowCount()):
        if page.chosen == routine_id:
            qtbot.keyClick(routines, Qt.Key.Key_Return)  # its own Start is seen then
            return page
        qtbot.keyClick(routines, Qt.Key.Key_Right)
    raise AssertionError(f"{routine_id} is not in the list")


def play_to_the_end(window: MainWindow, clock: FakeClock) -> SessionPage:
    page = window.findChild(SessionPage)
    assert page is not None
    for _ in range(20_000):
        if page.end_page is not None:
            return page
        clock.advance(0.5)
        page.driver.tick()
    raise AssertionError("the session does not end")


def press(qtbot: QtBot, window: MainWindow, words: str) -> None:
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.text().replace("&", "").startswith(words):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button {words!r}")


def test_a_person_does_a_whole_session(qtbot: QtBot, desk: Desk, clock: FakeClock) -> None:
    first = desk.start()
    read_safety(qtbot, first)
    choose(qtbot, first, "desk-squeeze")
    press(qtbot, first, "Start")
    page = play_to_the_end(first, clock)
    assert page.end_page is not None
    page.end_page.pain.set_value(2)
    press(qtbot, first, "Save")
    assert page.end_page is None
    desk.end()

    second = desk.start()
    assert second.findChild(SafetyDialog) is None
    tabs = second.findChild(QTabBar)
    assert tabs is not None
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(2).center())
    tab = second.findChild(HistoryTab)
    assert tab is not None
    assert tab.overview.isVisible()
    switch = tab.findChild(SwitchBar)
    assert switch is not None
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.tabRect(1).center())
    history = tab.findChild(SessionsPage)
    assert history is not None
    assert history.isVisible()
    sessions = history.findChild(QListView)
    assert sessions is not None
    assert sessions.model().rowCount() == 1
    summary = sessions.model().index(0, 0).data(SESSION_ROLE)
    assert summary.start.routine_id == "desk-squeeze"
    assert summary.end is SessionEnd.FINISHED
    assert summary.sets_done == summary.start.planned_sets == 6
    assert summary.review.pain_after == 2
