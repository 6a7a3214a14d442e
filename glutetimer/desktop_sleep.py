"""Asks a Linux desktop not to sleep, with a name and a reason that it can show."""

from collections.abc import Iterator
from contextlib import suppress
from threading import Event

from jeepney import DBusAddress, Message, new_method_call
from jeepney.io.blocking import DBusConnection

from glutetimer.session_bus import NoAnswer, NoBus, ask, open_bus

_GNOME = DBusAddress(
    "/org/gnome/SessionManager", "org.gnome.SessionManager", "org.gnome.SessionManager"
)
_SCREEN_SAVER = DBusAddress(
    "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver"
)
_IDLE = 8  # of GNOME's flags: the session does not become idle, so neither dims nor sleeps


def hold(release: Event, app: str, reason: str) -> None:
    """Keep screen and machine awake until `release` is set; without a desktop at once over.

    GNOME, MATE and Cinnamon take the first way, KDE, Xfce and most others the second.
    """
    with suppress(NoBus, OSError), open_bus() as bus:
        for wish, service, undo in _ways(app, reason):
            cookie = _cookie(bus, wish)
            if cookie is None:
                continue
            release.wait()
            with suppress(NoAnswer):
                ask(bus, new_method_call(service, undo, "u", (cookie,)))
            return


def _ways(app: str, reason: str) -> Iterator[tuple[Message, DBusAddress, str]]:
    """What to ask whom, and the method that takes it back."""
    wish = new_method_call(_GNOME, "Inhibit", "susu", (app, 0, reason, _IDLE))
    yield wish, _GNOME, "Uninhibit"
    wish = new_method_call(_SCREEN_SAVER, "Inhibit", "ss", (app, reason))
    yield wish, _SCREEN_SAVER, "UnInhibit"


def _cookie(bus: DBusConnection, wish: Message) -> int | None:
    """The number under which the wish is kept; None if nobody takes it."""
    try:
        (cookie,) = ask(bus, wish)
    except (NoAnswer, ValueError):
        return None
    return int(cookie)
