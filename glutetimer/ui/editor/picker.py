"""Choosing an exercise to add: by searching those that there are, or by typing a new one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from glutetimer.core.counts import one_line
from glutetimer.core.draft import EntryDraft
from glutetimer.core.exercise import Exercise
from glutetimer.core.ports.shelf import RoutineShelf, WrittenEntry
from glutetimer.core.words.dose import dose_text
from glutetimer.ui.editor.exercise_search import ExerciseSearch, FoundRow, found, row_of
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.words import dose_words

HINT = "The dose may stand behind the name: clam shell 3 x 12 each side, rest 45 s"


class ExercisePicker(ExerciseSearch):
    """Enter adds the chosen one, with the dose if one was typed."""

    chosen = Signal(EntryDraft)
    """Add this one; the dialog closes."""

    def __init__(
        self, exercises: Iterable[Exercise], shelf: RoutineShelf, stills: Stills, parent: QWidget
    ) -> None:
        super().__init__("Add an exercise", "Add", exercises, stills, parent)
        self._shelf = shelf
        self.ask("Search, or type the name of a new exercise")
        self.dose = text_label(look="muted", wraps=True)
        self.body.insertWidget(1, self.dose)
        self.show_found()

    def rows(self, text: str) -> Sequence[FoundRow]:
        """What was found, and at the end what a new exercise would be called."""
        written = self._shelf.written(text)
        self.dose.setText(_understood(written))
        name = one_line(written.draft.name if written else text)
        meant = written.draft.exercise_id if written else ""
        exercises = sorted(found(self.exercises, name), key=lambda one: one.id != meant)
        rows = [row_of(one) for one in exercises]
        names = (one.name.casefold() for one in self.exercises)
        if name and name.casefold() not in names:
            below = "A new exercise, without a file of its own"
            rows.append(FoundRow(name, below, sign="+", told=f"New exercise: {name}"))
        return rows

    def take(self, row: FoundRow) -> None:
        """Add the exercise."""
        exercise_id = row.exercise.id if row.exercise else ""
        written = self._shelf.written(self.search.text(), exercise_id)
        if written is not None and written.draft.exercise_id == exercise_id:
            self.chosen.emit(written.draft)
        else:
            self.chosen.emit(EntryDraft(row.title, exercise_id))


def _understood(written: WrittenEntry | None) -> str:
    if written is None:
        return HINT
    tempos = written.draft.tempos
    held = f", {tempos[0].top_s:g} s at the top of each rep" if tempos else ""
    return f"Dose: {dose_words(dose_text(written.played))}{held}"
