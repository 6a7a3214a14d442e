"""The dialog with the words on safety."""

from PySide6.QtWidgets import QWidget

from glutetimer.core.safety import SAFETY
from glutetimer.ui.widgets.dialog import Dialog


class SafetyDialog(Dialog):
    """Says it; accepted when the person has read it. `is_first` at the first start."""

    def __init__(self, is_first: bool, parent: QWidget | None = None) -> None:
        super().__init__("Before you begin" if is_first else "Safety", parent)
        for paragraph in SAFETY:
            self.add_words(paragraph)
        read = self.add_button("I have read this" if is_first else "Close", "primary", True)
        read.clicked.connect(self.accept)
