"""A day to type or to choose from a calendar, two of them, and a time of the day."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QPointF, Qt, QTime, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QGridLayout,
    QWidget,
)

from glutetimer.core.typed_numbers import parse_time_of_day
from glutetimer.ui.style.theme import Space, current
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.fields import draw_chevron
from glutetimer.ui.widgets.typed_field import TypedField


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


class TimeField(TypedField):
    """A time of the day, written as the person's country does and read in any usual form."""

    time_changed = Signal()
    """It is another time now."""

    def __init__(self, name: str, at: time) -> None:
        super().__init__()
        self._at = at
        self.setAccessibleName(name)
        self.rewrite()

    def moment(self) -> time:
        """The time that was taken last."""
        return self._at

    def set_moment(self, at: time) -> None:
        """Show another time; what was typed and not taken is forgotten."""
        is_other, self._at = at != self._at, at
        self.rewrite()
        if is_other:
            self.time_changed.emit()

    def written(self) -> str:
        """The time as the person's country writes it."""
        at = QTime(self._at.hour, self._at.minute)
        return QLocale().toString(at, QLocale.FormatType.ShortFormat)

    def mistake_in(self, text: str) -> str:
        """Why a text cannot be taken."""
        return "" if _time_of(text) else "Not a time such as 18:00: from 0:00 to 23:59"

    def take_text(self, text: str) -> str:
        """Take a time."""
        at = _time_of(text)
        if at is not None:
            self.set_moment(at)
        return self.mistake_in(text)

    def stepBy(self, steps: int) -> None:
        """An hour, or five minutes where the cursor stands behind the hour; round the clock."""
        self.commit()
        if self.mistake:
            return
        place = self.lineEdit().cursorPosition()
        digits = sum(letter.isdigit() for letter in self.text()[:place])
        is_hour = place <= len(self.text().split(":")[0]) or not digits
        minutes = self._at.hour * 60 + self._at.minute + steps * (60 if is_hour else 5)
        self.set_moment(time(minutes // 60 % 24, minutes % 60))
        self.lineEdit().setCursorPosition(place)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Both ways: a day has no end."""
        flag = QAbstractSpinBox.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled


def _time_of(text: str) -> time | None:
    at = QLocale().toTime(text, QLocale.FormatType.ShortFormat)
    return time(at.hour(), at.minute()) if at.isValid() else parse_time_of_day(text)
