"""Today's dose on the routines page, and the session that is made of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.settings import ExerciseSettings
from glutetimer.core.today import DayDose, Today
from glutetimer.ui.routines.body import Changes
from glutetimer.ui.routines.today_control import TodayControl
from glutetimer.ui.widgets.fields import Disclosure
from glutetimer.ui.widgets.typed_field import NumberField
from glutetimer.ui.window.main_window import MainWindow
from glutetimer.ui.window.start_dialogs import InterruptedDialog
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import BROKEN, FIRST_SESSION, records, session


def control_of(window: MainWindow) -> TodayControl:
    found = window.findChild(TodayControl)
    assert found is not None
    return found


def click(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Open the routine, click on one of the four and wait for what it changes."""
    window.home.routines.open_chosen()
    button = next(b for b in control_of(window).findChildren(QPushButton) if b.text() == name)
    with qtbot.waitSignal(window.home.routines.filled):
        button.click()


def minutes_of(window: MainWindow) -> NumberField:
    found = control_of(window).findChild(NumberField)
    assert found is not None
    return found


def words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.home.routines.details.findChildren(QLabel))


def choose(window: MainWindow, qtbot: QtBot, routine_id: str) -> None:
    page = window.home.routines
    with qtbot.waitSignal(page.filled):
        page.home.list.setCurrentIndex(page.home.model.index(page.home.model.row_of(routine_id)))


def test_a_day_is_normal_until_another_is_chosen(open_window: OpenWindow) -> None:
    window = open_window()
    assert control_of(window).today() == Today()
    assert window.findChild(Changes) is None
    assert minutes_of(window).value() == 5, "twenty would be more than the routine takes"


def test_nothing_of_it_is_made_before_the_window_is_painted(qtbot: QtBot, world: World) -> None:
    window = MainWindow(world.services())
    qtbot.addWidget(window)
    assert window.findChild(TodayControl) is None
    with qtbot.waitSignal(window.home.routines.filled):
        window.show()
    assert window.findChild(TodayControl) is not None


def test_total_and_doses_follow_at_once(
    open_window: OpenWindow, qtbot: QtBot, world: World
) -> None:
    window = open_window()
    assert "2 × 8 reps, rest 45 s" in words(window)
    click(window, qtbot, "Gentle")
    assert "2 × 8 reps, rest 45 s" not in words(window)
    assert "Below the routine's 2 × 8 reps" in words(window)
    assert "Today 7 min  ·  usually 10 min" in words(window)
    click(window, qtbot, "Strong")
    assert "2 × 10 reps, rest 45 s" in words(window)
    assert "Below" not in words(window)
    click(window, qtbot, "Normal")
    assert "Today 1" not in words(window)
    assert world.store.saved == []
    assert world.library.by_id["first-session"] is FIRST_SESSION


def test_wrong_minutes_are_said_and_nothing_begins_with_others(
    open_window: OpenWindow, qtbot: QtBot, world: World
) -> None:
    window = open_window()
    field = minutes_of(window)
    field.selectAll()
    qtbot.keyClicks(field, "500")
    window.home.routines.details.start()
    texts = [label.text() for label in control_of(window).findChildren(QLabel)]
    assert "Too much: from 5 to 120 min" in texts
    assert field.text() == "500"
    assert not world.history.summaries
    control_of(window).findChildren(QPushButton)[1].click()  # Normal
    assert field.mistake == ""


def test_minutes_are_chosen_by_typing_them(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    field = minutes_of(window)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "7")
    with qtbot.waitSignal(window.home.routines.filled):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert control_of(window).today() == Today(minutes=7)
    assert "Today 7 min  ·  usually 10 min" in words(window)
    assert field.hasFocus()
    assert window.host.page is None, "Enter in the field starts nothing"
    click(window, qtbot, "Gentle")
    assert field.value() == 7, "kept for a second thought"


