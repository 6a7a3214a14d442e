"""The year's calendar by keyboard and mouse."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from glutetimer.core.progress.days import Day, year_calendar
from glutetimer.ui.history.overview.year_card import YEAR, YearCard
from glutetimer.ui.history.overview.year_picture import LABEL_PX, MONTH_PX, cell_px
from glutetimer.ui.history.overview.year_view import YearView
from tests.core.progress.builders import done
from tests.ui.history.conftest import OpenTab

TODAY = date(2026, 3, 20)  # a Friday
DONE = date(2026, 3, 18)
YEAR_OF_ONE = year_calendar([done(DONE, 900.0, title="Bridges")], TODAY, 1)


@pytest.fixture
def view(qtbot: QtBot) -> YearView:
    made = YearView()
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show_year(YEAR_OF_ONE, 1)
    made.show()
    return made


def place(view: YearView, day: date) -> QPoint:
    size = cell_px(view.width())
    column, row = divmod((day - YEAR_OF_ONE.first_day).days, 7)
    middle = QPointF(LABEL_PX + (column + 0.5) * size, MONTH_PX + (row + 0.5) * size)
    return middle.toPoint()


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, TODAY - timedelta(days=1)),
        (Qt.Key.Key_Left, TODAY - timedelta(days=7)),
        (Qt.Key.Key_PageUp, TODAY - timedelta(days=28)),
        (Qt.Key.Key_Home, YEAR_OF_ONE.first_day),
        (Qt.Key.Key_Right, TODAY),  # there is no later day
        (Qt.Key.Key_Down, TODAY),
    ],
)
def test_keys_move_the_cursor(qtbot: QtBot, view: YearView, key: Qt.Key, day: date) -> None:
    with qtbot.waitSignal(view.day_pointed) as told:
        qtbot.keyClick(view, key)
    assert told.args is not None
    assert told.args[0].day == day
    assert view.pointed.day == day


def test_the_cursor_says_what_was_done(qtbot: QtBot, view: YearView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.accessibleName().endswith("Wednesday, 18 Mar 2026: 1 session, 15 min. Bridges.")
    with qtbot.waitSignal(view.day_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [DONE]


def test_a_day_without_a_session_is_not_chosen(qtbot: QtBot, view: YearView) -> None:
    with qtbot.assertNotEmitted(view.day_chosen):
        qtbot.keyClick(view, Qt.Key.Key_Return)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, TODAY))


def test_the_mouse_points_and_chooses(qtbot: QtBot, view: YearView) -> None:
    told: list[Day] = []
    view.day_pointed.connect(told.append)
    qtbot.mouseMove(view, place(view, DONE))
    assert told[-1].titles == ("Bridges",)
    with qtbot.waitSignal(view.day_chosen) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, DONE))
    assert chosen.args == [DONE]
    qtbot.mouseMove(view, QPoint(5, 5))
    assert told[-1].day == DONE  # the cursor's, as the mouse is on no day


def test_a_click_after_today_is_nothing(qtbot: QtBot, view: YearView) -> None:
    with qtbot.assertNotEmitted(view.day_chosen):
        qtbot.mouseClick(
            view, Qt.MouseButton.LeftButton, pos=place(view, TODAY + timedelta(days=1))
        )


@pytest.mark.parametrize("width", [600, 776, 900, 1232, 1870])
def test_the_whole_year_is_inside(view: YearView, width: int) -> None:
    view.resize(width, 100)
    size = cell_px(width)
    assert LABEL_PX + 53 * size <= width
    assert view.height() >= MONTH_PX + 7 * size


def test_other_years_can_be_reached(qtbot: QtBot) -> None:
    card = YearCard()
    qtbot.addWidget(card)
    card.show_year(YEAR_OF_ONE, TODAY, 3, has_earlier=True)
    assert card._title.text() == "1 session from 17 Mar 2025 to today"
    with qtbot.waitSignal(card.year_wanted) as wanted:
        card._earlier.click()
    assert wanted.args == [TODAY - YEAR]
    card.show_year(year_calendar([], TODAY - YEAR, 1), TODAY, 3, has_earlier=False)
    assert not card._earlier.isEnabled()
    with qtbot.waitSignal(card.year_wanted) as wanted:
        card._later.click()
    assert wanted.args == [TODAY]


def test_the_first_year_offers_no_other(qtbot: QtBot) -> None:
    card = YearCard()
    qtbot.addWidget(card)
    card.show_year(YEAR_OF_ONE, TODAY, 3, has_earlier=False)
    assert card._earlier.isHidden()
    assert card._later.isHidden()


def test_an_earlier_year_is_read_from_the_history(open_tab: OpenTab, world: object) -> None:
    from tests.ui.fakes import World
    from tests.ui.history.past import fill

    assert isinstance(world, World)
    fill(world.history, [world.ago(500), world.ago(2)])
    tab = open_tab()
    card = tab.overview._year
    assert card._title.text().startswith("1 session ")
    card._earlier.click()
    assert card._title.text().startswith("1 session ")
    assert "today" not in card._title.text()
    assert not card._earlier.isEnabled()


def test_months_and_days_are_named_in_the_language_of_the_page(qtbot: QtBot) -> None:
    pictures = []
    usual = QLocale()
    for language in (QLocale.Language.English, QLocale.Language.German):
        QLocale.setDefault(QLocale(language))
        try:
            made = YearView()
            qtbot.addWidget(made)
            made.resize(1000, 300)
            made.show_year(YEAR_OF_ONE, 1)
            pictures.append(made.grab().toImage())
        finally:
            QLocale.setDefault(usual)
    assert pictures[0] == pictures[1]
