"""The first sessions in a line each, where a year of cells would be empty."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.ports.calendar import WEEKDAYS
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, separator, spaced, text_label
from glutetimer.ui.words import date_text

MOST = 5
"""So many are shown, the newest first; Sessions has all of them."""


class FirstSessionsCard(QFrame):
    """Empty until `show_sessions` is called."""

    day_chosen = Signal(date)
    """The person wants to see the sessions of this day."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._shown: list[QWidget] = []
        column = spaced(QVBoxLayout(self), Space.S, Space.XL, Space.L, Space.XL, Space.L)
        column.addWidget(text_label("Your first sessions", "subtitle"))
        self._rows = spaced(QVBoxLayout(), Space.S)
        column.addLayout(self._rows)
        column.addSpacing(Space.XS)
        column.addWidget(
            text_label("The calendar of your year comes after four weeks.", "caption", wraps=True)
        )

    def show_sessions(self, sessions: Sequence[SessionTotals]) -> None:
        """Show the newest of these instead, given oldest first."""
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = []
        for number, session in enumerate(reversed(sessions[-MOST:])):
            if number:
                self._shown.append(separator())
            row = _SessionLine(session)
            row.day_chosen.connect(self.day_chosen)
            self._shown.append(row)
        for widget in self._shown:
            self._rows.addWidget(widget)


class _SessionLine(QWidget):
    """One session: when, what, how much, and the pain before and after."""

    day_chosen = Signal(date)

    def __init__(self, session: SessionTotals) -> None:
        super().__init__()
        self._day = session.day
        row = spaced(QHBoxLayout(self), Space.L)
        words = spaced(QVBoxLayout(), 2)
        day = f"{WEEKDAYS[session.day.weekday()]}, {date_text(session.day)}"
        title = f"{day}  ·  {one_line(session.routine_title)}"
        words.addWidget(text_label(title, "strong", wraps=True))
        words.addWidget(text_label(_facts(session), "muted", wraps=True))
        row.addLayout(words, 1)
        button = push_button("Open", "quiet", "Show this session, set by set")
        button.setAccessibleName(plain(f"Open {title}"))
        button.clicked.connect(self._choose)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _choose(self) -> None:
        self.day_chosen.emit(self._day)


def _facts(session: SessionTotals) -> str:
    before, after = session.pain_before, session.pain_after
    pain = ""
    if before is not None and after is not None:
        pain = f"pain {before} before, {after} after"
    elif before is not None or after is not None:
        pain = f"pain {after} after" if before is None else f"pain {before} before"
    sets = count_text(session.sets_done, "set")
    return "  ·  ".join(filter(None, (minutes_text(session.active_s), sets, pain)))
