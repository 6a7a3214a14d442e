"""What the person changed in the history, to be undone and redone."""

from collections import deque

from PySide6.QtCore import QObject, Signal, Slot

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.session.edits import Edit
from glutetimer.ui.widgets.notice_bar import telling

MOST_STEPS = 100


class EditStack(QObject):
    """Writes edits into the history; only what could be written moves on the stack.

    When the history has trouble, the stack stands where it stood, so that it can be tried again.
    """

    edited = Signal(object, bool)
    """This Edit is now in the history; True if it was just undone."""

    trouble_met = Signal(Trouble)
    """Nothing was written, and nothing changed."""

    def __init__(self, history: HistoryStore, parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        self._done: deque[Edit] = deque(maxlen=MOST_STEPS)
        self._undone: list[Edit] = []

    def do(self, edit: Edit) -> bool:
        """Make a change; returns whether it is in the history now."""
        if not self._write(edit):
            return False
        self._done.append(edit)
        self._undone.clear()
        self.edited.emit(edit, False)
        return True

    @Slot()
    def undo(self) -> None:
        """Take the last change back; nothing if there is none."""
        if self._done and self._write(self._done[-1].reverse()):
            self._undone.append(self._done.pop())
            self.edited.emit(self._undone[-1].reverse(), True)

    @Slot()
    def redo(self) -> None:
        """Make a change again that was undone; nothing if there is none."""
        if self._undone and self._write(self._undone[-1]):
            self._done.append(self._undone.pop())
            self.edited.emit(self._done[-1], False)

    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Whether a change was undone last."""
        return bool(self._undone)

    def forget(self) -> None:
        """Forget everything: the history may be another one now."""
        self._done.clear()
        self._undone.clear()

    def _write(self, edit: Edit) -> bool:
        with telling(self.trouble_met):
            edit.write(self._history)
            return True
        return False
