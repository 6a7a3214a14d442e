"""What the person changed in the history, to be undone and redone."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.session.edits import Edit

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
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(MOST_STEPS)

    def do(self, edit: Edit) -> bool:
        """Make a change; returns whether it is in the history now."""
        if not self._write(edit):
            return False
        self._stack.push(_Step(edit))
        self.edited.emit(edit, False)
        return True

    @Slot()
    def undo(self) -> None:
        """Take the last change back; nothing if there is none."""
        step = self._stack.command(self._stack.index() - 1)
        if isinstance(step, _Step) and self._write(step.edit.reverse()):
            self._stack.undo()
            self.edited.emit(step.edit.reverse(), True)

    @Slot()
    def redo(self) -> None:
        """Make a change again that was undone; nothing if there is none."""
        step = self._stack.command(self._stack.index())
        if isinstance(step, _Step) and self._write(step.edit):
            self._stack.redo()
            self.edited.emit(step.edit, False)

    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._stack.canUndo()

    def can_redo(self) -> bool:
        """Whether a change was undone last."""
        return self._stack.canRedo()

    def forget(self) -> None:
        """Forget everything: the history may be another one now."""
        self._stack.clear()

    def _write(self, edit: Edit) -> bool:
        try:
            edit.write(self._history)
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
            return False
        return True


class _Step(QUndoCommand):
    """A place on the stack. It writes nothing itself: Qt could not be told that it failed."""

    def __init__(self, edit: Edit) -> None:
        super().__init__()
        self.edit = edit
