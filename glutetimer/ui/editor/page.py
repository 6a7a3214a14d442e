"""What is in the editor: the exercises in order, the values of one, and what it comes to."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from glutetimer.core.exercise import Exercise
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.shelf import OpenDraft, RoutineShelf
from glutetimer.ui.editor.editing import Editing
from glutetimer.ui.editor.entry_changes import EntryChanges
from glutetimer.ui.editor.entry_fields import EntryFields
from glutetimer.ui.editor.entry_layout import FIGURE
from glutetimer.ui.editor.entry_panel import EntryPanel
from glutetimer.ui.editor.field import REDO_KEYS, UNDO_KEYS, Line, NamedField
from glutetimer.ui.editor.foot import EditorFoot
from glutetimer.ui.editor.picture import DraftPicture
from glutetimer.ui.editor.timeline_strip import TimelineStrip
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced, text_label

SETTLE_MS = 200
"""How long after a change it is looked at; what is typed meanwhile goes along."""


class EditorPage(QWidget):
    """Edits a draft, and shows what comes of it."""

    settled = Signal()
    """A change was looked at."""

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        shelf: RoutineShelf,
        opened: OpenDraft,
        clock: Clock,
        is_still: bool,
    ) -> None:
        """`is_still` keeps the figure in one pose."""
        super().__init__()
        names = {one.id: one.name for one in exercises.values()}
        self.fields = EntryFields(clock, names, is_still)
        self.editing = Editing(opened, shelf)
        self.entries = EntryPanel()
        self.changes = EntryChanges(self.editing, shelf, exercises, self.entries, self)
        self.picture = DraftPicture(self.editing, shelf, exercises)
        self._settler = QTimer(self)
        self._settler.setSingleShot(True)
        self._settler.setInterval(SETTLE_MS)
        self._settler.timeout.connect(self.settle)
        self._lay_out()
        self._connect()
        self._show_all(0)
        self.settle()

    def _lay_out(self) -> None:
        self.title = NamedField("title", "Title of the routine", Line())
        self.total = text_label(look="title")
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, Space.L, 0)
        top.setSpacing(Space.XL)
        top.addWidget(self.title, 1)
        top.addWidget(self.total)
        self.strip = TimelineStrip()
        nothing = "Add an exercise: one of those that come along, or your own."
        self._right = QStackedWidget()
        self._right.addWidget(self.fields)
        self._right.addWidget(text_label(nothing, "muted", wraps=True))
        middle = QHBoxLayout()
        middle.setSpacing(Space.L)
        middle.addWidget(self.entries)
        middle.addWidget(self._right, 1)
        self.foot = EditorFoot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(top)
        column.addLayout(spaced(row := QHBoxLayout(), 0, 0, 0, Space.L, 0))
        row.addWidget(self.strip)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.title.typed.connect(self._take_title)
        self.title.left.connect(self.end_typing)
        self.fields.typed.connect(self._take)
        self.fields.circuit_typed.connect(self._take_circuit)
        self.fields.left.connect(self.end_typing)
        self.entries.chosen_changed.connect(self._show_chosen)
        self.changes.changed.connect(self._follow_change)
        self.changes.inserted.connect(self.fields.begin)
        self.changes.figure_chosen.connect(self.take_figure)
        self.strip.chosen.connect(self.entries.choose)
        self.fields.figure_asked.connect(self.changes.ask_figure)
        self.entries.add_keys(self)
        self.foot.undo.clicked.connect(self.undo)
        self.foot.redo.clicked.connect(self.redo)
        for keys, does in ((UNDO_KEYS, self.undo), *((keys, self.redo) for keys in REDO_KEYS)):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    # Changes

    @Slot()
    def undo(self) -> None:
        """Take back what was typed and not taken, or the last change."""
        chosen = self.entries.chosen
        if chosen < 0 or not self.editing.drop_mistakes(chosen):
            self.editing.undo()
        self._follow_change(chosen)

    @Slot()
    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self.editing.redo()
        self._follow_change(self.entries.chosen)

    @Slot(str)
    def take_figure(self, exercise_id: str) -> None:
        """Let the chosen exercise move like another, or ("") like none."""
        self._take(FIGURE, exercise_id)
        self.end_typing()

    @Slot(str, str)
    def _take_title(self, _key: str, text: str) -> None:
        self.editing.set_title(text)
        self._settle_soon()

    @Slot(str, str)
    def _take(self, key: str, text: str) -> None:
        self.editing.type(self.entries.chosen, key, text)
        self.fields.show_state(self.picture.view(self.entries.chosen))
        self._settle_soon()

    @Slot(str, str)
    def _take_circuit(self, key: str, text: str) -> None:
        self.editing.type_circuit(self.entries.chosen, key, text)
        self._settle_soon()

    @Slot()
    def end_typing(self) -> None:
        """Write the values as they were understood."""
        self.editing.end_typing()
        self.settle()
        self.title.show_text(self.editing.draft.title)
        self._show_chosen()

    # What is shown

    @Slot(int)
    def _follow_change(self, chosen: int) -> None:
        self._show_all(chosen)
        self._settle_soon()

    def _settle_soon(self) -> None:
        self._show_foot()
        if not self._settler.isActive():
            self._settler.start()

    @Slot()
    def settle(self) -> None:
        """Look at the draft as it is now."""
        self._settler.stop()
        self.picture.check()
        self.total.setText(self.picture.total)
        self.strip.show_timeline(self.picture.timeline)
        self.foot.say(self.picture.complaint)
        self.entries.show_rows(self.picture.rows())
        if self.entries.chosen >= 0:
            self.fields.show_state(self.picture.view(self.entries.chosen))
        self.settled.emit()

    def show_mistake(self) -> None:
        """Say why it cannot be saved: the first exercise with a mistake is shown then."""
        wrong = self.picture.first_wrong
        if wrong is not None:
            self.entries.choose(wrong)
            self.foot.say(f"Something is wrong with exercise {wrong + 1}.")
        elif not self.editing.draft.entries:
            self.foot.say("Add an exercise first.")

    def _show_all(self, chosen: int) -> None:
        self.title.show_text(self.editing.draft.title)
        self.entries.show_rows(self.picture.rows())
        self.entries.choose(chosen)
        self._show_chosen()
        self._show_foot()

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.entries.chosen
        self._right.setCurrentIndex(0 if chosen >= 0 else 1)
        self.strip.setVisible(chosen >= 0)
        self.strip.mark(chosen)
        if chosen >= 0:
            self.fields.show_entry(self.picture.view(chosen))
        self._show_foot()

    def _show_foot(self) -> None:
        chosen = self.entries.chosen
        has_mistake = chosen >= 0 and bool(self.editing.mistakes[chosen])
        self.foot.show_steps(self.editing.can_undo or has_mistake, self.editing.can_redo)
