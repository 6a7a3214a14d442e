"""Full screen and back, whatever the window was before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FullScreen:
    """Makes the window of a widget fill the screen."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._is_ours = False

    def toggle(self) -> None:
        """Fill the screen, or go back to the window as it was."""
        self._is_ours = True
        window = self._widget.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Go back to a window, if it was us who filled the screen."""
        window = self._widget.window()
        if self._is_ours and window.isFullScreen():
            self.toggle()
        self._is_ours = False
