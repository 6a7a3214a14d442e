"""Choosing which exercises are listed: by position, equipment, muscle and article."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from glutetimer.core.exercise import Exercise, Position
from glutetimer.core.words.coaching import POSITION_NAMES
from glutetimer.ui.exercises.model import NO_EQUIPMENT, ExerciseFilter
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced
from glutetimer.ui.widgets.fields import Choice


class ExerciseFilters(QWidget):
    """Four choices, each of which narrows the list."""

    filter_changed = Signal()

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
        self.position.offer([("Position", None), *names])
        things = _sorted(item for e in exercises for item in (*e.needed, *e.optional))
        none = (("Equipment", None), ("No equipment needed", NO_EQUIPMENT))
        self.equipment.offer([*none, *((_title(thing), thing) for thing in things)])
        muscles = _sorted(muscle for e in exercises for muscle in e.muscles)
        self.muscle.offer([("Muscle", None), *((_title(name), name) for name in muscles)])
        sources = _sorted(source.title for e in exercises for source in e.sources)
        self.source.offer([("Article", None), *zip(sources, sources, strict=True)])

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
            with QSignalBlocker(choice):
                choice.setCurrentIndex(0)
        self.filter_changed.emit()


def _choice(name: str) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(8)
    return made


def _sorted(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=str.casefold)


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]
