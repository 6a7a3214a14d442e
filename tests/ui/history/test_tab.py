"""Switching between the overview and the sessions."""

import subprocess
import sys
from datetime import timedelta

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.settings import Settings
from glutetimer.ui.history.model import SessionFilter
from glutetimer.ui.history.tab import OVERVIEW, SESSIONS, HistoryTab
from glutetimer.ui.sharing.calendar_dialog import CalendarDialog
from glutetimer.ui.sharing.report_dialog import ReportDialog
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.history.conftest import OpenTab, wait_for_charts
from tests.ui.history.past import fill

START = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.fakes import FakeLibrary, World
from tests.ui.history.past import fill, regular
from tests.ui.samples import ROUTINES
app = QApplication([])
world = World(FakeLibrary(ROUTINES))
fill(world.history, regular(world.clock.utc_now(), 120))
window = MainWindow(world.services())
window.show()
for _ in range(5):
    QCoreApplication.processEvents()
def loaded():
    return "numpy" in sys.modules
print(loaded())
window.home.show_history()
QCoreApplication.sendPostedEvents()
print(loaded())
while window.home.history.overview._deck.is_waiting:
    QCoreApplication.processEvents()
print(loaded())
"""


def words(tab: HistoryTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]


def test_charts_need_nothing_that_takes_long_to_import() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", START], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["False", "False", "False"]


def test_the_overview_comes_first_and_the_sessions_when_they_are_wanted(tab: HistoryTab) -> None:
    assert tab._switch.currentIndex() == OVERVIEW
    assert tab._sessions is None
    tab.show_sessions()
    assert tab._views.currentWidget() is tab.sessions
    assert tab.sessions._model.rowCount() > 0


def test_an_empty_history_invites(open_tab: OpenTab) -> None:
    tab = open_tab()
    assert "No sessions yet" in words(tab)
    tab.show_sessions()
    assert "No sessions yet" in words(tab)


def test_a_day_of_the_calendar_leads_to_its_sessions(tab: HistoryTab, world: World) -> None:
    day = world.history.summaries[20].start.started_at.astimezone().date()
    tab.overview.day_chosen.emit(day)
    assert tab._switch.currentIndex() == SESSIONS
    assert tab.sessions._filters.value() == SessionFilter(None, day, day)
    model = tab.sessions._model
    shown = [model.session(model.index(row)) for row in range(model.rowCount())]
    assert [s.start.started_at.astimezone().date() for s in shown if s] == [day]


def test_the_overview_counts_anew_after_a_session_was_deleted(
    qtbot: QtBot, open_tab: OpenTab, world: World
) -> None:
    fill(world.history, [world.ago(2), world.ago(1)])
    tab = open_tab()
    assert any(text.startswith("2 of 3 sessions") for text in words(tab))
    tab.show_sessions()
    tab.sessions.delete()
    tab._switch.setCurrentIndex(OVERVIEW)
    wait_for_charts(qtbot, tab)
    assert any(text.startswith("1 of 3 sessions") for text in words(tab))


def test_the_week_is_measured_by_the_goal_of_the_settings(tab: HistoryTab, world: World) -> None:
    tab.set_settings(Settings(weekly_goal=5))
    assert any(" of 5 sessions" in text for text in words(tab))


def test_a_history_that_cannot_be_read_is_told(
    qtbot: QtBot, open_tab: OpenTab, world: World
) -> None:
    fill(world.history, [world.ago(2)])
    tab = open_tab()
    world.progress.trouble = Trouble("The history cannot be read", "/h.db", "Try again")
    with qtbot.waitSignal(tab.trouble_met):
        tab.refresh()


def test_trouble_with_one_exercise_is_told(qtbot: QtBot, tab: HistoryTab, world: World) -> None:
    world.progress.trouble = Trouble("The history cannot be read", "/h.db", "Try again")
    choice = tab.overview._deck._exercise._exercise
    with qtbot.waitSignal(tab.trouble_met):
        choice.setCurrentIndex(1 - choice.currentIndex())


def test_the_week_before_midnight_is_not_the_one_after(
    qtbot: QtBot, open_tab: OpenTab, world: World
) -> None:
    fill(world.history, [world.ago(1)])
    tab = open_tab()
    world.clock.advance(timedelta(days=7).total_seconds())
    tab.refresh()
    wait_for_charts(qtbot, tab)
    assert any(text.startswith("0 of 3 sessions") for text in words(tab))


# Few sessions


def shown_cards(tab: HistoryTab) -> list[str]:
    """The charts that are there, by their titles."""
    return [card._title for card in tab.overview._deck.cards if card.isVisible()]


def test_after_one_session_there_is_no_empty_year_and_no_chart_of_one_point(
    open_tab: OpenTab, world: World
) -> None:
    fill(world.history, [world.ago(1)])
    tab = open_tab()
    assert not tab.overview._year.isVisible()
    assert shown_cards(tab) == []
    said = words(tab)
    assert "Your first sessions" in said
    assert "Charts come with the second session." in said
    assert "Over time" not in said


def test_after_three_sessions_the_charts_have_what_they_can_show(
    open_tab: OpenTab, world: World, qtbot: QtBot
) -> None:
    fill(world.history, [world.ago(days) for days in (4, 2, 1)])
    tab = open_tab()
    assert shown_cards(tab) == ["Pain", "One exercise", "Effort"]
    assert not tab.overview._deck._span.isVisible(), "every range has the same"
    assert "Over time" in words(tab)
    assert "Charts come with the second session." not in words(tab)
    pain, exercise = (tab.overview._deck.cards[number].pos() for number in (0, 2))
    assert pain != exercise
    assert tab.overview._deck.isAncestorOf(tab.overview._deck.cards[0])
    with qtbot.waitSignal(tab.overview.day_chosen) as chosen:
        next(b for b in tab.findChildren(QPushButton) if b.text() == "Open").click()
    assert chosen.args == [world.ago(1).date()]


def test_the_year_comes_after_four_weeks(open_tab: OpenTab, world: World) -> None:
    fill(world.history, [world.ago(days) for days in (30, 2)])
    tab = open_tab()
    assert tab.overview._year.isVisible()
    assert len(shown_cards(tab)) == 4
    assert "Your first sessions" not in words(tab)


def test_report_and_calendar_stand_where_one_looks_back(
    open_window: OpenWindow, world: World
) -> None:
    fill(world.history, [world.ago(1)])
    window = open_window()
    window.home.show_history()
    tab = window.home.history
    assert tab is not None
    tab.report_button.click()
    tab.calendar_button.click()
    for kind in (ReportDialog, CalendarDialog):
        dialog = window.findChild(kind)
        assert dialog is not None
        dialog.close()
