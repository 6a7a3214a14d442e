"""The window in front of the others."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from glutetimer.command import ACTIVATION


def activation() -> str:
    """What this start was given to come to the front, or ""."""
    return os.environ.get(ACTIVATION, "")


def bring_to_front(window: QWidget, activation: str = "") -> None:
    """Show a window in front, as well as the desktop allows."""
    if activation:
        os.environ[ACTIVATION] = activation
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
