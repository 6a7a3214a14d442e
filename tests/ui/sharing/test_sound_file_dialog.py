"""A routine as a sound file: the name, the progress, the end, and every way out."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.rendering import RenderOrder
from glutetimer.core.settings import Settings, Verbosity
from glutetimer.ui.sharing.sound_file_dialog import RenderDialog, SoundFileChooser
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import FIRST_SESSION, ROUTINES

WAIT_S = 10.0


@pytest.fixture
def dialog(window: QWidget, world: World) -> RenderDialog:
    """A dialog whose work stands still half-way."""
    return opened(window, world)


def opened(window: QWidget, world: World, number: int = 0) -> RenderDialog:
    timeline = plan(ROUTINES[number])
    order = RenderOrder(timeline, CueStyle(), Settings(), "/music/walk.mp3", may_replace=True)
    made = RenderDialog(world.make_renderer, order, window)
    made.open()
    return made


def finish(dialog: RenderDialog, world: World) -> None:
    """Let the work end, and the dialog see it."""
    world.renderer.may_go_on.set()
    dialog.task.wait(WAIT_S)
    dialog.task.look()


def words(dialog: RenderDialog) -> str:
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(texts).replace("\u200b", "")  # where a path may be broken


def buttons(dialog: RenderDialog) -> list[str]:
    return [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]


def press(dialog: RenderDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def test_progress_is_shown(qtbot: QtBot, dialog: RenderDialog, world: World) -> None:
    qtbot.waitUntil(lambda: dialog._bar.value() == 50)
    assert "Making the file…" in words(dialog)
    assert "/music/walk.mp3" in words(dialog)
    assert buttons(dialog) == ["Cancel"]
    finish(dialog, world)


def test_the_end_says_what_was_made(dialog: RenderDialog, world: World) -> None:
    finish(dialog, world)
    assert "Done: " in words(dialog)
    assert "3.4 MB" in words(dialog)
    assert not dialog._bar.isVisible()
    assert buttons(dialog) == ["Open folder", "Close"]
    press(dialog, "Close")
    assert not dialog.isVisible()


def test_what_went_wrong_on_the_way_is_said(window: QWidget, world: World) -> None:
    world.renderer.notices = (Notice("No engine", "Install one"),)
    world.renderer.lacking = 40
    dialog = opened(window, world, 3)
    assert "no fixed end" in words(dialog)
    finish(dialog, world)
    assert "No engine. Install one." in words(dialog)
    assert "tones only" in words(dialog)
    assert "no fixed end" in words(dialog)


def test_trouble_is_said_with_its_cure(window: QWidget, world: World) -> None:
    world.renderer.trouble = Trouble("The disk is full", "walk.mp3", "Free some space")
    dialog = opened(window, world)
    finish(dialog, world)
    assert "The disk is full" in words(dialog)
    assert "Free some space." in words(dialog)
    assert buttons(dialog) == ["Close"]


def test_cancel_stops_the_work_and_then_closes(dialog: RenderDialog, world: World) -> None:
    press(dialog, "Cancel")
    assert dialog.isVisible()
    assert "Stopping…" in words(dialog)
    assert buttons(dialog) == []
    dialog.task.wait(WAIT_S)
    dialog.task.look()
    assert world.renderer.was_stopped
    assert not dialog.isVisible()


def test_a_second_escape_does_no_harm(dialog: RenderDialog, world: World) -> None:
    dialog.reject()
    dialog.reject()
    dialog.task.wait(WAIT_S)
    dialog.task.look()
    assert not dialog.isVisible()


def test_closing_the_dialog_stops_the_work(dialog: RenderDialog, world: World) -> None:
    dialog.close()
    dialog.task.wait(WAIT_S)
    assert world.renderer.was_stopped
    dialog.task.look()


def test_the_end_of_the_program_leaves_nothing_half_made(
    dialog: RenderDialog, world: World
) -> None:
    dialog.task.end()
    assert world.renderer.was_stopped


def test_a_bug_reaches_the_log_and_not_the_thread_alone(window: QWidget, world: World) -> None:
    world.renderer.trouble = ZeroDivisionError()  # type: ignore[assignment]  # no Trouble: a bug
    dialog = opened(window, world)
    with pytest.raises(ZeroDivisionError):
        finish(dialog, world)
    assert not dialog.isVisible()


def chooser(window: MainWindow) -> SoundFileChooser:
    found = window.findChild(SoundFileChooser)
    assert found is not None
    return found


def test_the_menu_asks_for_a_name_and_makes_the_chosen_routine(
    open_window: OpenWindow, world: World, tmp_path: Path
) -> None:
    world.store.settings = Settings(safety_read=True, verbosity=Verbosity.BRIEF, voice_rate=200)
    window = open_window()
    assert window.menus is not None
    window.menus.save_sound.trigger()
    asking = chooser(window)
    assert Path(asking.selectedFiles()[0]).name == "first-session.mp3"
    asking.fileSelected.emit(str(tmp_path / "walk.mp3"))
    asking.close()

    dialog = window.findChild(RenderDialog)
    assert dialog is not None
    finish(dialog, world)
    [order] = world.renderer.orders
    assert order.path == str(tmp_path / "walk.mp3")
    assert order.timeline.routine == FIRST_SESSION
    assert (order.style.verbosity, order.settings.voice_rate) == (Verbosity.BRIEF, 200)
    assert order.may_replace
    dialog.close()


def test_the_name_ends_as_the_chosen_format_does(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.menus is not None
    window.menus.save_sound_file()
    asking = chooser(window)
    for name_filter in asking.nameFilters():
        asking.change_ending(name_filter)
        ending = asking.defaultSuffix()
        assert f"*.{ending}" in name_filter
        assert Path(asking.selectedFiles()[0]).name == f"first-session.{ending}"
    asking.close()


def test_a_routine_that_cannot_be_planned_is_told(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    world.library.by_id.clear()
    assert window.menus is not None
    window.menus.save_sound_file()
    assert window.findChild(SoundFileChooser) is None
    assert window.home.notices is not None
    assert "no such routine" in window.home.notices._text.text()


def test_nothing_is_saved_during_a_session(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.menus is not None
    window.menus.set_in_session(True)
    assert not window.menus.save_sound.isEnabled()
