"""Choosing the days that a report or a calendar is about."""

from datetime import date
from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from glutetimer.core.report.period import Period, last_months
from glutetimer.ui.controls import text_label
from glutetimer.ui.day_field import DayField
from glutetimer.ui.fields import Choice
from glutetimer.ui.theme import Space


class Span(IntEnum):
    """The entries of the choice: months, or what is no number of months."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12
    ALL = 0
    OWN = -1


_NAMES = {
    Span.MONTH: "Last month",
    Span.QUARTER: "Last 3 months",
    Span.YEAR: "Last year",
    Span.ALL: "Everything",
    Span.OWN: "From … to …",
}


class PeriodPicker(QWidget):
    """A usual period up to today, or two days; the last three months at first."""

    period_changed = Signal()
    """Other days were chosen."""

    def __init__(self, today: date, first_day: date | None) -> None:
        """`first_day` is that of the first session; None if there is none."""
        super().__init__()
        self._today = today
        self._first_day = min(first_day or today, today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self.choice = Choice()
        self.choice.setAccessibleName("Period")
        for span, name in _NAMES.items():
            self.choice.addItem(name, span.value)
        self.choice.setCurrentIndex(self.choice.findData(Span.QUARTER.value))
        column.addWidget(self.choice)
        self._days = QWidget()
        grid = QGridLayout(self._days)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        self.since = DayField("From this day", last_months(today).since)
        self.until = DayField("To this day", today)
        for number, (name, day) in enumerate((("from", self.since), ("to", self.until))):
            grid.addWidget(text_label(name, "muted"), number, 0)
            grid.addWidget(day, number, 1)
        self._days.hide()
        column.addWidget(self._days)
        self.choice.currentIndexChanged.connect(self._change)
        self.since.dateChanged.connect(self._change)
        self.until.dateChanged.connect(self._change)

    def period(self) -> Period:
        """The chosen days; two that are the wrong way round are swapped."""
        match Span(self.choice.currentData()):
            case Span.ALL:
                return Period(self._first_day, self._today)
            case Span.OWN:
                since, until = sorted((self.since.day(), self.until.day()))
                return Period(since, until)
            case months:
                return last_months(self._today, months)

    @Slot()
    def _change(self) -> None:
        self._days.setVisible(self.choice.currentData() == Span.OWN)
        self.period_changed.emit()
