"""Whether the person is at the machine and may be disturbed, as far as the desktop tells.

What it does not tell counts as yes: KDE on Wayland knows whether the screen is locked, but not for
how long nobody has touched anything. Full screen itself no desktop tells; a film, a call or a
presentation keeps the screen awake, and that it does.
"""

import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection
from jeepney.wrappers import Properties

from glutetimer.core.reminders.rules import AWAY_S
from glutetimer.reminders.notification import SERVICE as NOTIFICATIONS
from glutetimer.session_bus import OUR_NAME, PATIENCE_S, NoAnswer, ask

BETWEEN_S = 1.2
"""Between two looks at a time whose unit is not known."""


def _service(name: str, path: str = "") -> DBusAddress:
    return DBusAddress(path or f"/{name.replace('.', '/')}", name, name)


_MONITORS = tuple(  # milliseconds
    _service(name, f"/{name.replace('.', '/')}/Core")
    for name in ("org.gnome.Mutter.IdleMonitor", "org.cinnamon.Muffin.IdleMonitor")
)
_SAVERS = tuple(
    _service(f"org.{name}.ScreenSaver") for name in ("freedesktop", "gnome", "mate", "xfce")
)
_GNOME_SESSION = _service("org.gnome.SessionManager")
_KDE_POWER = _service(
    "org.kde.Solid.PowerManagement.PolicyAgent", "/org/kde/Solid/PowerManagement/PolicyAgent"
)
_GNOME_IDLE, _KDE_SCREEN = 8, 4  # what is kept from happening: idling, the screen's dimming
_GNOME_SHELL = "org.gnome.Shell"
_BANNERS = ("gsettings", "get", "org.gnome.desktop.notifications", "show-banners")


class Presence:
    """Asks the desktop. Methods raise NoBus; a program that does not answer says nothing."""

    def __init__(
        self,
        bus: DBusConnection,
        pause: Callable[[float], None] = time.sleep,
        said: Callable[[Sequence[str]], str] | None = None,
    ) -> None:
        """`pause` waits for seconds; `said` is what a command has printed."""
        self._bus = bus
        self._pause = pause
        self._said = said or _said

    def is_in_session(self) -> bool:
        """Whether a session of ours runs or is paused."""
        return self._is_there(OUR_NAME)

    def is_away(self) -> bool:
        """Whether nobody is at the machine: the screen is locked, or nothing was touched."""
        if any(self._asked(saver, "GetActive") is True for saver in _SAVERS):
            return True
        for monitor in _MONITORS:
            idle_ms = self._asked(monitor, "GetIdletime")
            if isinstance(idle_ms, int):
                return idle_ms >= AWAY_S * 1000
        return any(self._idle_s(saver) >= AWAY_S for saver in _SAVERS)

    def is_busy(self) -> bool:
        """Whether the person is not to be disturbed: so they said, or the screen is kept awake."""
        return (
            self._are_notifications_off()
            or self._asked(_GNOME_SESSION, "IsInhibited", "u", _GNOME_IDLE) is True
            or self._asked(_KDE_POWER, "HasInhibition", "u", _KDE_SCREEN) is True
        )

    def _are_notifications_off(self) -> bool:
        with suppress(NoAnswer):
            (found,) = ask(self._bus, Properties(NOTIFICATIONS).get("Inhibited"))
            if found[1] is True:
                return True
        return self._is_there(_GNOME_SHELL) and self._said(_BANNERS).strip() == "false"

    def _idle_s(self, saver: DBusAddress) -> float:
        """For how long nothing was touched; KDE tells milliseconds, others seconds.

        Which it is shows in how far it goes on within a second.
        """
        first = self._asked(saver, "GetSessionIdleTime")
        if not isinstance(first, int) or first < AWAY_S:
            return 0.0
        self._pause(BETWEEN_S)
        second = self._asked(saver, "GetSessionIdleTime")
        if not isinstance(second, int) or second <= first:
            return 0.0  # something was touched, or it stands still and tells nothing
        return second / 1000 if second - first > 100 * BETWEEN_S else float(second)

    def _is_there(self, name: str) -> bool:
        with suppress(NoAnswer):
            (found,) = ask(self._bus, message_bus.NameHasOwner(name))
            return bool(found)
        return False

    def _asked(self, service: DBusAddress, method: str, signature: str = "", *values: Any) -> Any:
        """What a program says, which is not started for that; None if nothing."""
        if self._is_there(str(service.bus_name)):
            with suppress(NoAnswer, ValueError):
                call = new_method_call(service, method, signature or None, values)
                (answer,) = ask(self._bus, call)
                return answer
        return None


def _said(words: Sequence[str]) -> str:
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
