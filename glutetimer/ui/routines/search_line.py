"""A line to search in, above what it finds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

MOST = 80


class SearchLine(QLineEdit):
    """Down goes to what is found, Esc clears the line."""

    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MOST)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText("Search: name, exercise, purpose, equipment")
        self.setAccessibleName("Search routines by name, exercise, purpose or equipment")

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Take Down and Esc; all else is typing."""
        match event.key():
            case Qt.Key.Key_Down:
                self.left_down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)
