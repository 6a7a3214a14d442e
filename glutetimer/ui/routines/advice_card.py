"""The card with the next steps of a routine: what would change, why, and three answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.advice.rules import Rule
from glutetimer.core.advice.suggestion import Suggestion
from glutetimer.core.history.totals import Answer
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, push_button, separator, spaced, text_label
from glutetimer.ui.widgets.fields import Disclosure
from glutetimer.ui.words import dose_words

_EFFECT = (
    "Your own dose changes, in this routine only. Its file stays as it is, and so do other "
    "routines. Settings, Exercises has it for later changes."
)


class NextStepCard(QFrame):
    """One or more suggestions; nothing changes before the person takes one."""

    answered = Signal(object, object)
    """The Suggestion and the Answer to it."""

    def __init__(self, suggestions: Sequence[Suggestion]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName("Next step")
        column = spaced(QVBoxLayout(self), Space.S, Space.L, Space.M, Space.L, Space.M)
        head = QHBoxLayout()
        head.addWidget(text_label("Next step", "accent"))
        head.addStretch(1)
        head.addWidget(text_label("Only a suggestion: nothing changes by itself", "caption"))
        column.addLayout(head)
        self.rows = tuple(SuggestionRow(suggestion) for suggestion in suggestions)
        for number, row in enumerate(self.rows):
            if number:
                column.addWidget(separator())
            row.answered.connect(self.answered)
            column.addWidget(row)


class SuggestionRow(QWidget):
    """One suggestion: change, reason, its rule when asked why, and the answers."""

    answered = Signal(object, object)

    def __init__(self, suggestion: Suggestion) -> None:
        super().__init__()
        self._suggestion = suggestion
        self._why: QWidget | None = None
        self._column = spaced(QVBoxLayout(self), Space.XS)
        what = dose_words(suggestion.words)
        self._column.addWidget(text_label(what, "subtitle", wraps=True))
        self._column.addWidget(text_label(suggestion.reason, wraps=True))
        self._column.addLayout(self._make_answers(what))

    def _make_answers(self, what: str) -> QBoxLayout:
        row = spaced(QHBoxLayout(), Space.S)
        self.why_button = Disclosure("Why?")
        self.why_button.setAccessibleName(plain(f"Why {what}?"))
        self.why_button.toggled.connect(self.show_why)
        row.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.never_button = push_button("Not again", "quiet", "Never suggest this for it again")
        self.later_button = push_button("Not now", "quiet", "It may come again later")
        self.take_button = push_button("Take it", "", "Change your settings; can be undone")
        answers = (
            (self.never_button, self._never),
            (self.later_button, self._later),
            (self.take_button, self._take),
        )
        for button, slot in answers:
            button.setAccessibleDescription(plain(what))
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    @Slot(bool)
    def show_why(self, is_open: bool) -> None:
        """Open or close the rule with its source; made when it is first wanted."""
        if is_open and self._why is None:
            self._why = _why(self._suggestion.rule)
            self._column.addWidget(self._why)
        if self._why is not None:
            self._why.setVisible(is_open)

    @Slot()
    def _take(self) -> None:
        self.answered.emit(self._suggestion, Answer.TAKEN)

    @Slot()
    def _later(self) -> None:
        self.answered.emit(self._suggestion, Answer.DECLINED)

    @Slot()
    def _never(self) -> None:
        self.answered.emit(self._suggestion, Answer.NEVER)


def _why(rule: Rule) -> QWidget:
    frame, column = card("inset")
    origin = f"{rule.source} (Editorial.)" if rule.is_editorial else rule.source
    column.addWidget(text_label("The rule", "strong"))
    column.addWidget(text_label(rule.words, wraps=True))
    for heading, text in (("Where it comes from", origin), ("If you take it", _EFFECT)):
        column.addWidget(text_label(heading, "strong"))
        column.addWidget(text_label(text, "muted", wraps=True))
    return frame
