"""The overlay that shows all keys; made from the one table of keys."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from glutetimer.ui.session.keys import KEYS
from glutetimer.ui.session.overlay import Overlay
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label

_ONE_COLUMN_BELOW_PX = 640


class KeysPanel(Overlay):
    """Shows the keys while the session goes on; every key still works."""

    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Keys", parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        columns = 1 if parent.width() < _ONE_COLUMN_BELOW_PX else 2
        per_column = ceil(len(KEYS) / columns)
        for number, key in enumerate(KEYS):
            column, row = divmod(number, per_column)
            cap = text_label(key.shown, "key")
            cap.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(cap, row, 2 * column)
            grid.addWidget(text_label(key.explanation, wraps=True), row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        self.content.addLayout(grid)
        self.content.addWidget(
            text_label("Press ? or Esc, or click, to close. The session goes on.", "caption", True)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close by a click anywhere."""
        self.dismissed.emit()
