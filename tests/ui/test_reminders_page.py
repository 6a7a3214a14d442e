"""The page of the reminders says what is on as the system says it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from glutetimer.core.settings import Settings, Weekday
from glutetimer.ui.settings.dialog import SettingsDialog
from glutetimer.ui.settings.reminders_page import RemindersPage
from tests.ui.fakes import World

ON = Settings(remind=True, remind_days=tuple(Weekday), remind_closed=True)
OpenPage = Callable[[Settings], RemindersPage]


@pytest.fixture
def open_page(qtbot: QtBot, world: World) -> OpenPage:
    """Opens the page with these settings, and waits for what the system says."""
    held = []

    def open_it(settings: Settings) -> RemindersPage:
        dialog = SettingsDialog(world.services(), settings, "", world.make_player)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        held.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show_reminders()
        dialog.show()
        page = dialog.reminders
        qtbot.waitUntil(lambda: not page.timer.text().startswith("Asking"))
        return page

    return open_it


def choose(page: RemindersPage, name: str, value: object) -> None:
    page.rows[name].editor.show_setting(value)
    page.rows[name].editor.edited.emit()


def test_with_nothing_on_the_rest_waits(open_page: OpenPage) -> None:
    page = open_page(Settings())
    assert page.coming.text() == "No reminder is on"
    assert page.timer.text() == "While glutetimer is closed no reminder comes"
    off = {name for name, row in page.rows.items() if not row.isEnabled()}
    assert off == set(page.rows) - {"remind", "squeezes"}
    choose(page, "squeezes", True)
    assert page.coming.text().endswith("(squeeze)")
    assert page.rows["squeeze_every_min"].isEnabled()
    choose(page, "squeeze_days", ())
    assert page.coming.text() == "No reminder comes: choose at least one day"


def test_it_is_on_when_the_system_says_so(open_page: OpenPage, world: World) -> None:
    world.reminders.timer = ON
    page = open_page(ON)
    assert page.coming.text() == "Next reminder: today, 18:00"
    assert page.timer.text() == (
        "They come also while glutetimer is closed, by the timer of your system"
    )
    choose(page, "remind_days", (Weekday.SUNDAY,))
    assert page.timer.text() == "With OK the timer of your system is set to this"
    choose(page, "remind_closed", False)
    assert page.timer.text() == "They come only while the window of glutetimer is open"


def test_a_timer_that_was_switched_off_elsewhere_is_not_on(open_page: OpenPage) -> None:
    assert open_page(ON).timer.text() == "They come only while the window of glutetimer is open"


def test_where_there_can_be_none_it_says_why(open_page: OpenPage, world: World) -> None:
    world.reminders.has_timer = False
    page = open_page(replace(ON, remind_closed=False))
    row = page.rows["remind_closed"]
    assert not row.isEnabled()
    assert row.control.accessibleDescription() == "Not here: systemd does not run for you here"


def test_a_wrong_time_is_said_and_not_taken(open_page: OpenPage) -> None:
    page = open_page(ON)
    editor = page.rows["remind_at"].editor
    editor.lineEdit().setText("25:99")  # type: ignore[union-attr]
    editor.commit()  # type: ignore[union-attr]
    assert page.rows["remind_at"].mistake.startswith("Not a time such as 18:00")
    assert page.coming.text() == "Next reminder: today, 18:00"
