"""The sessions one by one: paging, filters, details, review, delete and undo."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd, SessionReview
from glutetimer.ui.history.filters import PeriodFilter, SessionFilters
from glutetimer.ui.history.model import PAGE, SessionFilter, SessionModel
from glutetimer.ui.history.sessions_page import SessionsPage
from glutetimer.ui.history.set_model import SetModel
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import CLAM, FIRST_SESSION, ROUTINES, records, session

CIRCUIT = ROUTINES[3]


def fill(world: World, count: int) -> None:
    """Sessions 1 to count, one a day, number 1 yesterday; every other one is a circuit."""
    for number in range(1, count + 1):
        at = world.ago(number)
        routine = CIRCUIT if number % 2 else FIRST_SESSION
        review = SessionReview(None, None, f"note {number}")
        world.history.add(session(number, at, routine, review=review), records(at))


@pytest.fixture
def page(qtbot: QtBot, world: World) -> SessionsPage:
    """The page over five sessions."""
    fill(world, 5)
    return open_page(qtbot, world)


def open_page(qtbot: QtBot, world: World) -> SessionsPage:
    made = SessionsPage(world.services())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.refresh()
    made.show()
    return made


def shown(page: SessionsPage) -> list[int]:
    model = page._model
    found = [model.session(model.index(row)) for row in range(model.rowCount())]
    return [each.id for each in found if each is not None]


def test_the_newest_session_is_first_and_chosen(page: SessionsPage) -> None:
    assert shown(page) == [1, 2, 3, 4, 5]
    assert page._details._head.title.text() == CIRCUIT.title
    assert page._details._review.value().note == "note 1"


@pytest.mark.parametrize("period", [PeriodFilter.ANY, PeriodFilter.OWN])
def test_nothing_is_cut_off_in_the_smallest_window(
    open_window: OpenWindow, world: World, period: PeriodFilter
) -> None:
    fill(world, 5)
    window = open_window()
    window.resize(window.minimumSize())
    window.home.show_history()
    assert window.home.history is not None
    window.home.history.show_sessions()
    page = window.home.history.sessions
    periods = page._filters._period
    periods.setCurrentIndex(periods.findData(period.value))
    page._choose(0)
    QApplication.processEvents()
    details = page._details
    body = details.widget()
    assert body is not None
    assert body.minimumSizeHint().width() <= details.viewport().width()
    assert details.mapTo(window, details.rect().bottomRight()).x() <= window.width()


def test_ten_thousand_sessions_are_read_page_by_page(world: World) -> None:
    fill(world, 1_000)
    model = SessionModel(world.history)
    model.show(SessionFilter())
    assert model.rowCount() == PAGE
    top = model.index(-1)
    while model.canFetchMore(top):
        model.fetchMore(top)
    assert model.rowCount() == 1_000
    assert world.history.pages[:2] == [(PAGE, 0), (PAGE, PAGE)]


def test_the_list_reads_on_when_it_is_scrolled(qtbot: QtBot, world: World) -> None:
    fill(world, 2 * PAGE + 10)
    page = open_page(qtbot, world)
    assert page._model.rowCount() == PAGE
    page._list.scrollToBottom()
    qtbot.waitUntil(lambda: page._model.rowCount() > PAGE)


def test_an_empty_history_says_what_will_be_here(qtbot: QtBot, world: World) -> None:
    page = open_page(qtbot, world)
    assert page._whole.currentIndex() == 1
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No sessions yet" in words


def test_sessions_are_filtered_by_routine(page: SessionsPage) -> None:
    page._filters._routine.setCurrentIndex(page._filters._routine.findData("circuit"))
    assert shown(page) == [1, 3, 5]


def test_sessions_are_filtered_by_day(page: SessionsPage, world: World) -> None:
    filters = page._filters
    filters._period.setCurrentIndex(filters._period.findData(int(PeriodFilter.OWN)))
    today = world.clock.utc_now().astimezone().date()
    since, until = today - timedelta(days=4), today - timedelta(days=2)
    filters._days.since.setDate(QDate(since.year, since.month, since.day))
    filters._days.until.setDate(QDate(until.year, until.month, until.day))
    assert filters.value() == SessionFilter(None, since, until)
    assert shown(page) == [2, 3, 4]


def test_days_in_the_wrong_order_are_put_right(qtbot: QtBot, world: World) -> None:
    filters = SessionFilters(world.clock)
    qtbot.addWidget(filters)
    filters._period.setCurrentIndex(filters._period.findData(int(PeriodFilter.OWN)))
    filters._days.since.setDate(QDate(2026, 3, 10))
    filters._days.until.setDate(QDate(2026, 3, 1))
    assert filters.value() == SessionFilter(None, date(2026, 3, 1), date(2026, 3, 10))


def test_a_week_has_seven_days_with_today(qtbot: QtBot, world: World) -> None:
    filters = SessionFilters(world.clock)
    qtbot.addWidget(filters)
    filters._period.setCurrentIndex(filters._period.findData(int(PeriodFilter.WEEK)))
    assert filters.value() == SessionFilter(None, date(2026, 3, 14), date(2026, 3, 20))


def test_a_filter_that_leaves_nothing_says_so(page: SessionsPage, world: World) -> None:
    filters = page._filters
    filters._period.setCurrentIndex(filters._period.findData(int(PeriodFilter.OWN)))
    filters._days.since.setDate(QDate(2020, 1, 1))
    filters._days.until.setDate(QDate(2020, 1, 2))
    assert (page._whole.currentIndex(), page._right.currentIndex()) == (0, 1)


def test_sets_show_what_was_done_against_what_was_planned(world: World) -> None:
    model = SetModel()
    model.fill(records(world.ago(1)))

    def row(number: int) -> list[str]:
        return [model.index(number, column).data() for column in range(model.columnCount())]

    assert row(0) == ["Glute bridge", "Set 1", "10 reps", "10 reps", "Done"]
    assert row(2) == ["Clam shell", "Set 1, left side", "10 reps", "4 reps", "Skipped"]
    assert row(5)[3:] == ["6 reps", "It hurt: 4 of 10, low back, left"]
    assert row(7)[2:4] == ["15 s", "15 s"]


def test_sets_say_the_side_as_the_session_did(world: World) -> None:
    model = SetModel(None, {"clam-shell": CLAM}.get)
    model.fill(records(world.ago(1)))
    assert model.index(2, 1).data() == "Set 1, left leg on top"


def test_pain_and_effort_are_saved_at_once(page: SessionsPage, world: World, qtbot: QtBot) -> None:
    review = page._details._review
    qtbot.keyClick(review._pain, Qt.Key.Key_3)
    qtbot.keyClick(review._effort, Qt.Key.Key_6)
    assert world.history.summaries[1].review == SessionReview(3, 6, "note 1")
    assert "pain 3" in page._details._head.facts.text()


def test_a_note_is_saved_by_its_button(page: SessionsPage, world: World, qtbot: QtBot) -> None:
    review = page._details._review
    assert not review._save.isEnabled()
    review._note.setPlainText("Better today")
    qtbot.mouseClick(review._save, Qt.MouseButton.LeftButton)
    assert world.history.summaries[1].review.note == "Better today"
    assert not review._save.isEnabled()


def test_a_note_is_saved_when_another_session_is_chosen(page: SessionsPage, world: World) -> None:
    page._details._review._note.setPlainText("Better today")
    page._list.setCurrentIndex(page._model.index(2))
    assert world.history.summaries[1].review.note == "Better today"
    assert world.history.summaries[3].review.note == "note 3"
    page._list.setCurrentIndex(page._model.index(0))
    assert page._details._review.value().note == "Better today"


def test_looking_at_sessions_saves_nothing(page: SessionsPage, world: World) -> None:
    before = dict(world.history.summaries)
    for row in (1, 2, 0):
        page._list.setCurrentIndex(page._model.index(row))
    assert world.history.summaries == before


def test_a_session_is_deleted_by_key_and_brought_back(
    page: SessionsPage, world: World, qtbot: QtBot
) -> None:
    page._list.setCurrentIndex(page._model.index(1))
    qtbot.keyClick(page._list, Qt.Key.Key_Delete)
    assert world.history.deleted == {2}
    assert shown(page) == [1, 3, 4, 5]
    assert page._undo.isVisible()
    assert "First session" in page._undo._text.text()
    qtbot.mouseClick(page._undo._undo, Qt.MouseButton.LeftButton)
    assert world.history.deleted == set()
    assert shown(page) == [1, 2, 3, 4, 5]
    chosen = page._model.session(page._list.currentIndex())
    assert chosen is not None
    assert chosen.id == 2


def test_the_last_session_can_be_deleted_and_brought_back(qtbot: QtBot, world: World) -> None:
    fill(world, 1)
    page = open_page(qtbot, world)
    page.delete()
    assert page._whole.currentIndex() == 1
    assert page._undo.isVisible()
    page.undo()
    assert shown(page) == [1]


def test_trouble_is_passed_on(page: SessionsPage, world: World, qtbot: QtBot) -> None:
    world.history.trouble = Trouble("The disk is full", "history.sqlite3", "Make room")
    with qtbot.waitSignal(page.trouble_met):
        page.delete()
    assert shown(page) == [1, 2, 3, 4, 5]
    with qtbot.waitSignal(page.trouble_met):
        page.refresh()
    world.history.trouble = None
    page.refresh()
    assert shown(page) == [1, 2, 3, 4, 5]


def test_a_session_that_was_stopped_says_so(qtbot: QtBot, world: World) -> None:
    world.history.add(session(1, world.ago(1), end=SessionEnd.STOPPED))
    page = open_page(qtbot, world)
    assert page._details._head.facts.text().startswith("Stopped early")
