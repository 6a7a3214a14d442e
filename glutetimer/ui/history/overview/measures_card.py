"""What was measured every four weeks, what has changed, and when the next time is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from glutetimer.core.progress.measures import Measures, change_words, lines_of, next_day
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, set_kind, spaced, text_label
from glutetimer.ui.words import at_place, date_text

MOST = 6
"""So many are shown, the newest first; Sessions has all of them."""


class MeasuresCard(QFrame):
    """Empty until `show_measures` is called."""

    measure_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = spaced(QVBoxLayout(self), Space.S, Space.XL, Space.L, Space.XL, Space.L)
        head = spaced(QHBoxLayout(), Space.M)
        head.addWidget(text_label("Measures", "subtitle"), 1)
        self.button = push_button("Measure…", "quiet", "Three activities of yours and two tests")
        self.button.clicked.connect(self.measure_asked)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.due = text_label("", "muted", wraps=True)
        self.change = text_label("", "strong", wraps=True)
        self.lines = text_label("", wraps=True)
        for label in (self.due, self.change, self.lines):
            column.addWidget(label)

    def show_measures(self, every: Sequence[Measures], today: date) -> None:
        """Show these, oldest first."""
        last = at_place(every[-1].at).date() if every else None
        due = next_day(last, today)
        is_due = due <= today
        self.due.setText(_due_words(due, is_due, last))
        set_kind(self.button, "primary" if is_due else "quiet")
        self.change.setText(change_words(every))
        self.change.setVisible(len(every) > 1)
        rows = [
            f"{date_text(at_place(one.at).date())}: {'; '.join(lines_of(one))}"
            for one in reversed(every[-MOST:])
        ]
        self.lines.setText("\n".join(rows))
        self.lines.setVisible(bool(rows))


def _due_words(due: date, is_due: bool, last: date | None) -> str:
    if last is None:
        return "Five minutes now, and every four weeks: what you can do, beside sets and pain."
    return "Four weeks are over: measure again." if is_due else f"Next on {date_text(due)}."
