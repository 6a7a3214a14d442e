"""Whether there is a display for the window, found out without Qt."""

import os
import sys

from glutetimer.command import command
from glutetimer.core.errors import Trouble


def missing_display() -> Trouble | None:
    """What is wrong if there is surely no display; None if Qt may try.

    Qt would end the process in the middle with a message about plugins.
    """
    if sys.platform in ("win32", "darwin"):
        return None
    # Who names a platform (offscreen, vnc ...) knows what is there.
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY")
    if any(os.environ.get(name) for name in names):
        return None
    return Trouble("There is no display to open the window on", "", _instead())


def lacking_library(error: ImportError) -> Trouble | None:
    """What is wrong if the system lacks a library that Qt needs; None for another mistake."""
    name, _, reason = str(error).partition(":")
    if "cannot open shared object file" not in reason:
        return None
    return Trouble(
        f"The window needs {name}, which this system lacks",
        cure="Install the package that brings it; every desktop has it. " + _instead(),
    )


def refused_display(message: str) -> Trouble:
    """What is wrong if Qt gave up while it opened the display; `message` is its own."""
    name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    first = message.strip().splitlines()[0] if message.strip() else ""
    if "platform plugin" in first:
        first = "Qt found no display that answers, or lacks a library"
    return Trouble(
        f"The window cannot be opened: {first or 'Qt gave up'}",
        f"display {name}" if name else "",
        f"{_instead()}. {command('doctor')} says more",
    )


def _instead() -> str:
    return f"Without a window: {command('play', 'first-session')}"
