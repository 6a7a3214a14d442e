"""The part of the calendar dialog about sessions that were."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glutetimer.core.counts import count_text
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.weeks import counted
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced, text_label
from glutetimer.ui.widgets.fields import Switch
from glutetimer.ui.widgets.period_picker import PeriodPicker

WHAT = "Every session becomes an event. Importing it again later doubles nothing."


class PastPart(QWidget):
    """Which days, and whether pain and effort are written into the events."""

    def __init__(self, totals: Sequence[SessionTotals], today: date) -> None:
        """`totals` are all sessions, oldest first."""
        super().__init__()
        self._done = counted(totals)
        column = spaced(QVBoxLayout(self), Space.M)
        column.addWidget(text_label(WHAT, "muted", wraps=True))
        first_day = self._done[0].day if self._done else None
        self.picker = PeriodPicker(today, first_day)
        column.addWidget(self.picker)
        self.levels = Switch("Write pain and effort into the events")
        self.levels.setAccessibleDescription("Whoever sees your calendar sees them too")
        column.addWidget(self.levels)
        self.summary = text_label(look="strong", wraps=True)
        column.addWidget(self.summary)
        column.addStretch(1)
        self.picker.period_changed.connect(self.follow)
        self.follow()

    def sessions(self) -> Sequence[SessionTotals]:
        """The sessions of the chosen days."""
        period = self.picker.period()
        return [done for done in self._done if period.since <= done.day <= period.until]

    @Slot()
    def follow(self) -> None:
        """Say how many there are."""
        count = len(self.sessions())
        self.summary.setText(count_text(count, "session") if count else "No session in these days")
