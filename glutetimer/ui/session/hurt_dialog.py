"""What happens after "it hurts": where, how much, and how to go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from glutetimer.core.pain import calls_for_safety, is_reason_to_end, words_hurt
from glutetimer.ui.session.overlay import Overlay
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import (
    push_button,
    radio_button,
    set_kind,
    set_look,
    text_label,
    without_mnemonic,
)
from glutetimer.ui.widgets.meant_key import meant_key
from glutetimer.ui.widgets.safety_dialog import SafetyButton
from glutetimer.ui.widgets.scale import LevelQuestion

PLACES = ("Low back", "Hip", "Buttock", "Leg", "Knee", "Other")

_OTHER = PLACES[-1]
_ONE_COLUMN_BELOW_PX = 600


class HurtAnswer(StrEnum):
    """How the person wants to go on, each by the letter of its key."""

    EASIER = "e"
    SKIP_SET = "s"
    SKIP_EXERCISE = "x"
    STOP = "q"


@dataclass(frozen=True, slots=True)
class HurtChoice:
    """An exercise that may be meant, and what can be had instead of it.

    `easier` is the name of what could take its place, "" for nothing; `has_sets` says that sets of
    it are left, `is_set_over` that one was ended, `told` is what was said of its pain before.
    """

    name: str
    easier: str = ""
    has_sets: bool = True
    is_set_over: bool = False
    told: Pain | None = None


_KEYS = {ord(answer.upper()): answer for answer in HurtAnswer}  # as `Qt.Key` has letters


class HurtDialog(Overlay):
    """Asks calmly and offers ways on.

    Digits say how much, letters choose the way, Esc leaves the session paused. Where two
    exercises may be meant, the first is, unless the person chooses the other. `now_s` is the
    clock's.
    """

    answered = Signal(HurtAnswer)

    dismissed = Signal()
    """Esc: the session stays paused."""

    def __init__(
        self, choices: Sequence[HurtChoice], now_s: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__("Stop for a moment. Where does it hurt?", parent)
        self._choices = choices
        self.meant = 0
        """Which of the exercises is meant."""
        self._add_which()
        self._add_where()
        self.content.addWidget(text_label("How much? 0 is nothing, 10 is the worst", "subtitle"))
        advice = text_label(words_hurt(None), wraps=True)
        self.safety = SafetyButton()
        self.scale = LevelQuestion("Pain", words_hurt, advice, now_s=now_s)
        self.scale.value_changed.connect(self._follow_pain)
        self.content.addWidget(self.scale)
        row = QHBoxLayout()
        row.addWidget(advice, 1)
        row.addWidget(self.safety)
        self.content.addLayout(row)
        self.buttons: dict[HurtAnswer, QPushButton] = {}
        """The answers; those that are not offered are hidden."""
        self._add_answers(1 if parent.width() < grown(_ONE_COLUMN_BELOW_PX) else 2)
        self.content.addWidget(text_label("Esc: answer later, the session waits", "caption"))
        self._show_choice()

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

    @property
    def offered(self) -> tuple[HurtAnswer, ...]:
        """The answers that can be given, in their order."""
        return tuple(answer for answer, one in self.buttons.items() if not one.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a number by digit or a way on by letter."""
        key = meant_key(event, "".join(HurtAnswer))
        if self.scale.take_key(key):
            return
        if key == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif (answer := _KEYS.get(key)) in self.offered:
            self.answered.emit(answer)
        else:
            super().keyPressEvent(event)

    def _add_which(self) -> None:
        """Ask which exercise is meant, where it may be two."""
        if len(self._choices) == 1:
            return
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self._which = QButtonGroup(self)
        row.addWidget(text_label("It is about", "caption"))
        for number, choice in enumerate(self._choices):
            when = "just done" if number == 0 else "next"
            chip = radio_button(f"{choice.name}, {when}", "chip")
            chip.setChecked(number == 0)
            self._which.addButton(chip, number)
            row.addWidget(chip, 1)
        self._which.idClicked.connect(self._choose)
        self.content.addLayout(row)

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
        self.words.textEdited.connect(self._follow_pain)
        self.content.addWidget(self.words)

    def _add_answers(self, columns: int) -> None:
        group = QButtonGroup(self)
        self._grid, self._columns = QGridLayout(), columns
        self._grid.setSpacing(Space.M)
        for answer in HurtAnswer:
            button = self.buttons[answer] = push_button("")
            button.setParent(self)  # one that is not offered yet must be no window of its own
            group.addButton(button, ord(answer.upper()))
        group.idClicked.connect(self._answer)
        self.content.addLayout(self._grid)

    def _show_choice(self) -> None:
        """Offer what can be had for the exercise that is meant, and what was said of it before."""
        choice = self._choices[self.meant]
        texts = {
            HurtAnswer.EASIER: f"Easier: {choice.easier}" if choice.easier else "",
            HurtAnswer.SKIP_SET: (
                "Skip the rest of this set" if choice.is_set_over else "Go on with the session"
            ),
            HurtAnswer.SKIP_EXERCISE: f"Skip {choice.name}" if choice.has_sets else "",
            HurtAnswer.STOP: "End the session",
        }
        offered = [answer for answer, text in texts.items() if text]
        for answer, button in self.buttons.items():
            self._grid.removeWidget(button)
            button.setText(without_mnemonic(f"{texts[answer]}  ({answer.upper()})"))
        for number, answer in enumerate(offered):
            row, column = divmod(number, self._columns)
            is_alone = number == len(offered) - 1 and column == 0
            wide = self._columns if is_alone else 1
            self._grid.addWidget(self.buttons[answer], row, column, 1, wide)
        for answer, button in self.buttons.items():
            button.setVisible(answer in offered)
        if choice.told is not None:
            self._show_told(choice.told)
        self._follow_pain()

    def _show_told(self, pain: Pain) -> None:
        """Show what was said before: it is changed, not asked anew."""
        parts = pain.where.split(", ") if pain.where else []
        chips = {button.text().lower(): button for button in self.places}
        for part in parts:
            if part in chips:
                chips[part].setChecked(True)
        self.words.setText(", ".join(part for part in parts if part not in chips))
        self.scale.set_value(pain.level)

    def _where_text(self) -> str:
        words = self.words.text().strip()
        chosen = [
            button.text()
            for button in self.places
            if button.isChecked() and not (words and button.text() == _OTHER)
        ]
        return ", ".join([*chosen, *([words] if words else [])]).lower()

    @Slot()
    def _follow_pain(self) -> None:
        """Advise to end, in words and by the highlighted button, where that is better."""
        level, where = self.scale.value(), self._where_text()
        ends = is_reason_to_end(level, where)
        self.scale.words.setText(words_hurt(level, where))
        set_look(self.scale.words, "wrong" if ends else "")
        self.safety.setVisible(calls_for_safety(level, where))
        suggested = HurtAnswer.STOP if ends else self.offered[0]
        for answer, button in self.buttons.items():
            set_kind(button, "primary" if answer is suggested else "")
        self.fit()

    @Slot(int)
    def _choose(self, number: int) -> None:
        """Another exercise is meant."""
        self.meant = number
        self._show_choice()

    @Slot(QAbstractButton)
    def _place_chosen(self, button: QAbstractButton) -> None:
        if button.text() == _OTHER and button.isChecked():
            self.words.setFocus()
        self._follow_pain()

    @Slot(int)
    def _answer(self, key: int) -> None:
        self.answered.emit(_KEYS[key])
