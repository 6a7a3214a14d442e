"""The sessions one by one: a list on the left, the chosen one on the right."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.counts import one_line
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionSummary
from glutetimer.core.ports.services import Services
from glutetimer.core.session.edits import Deletion, Edit
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.history.details import SessionDetails
from glutetimer.ui.history.edit_stack import EditStack
from glutetimer.ui.history.empty import no_sessions, nothing_found
from glutetimer.ui.history.filters import SessionFilters
from glutetimer.ui.history.model import SessionDelegate, SessionFilter, SessionModel
from glutetimer.ui.history.wording import edit_text
from glutetimer.ui.style.theme import GUTTER_PX, Space
from glutetimer.ui.widgets.controls import spaced
from glutetimer.ui.widgets.notice_bar import UndoBar, telling
from glutetimer.ui.widgets.row_list import RowList, list_card
from glutetimer.ui.words import day_text


class SessionsPage(QWidget):
    """What was done, newest first; empty until `refresh` is called."""

    trouble_met = Signal(Trouble)

    history_changed = Signal()
    """A session was changed, deleted or brought back: what was counted before is no longer so."""

    again_asked = Signal(SessionSummary)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = services.history
        self._clock = services.clock
        self._edits = EditStack(services.history, self)
        self._edits.trouble_met.connect(self.trouble_met)
        self._edits.edited.connect(self._show_edit)
        self._model = SessionModel(services.history)
        self._model.setParent(self)
        self._model.trouble_met.connect(self.trouble_met)
        self._filters = SessionFilters(self._clock, self)
        self._filters.filter_changed.connect(self.refresh)
        self._list = _SessionList("Sessions, newest first")
        self._list.setModel(self._model)
        self._list.setItemDelegate(SessionDelegate(self._list))
        self._list.selectionModel().currentChanged.connect(self._show)
        self._list.delete_pressed.connect(self.delete)
        self._details = SessionDetails(Stills(self), services.library)
        self._details.edit_asked.connect(self._edit)
        self._details.again_asked.connect(self.again_asked)
        self._undo = UndoBar(self, "Ctrl+Z", "Ctrl+Shift+Z")
        self._undo.undone.connect(self.undo)
        self._undo.redone.connect(self.redo)
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._lay_out()
        self.setFocusProxy(self._list)

    def _lay_out(self) -> None:
        frame = list_card(self._list, self._filters)
        self._right = QStackedWidget()
        self._right.addWidget(self._details)
        self._right.addWidget(nothing_found())
        found = QWidget()
        row = spaced(QHBoxLayout(found), Space.XL)
        row.addWidget(frame, 4)
        row.addWidget(self._right, 8)
        self._whole = QStackedWidget()
        self._whole.addWidget(found)
        self._whole.addWidget(no_sessions())
        bar = QVBoxLayout()
        bar.setContentsMargins(0, 0, GUTTER_PX, 0)
        bar.addWidget(self._undo)
        column = spaced(QVBoxLayout(self), Space.M)
        column.addLayout(bar)
        column.addWidget(self._whole, 1)

    @Slot()
    def refresh(self) -> None:
        """Read the sessions anew; the chosen one stays chosen if it is still near the top."""
        self.save()
        chosen = self._model.session(self._list.currentIndex())
        with telling(self.trouble_met):
            self._filters.set_routines(self._history.routines_done())
        self._model.show(self._filters.value())
        self._choose(self._model.row_of(chosen.id) if chosen else None)

    def show_day(self, day: date) -> None:
        """List the sessions of one day, of whatever routine."""
        self._filters.show_day(day)
        self.refresh()

    def save(self) -> None:
        """Save a note that is still being written."""
        self._details.save()

    @Slot()
    def delete(self) -> None:
        """Delete the chosen session, and offer to undo it."""
        if self._model.session(self._list.currentIndex()) is not None:
            self._details.ask_delete()

    # Undo

    @Slot()
    def undo(self) -> None:
        """Take the last change back, a note that is being written included."""
        self.save()
        self._edits.undo()

    @Slot()
    def redo(self) -> None:
        """Make the change again that was undone last."""
        self._edits.redo()

    def forget_edits(self) -> None:
        """Offer no undo any more: the history may be another one now."""
        self._edits.forget()
        self._undo.hide()

    @Slot(object)
    def _edit(self, edit: Edit) -> None:
        if not self._edits.do(edit):
            self._details.show_stored()

    @Slot(object, bool)
    def _show_edit(self, edit: Edit, was_undone: bool) -> None:
        """Show what is in the history now, and what can be undone."""
        self.history_changed.emit()
        if isinstance(edit, Deletion):
            self._show_deletion(edit)
        else:
            self._show_change(edit)
        start = edit.session.start
        day = day_text(start.started_at, self._clock.utc_now())
        what = f"Undone: {edit_text(edit.reverse())}" if was_undone else edit_text(edit)
        text = f"{what}  ·  “{one_line(start.routine_title)}”, {day}"
        self._undo.offer(text, self._edits.can_undo(), self._edits.can_redo())

    def _show_deletion(self, deletion: Deletion) -> None:
        session = deletion.session
        if deletion.is_back:
            self.refresh()
            self._choose(self._model.row_of(session.id))
            return
        row = self._model.row_of(session.id)
        if row is not None:
            self._model.remove_row(row)
            self._choose(min(row, self._model.rowCount() - 1))

    def _show_change(self, edit: Edit) -> None:
        """Go to the changed session, if the filter shows it."""
        row = self._model.row_of(edit.session.id)
        old = None if row is None else self._model.session(self._model.index(row))
        if row is None or old is None:
            return
        session = edit.applied_to(old)
        self._model.replace_row(row, session)
        if self._details.session_id == session.id:
            self._details.show_edit(edit, session)
        else:
            self._choose(row)

    def _choose(self, row: int | None) -> None:
        """Choose a row, the first one for None; with no rows say why there are none."""
        has_any = self._model.rowCount() > 0
        self._whole.setCurrentIndex(0 if has_any or self._filters.value() != SessionFilter() else 1)
        self._right.setCurrentIndex(0 if has_any else 1)
        if not has_any:
            return
        self._list.setCurrentIndex(self._model.index(row or 0))

    @Slot(QModelIndex, QModelIndex)
    def _show(self, index: QModelIndex, before: QModelIndex) -> None:
        session = self._model.session(index)
        if session is None:
            return
        with telling(self.trouble_met):
            self._details.show_session(session, self._history.sets(session.id))
            self._right.setCurrentIndex(0)


class _SessionList(RowList):
    """A list in which Delete deletes."""

    delete_pressed = Signal()

    def key_pressed(self, key: int) -> bool:
        if key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return True
        return False
