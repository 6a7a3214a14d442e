"""Choosing which exercises are listed: by position, equipment, muscle and article."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from glutetimer.core.exercise import Exercise, Position
from glutetimer.ui.exercises.model import NO_EQUIPMENT, ExerciseFilter
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced
from glutetimer.ui.widgets.fields import Choice
from glutetimer.ui.words import POSITION_NAMES


class ExerciseFilters(QWidget):
    """Four choices, each of which narrows the list."""

    filter_changed = Signal()
    """The person wants to see other exercises."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = spaced(QGridLayout(self), Space.S)
        self.position = _choice("Exercises in this position")
        self.equipment = _choice("Exercises with this equipment")
        self.muscle = _choice("Exercises for this muscle")
        self.source = _choice("Exercises of this article")
        for number, choice in enumerate((self.position, self.equipment, self.muscle, self.source)):
            grid.addWidget(choice, number // 2, number % 2)
            choice.currentIndexChanged.connect(self.filter_changed)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.set_exercises(())

    def set_exercises(self, exercises: Sequence[Exercise]) -> None:
        """Offer what these have; choices stay where they are still offered. Says nothing."""
        positions = {exercise.position for exercise in exercises}
        names = [(POSITION_NAMES[p], p.value) for p in Position if p in positions]
        _offer(self.position, "Position", names)
        things = _sorted(item for e in exercises for item in (*e.needed, *e.optional))
        offered = [("No equipment needed", NO_EQUIPMENT), *((_title(t), t) for t in things)]
        _offer(self.equipment, "Equipment", offered)
        muscles = _sorted(muscle for e in exercises for muscle in e.muscles)
        _offer(self.muscle, "Muscle", [(_title(m), m) for m in muscles])
        sources = _sorted(source.title for e in exercises for source in e.sources)
        _offer(self.source, "Article", [(s, s) for s in sources])

    def value(self) -> ExerciseFilter:
        """What is chosen."""
        position = self.position.currentData()
        return ExerciseFilter(
            Position(position) if position else None,
            self.equipment.currentData(),
            self.muscle.currentData(),
            self.source.currentData(),
        )

    def clear(self) -> None:
        """Let everything through; says so once, if it was not so before."""
        if self.value() == ExerciseFilter():
            return
        for choice in (self.position, self.equipment, self.muscle, self.source):
            choice.blockSignals(True)
            choice.setCurrentIndex(0)
            choice.blockSignals(False)
        self.filter_changed.emit()


def _choice(name: str) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(8)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _offer(choice: Choice, anything: str, offered: Sequence[tuple[str, str]]) -> None:
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    choice.addItem(anything, None)
    for name, data in offered:
        choice.addItem(name, data)
    choice.setCurrentIndex(max(0, choice.findData(chosen)) if chosen else 0)
    choice.blockSignals(False)


def _sorted(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=str.casefold)


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]
