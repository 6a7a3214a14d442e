"""Whether the desktop wants less motion; Qt does not tell it yet."""

import subprocess
import sys
from typing import Any

_PATIENCE_S = 2.0
_APPEARANCE = "org.freedesktop.appearance", "reduced-motion"
_GNOME = "org.gnome.desktop.interface", "enable-animations"
_PORTAL = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION of winuser.h


def wants_less_motion() -> bool:
    """Ask the desktop; one that cannot be asked, or does not answer in seconds, does not want it.

    Linux: the settings of the portal (reduced motion, or GNOME's animations switched off).
    Windows: "Animation effects" switched off. macOS: "Reduce motion".
    """
    if sys.platform == "win32":
        import ctypes

        moves = ctypes.c_int(1)
        ask = ctypes.windll.user32.SystemParametersInfoW
        return bool(ask(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)) and not moves.value
    if sys.platform == "darwin":
        return _read_default("com.apple.universalaccess", "reduceMotion") == "1"
    return _portal(*_APPEARANCE) == 1 or _portal(*_GNOME) is False


def _read_default(domain: str, key: str) -> str:
    words = ["defaults", "read", domain, key]
    try:
        done = subprocess.run(
            words, capture_output=True, timeout=_PATIENCE_S, text=True, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def _portal(namespace: str, key: str) -> Any:
    """A value of the desktop's settings; None if there is none, or nobody to ask."""
    from jeepney import DBusAddress, new_method_call

    from glutetimer.session_bus import NoAnswer, NoBus, ask, open_bus

    name, path = _PORTAL
    address = DBusAddress(path, name, "org.freedesktop.portal.Settings")
    try:
        with open_bus() as bus:
            answer = ask(bus, new_method_call(address, "ReadOne", "ss", (namespace, key)))
    except (NoBus, NoAnswer):
        return None
    match answer:
        case ((_, value),):
            return value
        case _:
            return None
