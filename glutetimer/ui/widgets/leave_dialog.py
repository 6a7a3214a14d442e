"""Asked before changes are given up."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.ui.widgets.dialog import Dialog


class LeaveDialog(Dialog):
    """Save, give up, or go on."""

    discard_asked = Signal()
    save_asked = Signal()

    def __init__(self, otherwise: str, parent: QWidget) -> None:
        """`otherwise` says what becomes of it without saving."""
        super().__init__("Save your changes?", parent, 480)
        self.add_words(otherwise)
        self.add_button("Go on editing").clicked.connect(self.reject)
        self.add_button("Discard changes").clicked.connect(self._discard)
        self.add_button("Save", "primary", True).clicked.connect(self._save)

    @Slot()
    def _discard(self) -> None:
        self.accept()
        self.discard_asked.emit()

    @Slot()
    def _save(self) -> None:
        self.accept()
        self.save_asked.emit()
