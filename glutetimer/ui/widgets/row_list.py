"""A list of rows that a `RowDelegate` paints, and the card it stands in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from glutetimer.ui.style.theme import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

LIST_MOST_PX = 560
"""Wider lists leave the details too little and are read no better."""


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QListView):
    """A list for reading; a subclass says in `key_pressed` what other keys than Enter do."""

    enter_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rows")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def key_pressed(self, key: int) -> bool:
        """Do what a key (`Qt.Key`, but Enter) does in this list; False leaves it to the list."""
        return False

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Offer the key to the subclass first; an Enter that is held down is one Enter.

        Where nobody waits for it, it goes on to the button that a dialog presses with it.
        """
        is_enter = event.key() in _ENTER
        if is_enter and event.isAutoRepeat():
            return
        if is_enter and self.isSignalConnected(QMetaMethod.fromSignal(self.enter_pressed)):
            self.enter_pressed.emit()
        elif not self.key_pressed(event.key()):
            super().keyPressEvent(event)


def list_card(
    rows: RowList, filters: QWidget | None = None, below: QWidget | None = None
) -> QFrame:
    """Make the card on the left of a page, at most LIST_MOST_PX wide; filters stand on top."""
    frame = QFrame()
    frame.setProperty("look", "card")
    frame.setMaximumWidth(LIST_MOST_PX)
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
    inner.setSpacing(Space.S)
    if filters is not None:
        top = QVBoxLayout()
        top.setContentsMargins(Space.S, Space.S, Space.S, 0)
        top.addWidget(filters)
        inner.addLayout(top)
    inner.addWidget(rows, 1)
    if below is not None:
        inner.addWidget(below)
    return frame
