"""Reminders in the window: in the timer's place, answers that act, the tray, and what is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.reminders.told import Reply
from glutetimer.core.settings import Settings, Weekday
from glutetimer.ui.window.main_window import MainWindow
from glutetimer.ui.window.reminder_watch import ReminderWatch
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import records, session

Remind = Callable[..., tuple[MainWindow, ReminderWatch]]


def due_now(world: World, **more: object) -> Settings:
    """Settings with a session in a minute."""
    at = world.reminders.now() + timedelta(minutes=1)
    wished = {"remind": True, "remind_days": tuple(Weekday), "remind_at": at.time()}
    return replace(world.store.settings, safety_read=True, **(wished | more))  # type: ignore[arg-type]


@pytest.fixture
def remind(open_window: OpenWindow, world: World, qtbot: QtBot) -> Remind:
    """Opens the window with a session due in a minute, and lets the minute pass."""

    def open_it(**more: object) -> tuple[MainWindow, ReminderWatch]:
        world.store.settings = due_now(world, **more)
        window = open_window()
        assert window.reminding is not None
        window.reminding.begin()
        watch = window.reminding.watch
        assert watch is not None
        assert watch._task is not None
        qtbot.waitUntil(lambda: watch._task is not None and not watch._task.is_under_way())
        world.clock.advance(60)
        return window, watch

    return open_it


def replied(watch: ReminderWatch, qtbot: QtBot) -> None:
    """Look for what is due, and wait until it was answered."""
    with qtbot.waitSignal(watch.heard):
        watch.look()


def test_nothing_of_it_is_made_while_nothing_is_on(open_window: OpenWindow, world: World) -> None:
    window = open_window()
    assert window.reminding is not None
    window.reminding.begin()
    assert window.reminding.watch is None
    assert window.home.routines.home.today.reminder_button.text() == "Remind me…"


def test_start_begins_what_is_best_today(remind: Remind, world: World, qtbot: QtBot) -> None:
    world.reminders.reply = Reply.START
    window, watch = remind()
    replied(watch, qtbot)
    qtbot.waitUntil(lambda: window.host.page is not None)
    assert window.stack.currentWidget() is window.host.page
    watch.look()
    assert len(world.reminders.asked) == 1, "a session is left alone"


def test_the_card_says_when_the_next_one_comes_and_leads_to_the_settings(
    remind: Remind, qtbot: QtBot
) -> None:
    window, watch = remind()
    button = window.home.routines.home.today.reminder_button
    assert button.text().startswith("Next reminder: today, ")
    replied(watch, qtbot)
    qtbot.waitUntil(lambda: button.text().startswith("Next reminder: tomorrow, "))
    button.click()
    dialog = window._settings_dialog
    assert dialog is not None
    assert dialog.reminders.isVisible()
    dialog.reject()


@pytest.mark.parametrize("reply", [Reply.NOT_TODAY, Reply.LATER, Reply.OPEN, None])
def test_other_answers_begin_nothing(
    remind: Remind, world: World, qtbot: QtBot, reply: Reply | None
) -> None:
    world.reminders.reply = reply
    window, watch = remind()
    replied(watch, qtbot)
    assert window.stack.currentWidget() is window.home
    world.clock.advance(3600)
    watch.look()
    qtbot.waitUntil(lambda: watch._asker is None or not watch._asker.is_alive())
    assert len(world.reminders.asked) == (2 if reply is Reply.LATER else 1)


def test_a_squeeze_begins_the_squeezes(remind: Remind, world: World, qtbot: QtBot) -> None:
    world.reminders.reply = Reply.START
    at = world.reminders.now() + timedelta(minutes=1)
    _, watch = remind(
        remind=False, squeezes=True, squeeze_from=at.time(), squeeze_days=tuple(Weekday)
    )
    asked: list[str] = []
    watch.open_asked.connect(asked.append)
    replied(watch, qtbot)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [f"glutetimer:start/{SQUEEZES}"]


def test_with_the_timer_of_the_system_the_window_looks_no_more(
    remind: Remind, world: World
) -> None:
    _, watch = remind(remind_closed=True)
    assert world.reminders.timer == world.store.settings
    assert not watch._look.isActive()


def test_without_a_timer_it_looks_itself(remind: Remind, world: World) -> None:
    world.reminders.has_timer = False
    _, watch = remind(remind_closed=True)
    assert watch._look.isActive()


def test_a_timer_that_cannot_be_set_is_told_when_it_was_chosen(
    remind: Remind, world: World, qtbot: QtBot
) -> None:
    world.reminders.refuses = Trouble("No timer can remind you", "systemctl", "Open the window")
    window, watch = remind(remind_closed=True)
    assert window.home.notices is None, "a start is quiet"
    chosen = replace(world.store.settings, remind_at=time(7, 15))
    window.preferences.save(chosen)
    qtbot.waitUntil(lambda: window.home.notices is not None)
    assert watch._look.isActive()


def test_what_was_just_chosen_begins_with_what_comes(
    open_window: OpenWindow, world: World, qtbot: QtBot
) -> None:
    window = open_window()
    earlier = (world.reminders.now() - timedelta(hours=1)).time()
    window.preferences.save(due_now(world, remind_at=earlier))
    assert window.reminding is not None
    watch = window.reminding.watch
    assert watch is not None
    qtbot.waitUntil(lambda: watch._task is not None and not watch._task.is_under_way())
    watch.look()
    assert not world.reminders.asked
    window.preferences.save(replace(world.store.settings, remind=False))
    qtbot.waitUntil(lambda: not watch._look.isActive())
    assert window.home.routines.home.today.reminder_button.text() == "Remind me…"


def test_a_desktop_without_notifications_has_them_in_the_window(
    remind: Remind, world: World, qtbot: QtBot
) -> None:
    world.reminders.can_show = False
    window, watch = remind()
    replied(watch, qtbot)
    qtbot.waitUntil(lambda: window.home.notices is not None)
    watch.look()
    assert watch._asker is None or not watch._asker.is_alive()
    assert world.reminders.kept.session_day == world.reminders.now().date()


def test_where_the_window_shows_them_a_click_starts(
    remind: Remind, world: World, qtbot: QtBot
) -> None:
    world.reminders.is_shown = False
    window, watch = remind()
    replied(watch, qtbot)
    if watch.tray is None:
        qtbot.waitUntil(lambda: window.home.notices is not None)
    watch._start_shown()
    qtbot.waitUntil(lambda: window.host.page is not None)


def test_who_has_trained_is_left_alone_and_squeezes_are_no_training(
    remind: Remind, world: World, qtbot: QtBot
) -> None:
    squeezes = world.library.by_id["first-session"]
    done = session(1, world.ago(0.01), replace(squeezes, id=SQUEEZES))
    world.history.add(done, records(world.ago(0.01), 1))
    _, watch = remind()
    replied(watch, qtbot)
    assert len(world.reminders.asked) == 1
    world.clock.advance(24 * 3600)
    world.history.add(session(2, world.ago(0.01)), records(world.ago(0.01), 1))
    with qtbot.waitSignal(watch.heard):
        watch.look()
    assert len(world.reminders.asked) == 1


@pytest.mark.qt_log_ignore("systemTray", "QSystemTrayIcon", "^This plugin does not support raise")
def test_the_tray_tells_the_next_one_pauses_and_opens(
    remind: Remind, world: World, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    window, watch = remind()
    tray = watch.tray
    assert tray is not None
    assert tray.coming.text().startswith("Next reminder: today, ")
    assert not tray.coming.isEnabled()
    tray.pause.trigger()
    assert world.reminders.kept.quiet_day == world.reminders.now().date()
    assert tray.coming.text().startswith("Next reminder: tomorrow, ")
    watch.look()
    assert not world.reminders.asked
    tray.pause.trigger()
    assert world.reminders.kept.quiet_day is None
    window.showMinimized()
    tray.open.trigger()
    assert not window.isMinimized()
    window.preferences.save(replace(world.store.settings, remind=False))
    assert not tray.isVisible()


def test_a_day_after_a_pause_is_as_ever(remind: Remind, world: World, qtbot: QtBot) -> None:
    _, watch = remind()
    watch.pause_today(True)
    world.clock.advance(24 * 3600)
    replied(watch, qtbot)
    assert world.reminders.kept.session_day == date(2026, 3, 21)
