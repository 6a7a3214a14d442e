"""What a person does with the exercises of a draft: add, copy, move, take out, make rounds."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Exercise
from glutetimer.core.ports.shelf import RoutineShelf
from glutetimer.ui.editor.editing import Editing
from glutetimer.ui.editor.entry_panel import EntryPanel
from glutetimer.ui.editor.figure_picker import FigurePicker
from glutetimer.ui.editor.intervals import IntervalsDialog
from glutetimer.ui.editor.picker import ExercisePicker
from glutetimer.ui.editor.rounds import joined_above, ungrouped
from glutetimer.ui.figure.stills import Stills


class EntryChanges(QObject):
    """Changes the draft as the panel asks; dialogs open over the widget that it belongs to."""

    changed = Signal(int)
    """The draft is another one, and the exercise at this place is to be chosen."""

    inserted = Signal()
    """There is a new exercise, whose values come next."""

    figure_chosen = Signal(str)
    """The chosen exercise is to move like the one of this id, "" for none."""

    def __init__(
        self,
        editing: Editing,
        shelf: RoutineShelf,
        exercises: Mapping[str, Exercise],
        panel: EntryPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._shelf = shelf
        self._exercises = exercises
        self._panel = panel
        self._over = parent
        self._stills = Stills(self)
        panel.add_asked.connect(self.add)
        panel.remove_asked.connect(self.remove)
        panel.move_asked.connect(self.move)
        panel.copy_asked.connect(self.copy)
        panel.join_asked.connect(self.join)
        panel.ungroup_asked.connect(self.ungroup)
        panel.intervals_asked.connect(self.ask_intervals)

    @Slot()
    def add(self) -> None:
        """Ask for an exercise."""
        picker = ExercisePicker(self._exercises.values(), self._shelf, self._stills, self._over)
        picker.chosen.connect(self.insert)
        picker.open()

    @Slot(EntryDraft)
    def insert(self, entry: EntryDraft) -> None:
        """Put an exercise below the chosen one."""
        at = self._panel.chosen + 1
        self._editing.insert(at, entry)
        self.changed.emit(at)
        self.inserted.emit()

    @Slot()
    def copy(self) -> None:
        """Put the chosen exercise in once more, below itself."""
        if self._panel.chosen >= 0:
            self.insert(self._editing.draft.entries[self._panel.chosen])

    @Slot()
    def remove(self) -> None:
        """Take the chosen exercise out."""
        chosen = self._panel.chosen
        if chosen >= 0:
            self._editing.remove(chosen)
            self.changed.emit(chosen)

    @Slot(int, int)
    def move(self, at: int, to: int) -> None:
        """Move an exercise to another place."""
        self._editing.move(at, to)
        self.changed.emit(to)

    @Slot()
    def join(self) -> None:
        """Make the chosen exercise and the one above it a circuit."""
        self._change(joined_above(self._editing.draft, self._panel.chosen))

    @Slot()
    def ungroup(self) -> None:
        """Make the circuit of the chosen exercise none."""
        self._change(ungrouped(self._editing.draft, self._panel.chosen))

    @Slot()
    def ask_intervals(self) -> None:
        """Ask for work, rest and rounds of exercises."""
        opened = self._editing.opened
        dialog = IntervalsDialog(self._shelf, opened, self._exercises, self._over)
        dialog.made.connect(self._change)
        dialog.open()

    @Slot(RoutineDraft)
    def _change(self, draft: RoutineDraft) -> None:
        self._editing.change(draft)
        self.changed.emit(self._panel.chosen)

    @Slot()
    def ask_figure(self) -> None:
        """Ask whose figure the chosen exercise borrows."""
        picker = FigurePicker(self._exercises.values(), self._stills, self._over)
        picker.chosen.connect(self.figure_chosen)
        picker.open()
