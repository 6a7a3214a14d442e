"""The dialog with the words on safety, and a button that opens it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from glutetimer.core.words.safety import SAFETY
from glutetimer.ui.plain import set_tip
from glutetimer.ui.widgets.dialog import Dialog


class SafetyDialog(Dialog):
    """Says it; accepted when the person has read it. `is_first` at the first start."""

    def __init__(self, is_first: bool, parent: QWidget | None = None) -> None:
        super().__init__("Before you begin" if is_first else "Safety", parent)
        for paragraph in SAFETY:
            self.add_words(paragraph)
        read = self.add_button("I have read this" if is_first else "Close", "primary", True)
        read.clicked.connect(self.accept)


class SafetyButton(QPushButton):
    """Offers the words to somebody in much pain."""

    def __init__(self, tip: str = "Show the words on safety") -> None:
        super().__init__("When to see someone")
        self.setProperty("kind", "quiet")
        self.setAutoDefault(True)
        set_tip(self, tip)
        self.clicked.connect(self._show_words)

    @Slot()
    def _show_words(self) -> None:
        SafetyDialog(False, self.window()).open()
