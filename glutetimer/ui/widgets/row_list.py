"""A list of rows that a `RowDelegate` paints."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

NEVER = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff: see controls.py for why it is a number


class RowList(QListView):
    """A list for reading; a subclass says in `key_pressed` what keys do."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "rows")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("horizontalScrollBarPolicy", NEVER)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def key_pressed(self, key: int) -> bool:
        """Do what a key (`Qt.Key`) does in this list; False leaves it to the list."""
        return False

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Offer the key to the subclass first."""
        if not self.key_pressed(event.key()):
            super().keyPressEvent(event)
