"""The top of a session's details: what it was, and what can be done with all of it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from glutetimer.core.counts import one_line
from glutetimer.core.history.records import SessionSummary, SetRecord
from glutetimer.ui.history.wording import dose_text, end_text, facts_text, troubles_text
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, spaced, text_label
from glutetimer.ui.words import moment_text


class HeadCard(QFrame):
    """Title, day and dose, how it ended, what was skipped and where it hurt."""

    again_asked = Signal()
    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = spaced(QVBoxLayout(self), Space.XS, Space.XL, Space.L, Space.L, Space.L)
        row = QHBoxLayout()
        self.title = text_label(look="title", wraps=True)
        self.moment = text_label(look="muted", wraps=True)
        words = spaced(QVBoxLayout(), Space.XS)
        words.addWidget(self.title)
        words.addWidget(self.moment)
        row.addLayout(words, 1)
        tip = "Start this routine now, in the dose of that day"
        self._again = push_button("Do it again", "", tip)
        self._again.clicked.connect(self.again_asked)
        delete = push_button("Delete", "", "Delete this session (Del in the list)")
        delete.clicked.connect(self.delete_asked)
        for button in (self._again, delete):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.facts = text_label(look="accent", wraps=True)
        self.troubles = text_label(look="muted", wraps=True)
        column.addWidget(self.facts)
        column.addWidget(self.troubles)

    def show_session(self, session: SessionSummary, sets: Iterable[SetRecord]) -> None:
        """Show this session."""
        start = session.start
        self.title.setText(one_line(start.routine_title))
        self._again.setVisible(start.planned_sets > 0)  # a walk is nothing to play
        dose = "" if start.dose == "normal" else f"  ·  {dose_text(start.dose)}"
        self.moment.setText(f"{moment_text(start.started_at)}{dose}")
        self.facts.setText(f"{end_text(session.end)}  ·  {facts_text(session)}")
        troubles = troubles_text(sets)
        self.troubles.setText(troubles)
        self.troubles.setVisible(bool(troubles))
