"""The fields of the chosen exercise."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.exercise import Exercise, Kind
from glutetimer.core.ports.clock import Clock
from glutetimer.core.routine import Prescription
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.dose import number_text
from glutetimer.ui.editor.editing import Mistakes
from glutetimer.ui.editor.entry_head import EntryHead
from glutetimer.ui.editor.entry_layout import (
    AMOUNT,
    CIRCUIT,
    CIRCUIT_ROW,
    COUNTED,
    COUNTS,
    FIGURE,
    FITTING,
    OWN,
    PLACES,
    TIPS,
    control_of,
)
from glutetimer.ui.editor.field import Line, NamedField, Pick
from glutetimer.ui.plain import set_tip
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced
from glutetimer.ui.widgets.page_area import PageArea, page


class EntryView(NamedTuple):
    """What the fields show: texts by key, what could not be taken, and what counts if empty.

    `exercise` is None where it has no file, `usual` while the routine has mistakes; `figure` is
    what moves beside the fields, None where nothing is known of that.
    """

    number: int
    name: str
    dose: str
    texts: Mapping[str, str]
    circuit: Mapping[str, str]
    mistakes: Mistakes
    problems: Mapping[str, str]
    exercise: Exercise | None = None
    usual: Prescription | None = None
    figure: Prescription | None = None


class EntryFields(QWidget):
    """Shows an exercise, and tells what is typed into which field."""

    typed = Signal(str, str)
    """A key of the exercise, and the text that it is to have."""

    circuit_typed = Signal(str, str)
    """A key of the exercise's circuit, and the text."""

    left = Signal()
    """A field was left."""

    figure_asked = Signal()
    """Another figure is to be chosen."""

    def __init__(self, clock: Clock, names: Mapping[str, str], is_still: bool) -> None:
        """`names` are those of all exercises by id; `is_still` keeps the figure in one pose."""
        super().__init__()
        self._names = names
        self._view: EntryView | None = None
        self._fields: dict[str, NamedField] = {}
        self.head = EntryHead(clock, is_still)
        self.area = PageArea("The chosen exercise", Space.L)
        column = spaced(QVBoxLayout(self), Space.M)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        made, column = page()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._add_fields()
        self.area.setWidget(made)
        asked = self._fields[FIGURE].findChild(Pick)
        assert asked is not None
        asked.clicked.connect(self.figure_asked)

    def _add_fields(self) -> None:
        for key, name, row, column, wide in PLACES:
            field = self._field(NamedField(key, name, control_of(key, self._names)))
            self._grid.addWidget(field, row, column, 1, wide)
            if key in TIPS:
                set_tip(field, TIPS[key])
            if key == "circuit":
                self._add_circuit_fields()

    def _add_circuit_fields(self) -> None:
        rounds = spaced(QHBoxLayout(), Space.M)
        self._grid.addLayout(rounds, CIRCUIT_ROW, 1)
        for key, name in CIRCUIT.items():
            rounds.addWidget(self._field(NamedField(key, name, Line())))

    def _field(self, field: NamedField) -> NamedField:
        self._fields[field.key] = field
        field.typed.connect(self._tell)
        field.left.connect(self.left)
        return field

    def field(self, key: str) -> NamedField:
        """The field of a key; reps, hold, work and steps have one together."""
        return self._fields[AMOUNT if key in COUNTS else key]

    @Slot()
    def begin(self) -> None:
        """Let the person type the dose of a new exercise."""
        self.area.verticalScrollBar().setValue(0)
        self._fields["sets"].setFocus()

    def show_entry(self, view: EntryView) -> None:
        """Show an exercise: every field as it is, texts that could not be taken as typed."""
        before = self._view
        is_same = before is not None and before[:2] == view[:2]  # its place and its name
        self._offer_counts(view, self._fields[COUNTED].text if is_same else "")
        self._view = view
        is_new = view.exercise is None
        for key, field in self._fields.items():
            field.show_text(self._text(key))
        for key in OWN:
            self._fields[key].setVisible(is_new)
        self.show_state(view)

    def show_state(self, view: EntryView) -> None:
        """Show what the exercise comes to, and what is wrong; no field is written."""
        self._view = view
        self.head.show_entry(view.name, view.dose, view.figure)
        for key in CIRCUIT:
            self._fields[key].setVisible(bool(view.circuit))
        for key, field in self._fields.items():
            field.show_mistake(_mistake(view, COUNTS if key == AMOUNT else (key,)))
        for key, text in _usual_texts(view.usual).items():
            self._fields[key].show_usual(text)

    def _offer_counts(self, view: EntryView, before: str) -> None:
        kind = view.exercise.kind if view.exercise else Kind.REPS
        given = next((key for key in COUNTS if view.texts[key] or key in view.mistakes), "")
        names = {key: COUNTS[key] for key in FITTING[kind]}
        self._fields[COUNTED].offer(names, given or before)

    def _text(self, key: str) -> str:
        view = self._view
        assert view is not None
        if key == COUNTED:
            return self._fields[COUNTED].text
        if key in CIRCUIT:
            known = view.circuit.get(key, "")
        else:
            key = self._fields[COUNTED].text if key == AMOUNT else key
            known = view.texts[key]
        return view.mistakes[key][0] if key in view.mistakes else known

    @Slot(str, str)
    def _tell(self, key: str, text: str) -> None:
        if key in CIRCUIT:
            self.circuit_typed.emit(key, text)
        elif key in (AMOUNT, COUNTED):
            self.typed.emit(self._fields[COUNTED].text, self._fields[AMOUNT].text)
        else:
            self.typed.emit(key, text)


def _mistake(view: EntryView, keys: Iterable[str]) -> str:
    """What could not be taken for one of these keys, else what is wrong with its value."""
    typed = (view.mistakes[key][1] for key in keys if key in view.mistakes)
    told = (view.problems[key] for key in keys if key in view.problems)
    return next(chain(typed, told), "")


def _usual_texts(usual: Prescription | None) -> Mapping[str, str]:
    """What counts where a field is empty."""
    if usual is None:
        return dict.fromkeys(("sets", AMOUNT, "rest", "rest_after", "tempo"), "As usual")
    tempo = usual.tempo
    phases = (tempo.lower_s, tempo.pause_s, tempo.lift_s, tempo.top_s)
    return {
        "sets": f"As usual: {usual.sets}",
        AMOUNT: f"As usual: {number_text(usual.amount)}",
        "rest": f"As usual: {minutes_text(usual.rest_s)}",
        "rest_after": f"As usual: {minutes_text(usual.rest_after_s)}",
        "tempo": f"As usual: {'-'.join(f'{phase:g}' for phase in phases)}",
    }
