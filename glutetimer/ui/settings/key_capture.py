"""A button that waits for the next key, and tells its name."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from glutetimer.ui.widgets.controls import set_kind
from glutetimer.ui.widgets.key_events import is_modifier, key_of

_ASKS = "Add a key…"
_WAITS = "Press a key…"


class KeyCapture(QPushButton):
    """Pressed, it takes the next key whatever it is: no shortcut, no Tab, no Esc of the dialog.

    Looking elsewhere ends the waiting.
    """

    captured = Signal(str)
    """The name of the key; empty for one that has none."""

    def __init__(self) -> None:
        super().__init__(_ASKS)
        self.is_waiting = False
        self.setAutoDefault(True)
        set_kind(self, "quiet")
        self.clicked.connect(self._wait)

    def event(self, event: QEvent) -> bool:
        """Take the key before any shortcut and before the focus moves."""
        if self.is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer."""
        self._show(is_waiting=False)
        super().focusOutEvent(event)

    def _wait(self) -> None:
        self.setFocus()
        self._show(is_waiting=True)

    def _take(self, event: QKeyEvent) -> None:
        if is_modifier(event) or event.isAutoRepeat():
            return
        self._show(is_waiting=False)
        self.captured.emit(key_of(event))

    def _show(self, *, is_waiting: bool) -> None:
        self.is_waiting = is_waiting
        self.setText(_WAITS if is_waiting else _ASKS)
        set_kind(self, "primary" if is_waiting else "quiet")
