"""Offered at the start: a draft that was neither saved nor given up when the program ended."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label


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
        text = f"{name} was being edited when the program ended. It is kept as it was then."
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
