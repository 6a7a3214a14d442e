"""The panel with all keys, made from their one table, and the question before a session stops."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from glutetimer.core.keys.table import Action
from glutetimer.ui.session.actions import SessionActions
from glutetimer.ui.session.overlay import Overlay
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.widgets.key_events import key_of

_ONE_COLUMN_BELOW_PX = 640


class KeysPanel(Overlay):
    """Shows the keys while the session goes on; every key still works."""

    dismissed = Signal()

    def __init__(self, actions: SessionActions, parent: QWidget) -> None:
        super().__init__("Keys", parent)
        keys = [key for key in actions.keys if key.keys]
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        columns = 1 if parent.width() < _ONE_COLUMN_BELOW_PX else 2
        per_column = ceil(len(keys) / columns)
        for number, key in enumerate(keys):
            column, row = divmod(number, per_column)
            cap = text_label(key.shown_first, "key")
            cap.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(cap, row, 2 * column)
            grid.addWidget(text_label(key.explanation, wraps=True), row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        self.content.addLayout(grid)
        again = actions.key(Action.KEYS).shown
        close = f"{again} or Esc" if again else "Esc"
        words = f"Press {close}, or click, to close. The session goes on. All keys: Settings, Keys."
        self.content.addWidget(text_label(words, "caption", True))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close by a click anywhere."""
        self.dismissed.emit()


class StopPanel(Overlay):
    """Asks whether to stop. Esc and every key of the pause go on, Enter stops.

    The button of a presenter remote sends F5 and Esc by turns, and a pedal the same key again and
    again: neither can end a session.
    """

    stop_chosen = Signal()
    go_on_chosen = Signal()

    def __init__(self, kept: str, go_on_keys: tuple[str, ...], parent: QWidget) -> None:
        """`kept` says what has become of the session so far."""
        super().__init__("Stop this session?", parent)
        self._go_on_keys = ("Esc", "Space", *go_on_keys)
        by_key = "" if "Enter" in go_on_keys else "(Enter)"
        self.content.addWidget(text_label(f"The session waits. {kept}", wraps=True))
        row = QHBoxLayout()
        self.stop = push_button(f"Stop here  {by_key}".rstrip(), "danger", "End the session now")
        self.go_on = push_button("Keep going  (Esc)", "primary", "Back to the session (Esc)")
        self.stop.clicked.connect(self.stop_chosen)
        self.go_on.clicked.connect(self.go_on_chosen)
        row.addWidget(self.stop)
        row.addStretch()
        row.addWidget(self.go_on)
        self.content.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key."""
        match key_of(event):
            case key if key in self._go_on_keys:
                self.go_on_chosen.emit()
            case "Enter":
                self.stop_chosen.emit()
            case _:
                super().keyPressEvent(event)
