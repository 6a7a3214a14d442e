"""The question before a session is stopped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glutetimer.ui.session.overlay import Overlay
from glutetimer.ui.widgets.controls import push_button, text_label


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
