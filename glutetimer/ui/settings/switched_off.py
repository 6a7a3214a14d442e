"""The suggestions that the person switched off, and the way to allow them again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.advice.rules import rule_name
from glutetimer.core.advice.suggestion import SwitchedOff, switched_off
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.ports.services import Services
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, push_button, separator, text_label

_NONE = "None. “Not again” at a suggestion for the next step puts it here."
_SOME = "Suggestions for the next step that you did not want again. Allowing one counts at once."


class SwitchedOffCard(QFrame):
    """Every rule that is not to speak of an exercise; empty until `refresh`."""

    trouble_met = Signal(Trouble)

    def __init__(self, services: Services, exercises: Mapping[str, Exercise]) -> None:
        super().__init__()
        self._services = services
        self._exercises = exercises
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        inner.addWidget(text_label("Suggestions you switched off", "subtitle"))
        self._words = text_label(look="muted", wraps=True)
        inner.addWidget(self._words)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        inner.addLayout(self._rows)
        outer.addWidget(frame)
        self._found: Sequence[SwitchedOff] = ()
        self._list = QWidget()
        self._rows.addWidget(self._list)
        self._buttons = QButtonGroup(self._list)

    @Slot()
    def refresh(self) -> None:
        """Show what is switched off now."""
        self._list.hide()
        self._list.deleteLater()
        try:
            self._found = switched_off(self._services.progress.answers())
        except Trouble as trouble:
            self._found = ()
            self.trouble_met.emit(trouble)
        self._words.setText(_SOME if self._found else _NONE)
        self._list = QWidget()
        self._buttons = QButtonGroup(self._list)
        self._buttons.idClicked.connect(self._allow)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        for number, one in enumerate(self._found):
            if number:
                column.addWidget(separator())
            column.addWidget(self._make_row(one))
        self._rows.addWidget(self._list)

    def _make_row(self, one: SwitchedOff) -> QWidget:
        exercise = self._exercises.get(one.exercise_id)
        name = exercise.name if exercise else one.exercise_id
        text = f"{name}: {rule_name(one.rule).lower()}"
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text_label(text, wraps=True), 1)
        button = push_button("Allow again")
        button.setAccessibleDescription(plain(text))
        self._buttons.addButton(button, len(self._buttons.buttons()))
        row.addWidget(button)
        return made

    @Slot(int)
    def _allow(self, number: int) -> None:
        try:
            for answer in self._found[number].answers:
                self._services.progress.take_back_answer(answer)
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
        self.refresh()
        if self._buttons.buttons():
            self._buttons.button(0).setFocus()
