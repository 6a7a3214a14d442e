"""The exercises as a list model that shows those a filter lets through."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from glutetimer.core.exercise import Exercise, Position
from glutetimer.core.words.coaching import POSITION_NAMES
from glutetimer.ui.plain import plain

EXERCISE_ROLE = Qt.ItemDataRole.UserRole
NO_EQUIPMENT = "nothing"
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class ExerciseFilter:
    """What is to be shown; None lets everything through.

    `equipment` is one that an exercise needs or can use, or "nothing": needs none.
    """

    position: Position | None = None
    equipment: str | None = None
    muscle: str | None = None
    source: str | None = None

    def lets(self, exercise: Exercise) -> bool:
        """Whether an exercise is to be shown."""
        if self.position not in (None, exercise.position):
            return False
        if self.equipment == NO_EQUIPMENT:
            if exercise.needed:
                return False
        elif self.equipment not in (None, *exercise.needed, *exercise.optional):
            return False
        if self.muscle not in (None, *exercise.muscles):
            return False
        return self.source in (None, *(source.title for source in exercise.sources))


class ExerciseModel(QAbstractListModel):
    """One row per exercise, by name."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Exercise, ...] = ()
        self._rows: tuple[Exercise, ...] = ()
        self._filter = ExerciseFilter()

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All of them, filtered or not."""
        return self._all

    def fill(self, exercises: Iterable[Exercise]) -> None:
        """Show these instead."""
        self._all = tuple(sorted(exercises, key=lambda exercise: exercise.name.casefold()))
        self.show(self._filter)

    def show(self, which: ExerciseFilter) -> None:
        """Show what a filter lets through."""
        self.beginResetModel()
        self._filter = which
        self._rows = tuple(exercise for exercise in self._all if which.lets(exercise))
        self.endResetModel()

    def row_of(self, exercise_id: str) -> int | None:
        """The row of an exercise; None if it is not shown."""
        ids = [exercise.id for exercise in self._rows]
        return ids.index(exercise_id) if exercise_id in ids else None

    def exercise_at(self, index: _Index) -> Exercise | None:
        """The exercise at an index, None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many exercises are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, exercise, or words for the screen reader."""
        exercise = self.exercise_at(index)
        if exercise is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return exercise.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return plain(f"{exercise.name}. {facts_text(exercise)}")
            case _:
                return exercise if role == EXERCISE_ROLE else None


def facts_text(exercise: Exercise) -> str:
    """Where it is done, and with what: "On your side  ·  loop band"."""
    return "  ·  ".join(filter(None, (POSITION_NAMES[exercise.position], *exercise.needed)))
