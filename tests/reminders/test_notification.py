"""Notifications: what the desktop is asked, and what its answers mean."""

import threading
from collections.abc import Callable

import pytest

from glutetimer.core.reminders.told import ReminderKind, Reply
from glutetimer.core.reminders.words import NOTES
from glutetimer.reminders.notification import NAME, SERVICE, Notifications
from glutetimer.session_bus import NoAnswer, open_bus
from tests.desktop_service import DesktopService
from tests.media.session_bus import needs_bus
from tests.reminders.desktop import dismiss, notifications, press

pytestmark = needs_bus
NOTE = NOTES[ReminderKind.SESSION]


def shown(
    desktop: DesktopService, then: Callable[[DesktopService], None], wait_s: float = 20.0
) -> tuple[Reply | None, str]:
    """Show a note, let something happen then, and return the reply."""

    def answer() -> None:
        desktop.wait_for("Notify")
        then(desktop)

    thread = threading.Thread(target=answer)
    thread.start()
    with open_bus() as bus:
        reply = Notifications(bus, "/icon.png").show(NOTE, wait_s)
    thread.join()
    return reply


@pytest.mark.parametrize(
    ("key", "reply"),
    [
        ("start", Reply.START),
        ("later", Reply.LATER),
        ("not-today", Reply.NOT_TODAY),
        ("default", Reply.OPEN),
        ("of another version", None),
    ],
)
def test_every_answer_is_understood(desktop: DesktopService, key: str, reply: Reply | None) -> None:
    assert shown(desktop, lambda found: press(found, key)) == (reply, "")


def test_the_desktop_is_given_words_icon_and_buttons(desktop: DesktopService) -> None:
    shown(desktop, dismiss)
    app, replaces, icon, title, text, actions, hints, expires = desktop.wait_for("Notify")
    assert (app, replaces, icon, title, text) == (
        "glutetimer",
        0,
        "/icon.png",
        "Time for your exercises",
        "Start begins what is best for today.",
    )
    assert actions == [
        *("start", "Start", "later", "In an hour", "not-today", "Not today"),
        *("default", "Open glutetimer"),
    ]
    assert hints == {"desktop-entry": ("s", "glutetimer"), "urgency": ("y", 1)}
    assert expires == 0, "it stays as long as we do"


def test_the_token_for_the_window_comes_with_the_answer(desktop: DesktopService) -> None:
    assert shown(desktop, lambda found: press(found, "start", "token")) == (Reply.START, "token")


def test_dismissing_is_no_answer(desktop: DesktopService) -> None:
    assert shown(desktop, dismiss) == (None, "")


def test_others_notifications_are_none_of_ours(desktop: DesktopService) -> None:
    def other_then_ours(found: DesktopService) -> None:
        found.emit(SERVICE.object_path, NAME, "ActionInvoked", "us", 7, "start")
        found.emit(SERVICE.object_path, NAME, "NotificationClosed", "uu", 7, 2)
        press(found, "later")

    assert shown(desktop, other_then_ours) == (Reply.LATER, "")


def test_without_an_answer_it_goes_away(desktop: DesktopService) -> None:
    assert shown(desktop, lambda found: None, wait_s=0.05) == (None, "")
    assert desktop.wait_for("CloseNotification") == (42,)


def test_a_desktop_without_buttons_is_given_none(bus: str) -> None:
    with notifications("body") as desktop:
        assert shown(desktop, dismiss) == (None, "")
        assert desktop.wait_for("Notify")[5] == []


def test_without_notifications_that_is_said(bus: str) -> None:
    with open_bus() as connection, pytest.raises(NoAnswer):
        Notifications(connection, "")
