"""Where the person's weeks begin: apart from `words`, which no history is needed for."""

from datetime import date

from PySide6.QtCore import QLocale

from glutetimer.core.progress.weeks import week_start


def first_of_week(day: date) -> date:
    """The first day of the week with this one, as weeks begin where the person is."""
    return week_start(day, QLocale().firstDayOfWeek().value)
