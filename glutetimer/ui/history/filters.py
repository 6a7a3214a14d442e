"""Choosing which sessions are listed: by routine and by day."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.counts import one_line
from glutetimer.core.ports.clock import Clock
from glutetimer.ui.history.model import SessionFilter
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced
from glutetimer.ui.widgets.day_field import DayRange
from glutetimer.ui.widgets.fields import Choice
from glutetimer.ui.words import local_day


class PeriodFilter(IntEnum):
    """The entries of the period choice."""

    ANY = 0
    WEEK = 7
    MONTH = 30
    YEAR = 365
    OWN = -1


_NAMES = {
    PeriodFilter.ANY: "Any day",
    PeriodFilter.WEEK: "7 days",
    PeriodFilter.MONTH: "30 days",
    PeriodFilter.YEAR: "365 days",
    PeriodFilter.OWN: "From … to …",
}


# In the smallest window the details beside the list need their room.
_ROUTINE_LEAST_PX = 142
_PERIOD_LEAST_PX = 122


class SessionFilters(QWidget):
    """A routine, and a period or two days."""

    filter_changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        today = self._today()
        column = spaced(QVBoxLayout(self), Space.S)
        row = spaced(QHBoxLayout(), Space.S)
        column.addLayout(row)
        self._routine = Choice()
        self._routine.setAccessibleName("Show sessions of this routine")
        self._period = Choice()
        self._period.setAccessibleName("Show sessions of these days")
        self._period.offer((name, period.value) for period, name in _NAMES.items())
        self._routine.setMinimumWidth(_ROUTINE_LEAST_PX)
        self._period.setMinimumWidth(_PERIOD_LEAST_PX)
        row.addWidget(self._routine, 3)
        row.addWidget(self._period, 2)
        self._days = DayRange(today - timedelta(days=30), today)
        self._days.hide()
        column.addWidget(self._days)
        self.set_routines(())
        self._routine.currentIndexChanged.connect(self._change)
        self._period.currentIndexChanged.connect(self._change)
        self._days.days_changed.connect(self._change)

    def set_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Offer these (id, title); the choice stays if it is still among them. Says nothing."""
        titles = ((one_line(title), routine_id) for routine_id, title in routines)
        self._routine.offer([("All routines", None), *titles])

    def value(self) -> SessionFilter:
        """The sessions that are wanted."""
        routine_id = self._routine.currentData()
        match PeriodFilter(self._period.currentData()):
            case PeriodFilter.ANY:
                return SessionFilter(routine_id)
            case PeriodFilter.OWN:
                return SessionFilter(routine_id, *self._days.days())
            case days:
                today = self._today()
                return SessionFilter(routine_id, today - timedelta(days=days - 1), today)

    def show_day(self, day: date) -> None:
        """Choose all routines and this one day. Says nothing."""
        self.blockSignals(True)
        self._routine.setCurrentIndex(0)
        self._period.setCurrentIndex(self._period.findData(PeriodFilter.OWN.value))
        for field in (self._days.since, self._days.until):
            field.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def _today(self) -> date:
        return local_day(self._clock)

    @Slot()
    def _change(self) -> None:
        self._days.setVisible(self._period.currentData() == PeriodFilter.OWN)
        self.filter_changed.emit()
