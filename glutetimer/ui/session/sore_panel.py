"""What is offered before a session to somebody whose pain is above 5: less, or another day."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from glutetimer.core.pain import calls_for_safety, words_before
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.ui.session.overlay import Overlay
from glutetimer.ui.session.view import SessionView
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.widgets.meant_key import meant_key
from glutetimer.ui.widgets.safety_dialog import SafetyButton


class SoreAnswer(StrEnum):
    """How the person wants to go on, each by the letter of its key."""

    GENTLE = "g"
    SQUEEZES = "d"
    NOT_TODAY = "n"
    AS_PLANNED = "p"


_TEXTS = {
    SoreAnswer.GENTLE: "The gentle dose: fewer sets and reps",
    SoreAnswer.SQUEEZES: "Only desk squeezes: a minute, standing or sitting",
    SoreAnswer.NOT_TODAY: "Not today: end here",
    SoreAnswer.AS_PLANNED: "All of it, as planned",
}

_KEYS = {ord(answer.upper()): answer for answer in SoreAnswer}  # as `Qt.Key` has letters


class SorePanel(Overlay):
    """Says what such a pain means, and offers ways on; Esc leaves the session paused.

    From 8 on the warning signs come first, and the way that is suggested is not today's.
    """

    answered = Signal(SoreAnswer)

    dismissed = Signal()
    """Esc: the session stays paused."""

    def __init__(self, level: int, offered: Sequence[SoreAnswer], parent: SessionView) -> None:
        super().__init__("Your back hurts more than is good", parent)
        self._offered = offered
        is_much = calls_for_safety(level)
        if is_much:
            self.content.addWidget(text_label(SEE_SOMEONE, wraps=True))
        self.content.addWidget(text_label(words_before(level), "subtitle", wraps=True))
        suggested = SoreAnswer.NOT_TODAY if is_much else offered[0]
        group = QButtonGroup(self)
        for answer in offered:
            kind = "primary" if answer is suggested else ""
            button = push_button(f"{_TEXTS[answer]}  ({answer.upper()})", kind)
            group.addButton(button, ord(answer.upper()))
            self.content.addWidget(button)
        group.idClicked.connect(self._answer)
        row = QHBoxLayout()
        row.addWidget(text_label("Esc: the session waits", "caption"), 1)
        row.addWidget(SafetyButton())
        self.content.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a way on by its letter."""
        key = meant_key(event, "".join(SoreAnswer))
        if key == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif (answer := _KEYS.get(key)) in self._offered:
            self.answered.emit(answer)
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _answer(self, key: int) -> None:
        self.answered.emit(_KEYS[key])
