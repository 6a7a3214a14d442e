"""Asked before changes are given up, and about a draft that was neither saved nor given up."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.widgets.dialog import Dialog


class LeaveDialog(Dialog):
    """Save, give up, or go on."""

    discard_asked = Signal()
    save_asked = Signal()

    def __init__(self, is_new: bool, parent: QWidget) -> None:
        super().__init__("Save your changes?", parent, 480)
        self.add_words(
            "Without saving, there will be no such routine."
            if is_new
            else "Without saving, the routine stays as it was before you opened it."
        )
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


class KeptBar(QFrame):
    """A bar at the top of the window: a draft is there from last time."""

    go_on_asked = Signal()
    discard_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "inset")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        self._text = text_label(wraps=True)
        row.addWidget(self._text, 1)
        self.go_on = push_button("Go on editing", "quiet")
        self.go_on.clicked.connect(self._go_on)
        self.discard = push_button("Discard it", "quiet")
        self.discard.clicked.connect(self._discard)
        row.addWidget(self.go_on)
        row.addWidget(self.discard)
        self.hide()

    def offer(self, title: str) -> None:
        """Name the routine that was being edited."""
        name = f"“{title}”" if title else "A new routine"
        text = f"{name} was being edited when the program ended; nothing of it is lost."
        self._text.setText(text)
        self.setAccessibleName(plain(text))
        self.show()

    @Slot()
    def _go_on(self) -> None:
        self.hide()
        self.go_on_asked.emit()

    @Slot()
    def _discard(self) -> None:
        self.hide()
        self.discard_asked.emit()
