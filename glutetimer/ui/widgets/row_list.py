"""A list of rows that a `RowDelegate` paints, and the card it stands in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from glutetimer.ui.style.theme import Space

LIST_MOST_PX = 560
"""Wider lists leave the details too little and are read no better."""


class RowList(QListView):
    """A list for reading; a subclass says in `key_pressed` what keys do."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "rows")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def key_pressed(self, key: int) -> bool:
        """Do what a key (`Qt.Key`) does in this list; False leaves it to the list."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the key to the subclass first; an Enter that is held down is one Enter."""
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if not self.key_pressed(event.key()):
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
