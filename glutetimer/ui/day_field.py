"""A day to type or to choose from a calendar, two of them, and a time of the day."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QPointF, Qt, QTime, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QGridLayout, QTimeEdit, QWidget

from glutetimer.ui.controls import text_label
from glutetimer.ui.fields import draw_chevron
from glutetimer.ui.theme import Space, current


class DayField(QDateEdit):
    """A day, typed or chosen from a calendar."""

    def __init__(self, name: str, day: date) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.setDate(QDate(day.year, day.month, day.day))
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt's own red is not legible on a dark ground.
            calendar.setWeekdayTextFormat(weekend, QTextCharFormat())

    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over what the style drew."""
        super().paintEvent(event)
        middle = QPointF(self.width() - 17, self.height() / 2 + 0.5)
        draw_chevron(QPainter(self), middle, current().muted)


class DayRange(QWidget):
    """From one day to another, one below the other."""

    days_changed = Signal()
    """One of the two is another day now."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__()
        self.since = DayField("From this day", since)
        self.until = DayField("To this day", until)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate((("from", self.since), ("to", self.until))):
            grid.addWidget(text_label(name, "muted"), row, 0)
            grid.addWidget(field, row, 1)
            field.dateChanged.connect(self.days_changed)

    def days(self) -> tuple[date, date]:
        """Both days, the earlier one first."""
        first, last = sorted((self.since.day(), self.until.day()))
        return first, last


class TimeField(QTimeEdit):
    """A time of the day, written as the person's country does."""

    def __init__(self, name: str, at: time) -> None:
        super().__init__(QTime(at.hour, at.minute))
        self.setAccessibleName(name)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        # The style sheet's padding does not reach the text of a spin box.
        self.lineEdit().setTextMargins(Space.S, 0, 0, 0)

    def moment(self) -> time:
        """The time that is shown."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two arrows over what the style drew."""
        super().paintEvent(event)
        painter, color = QPainter(self), current().muted
        x, middle = self.width() - 15, self.height() / 2
        draw_chevron(painter, QPointF(x, middle - 6), color, is_up=True)
        draw_chevron(painter, QPointF(x, middle + 6), color)
