"""The part of the calendar dialog about sessions to come."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from glutetimer.core.counts import one_line
from glutetimer.core.ports.calendar import MOST_REMINDER_MIN, MOST_WEEKS, WEEKDAYS, WeeklyPlan
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, set_look, spaced, text_label
from glutetimer.ui.widgets.day_field import DayField, TimeField
from glutetimer.ui.widgets.fields import Choice
from glutetimer.ui.widgets.flow import FlowRow
from glutetimer.ui.widgets.typed_field import NumberField, TypedField
from glutetimer.ui.words import date_text

WHAT = "A routine on some days of every week, at a time on your clock, in summer as in winter."
USUAL_DAYS = {1: (0,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}
USUAL_AT = time(18, 0)
USUAL_WEEKS, USUAL_REMINDER_MIN = 8, 15


class PlanPart(QWidget):
    """Which routine, on which days, when, for how long."""

    plan_changed = Signal()

    def __init__(self, listings: Sequence[RoutineListing], goal: int, today: date) -> None:
        """As many days as `goal`, the sessions a week that the person wants, are chosen first."""
        super().__init__()
        self._listings = {listing.id: listing for listing in listings if listing.total_s}
        column = spaced(QVBoxLayout(self), Space.M)
        column.addWidget(text_label(WHAT, "muted", wraps=True))
        self.routine = Choice()
        self.routine.setAccessibleName("Routine")
        for listing in self._listings.values():
            self.routine.addItem(one_line(listing.title), listing.id)
        column.addWidget(self.routine)
        self.days = [push_button(name[:3], "choice") for name in WEEKDAYS]
        first = QLocale().firstDayOfWeek().value - 1
        column.addWidget(FlowRow([self.days[(first + n) % 7] for n in range(7)]))
        for number, button in enumerate(self.days):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(WEEKDAYS[number])
            button.setChecked(number in USUAL_DAYS.get(goal, range(7)))
            button.toggled.connect(self.follow)
        column.addLayout(self._grid(today))
        self.summary = text_label(look="strong", wraps=True)
        column.addWidget(self.summary)
        column.addStretch(1)
        self.routine.currentIndexChanged.connect(self.follow)
        self.follow()

    def _grid(self, today: date) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        self.at = TimeField("At", USUAL_AT)
        self.first_day = DayField("Not before", today)
        self.weeks = NumberField(1, MOST_WEEKS, 1, "weeks", "Without end")
        self.weeks.set_first(USUAL_WEEKS)
        self.weeks.set_value_or_none(USUAL_WEEKS)
        self.reminder = NumberField(0, MOST_REMINDER_MIN, 5, "min before", "No reminder")
        self.reminder.set_first(USUAL_REMINDER_MIN)
        self.reminder.set_value_or_none(None)
        fields: dict[str, QWidget] = {
            "At": self.at,
            "Not before": self.first_day,
            "For": self.weeks,
            "Reminder": self.reminder,
        }
        for number, (name, field) in enumerate(fields.items()):
            set_sizes(field, least_px=150)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setAccessibleName(name)
            label = text_label(name)
            label.setBuddy(field)
            row, column = divmod(number, 2)
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
        self.at.time_changed.connect(self.follow)
        self.first_day.dateChanged.connect(self.follow)
        self.weeks.valueChanged.connect(self.follow)
        self.reminder.valueChanged.connect(self.follow)
        for typed in self._typed():
            typed.mistake_changed.connect(self.follow)
        return grid

    def plan(self) -> WeeklyPlan | None:
        """What was chosen; None without a day, with a wrong field, or if nothing can be played."""
        listing = self._listings.get(self.routine.currentData())
        weekdays = tuple(n for n, button in enumerate(self.days) if button.isChecked())
        if listing is None or not weekdays or self._mistake():
            return None
        weeks, reminder = self._numbers()
        return WeeklyPlan(
            routine_id=listing.id,
            title=listing.title,
            duration_s=listing.total_s or 0.0,
            weekdays=weekdays,
            at=self.at.moment(),
            first_day=self.first_day.day(),
            weeks=weeks,
            reminder_min=reminder,
        )

    @Slot()
    def follow(self) -> None:
        """Say what the plan is."""
        plan = self.plan()
        wrong = self._mistake()
        set_look(self.summary, "wrong" if wrong else "strong")
        without = wrong or "Choose at least one day"
        self.summary.setText(without if plan is None else plan_text(plan))
        self.plan_changed.emit()

    def _typed(self) -> tuple[TypedField, ...]:
        return self.at, self.weeks, self.reminder

    def _mistake(self) -> str:
        wrong = (
            f"{field.accessibleName()}: {field.mistake}" for field in self._typed() if field.mistake
        )
        return next(wrong, "")

    def _numbers(self) -> tuple[int | None, int | None]:
        weeks, reminder = self.weeks.value_or_none(), self.reminder.value_or_none()
        return (
            None if weeks is None else int(weeks),
            None if reminder is None else int(reminder),
        )


def plan_text(plan: WeeklyPlan) -> str:
    """A plan in a sentence: "24 sessions of about 9 min, the first on Friday, 27 Mar 2026"."""
    each = f"of about {minutes_text(plan.duration_s)}"
    count = f"{plan.count} sessions {each}" if plan.count else f"Sessions {each}, without end"
    first = plan.first_at.date()
    return f"{count}, the first on {WEEKDAYS[first.weekday()]}, {date_text(first)}"
