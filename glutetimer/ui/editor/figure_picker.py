"""Choosing whose figure an exercise of one's own borrows, or none."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from glutetimer.core.exercise import Exercise, Kind
from glutetimer.ui.editor.exercise_search import ExerciseSearch, FoundRow, found, row_of
from glutetimer.ui.figure.stills import Stills

NOTHING = "Nothing"


class FigurePicker(ExerciseSearch):
    """Only what moves in its place is offered: who walks in steps is counted in steps."""

    chosen = Signal(str)
    """The id of the exercise, "" for none; the dialog closes."""

    def __init__(self, exercises: Iterable[Exercise], stills: Stills, parent: QWidget) -> None:
        fitting = (one for one in exercises if one.motion and one.kind is not Kind.STEPS)
        super().__init__("Moves like …", "Take this figure", fitting, stills, parent)
        self.ask("Search an exercise that moves alike")
        self.show_found()

    def rows(self, text: str) -> Sequence[FoundRow]:
        """The figures that there are; first, that none of them fits."""
        rows = [row_of(one) for one in found(self.exercises, text)]
        nothing = FoundRow(NOTHING, "No figure, rather than a wrong one", sign="–")
        return [*rows, nothing] if text.strip() else [nothing, *rows]

    def take(self, row: FoundRow) -> None:
        """Tell which it is."""
        self.chosen.emit(row.exercise.id if row.exercise else "")
