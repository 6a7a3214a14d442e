"""What happens after "it hurts": where, how much, and how to go on."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from glutetimer.core.history.records import Pain
from glutetimer.core.pain import PainBand, band
from glutetimer.ui.session.overlay import Overlay
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, set_kind, set_look, text_label
from glutetimer.ui.widgets.level_question import LevelQuestion
from glutetimer.ui.widgets.meant_key import meant_key

PLACES = ("Low back", "Hip", "Buttock", "Leg", "Knee", "Other")

ADVICE = (
    "Feeling the working muscle is expected. Sharp back pain, or back pain that grows, "
    "is a reason to stop."
)

STEP_BACK = "Above 5: step back. End for today; see your physiotherapist if it does not settle."

_OTHER = PLACES[-1]
_ONE_COLUMN_BELOW_PX = 600


class HurtAnswer(StrEnum):
    """How the person wants to go on."""

    EASIER = "easier"
    SKIP_SET = "skip_set"
    SKIP_EXERCISE = "skip_exercise"
    STOP = "stop"


_KEYS: dict[int, HurtAnswer] = {
    Qt.Key.Key_E: HurtAnswer.EASIER,
    Qt.Key.Key_S: HurtAnswer.SKIP_SET,
    Qt.Key.Key_X: HurtAnswer.SKIP_EXERCISE,
    Qt.Key.Key_Q: HurtAnswer.STOP,
}
_LETTERS = "esxq"


class HurtDialog(Overlay):
    """Asks calmly and offers ways on.

    Digits say how much, letters choose the way, Esc leaves the session paused.
    `easier_name` is empty where there is no easier alternative; `is_set_over` says that a set
    was ended (else the person was waiting for one); `now_s` is the clock's.
    """

    answered = Signal(HurtAnswer)

    dismissed = Signal()
    """Esc: the session stays paused."""

    def __init__(
        self, easier_name: str, is_set_over: bool, now_s: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__("Stop for a moment. Where does it hurt?", parent)
        self._add_where()
        self.content.addWidget(text_label("How much? 0 is nothing, 10 is the worst", "subtitle"))
        advice = text_label(ADVICE, wraps=True)
        self.scale = LevelQuestion("Pain", _advice_on, advice, now_s=now_s)
        self.scale.value_changed.connect(self._follow_level)
        self.content.addWidget(self.scale)
        self.content.addWidget(advice)
        columns = 1 if parent.width() < _ONE_COLUMN_BELOW_PX else 2
        self._buttons = self._add_answers(easier_name, is_set_over, columns)
        self.content.addWidget(text_label("Esc: answer later, the session waits", "caption"))

    @property
    def pain(self) -> Pain | None:
        """What was answered; None if neither question was."""
        where, level = self._where_text(), self.scale.value()
        if level is None and not where:
            return None
        return Pain(where, level)

    @property
    def places(self) -> tuple[QAbstractButton, ...]:
        """The quick choices of where it hurts."""
        return tuple(self._places.buttons())

    def button(self, answer: HurtAnswer) -> QPushButton | None:
        """The button of an answer; None where it is not offered."""
        return self._buttons.get(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a number by digit or a way on by letter."""
        key = meant_key(event, _LETTERS)
        if self.scale.take_key(key):
            return
        if key == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif (answer := _KEYS.get(key)) in self._buttons:
            self.answered.emit(answer)
        else:
            super().keyPressEvent(event)

    def _add_where(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self._places = QButtonGroup(self)
        self._places.setExclusive(False)
        for number, name in enumerate(PLACES):
            chip = push_button(name, "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"It hurts here: {name}")
            self._places.addButton(chip, number)
            row.addWidget(chip)
        self._places.buttonClicked.connect(self._place_chosen)
        self.content.addLayout(row)
        self.words = QLineEdit(self)
        self.words.setMaxLength(200)
        self.words.setPlaceholderText("or in your own words")
        self.words.setAccessibleName("Where it hurts, in your own words")
        self.content.addWidget(self.words)

    def _add_answers(
        self, easier_name: str, is_set_over: bool, columns: int
    ) -> dict[HurtAnswer, QPushButton]:
        skip = "Skip the rest of this set" if is_set_over else "Go on with the session"
        texts = {
            HurtAnswer.EASIER: f"Easier: {easier_name}  (E)",
            HurtAnswer.SKIP_SET: f"{skip}  (S)",
            HurtAnswer.SKIP_EXERCISE: "Skip this exercise  (X)",
            HurtAnswer.STOP: "End the session  (Q)",
        }
        if not easier_name:
            del texts[HurtAnswer.EASIER]
        self._answers = QButtonGroup(self)
        made: dict[HurtAnswer, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        for number, (answer, text) in enumerate(texts.items()):
            button = push_button(text)
            self._answers.addButton(button, number)
            made[answer] = button
            row, column = divmod(number, columns)
            is_alone = number == len(texts) - 1 and column == 0
            grid.addWidget(button, row, column, 1, columns if is_alone else 1)
        self._answers.buttonClicked.connect(self._answer)
        self.content.addLayout(grid)
        _highlight(made, next(iter(made)))
        return made

    def _where_text(self) -> str:
        words = self.words.text().strip()
        chosen = [
            button.text()
            for button in self.places
            if button.isChecked() and not (words and button.text() == _OTHER)
        ]
        return ", ".join([*chosen, *([words] if words else [])]).lower()

    @Slot()
    def _follow_level(self) -> None:
        """Advise to end, in words and by the highlighted button, where pain is too much."""
        is_too_much = _is_too_much(self.scale.value() or 0)
        set_look(self.scale.words, "wrong" if is_too_much else "")
        _highlight(self._buttons, HurtAnswer.STOP if is_too_much else next(iter(self._buttons)))
        self.fit()

    @Slot(QAbstractButton)
    def _place_chosen(self, button: QAbstractButton) -> None:
        if button.text() == _OTHER and button.isChecked():
            self.words.setFocus()

    @Slot(QAbstractButton)
    def _answer(self, button: QAbstractButton) -> None:
        self.answered.emit(list(self._buttons)[self._answers.id(button)])


def _is_too_much(level: int) -> bool:
    return band(level) is PainBand.TOO_MUCH


def _advice_on(level: int) -> str:
    return STEP_BACK if _is_too_much(level) else ADVICE


def _highlight(buttons: Mapping[HurtAnswer, QPushButton], suggested: HurtAnswer) -> None:
    for answer, button in buttons.items():
        others = "danger" if answer is HurtAnswer.STOP else ""
        set_kind(button, "primary" if answer is suggested else others)
