"""The cards of the Routines tab: today's, favourites, search, keys, pictures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from glutetimer.core.history.records import SessionReview
from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.settings import Settings
from glutetimer.core.today import DayDose, Today
from glutetimer.ui.routines.card_list import STAR_PX, CardList
from glutetimer.ui.routines.page import RoutinesPage
from glutetimer.ui.routines.today_card import TodayCard
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import FIRST_SESSION, ROUTINES, records, session


def page_of(window: MainWindow) -> RoutinesPage:
    return window.home.routines


def today_of(window: MainWindow) -> TodayCard:
    return page_of(window).home.today


def cards_of(window: MainWindow) -> CardList:
    return page_of(window).home.list


def ids(window: MainWindow) -> list[str]:
    return [row.listing.id for row in page_of(window).home.model.rows]


def said(card: TodayCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def begun(window: MainWindow) -> list[tuple[str, object]]:
    """What is begun from now on, instead of a session."""
    asked: list[tuple[str, object]] = []
    page_of(window).start_asked.disconnect(window.host.start)
    page_of(window).start_asked.connect(lambda routine_id, today: asked.append((routine_id, today)))
    return asked


# Today


def test_the_first_start_says_what_to_begin_with_and_enter_begins(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    card = today_of(window)
    assert said(card) == [
        "Today",
        "First session",
        "Short and easy, and it shows you how everything works.",
        "10 min  ·  Lying, on hands and knees  ·  No equipment",
        "0 of 3 sessions this week",
    ]
    assert card.accessibleName().startswith("Today: First session. Short and easy")
    assert card.start_button.hasFocus()
    asked = begun(window)
    qtbot.keyClick(card.start_button, Qt.Key.Key_Return)
    assert asked == [("first-session", None)]


def test_after_much_pain_today_is_gentle_and_looked_into_as_such(
    open_window: OpenWindow, world: World, qtbot: QtBot
) -> None:
    world.history.add(session(1, world.ago(3), ROUTINES[2], review=SessionReview(7, 5, "")))
    window = open_window()
    card = today_of(window)
    assert said(card)[1:3] == [
        "First session, gently",
        "Your pain was 7 last time: go gently, or rest if it is no better.",
    ]
    assert said(card)[3].startswith("7 min"), "as long as it is today"
    asked = begun(window)
    card.start_button.click()
    with qtbot.waitSignal(page_of(window).filled):
        card.look_button.click()
    page_of(window).details.start()
    assert asked == [("first-session", Today(DayDose.GENTLE))] * 2


def test_squeezes_make_no_day_done(open_window: OpenWindow, world: World) -> None:
    squeezes = replace(ROUTINES[2], id=SQUEEZES)
    world.history.add(session(1, world.ago(4), ROUTINES[0]))
    world.history.add(session(2, world.ago(0.01), squeezes), records(world.ago(0.01), 1))
    card = today_of(open_window())
    assert said(card)[1] == ROUTINES[0].title
    assert "1 of 3 sessions this week" in said(card)


def test_a_day_of_rest_has_no_start_and_another_day_brings_its_own(
    open_window: OpenWindow, world: World
) -> None:
    world.history.add(session(1, world.ago(0.1)))
    window = open_window()
    assert said(today_of(window))[1] == "Done for today"
    assert not today_of(window).start_button.isVisible()
    assert cards_of(window).hasFocus()
    world.clock.advance(3 * 86_400)
    planner = window.day_planner
    assert planner is not None
    planner._look_at_day(Qt.ApplicationState.ApplicationInactive)
    assert said(today_of(window))[1] == "Done for today"
    planner._look_at_day(Qt.ApplicationState.ApplicationActive)
    assert said(today_of(window))[1] == "First session"


def test_after_a_session_the_card_knows_it(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    world.history.add(session(1, world.ago(0.01)))
    window.home.refresh()
    assert said(today_of(window))[1] == "Done for today"
    assert "1 of 3 sessions this week" in said(today_of(window))


def test_the_last_session_counts_however_long_ago(open_window: OpenWindow, world: World) -> None:
    world.history.add(session(1, world.ago(200), ROUTINES[1]))
    day, reason = said(today_of(open_window()))[1:3]
    assert day == "Under-active glutes, gently"
    assert reason == "Your last session was 200 days ago: begin lightly."


def test_without_a_routine_there_is_no_card_of_today(world: World, qtbot: QtBot) -> None:
    world.library.by_id.clear()
    world.library.broken.clear()
    window = MainWindow(world.services())
    qtbot.addWidget(window)
    with qtbot.waitSignal(page_of(window).refreshed):
        window.show()
    qtbot.waitUntil(lambda: not today_of(window).isVisible())
    assert page_of(window).home._nothing.text().startswith("There is no routine.")


# Favourites


def test_a_star_is_kept_and_puts_its_routine_first(
    open_window: OpenWindow, world: World, qtbot: QtBot
) -> None:
    window = open_window()
    cards = cards_of(window)
    before = ids(window)
    cards.setCurrentIndex(cards.model().index(2, 0))
    qtbot.keyClick(cards, Qt.Key.Key_F)
    assert world.store.settings.favourites == (before[2],)
    assert ids(window) == [before[2], *before[:2], *before[3:]]
    assert page_of(window).chosen == before[2], "it is chosen still"
    page_of(window).details.star_button.click()
    assert not world.store.settings.favourites
    assert ids(window) == before


def test_a_click_on_the_star_opens_nothing(
    open_window: OpenWindow, world: World, qtbot: QtBot
) -> None:
    window = open_window()
    cards = cards_of(window)
    star = cards.star_of(cards.visualRect(cards.model().index(1, 0)))
    assert star.size() == QSize(STAR_PX, STAR_PX)
    second = ids(window)[1]
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=star.center())
    assert world.store.settings.favourites == (second,)
    assert not page_of(window).details.isVisible()


def test_favourites_of_the_last_time_come_first_once_the_settings_are_read(
    open_window: OpenWindow, world: World
) -> None:
    world.store.settings = Settings(safety_read=True, favourites=("gone", "circuit"))
    window = open_window()
    assert ids(window)[0] == "circuit"
    assert page_of(window).chosen == "circuit", "and is not scrolled away"


# Searching


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("circuit", ["circuit"]),  # its name
        ("bird dog", ["first-session", "ten-glute-exercises"]),  # an exercise
        ("LOOP clam", ["under-active-glutes", "ten-glute-exercises"]),  # what it needs
        ("calm hips", ["first-session"]),  # its purpose
        ("nothing like it", []),
    ],
)
def test_every_word_is_looked_for_everywhere(
    open_window: OpenWindow, world: World, text: str, found: list[str]
) -> None:
    world.library.by_id["first-session"] = replace(FIRST_SESSION, purpose="Calm, strong hips")
    window = open_window()
    home = page_of(window).home
    home.search.setText(text)
    assert ids(window) == found
    assert home._nothing.isVisible() == (not found)
    assert not found or page_of(window).chosen in found


def test_the_keyboard_goes_from_the_search_to_a_card_and_back(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = page_of(window)
    search = page.home.search
    search.setFocus()
    qtbot.keyClicks(search, "evening")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert cards_of(window).hasFocus()
    qtbot.keyClick(cards_of(window), Qt.Key.Key_Return)
    assert page.details.isVisible()
    qtbot.keyClick(page.details, Qt.Key.Key_Escape)
    assert not page.details.isVisible()
    assert cards_of(window).hasFocus()
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert len(ids(window)) == len(ROUTINES) + 1
    assert page.chosen == "circuit"


def test_what_was_chosen_is_chosen_again_when_the_search_finds_something(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    home = page_of(window).home
    home.choose("circuit")
    home.search.setText("nothing like it")
    assert page_of(window).chosen == ""
    home.search.clear()
    assert page_of(window).chosen == "circuit"


def test_a_file_that_is_given_is_seen_whatever_was_searched(open_window: OpenWindow) -> None:
    window = open_window()
    page = page_of(window)
    page.home.search.setText("bird dog")
    page.open_chosen()
    assert page.choose("/routines/circuit.toml")
    assert page.chosen == "circuit"
    assert not page.details.isVisible()


# Cards


@pytest.mark.parametrize(("width", "height", "columns"), [(853, 533, 2), (1280, 800, 3)])
def test_cards_share_the_width(
    open_window: OpenWindow, width: int, height: int, columns: int
) -> None:
    window = open_window()
    window.resize(width, height)
    QApplication.processEvents()
    cards = cards_of(window)
    rects = [cards.visualRect(cards.model().index(row, 0)) for row in range(4)]
    assert [rect.top() == rects[0].top() for rect in rects].count(True) == columns
    assert rects[columns - 1].right() > cards.viewport().width() - columns - 2
    assert not cards.horizontalScrollBar().isVisible()


def test_arrows_walk_over_the_cards(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.resize(1280, 800)
    QApplication.processEvents()
    cards = cards_of(window)
    cards.setFocus()
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(cards, key)
        walked.append(cards.currentIndex().row())
    assert walked == [1, 4, 3, 0]


def test_pictures_are_made_after_the_window_stands(
    open_window: OpenWindow, qtbot: QtBot, world: World
) -> None:
    window = MainWindow(world.services())
    qtbot.addWidget(window)
    assert cards_of(window).pictures is None
    window.close()
    window = open_window()
    pictures = cards_of(window).pictures
    assert pictures is not None
    listing = page_of(window).listings[0]
    qtbot.waitUntil(lambda: pictures.pixmap(listing, QSize(118, 90), 1.0) is not None)
    broken = page_of(window).listings[-1]
    assert pictures.pixmap(broken, QSize(118, 90), 1.0) is None


def test_a_press_beside_the_cards_does_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    cards = cards_of(window)
    place = cards.viewport().rect().bottomRight() - QPoint(4, 4)
    assert cards.indexAt(place) == QModelIndex()
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not page_of(window).details.isVisible()


def test_a_chosen_card_stays_in_sight_when_the_list_gets_lower(open_window: OpenWindow) -> None:
    window = open_window()
    cards = cards_of(window)
    last = cards.model().index(cards.model().rowCount() - 1, 0)
    cards.setCurrentIndex(last)
    cards.scrollTo(last)
    window.resize(window.width(), window.height() - 130)  # as when a notice comes
    QApplication.processEvents()
    assert cards.viewport().rect().contains(cards.visualRect(last).center())
