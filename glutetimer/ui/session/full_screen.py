"""Full screen and back, whatever the window was before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FullScreen:
    """Makes the window of a widget fill the screen."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._was_maximized = False
        self._is_ours = False

    def toggle(self) -> None:
        """Fill the screen, or go back to the window as it was."""
        window = self._widget.window()
        if window.windowState() & Qt.WindowState.WindowFullScreen:
            self._is_ours = True
            self.leave()
            return
        self._was_maximized = bool(window.windowState() & Qt.WindowState.WindowMaximized)
        self._is_ours = True
        window.showFullScreen()

    def leave(self) -> None:
        """Go back to a window, if it was us who filled the screen."""
        if not self._is_ours:
            return
        self._is_ours = False
        window = self._widget.window()
        if self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()
