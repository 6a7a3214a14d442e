"""The editor of a routine as a window of its own: how it is opened, kept, saved and left."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.services import Services
from glutetimer.core.ports.shelf import OpenDraft, RoutineShelf
from glutetimer.ui.editor.field import Line
from glutetimer.ui.editor.page import EditorPage
from glutetimer.ui.style.motion import is_still
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.leave_dialog import LeaveDialog

WIDTH_PX, HEIGHT_PX = 1040, 760
LOW_WINDOW_PX = 680
"""In a window that is lower the figure takes less of it."""


class RoutineEditor(QDialog):
    """Edits a draft until it is saved or given up; every change is kept on the way."""

    saved = Signal(str)
    """The routine is in the file of this path."""

    def __init__(
        self,
        services: Services,
        shelf: RoutineShelf,
        opened: OpenDraft,
        parent: QWidget,
        kept_name: str = "",
    ) -> None:
        """`kept_name` is that of the kept draft that is gone on with."""
        super().__init__(parent)
        self.setWindowTitle("Edit routine" if opened.path else "New routine")
        self._shelf = shelf
        self._kept_name = kept_name
        self._is_from_last_time = bool(kept_name)
        self._is_over = False
        stands_still = is_still(services.settings_store.load()[0])
        exercises = {**services.library.exercises(), **shelf.carried(opened)}
        self.page = EditorPage(exercises, shelf, opened, services.clock, stands_still)
        self.page.settled.connect(self.keep)
        self.page.foot.cancel.clicked.connect(self.reject)
        self.page.foot.save.clicked.connect(self.save)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.commitDataRequest.connect(self.page.settle)  # the person logs out
        app.aboutToQuit.connect(self.page.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.S, Space.L)
        column.addWidget(self.page)
        if opened.path:
            self.page.entries.list.setFocus()
        else:
            self.page.title.select()
        room = parent.window().size()
        self.page.fields.head.set_low(room.height() < LOW_WINDOW_PX)
        self.resize(min(grown(WIDTH_PX), room.width() - 24), min(HEIGHT_PX, room.height() - 32))

    @Slot()
    def keep(self) -> None:
        """Keep the draft as it is now in case the program ends, until it is saved or given up."""
        if not self._is_over and (self.page.editing.has_changed or self._kept_name):
            kept_name = self._shelf.keep(self.page.editing.opened, self._kept_name)
            self._kept_name = kept_name or self._kept_name

    @Slot()
    def save(self) -> None:
        """Write the file and close; what is wrong is said instead."""
        self.page.end_typing()
        if not self.page.picture.is_right:
            self.page.show_mistake()
            return
        try:
            path = self._shelf.save(self.page.editing.opened)
        except Trouble as trouble:
            self.page.foot.say(str(trouble))
            return
        self._end()
        self.saved.emit(path)
        super().accept()

    def reject(self) -> None:
        """Close; ask first if something would be lost."""
        editing = self.page.editing
        if not (self._is_from_last_time or editing.has_changed or any(editing.mistakes)):
            self.discard()
            return
        otherwise = (
            "Without saving, the routine stays as it was before you opened it."
            if editing.opened.path
            else "Without saving, there will be no such routine."
        )
        dialog = LeaveDialog(otherwise, self)
        dialog.discard_asked.connect(self.discard)
        dialog.save_asked.connect(self.save)
        dialog.open()

    @Slot()
    def discard(self) -> None:
        """Close and forget what was changed."""
        self._end()
        super().reject()

    def _end(self) -> None:
        self._is_over = True
        if self._kept_name:
            self._shelf.forget(self._kept_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is no press of a button."""
        if isinstance(self.focusWidget(), Line) and event.text() in ("\r", "\n"):
            event.accept()
        else:
            super().keyPressEvent(event)