def test_what_changes_opens_and_stays_open(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    click(window, qtbot, "Gentle")
    changes = window.findChild(Changes)
    assert changes is not None
    line = "Glute bridge: 2 × 8 → 1 × 6 reps"
    details = next(label for label in changes.findChildren(QLabel) if label.text() == line)
    assert not details.isVisible()
    toggle = changes.findChild(Disclosure)
    assert toggle is not None
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert details.isVisible()
    click(window, qtbot, "Strong")
    shown = [toggle for toggle in window.findChildren(Disclosure) if toggle.isChecked()]
    assert any(toggle.text() == "What changes" for toggle in shown)


def test_each_routine_keeps_its_own_until_a_session_is_over(
    open_window: OpenWindow, qtbot: QtBot, world: World
) -> None:
    window = open_window()
    click(window, qtbot, "Gentle")
    choose(window, qtbot, "ten-glute-exercises")
    assert control_of(window).today() == Today()
    click(window, qtbot, "Strong")
    choose(window, qtbot, "first-session")
    assert control_of(window).today() == Today(DayDose.GENTLE)
    window.home.routines.details.start()
    assert window.host.page is not None
    window.host.page.session_closed.emit(window.host.page.driver.coach, False)
    assert control_of(window).today() == Today(DayDose.GENTLE), "until the page is shown anew"
    with qtbot.waitSignal(window.home.routines.filled):
        pass
    assert control_of(window).today() == Today()
    choose(window, qtbot, "ten-glute-exercises")
    assert control_of(window).today() == Today()


def test_the_session_is_made_and_recorded_with_it(
    open_window: OpenWindow, qtbot: QtBot, world: World
) -> None:
    window = open_window()
    minutes_of(window).setValue(6)
    with qtbot.waitSignal(window.home.routines.filled):
        pass
    window.home.routines.details.start()
    begun = world.history.summaries[1].start
    assert begun.dose == "6 min"
    assert begun.planned_s <= 360


def test_again_is_begun_as_it_was(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    window.host.start("first-session", Today.parse("gentle"))
    assert world.history.summaries[1].start.dose == "gentle"


@pytest.mark.parametrize(("dose", "sets"), [("normal", 8), ("gentle", 6)])
def test_an_interrupted_session_goes_on_as_it_was_begun(
    open_window: OpenWindow, world: World, dose: str, sets: int
) -> None:
    at = world.ago(0.01)
    begun = session(7, at, FIRST_SESSION, None)
    begun = replace(begun, start=replace(begun.start, dose=dose))
    world.history.add(begun, records(at, 3))
    window = open_window()
    dialog = window.findChild(InterruptedDialog)
    assert dialog is not None
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Go on").click()
    assert window.host.page is not None
    assert window.host.page.driver.coach is not None
    assert len(window.host.page.driver.coach.timeline.sets) == sets


def test_a_day_that_is_too_much_can_be_changed_back(
    open_window: OpenWindow, qtbot: QtBot, world: World
) -> None:
    window = open_window()
    much = ExerciseSettings(sets=20, reps=100)
    settings = replace(world.store.settings, exercises={"glute-bridge": much})
    with qtbot.waitSignal(window.home.routines.filled):
        window.preferences.use(settings)
    start = next(b for b in window.findChildren(QPushButton) if b.text() == "Start")
    assert start.isEnabled()
    click(window, qtbot, "Strong")
    assert "would take" in words(window)
    assert not start.isEnabled()
    click(window, qtbot, "Normal")
    assert start.isEnabled()


def test_a_file_with_mistakes_has_no_choice(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.home.routines.open_chosen()
    choose(window, qtbot, BROKEN.id)
    assert not control_of(window).isVisible()
    choose(window, qtbot, "first-session")
    assert control_of(window).isVisible()


def test_it_is_reached_and_changed_by_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.home.routines.open_chosen()
    details = window.home.routines.details
    start = next(b for b in details.findChildren(QPushButton) if b.text() == "Start")
    assert start.hasFocus()
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    normal = next(b for b in control_of(window).findChildren(QPushButton) if b.text() == "Normal")
    assert normal.hasFocus(), "the one that is chosen"
    with qtbot.waitSignal(window.home.routines.filled):
        qtbot.keyClick(normal, Qt.Key.Key_Right)
    assert control_of(window).today() == Today(DayDose.STRONG)
    for name in ("Today: Gentle", "Today: I have so much time"):
        assert [
            b for b in control_of(window).findChildren(QPushButton) if b.accessibleName() == name
        ]
