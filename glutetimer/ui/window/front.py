"""The window in front of the others."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_ACTIVATION = "XDG_ACTIVATION_TOKEN"  # with it Wayland lets a window come to the front


def activation() -> str:
    """What this start was given to come to the front, or ""."""
    return os.environ.get(_ACTIVATION, "")


def bring_to_front(window: QWidget, activation: str = "") -> None:
    """Show a window in front, as well as the desktop allows."""
    if activation:
        os.environ[_ACTIVATION] = activation
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
