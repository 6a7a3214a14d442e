"""The dialogs that say or ask something: a heading, words, and a row of buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from glutetimer.ui.controls import push_button, text_label
from glutetimer.ui.theme import Space


class Panel(QDialog):
    """A dialog with a heading; what it shows is added to `body`, buttons by `add_button`."""

    def __init__(self, title: str, parent: QWidget | None = None, width_px: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width_px)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        column.setSpacing(Space.L)
        self.heading = text_label(title, "title", wraps=True)
        column.addWidget(self.heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.M)
        column.addLayout(self.body, 1)
        column.addSpacing(Space.S)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)

    def add_words(self, text: str, look: str = "") -> None:
        """Add a paragraph of plain text to the body."""
        self.body.addWidget(text_label(text, look, wraps=True))

    def add_button(self, text: str, kind: str = "", is_default: bool = False) -> QPushButton:
        """Add a button at the right end of the row; Enter presses the default one."""
        button = push_button(text, kind)
        button.setAutoDefault(True)
        button.setDefault(is_default)
        self._buttons.addWidget(button)
        return button
