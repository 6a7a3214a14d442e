"""Choosing the days that a report or a calendar is about."""

from datetime import date
from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glutetimer.core.report.period import Period, last_months
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.day_field import DayRange
from glutetimer.ui.widgets.fields import Choice


class PeriodChoice(IntEnum):
    """The entries of the choice: months, or what is no number of months."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12
    ALL = 0
    OWN = -1


_NAMES = {
    PeriodChoice.MONTH: "Last month",
    PeriodChoice.QUARTER: "Last 3 months",
    PeriodChoice.YEAR: "Last year",
    PeriodChoice.ALL: "Everything",
    PeriodChoice.OWN: "From … to …",
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
        self.choice.offer((name, span.value) for span, name in _NAMES.items())
        self.choice.setCurrentIndex(self.choice.findData(PeriodChoice.QUARTER.value))
        column.addWidget(self.choice)
        self.days = DayRange(last_months(today).since, today)
        self.days.hide()
        column.addWidget(self.days)
        self.choice.currentIndexChanged.connect(self._change)
        self.days.days_changed.connect(self._change)

    def period(self) -> Period:
        """The chosen days; two that are the wrong way round are swapped."""
        match PeriodChoice(self.choice.currentData()):
            case PeriodChoice.ALL:
                return Period(self._first_day, self._today)
            case PeriodChoice.OWN:
                return Period(*self.days.days())
            case months:
                return last_months(self._today, months)

    @Slot()
    def _change(self) -> None:
        self.days.setVisible(self.choice.currentData() == PeriodChoice.OWN)
        self.period_changed.emit()
