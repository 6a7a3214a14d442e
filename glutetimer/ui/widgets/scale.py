"""A number from 0 to 10 to choose with one click or key, pain and effort, and what it means."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QWidget

from glutetimer.core.pain import calls_for_safety
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import radio_button
from glutetimer.ui.widgets.meant_key import meant_key

TOP = 10

SECOND_DIGIT_S = 1.5
"""A 0 that is typed within so many seconds after a 1 makes it 10."""


class LevelScale(QWidget):
    """Eleven buttons, 0 to 10; a click on the chosen one takes the answer back (None).

    Left and Right move among them when one has the focus, digits choose: a 1 and at once a 0
    are 10. `now_s` tells the seconds of a clock that never goes back.
    """

    value_changed = Signal()
    """The person chose another number, or none."""

    def __init__(
        self, name: str, parent: QWidget | None = None, now_s: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._now_s = now_s
        self._one_typed_s: float | None = None
        self._value: int | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for number in range(TOP + 1):
            button = radio_button(str(number), "chip")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {number} of {TOP}")
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._choose)

    def value(self) -> int | None:
        """The chosen number, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number, or none; says nothing."""
        self._value = value
        for number in range(TOP + 1):
            self._group.button(number).setChecked(number == value)

    def take_key(self, key: int) -> bool:
        """Choose a number if a key (`Qt.Key`) is a digit, wherever it was typed; whether it is."""
        is_digit = Qt.Key.Key_0 <= key <= Qt.Key.Key_9
        if is_digit:
            self.type_digit(key - Qt.Key.Key_0)
        return is_digit

    def type_digit(self, digit: int) -> None:
        """Choose a number as if its digit (0 to 9) was typed here."""
        one_s, now_s = self._one_typed_s, self._now_s()
        is_second = digit == 0 and one_s is not None and now_s - one_s <= SECOND_DIGIT_S
        self._one_typed_s = now_s if digit == 1 else None
        self.set_value(TOP if is_second else digit)
        self.value_changed.emit()

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        number = self._group.id(button)
        self._one_typed_s = None
        self.set_value(None if number == self._value else number)
        self.value_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, move the focus by arrow."""
        key = meant_key(event)
        if self.take_key(key):
            self._group.button(self._value or 0).setFocus()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            numbers = [n for n in range(TOP + 1) if self._group.button(n).hasFocus()]
            step = 1 if key == Qt.Key.Key_Right else -1
            wanted = min(TOP, max(0, (numbers[0] if numbers else 0) + step))
            self._group.button(wanted).setFocus()
        else:
            super().keyPressEvent(event)


class LevelQuestion(LevelScale):
    """A scale that says in `words` what its number means; its owner puts both in their places.

    What stands in `words` at first stands there whenever there is no answer. `safety` is shown
    as long as the level calls for it.
    """

    def __init__(
        self,
        name: str,
        words_of: Callable[[int], str],
        words: QLabel,
        safety: QWidget | None = None,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(name, now_s=now_s)
        self._words_of = words_of
        self._hint = words.text()
        self.words = words
        self.safety = safety
        self.set_value(None)

    def set_value(self, value: int | None) -> None:
        """Show a number, or none, and what it means; says nothing."""
        super().set_value(value)
        self.words.setText(self._hint if value is None else self._words_of(value))
        if self.safety is not None:
            self.safety.setVisible(calls_for_safety(value))
