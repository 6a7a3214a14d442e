"""The panel with all keys, made from their one table, and the question before a session stops."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from glutetimer.ui.session.keys import KEYS
from glutetimer.ui.session.overlay import Overlay
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label

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


class StopPanel(Overlay):
    """Asks whether to stop. Esc and Space go on, Enter stops."""

    stop_chosen = Signal()
    go_on_chosen = Signal()

    def __init__(self, kept: str, parent: QWidget) -> None:
        """`kept` says what has become of the session so far."""
        super().__init__("Stop this session?", parent)
        self.content.addWidget(text_label(f"The session waits. {kept}", wraps=True))
        row = QHBoxLayout()
        self.stop = push_button("Stop here  (Enter)", "danger", "End the session now (Enter)")
        self.go_on = push_button("Keep going  (Esc)", "primary", "Back to the session (Esc)")
        self.stop.clicked.connect(self.stop_chosen)
        self.go_on.clicked.connect(self.go_on_chosen)
        row.addWidget(self.stop)
        row.addStretch()
        row.addWidget(self.go_on)
        self.content.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.stop_chosen.emit()
            case Qt.Key.Key_Escape | Qt.Key.Key_Space:
                self.go_on_chosen.emit()
            case _:
                super().keyPressEvent(event)
