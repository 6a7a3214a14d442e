"""The editor of a routine: its exercises in order, the values of one, and what it comes to."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.counts import count_text, sentence
from glutetimer.core.draft import EntryDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.library import RoutineLibrary
from glutetimer.core.ports.shelf import CheckedDraft, OpenDraft, RoutineShelf
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.dose import dose_text
from glutetimer.ui.editor.editing import Editing
from glutetimer.ui.editor.entry_fields import ROUND_REST, EntryFields, EntryView
from glutetimer.ui.editor.entry_list import EntryList, EntryModel, EntryRow
from glutetimer.ui.editor.field import REDO_KEYS, UNDO_KEYS, Field, Line
from glutetimer.ui.editor.leaving import LeaveDialog
from glutetimer.ui.editor.picker import ExercisePicker
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.words import dose_words

WIDTH_PX, HEIGHT_PX = 1040, 760
LIST_PX = 330
SETTLE_MS = 200
"""How long after a change it is checked and kept; what is typed meanwhile goes along."""


class RoutineEditor(QDialog):
    """Edits a draft until it is saved or given up; every change is kept on the way."""

    saved = Signal(str)
    """The routine is in the file of this path."""

    def __init__(
        self,
        library: RoutineLibrary,
        shelf: RoutineShelf,
        opened: OpenDraft,
        parent: QWidget,
        kept_name: str = "",
    ) -> None:
        """`kept_name` is that of the kept draft that is gone on with."""
        super().__init__(parent)
        self.setWindowTitle("Edit routine" if opened.path else "New routine")
        self._shelf = shelf
        self._exercises = library.exercises()
        self._stills = Stills(self)
        self._editing = Editing(opened)
        self._kept_name = kept_name
        self._is_from_last_time = bool(kept_name)
        self._is_over = False
        self._checked = CheckedDraft(None)
        self._doses: dict[EntryDraft, str] = {}
        self._settler = QTimer(self)
        self._settler.setSingleShot(True)
        self._settler.setInterval(SETTLE_MS)
        self._settler.timeout.connect(self.settle)
        self._lay_out()
        self._add_keys()
        self._fit()
        self._show_all(0)
        self.settle()

    # Layout

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.S, Space.L)
        column.setSpacing(Space.M)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, Space.L, 0)
        top.setSpacing(Space.XL)
        self.title = Field("title", "Title of the routine", Line())
        self.title.typed.connect(self._take_title)
        self.title.left.connect(self._leave_field)
        self._total = text_label(look="title")
        top.addWidget(self.title, 1)
        top.addWidget(self._total)
        column.addLayout(top)
        middle = QHBoxLayout()
        middle.setSpacing(Space.L)
        middle.addWidget(self._left_side())
        self.fields = EntryFields(self._stills)
        self.fields.typed.connect(self._take)
        self.fields.circuit_typed.connect(self._take_circuit)
        self.fields.left.connect(self._leave_field)
        self._right = QStackedWidget()
        self._right.addWidget(self.fields)
        self._right.addWidget(
            text_label("Add an exercise: one of those that come along, or your own.", "muted", True)
        )
        middle.addWidget(self._right, 1)
        column.addLayout(middle, 1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(0, 0, Space.L, 0)
        bottom.setSpacing(Space.S)
        self._says = text_label(look="wrong", wraps=True)
        bottom.addWidget(self._says, 1)
        self.undo_button = self._button(bottom, "Undo", self.undo, f"Undo ({UNDO_KEYS})")
        self.redo_button = self._button(bottom, "Redo", self.redo, f"Redo ({REDO_KEYS[0]})")
        self._button(bottom, "Cancel", self.reject)
        self.save_button = self._button(bottom, "Save", self.save, "Save (Ctrl+S)")
        self.save_button.setProperty("kind", "primary")
        column.addLayout(bottom)

    def _left_side(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("look", "card")
        frame.setFixedWidth(LIST_PX)
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        self._model = EntryModel()
        self._model.setParent(self)
        self._model.move_asked.connect(self.move_entry)
        self.list = EntryList()
        self.list.setModel(self._model)
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.list.remove_pressed.connect(self.remove)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        self.add_button = self._button(row, "Add…", self.add, "Add an exercise (Ctrl+N)")
        self.remove_button = self._button(row, "Remove", self.remove, "Take it out (Delete)")
        row.addStretch(1)
        self.up_button = self._button(row, "↑", self.move_up, "Move it up (Alt+Up)")
        self.down_button = self._button(row, "↓", self.move_down, "Move it down (Alt+Down)")
        self.up_button.setAccessibleName("Move up")
        self.down_button.setAccessibleName("Move down")
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            button.setProperty("kind", "quiet")
        column.addLayout(row)
        return frame

    def _button(self, row: QHBoxLayout, text: str, does: object, tip: str = "") -> QPushButton:
        button = push_button(text, "", tip)
        button.clicked.connect(does)
        row.addWidget(button)
        return button

    def _add_keys(self) -> None:
        for keys, does in (
            (UNDO_KEYS, self.undo),
            *((keys, self.redo) for keys in REDO_KEYS),
            ("Ctrl+S", self.save),
            ("Ctrl+N", self.add),
            ("Alt+Up", self.move_up),
            ("Alt+Down", self.move_down),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        self.resize(min(WIDTH_PX, room.width() - 24), min(HEIGHT_PX, room.height() - 32))

    # The draft

    @property
    def editing(self) -> Editing:
        """What is being edited."""
        return self._editing

    @property
    def chosen(self) -> int:
        """The chosen exercise, from 0; -1 if there is none."""
        return self.list.currentIndex().row()

    @property
    def _has_changes(self) -> bool:
        editing = self._editing
        return self._is_from_last_time or editing.has_changed or any(editing.mistakes)

    @Slot()
    def undo(self) -> None:
        """Take back what was typed and not taken, or the last change."""
        if self._drop_untaken():
            self._show_all(self.chosen)
            return
        self._editing.undo()
        self._after_change(self.chosen)

    @Slot()
    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._editing.redo()
        self._after_change(self.chosen)

    def _drop_untaken(self) -> bool:
        mistakes = self._editing.mistakes[self.chosen] if self.chosen >= 0 else {}
        had_any = bool(mistakes)
        mistakes.clear()
        return had_any

    @Slot()
    def add(self) -> None:
        """Ask for an exercise."""
        picker = ExercisePicker(self._exercises.values(), self._stills, self)
        picker.chosen.connect(self.insert)
        picker.open()

    @Slot(EntryDraft)
    def insert(self, entry: EntryDraft) -> None:
        """Put an exercise below the chosen one."""
        at = self.chosen + 1 if self.chosen >= 0 else len(self._editing.draft.entries)
        self._editing.insert(at, entry)
        self._after_change(at)
        self.fields.field("sets").setFocus()

    @Slot()
    def remove(self) -> None:
        """Take the chosen exercise out."""
        if self.chosen >= 0:
            at = self.chosen
            self._editing.remove(at)
            self._after_change(at)

    @Slot()
    def move_up(self) -> None:
        """Move the chosen exercise up by one."""
        self.move_entry(self.chosen, self.chosen - 1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen exercise down by one."""
        self.move_entry(self.chosen, self.chosen + 1)

    @Slot(int, int)
    def move_entry(self, at: int, to: int) -> None:
        """Move an exercise to another place; nothing where there is none."""
        if at >= 0 and 0 <= to < len(self._editing.draft.entries):
            self._editing.move(at, to)
            self._after_change(to)

    # What is typed

    @Slot(str, str)
    def _take_title(self, _key: str, text: str) -> None:
        self._editing.set_title(text)
        self._note_change()

    @Slot(str, str)
    def _take(self, key: str, text: str) -> None:
        at = self.chosen
        entry, mistakes = self._editing.draft.entries[at], self._editing.mistakes[at]
        for one in _rivals(key):
            mistakes.pop(one, None)
        try:
            self._editing.change(at, self._shelf.typed(entry, key, text), key)
        except Trouble as trouble:
            self._editing.refuse(at, key, text, trouble.what)
        self.fields.show_state(self._view())
        self._note_change()

    @Slot(str, str)
    def _take_circuit(self, key: str, text: str) -> None:
        circuit, mistakes = self._editing.circuit(self.chosen), self._editing.mistakes[self.chosen]
        mistakes.pop(key, None)
        if circuit is None:
            return
        file_key = "rest" if key == ROUND_REST else key
        try:
            self._editing.change_circuit(self._shelf.typed_circuit(circuit, file_key, text), key)
        except Trouble as trouble:
            self._editing.refuse(self.chosen, key, text, trouble.what, circuit.letter)
        self.fields.show_state(self._view())
        self._note_change()

    @Slot()
    def _leave_field(self) -> None:
        """Write the values as they were understood."""
        self._editing.end_typing()
        self.settle()
        self.title.show_text(self._editing.draft.title)
        if self.chosen >= 0:
            self.fields.show_entry(self._view())

    # Showing it

    def _after_change(self, chosen: int) -> None:
        self._show_all(chosen)
        self._note_change()

    def _note_change(self) -> None:
        self._show_buttons()
        if not self._settler.isActive():
            self._settler.start()

    @Slot()
    def settle(self) -> None:
        """Check the draft as it is now, and keep it in case the program ends."""
        self._settler.stop()
        if self._is_over:
            return  # a field was left because the dialog went
        opened = self._editing.opened
        self._checked = self._shelf.check(opened)
        if self._editing.has_changed or self._kept_name:
            self._kept_name = self._shelf.keep(opened, self._kept_name) or self._kept_name
        self._show_total()
        self._show_rows()
        self.fields.show_dose(self._dose(self.chosen))
        if self.chosen >= 0:
            self.fields.show_state(self._view())

    def _show_total(self) -> None:
        routine, problems = self._checked.routine, self._checked.problems
        told = [one for one in problems if one.entry is None]
        total = ""
        if routine is not None:
            for draft, entry in zip(self._editing.draft.entries, routine.entries, strict=True):
                self._doses[draft] = dose_words(sentence(dose_text(entry)))
            count = count_text(len(routine.entries), "exercise")
            total = f"{minutes_text(plan(routine).total_s)}  ·  {count}"
        self._total.setText(total)
        self._says.setText(f"{sentence(told[0].message)}." if told else "")

    def _show_all(self, chosen: int) -> None:
        entries = self._editing.draft.entries
        self.title.show_text(self._editing.draft.title)
        self._show_rows()
        chosen = min(max(chosen, 0), len(entries) - 1)
        self.list.setCurrentIndex(self._model.index(chosen))
        self._choose()
        self._show_buttons()

    def _show_rows(self) -> None:
        numbers = range(len(self._editing.draft.entries))
        self._model.fill([self._row(number) for number in numbers])

    def _row(self, number: int) -> EntryRow:
        entry, mistakes = self._editing.draft.entries[number], self._editing.mistakes[number]
        told = [text for _, text in mistakes.values()]
        told += [one.message for one in self._checked.problems if one.entry == number]
        circuit = f"Circuit {entry.circuit}" if entry.circuit else ""
        mistake = sentence(told[0]) if told else ""
        return EntryRow(entry.name, self._dose(number), circuit, mistake)

    def _dose(self, number: int) -> str:
        entries = self._editing.draft.entries
        return self._doses.get(entries[number], "") if 0 <= number < len(entries) else ""

    @Slot()
    def _choose(self) -> None:
        self._right.setCurrentIndex(0 if self.chosen >= 0 else 1)
        if self.chosen >= 0:
            self.fields.show_entry(self._view())
            self.fields.show_dose(self._dose(self.chosen))
        self._show_buttons()

    def _view(self) -> EntryView:
        number, routine = self.chosen, self._checked.routine
        entry, circuit = self._editing.draft.entries[number], self._editing.circuit(number)
        is_known = routine is not None and number < len(routine.entries)
        problems = (one for one in self._checked.problems if one.entry == number)
        return EntryView(
            number=number,
            name=entry.name,
            texts=self._shelf.texts(entry),
            circuit=self._shelf.circuit_texts(circuit) if circuit else {},
            mistakes=self._editing.mistakes[number],
            problems={one.key: sentence(one.message) for one in problems},
            exercise=self._exercises.get(entry.exercise_id),
            usual=routine.entries[number] if routine is not None and is_known else None,
        )

    def _show_buttons(self) -> None:
        editing, chosen = self._editing, self.chosen
        has_typed = chosen >= 0 and bool(editing.mistakes[chosen])
        self.undo_button.setEnabled(editing.can_undo or has_typed)
        self.redo_button.setEnabled(editing.can_redo)
        self.remove_button.setEnabled(chosen >= 0)
        self.up_button.setEnabled(chosen > 0)
        self.down_button.setEnabled(0 <= chosen < len(editing.draft.entries) - 1)

    # Leaving

    @Slot()
    def save(self) -> None:
        """Write the file and close; what is wrong is said instead."""
        self._leave_field()
        wrong = next((at for at, found in enumerate(self._editing.mistakes) if found), None)
        problems = self._checked.problems
        if wrong is None and problems:
            wrong = problems[0].entry
        if wrong is not None:
            self.list.setCurrentIndex(self._model.index(wrong))
            self._says.setText(f"Something is wrong with exercise {wrong + 1}.")
            return
        if problems:
            return  # it is said already
        try:
            path = self._shelf.save(self._editing.opened)
        except Trouble as trouble:
            self._says.setText(str(trouble))
            return
        self._end()
        self.saved.emit(path)
        super().accept()

    def reject(self) -> None:
        """Close; ask first if something would be lost."""
        if self._has_changes:
            dialog = LeaveDialog(not self._editing.opened.path, self)
            dialog.discard_asked.connect(self.discard)
            dialog.save_asked.connect(self.save)
            dialog.open()
        else:
            self.discard()

    @Slot()
    def discard(self) -> None:
        """Close and forget what was changed."""
        self._end()
        super().reject()

    def _end(self) -> None:
        self._is_over = True
        self._settler.stop()
        if self._kept_name:
            self._shelf.forget(self._kept_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is no press of a button."""
        if isinstance(self.focusWidget(), Line) and event.text() in ("\r", "\n"):
            event.accept()
        else:
            super().keyPressEvent(event)


def _rivals(key: str) -> tuple[str, ...]:
    """The keys whose texts a text in this one takes the place of."""
    amounts = ("reps", "hold", "work", "steps")
    return amounts if key in amounts else (key,)
