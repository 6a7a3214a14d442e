"""The chosen exercise above its fields: name, dose, and the figure that does it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.ports.clock import Clock
from glutetimer.core.routine import Prescription
from glutetimer.ui.figure.stage import Stage
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced, text_label

_WIDTH_TO_HEIGHT = 1.5
_HIGH_PX, _LOW_PX = 128, 76


class EntryHead(QWidget):
    """The figure moves in the tempo of the dose; where none is known there is none."""

    def __init__(self, clock: Clock, is_still: bool) -> None:
        super().__init__()
        row = spaced(QHBoxLayout(self), Space.M, 0, 0, Space.L, 0)
        words = spaced(QVBoxLayout(), Space.XS)
        self._name = text_label(look="subtitle", wraps=True)
        self._dose = text_label(look="muted", wraps=True)
        words.addWidget(self._name)
        words.addWidget(self._dose)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.stage = Stage(clock)
        self.stage.set_still(is_still)
        self.set_low(False)
        row.addWidget(self.stage)

    def set_low(self, is_low: bool) -> None:
        """Take less height."""
        height = _LOW_PX if is_low else _HIGH_PX
        self.stage.setFixedSize(round(height * _WIDTH_TO_HEIGHT), height)

    def show_entry(self, name: str, dose: str, figure: Prescription | None) -> None:
        """Show an exercise."""
        self._name.setText(name)
        self._dose.setText(dose)
        exercise = figure.exercise if figure is not None else None
        has_look = exercise is not None and bool(exercise.motion or exercise.position)
        self.stage.setVisible(has_look)
        if figure is not None and has_look:
            self.stage.setAccessibleName(plain(f"Figure of {name}"))
            self.stage.show_entry(figure)
