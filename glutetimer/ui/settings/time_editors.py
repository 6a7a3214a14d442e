"""Editors of days of the week, and of a time of the day."""

from datetime import time
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Signal

from glutetimer.core.settings import Weekday
from glutetimer.ui.widgets.controls import push_button
from glutetimer.ui.widgets.day_field import TimeField
from glutetimer.ui.widgets.flow import FlowRow

_NUMBER_PX = 180
"""As wide as the numbers above and below it."""


class DaysEditor(FlowRow):
    """Seven buttons, in the order of the person's week; each takes the focus itself."""

    edited = Signal()

    def __init__(self) -> None:
        days, first = tuple(Weekday), QLocale().firstDayOfWeek().value - 1
        ordered = days[first:] + days[:first]
        self._buttons = {day: push_button(day.title(), "choice") for day in ordered}
        super().__init__(tuple(self._buttons.values()))
        for button in self._buttons.values():
            button.setCheckable(True)
            button.toggled.connect(self.edited)

    def setAccessibleName(self, name: str) -> None:
        """Each button says what it is a day of."""
        super().setAccessibleName(name)
        for day, button in self._buttons.items():
            button.setAccessibleName(f"{name}: {day.name.title()}")

    def setting(self) -> tuple[Weekday, ...]:
        """The chosen days, Monday first."""
        return tuple(day for day in Weekday if self._buttons[day].isChecked())

    def show_setting(self, value: Any) -> None:
        """Choose these days."""
        for day, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(day in value)


class TimeEditor(TimeField):
    """A time of the day."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, time())
        self.setMinimumWidth(_NUMBER_PX)
        self.time_changed.connect(self.edited)

    def setting(self) -> time:
        """The time that was taken last."""
        return self.moment()

    def show_setting(self, value: Any) -> None:
        """Show another time."""
        with QSignalBlocker(self):
            self.set_moment(value)
