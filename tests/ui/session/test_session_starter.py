"""Clips are made before the session is begun."""

from glutetimer.core.cues.placing import texts
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.plan import plan
from glutetimer.core.session.preparing import DONE_WORDS
from glutetimer.core.settings import Settings
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
