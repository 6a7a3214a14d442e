"""Editing what the history says of one set."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from glutetimer.core.counts import one_line
from glutetimer.core.exercise import Exercise
from glutetimer.core.history.records import Achieved, Outcome, Pain, SetRecord
from glutetimer.core.session.edits import (
    MOST_HOLD_S,
    MOST_LOAD_LETTERS,
    MOST_NOTE_LETTERS,
    MOST_REPS,
    with_reps,
)
from glutetimer.ui.history.wording import amount_text, outcome_text, set_place_text
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.fields import Choice
from glutetimer.ui.widgets.scale import LevelScale
from glutetimer.ui.widgets.typed_field import NumberField

_MOST_WHERE_LETTERS = 200


class SetPanel(Dialog):
    """Shows a set with everything that can be changed; nothing is saved before Save."""

    saved = Signal(object)
    """The SetRecord as the person left it, if it is another one; the panel is closing."""

    def __init__(
        self,
        record: SetRecord,
        parent: QWidget | None = None,
        exercise: Exercise | None = None,
    ) -> None:
        """`exercise` says what a side does, if it is still known."""
        super().__init__(one_line(record.result.exercise_name), parent, 620)
        self._record = record
        result = record.result
        planned = f"planned: {amount_text(result.planned)}"
        self.add_words(f"{set_place_text(result, exercise)}, {planned}", "muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.amount = self._done_field(result.done)
        self.outcome = Choice()
        self.outcome.offer((outcome_text(outcome), outcome.value) for outcome in Outcome)
        self.outcome.setCurrentIndex(self.outcome.findData(result.outcome.value))
        self.load = _line(result.load, MOST_LOAD_LETTERS, "such as: 2 × 6 kg, green band")
        self.note = _line(record.note, MOST_NOTE_LETTERS, "such as: no time left, felt too easy")
        self.pain = LevelScale("Pain in this set")
        self.pain.set_value(record.pain.level if record.pain else None)
        where = record.pain.where if record.pain else ""
        self.where = _line(where, _MOST_WHERE_LETTERS, "such as: low back, left")
        self._add("Done", self.amount)
        self.wrong = text_label(look="wrong", wraps=True)
        self.wrong.hide()
        self._grid.addWidget(self.wrong, self._grid.rowCount(), 1)
        self.amount.mistake_changed.connect(self._show_mistake)
        self._add("How it ended", self.outcome)
        self._add("Weight or band", self.load)
        self._add("Why, or a note", self.note)
        self._add("Pain in it", self.pain)
        self._add("Where it hurt", self.where)
        cancel = self.add_button("Cancel")
        cancel.clicked.connect(self.reject)
        self.save_button = self.add_button("Save", "primary", True)
        self.save_button.clicked.connect(self._save)
        self.amount.setFocus()
        self.amount.selectAll()

    def value(self) -> SetRecord:
        """The record as it stands on the screen."""
        record = self._record
        result = replace(
            record.result,
            done=self._done(),
            outcome=Outcome(self.outcome.currentData()),
            load=_text(self.load),
        )
        return replace(record, result=result, pain=self._pain(), note=_text(self.note))

    def _done(self) -> Achieved:
        done = self._record.result.done
        if done.reps is None:
            # A field of whole seconds must not round what was measured.
            is_same = self.amount.value() == round(done.seconds or 0.0)
            return done if is_same else Achieved(None, self.amount.value())
        reps = round(self.amount.value())
        return done if reps == done.reps else with_reps(self._record, reps)

    def _pain(self) -> Pain | None:
        level, where = self.pain.value(), _text(self.where)
        return None if level is None and not where else Pain(where, level)

    def _done_field(self, done: Achieved) -> NumberField:
        if done.reps is None:
            field = NumberField(0, MOST_HOLD_S, 1, "s")
            field.setValue(round(done.seconds or 0.0))
        else:
            field = NumberField(0, MOST_REPS, 1, "reps")
            field.setValue(done.reps)
        return field

    def _add(self, name: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(text_label(name, "strong"), row, 0)
        self._grid.addWidget(field, row, 1)
        if not isinstance(field, LevelScale):
            field.setAccessibleName(name)

    @Slot()
    def _show_mistake(self) -> None:
        self.wrong.setText(self.amount.mistake)
        self.wrong.setVisible(bool(self.amount.mistake))

    @Slot()
    def _save(self) -> None:
        self.amount.commit()
        if self.amount.mistake:
            self.amount.setFocus()
            return
        value = self.value()
        self.accept()
        if value != self._record:
            self.saved.emit(value)


def _line(text: str, most: int, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(max(most, len(text)))
    line.setText(one_line(text))
    line.setPlaceholderText(example)
    return line


def _text(line: QLineEdit) -> str:
    return one_line(line.text())
