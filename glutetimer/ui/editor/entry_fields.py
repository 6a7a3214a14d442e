"""The fields of the chosen exercise."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from glutetimer.core.exercise import Exercise, Kind, Position, Sides
from glutetimer.core.routine import Prescription
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.coaching import POSITION_NAMES
from glutetimer.core.words.dose import number_text
from glutetimer.ui.editor.editing import Mistakes
from glutetimer.ui.editor.field import Line, Lines, NamedField
from glutetimer.ui.figure.stills import Stills, Thumbnail
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.fields import Choice
from glutetimer.ui.widgets.page_area import PageArea, page

PICTURE = QSize(96, 66)
AMOUNT, COUNTED = "amount", "counted"
_CIRCUIT = {"rounds": "Rounds", "round_rest": "Rest between them"}
_COUNTS = {
    "reps": "Reps",
    "hold": "Held",
    "work": "Timed work",
    "steps": "Steps",
}
_FITTING = {
    Kind.REPS: ("reps", "hold", "work"),
    Kind.HOLD: ("hold", "work"),
    Kind.STEPS: ("steps", "work"),
}
_SIDES = {
    "": "As usual",
    Sides.BOTH.value: "Both at once",
    Sides.EACH.value: "Each side",
    Sides.ALTERNATING.value: "In turns, rep by rep",
    Sides.LEFT.value: "Left only",
    Sides.RIGHT.value: "Right only",
}
_POSITIONS = {"": "Not said"} | {one.value: POSITION_NAMES[one] for one in Position}
_CHOICES: Mapping[str, Mapping[str, str]] = {
    COUNTED: _COUNTS,
    "position": _POSITIONS,
    "sides": _SIDES,
}
_PLACES = (
    # Key, name, row and column, columns wide; the keyboard goes from one to the next.
    ("name", "Name", 0, 0, 2),
    ("sets", "Sets", 1, 0, 1),
    ("position", "Position", 1, 1, 1),
    (COUNTED, "Counted in", 2, 0, 1),
    (AMOUNT, "How many, or one for each set", 2, 1, 1),
    ("rest", "Rest between sets", 3, 0, 1),
    ("rest_after", "Rest after the last set", 3, 1, 1),
    ("sides", "Sides", 4, 0, 1),
    ("tempo", "Tempo: lower-bottom-lift-top", 4, 1, 1),
    ("load", "Load", 5, 0, 1),
    ("note", "Note, seen during the set", 6, 0, 2),
    ("cues", "Cues to be said, one a line", 7, 0, 2),
    ("circuit", "Circuit: a letter", 8, 0, 1),
)


class EntryView(NamedTuple):
    """What the fields show: texts by key, what could not be taken, and what counts if empty.

    `exercise` is None where it has no file, `usual` while the routine has mistakes.
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


class EntryFields(PageArea):
    """Shows an exercise, and tells what is typed into which field."""

    typed = Signal(str, str)
    """A key of the exercise, and the text that it is to have."""

    circuit_typed = Signal(str, str)
    """A key of the exercise's circuit, and the text."""

    left = Signal()
    """A field was left."""

    def __init__(self, stills: Stills) -> None:
        super().__init__("The chosen exercise", Space.L)
        self._stills = stills
        self._picture: Thumbnail | None = None
        self._view: EntryView | None = None
        self._fields: dict[str, NamedField] = {}
        made, column = page()
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.M)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        self._name = text_label(look="subtitle", wraps=True)
        self._dose = text_label(look="muted", wraps=True)
        words.addWidget(self._name)
        words.addWidget(self._dose)
        words.addStretch(1)
        self._head.addLayout(words, 1)
        column.addLayout(self._head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._add_fields()
        self.setWidget(made)

    def _add_fields(self) -> None:
        for key, name, row, column, wide in _PLACES:
            field = self._field(NamedField(key, name, _control(key)))
            self._grid.addWidget(field, row, column, 1, wide)
        rounds = QHBoxLayout()
        rounds.setSpacing(Space.M)
        self._grid.addLayout(rounds, 8, 1)
        for key, name in _CIRCUIT.items():
            rounds.addWidget(self._field(NamedField(key, name, Line())))

    def _field(self, field: NamedField) -> NamedField:
        self._fields[field.key] = field
        field.typed.connect(self._tell)
        field.left.connect(self.left)
        return field

    def field(self, key: str) -> NamedField:
        """The field of a key; reps, hold, work and steps have one together."""
        return self._fields[AMOUNT if key in _COUNTS else key]

    def show_entry(self, view: EntryView) -> None:
        """Show an exercise: every field as it is, texts that could not be taken as typed."""
        before = self._view
        is_same = before is not None and before[:2] == view[:2]  # its place and its name
        self._offer_counts(view, self._fields[COUNTED].text if is_same else "")
        self._view = view
        is_new = view.exercise is None
        for key, field in self._fields.items():
            field.show_text(self._text(key))
        for key in ("name", "position"):
            self._fields[key].setVisible(is_new)
        if before is None or before.exercise is not view.exercise:
            self._show_picture(view.exercise)
        self.show_state(view)

    def show_state(self, view: EntryView) -> None:
        """Show what the exercise comes to, and what is wrong; no field is written."""
        self._view = view
        self._name.setText(view.name)
        self._dose.setText(view.dose)
        for key in _CIRCUIT:
            self._fields[key].setVisible(bool(view.circuit))
        for key, field in self._fields.items():
            field.show_mistake(_mistake(view, _COUNTS if key == AMOUNT else (key,)))
        for key, text in _usual_texts(view.usual).items():
            self._fields[key].show_usual(text)

    def _offer_counts(self, view: EntryView, before: str) -> None:
        kind = view.exercise.kind if view.exercise else Kind.REPS
        given = next((key for key in _COUNTS if view.texts[key] or key in view.mistakes), "")
        names = {key: _COUNTS[key] for key in _FITTING[kind]}
        self._fields[COUNTED].offer(names, given or before)

    def _text(self, key: str) -> str:
        view = self._view
        assert view is not None
        if key == COUNTED:
            return self._fields[COUNTED].text
        if key in _CIRCUIT:
            known = view.circuit.get(key, "")
        else:
            key = self._fields[COUNTED].text if key == AMOUNT else key
            known = view.texts[key]
        return view.mistakes[key][0] if key in view.mistakes else known

    def _show_picture(self, exercise: Exercise | None) -> None:
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
            self._picture = None
        if exercise is not None:
            self._picture = Thumbnail(exercise, self._stills, PICTURE)
            self._head.addWidget(self._picture)

    @Slot(str, str)
    def _tell(self, key: str, text: str) -> None:
        if key in _CIRCUIT:
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


def _control(key: str) -> Line | Lines | Choice:
    if key == "cues":
        lines = Lines()
        lines.setFixedHeight(84)
        return lines
    if key not in _CHOICES:
        return Line()
    choice = Choice()
    for value, name in _CHOICES[key].items():
        choice.addItem(name, value)
    return choice


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
