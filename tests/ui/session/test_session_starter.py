"""Clips are made before the session is begun."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from glutetimer.core.cues.placing import texts
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.history.records import Pain
from glutetimer.core.history.special_routines import SQUEEZES, WARM_UP, WIND_DOWN
from glutetimer.core.plan.plan import plan
from glutetimer.core.session.preparing import DONE_WORDS
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from glutetimer.core.today import DayDose, Today
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import BROKEN


def look_on(window: MainWindow) -> None:
    """Go on looking at the chosen routine until its clips are wanted."""
    assert window.host._preparer.isActive()
    window.host._preparer.timeout.emit()


def test_the_clips_of_the_routine_that_is_looked_at_are_made(
    open_window: OpenWindow, world: World
) -> None:
    window = open_window()
    assert world.players_made == 0
    look_on(window)
    routine = world.library.by_id["first-session"]
    wanted = texts(plan(routine, Settings()), CueStyle.of(world.store.settings))
    (prepared,) = world.player.prepared
    assert prepared[: len(wanted)] == wanted
    assert DONE_WORDS in prepared
    window.host.start("first-session")
    assert world.players_made == 1


def test_in_a_session_nothing_else_is_prepared(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    window.host.start("first-session")
    (of_session,) = world.player.prepared
    look_on(window)
    assert world.player.prepared == [of_session]


def test_a_file_with_mistakes_is_told_by_its_page_alone(
    open_window: OpenWindow, world: World
) -> None:
    window = open_window()
    world.library.broken.append(BROKEN)
    window.host.prepare_soon(BROKEN.id)
    look_on(window)
    assert world.player.prepared == []
    assert window.home.notices is None


def test_no_clip_is_begun_for_a_window_that_is_closed(open_window: OpenWindow) -> None:
    window = open_window()
    window.close()
    assert not window.host._preparer.isActive()


@pytest.fixture
def warm(world: World) -> World:
    """A world whose person warms up, and winds down."""
    for name in (WARM_UP, WIND_DOWN):
        world.library.by_id[name] = replace(
            world.library.by_id["first-session"], id=name, title=name.capitalize()
        )
    world.store.settings = replace(world.store.settings, warm_up=True, wind_down=True)
    return world


def playing(window: MainWindow) -> str:
    """The routine that is played, "" for none."""
    page = window.host.page
    coach = page.driver.coach if page is not None else None
    return coach.timeline.routine.id if coach is not None else ""


def stop(window: MainWindow) -> None:
    assert window.host.page is not None
    window.host.page.driver.do(Command.STOP)


def test_a_warm_up_comes_first_and_stop_leaves_it_out(open_window: OpenWindow, warm: World) -> None:
    window = open_window()
    window.host.start("first-session", Today(DayDose.GENTLE))
    assert playing(window) == WARM_UP
    assert window.host.page is not None
    told = [label.text() for label in window.host.page.view.findChildren(QLabel)]
    assert "Warm-up, if you like. Stop leaves it out." in told

    stop(window)

    assert playing(window) == "first-session"
    coach = window.host.page.driver.coach
    assert coach is not None
    assert coach.today == Today(DayDose.GENTLE)
    stop(window)
    assert window.host.page.end_page is not None


def test_a_warm_up_that_hurt_is_followed_by_nothing(open_window: OpenWindow, warm: World) -> None:
    window = open_window()
    window.host.start("first-session")
    page = window.host.page
    assert page is not None
    assert page.driver.coach is not None
    page.driver.do(Command.START)
    page.driver.coach.report_pain(Pain("low back", 7))
    stop(window)

    assert playing(window) == ""
    assert window.stack.currentWidget() is window.home


def test_a_warm_up_with_mistakes_keeps_nobody_from_the_session(
    open_window: OpenWindow, warm: World
) -> None:
    del warm.library.by_id[WARM_UP]
    window = open_window()
    window.host.start("first-session")
    assert playing(window) == "first-session"
    assert window.home.notices is not None


@pytest.mark.parametrize("routine_id", [SQUEEZES, WARM_UP, WIND_DOWN])
def test_what_is_short_needs_no_warm_up(
    open_window: OpenWindow, warm: World, routine_id: str
) -> None:
    warm.library.by_id.setdefault(SQUEEZES, warm.library.by_id["first-session"])
    window = open_window()
    window.host.start(routine_id)
    assert window.host._then is None


def test_the_end_offers_to_wind_down_and_that_has_no_end_page(
    open_window: OpenWindow, warm: World
) -> None:
    warm.store.settings = replace(warm.store.settings, warm_up=False)
    window = open_window()
    window.host.start("first-session")
    page = window.host.page
    assert page is not None
    page.driver.do(Command.START)
    for _ in range(60):
        warm.clock.advance(0.5)
        page.driver.tick()
    page.driver.do(Command.FINISH_SET)
    stop(window)
    assert page.end_page is not None
    page.end_page.wind_down_button.click()
    assert playing(window) == WIND_DOWN

    stop(window)

    assert playing(window) == ""
    assert window.stack.currentWidget() is window.home


def test_closing_in_a_warm_up_begins_nothing(open_window: OpenWindow, warm: World) -> None:
    window = open_window()
    window.host.start("first-session")
    window.keep_all()
    assert playing(window) == ""
