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
from glutetimer.ui.widgets.meant_key import meant_key
from glutetimer.ui.widgets.scale import LevelQuestion

PLACES = ("Low back", "Hip", "Buttock", "Leg", "Knee", "Other")

ADVICE = (
    "Feeling the working muscle is expected. Sharp back pain, or back pain that grows, "
    "is a reason to stop."
)

STEP_BACK = "Above 5: step back. End for today; see your physiotherapist if it does not settle."

_OTHER = PLACES[-1]
_ONE_COLUMN_BELOW_PX = 600


class HurtAnswer(StrEnum):
    """How the person wants to go on, each by the letter of its key."""

    EASIER = "e"
    SKIP_SET = "s"
    SKIP_EXERCISE = "x"
    STOP = "q"


_KEYS = {ord(answer.upper()): answer for answer in HurtAnswer}  # as `Qt.Key` has letters


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
        self.buttons: dict[HurtAnswer, QPushButton] = {}
        """The answers that are offered."""
        skip = "Skip the rest of this set" if is_set_over else "Go on with the session"
        easier = {HurtAnswer.EASIER: f"Easier: {easier_name}"} if easier_name else {}
        ways = {HurtAnswer.SKIP_EXERCISE: "Skip this exercise", HurtAnswer.STOP: "End the session"}
        columns = 1 if parent.width() < _ONE_COLUMN_BELOW_PX else 2
        self._add_answers(easier | {HurtAnswer.SKIP_SET: skip} | ways, columns)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a number by digit or a way on by letter."""
        key = meant_key(event, "".join(HurtAnswer))
        if self.scale.take_key(key):
            return
        if key == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif (answer := _KEYS.get(key)) in self.buttons:
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

    def _add_answers(self, texts: Mapping[HurtAnswer, str], columns: int) -> None:
        group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        for number, (answer, text) in enumerate(texts.items()):
            button = self.buttons[answer] = push_button(f"{text}  ({answer.upper()})")
            group.addButton(button, ord(answer.upper()))
            row, column = divmod(number, columns)
            is_alone = number == len(texts) - 1 and column == 0
            grid.addWidget(button, row, column, 1, columns if is_alone else 1)
        group.idClicked.connect(self._answer)
        self.content.addLayout(grid)
        self._suggest(next(iter(self.buttons)))

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
        self._suggest(HurtAnswer.STOP if is_too_much else next(iter(self.buttons)))
        self.fit()

    def _suggest(self, suggested: HurtAnswer) -> None:
        for answer, button in self.buttons.items():
            others = "danger" if answer is HurtAnswer.STOP else ""
            set_kind(button, "primary" if answer is suggested else others)

    @Slot(QAbstractButton)
    def _place_chosen(self, button: QAbstractButton) -> None:
        if button.text() == _OTHER and button.isChecked():
            self.words.setFocus()

    @Slot(int)
    def _answer(self, key: int) -> None:
        self.answered.emit(_KEYS[key])


def _is_too_much(level: int) -> bool:
    return band(level) is PainBand.TOO_MUCH


def _advice_on(level: int) -> str:
    return STEP_BACK if _is_too_much(level) else ADVICE
