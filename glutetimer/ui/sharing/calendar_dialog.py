"""Makes a file for the person's calendar program, of sessions that were or are to come."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from glutetimer.core.counts import count_text
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.ports.services import Services
from glutetimer.core.progress.weeks import counted
from glutetimer.ui.sharing.calendar_plan import PlanPart
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced, text_label
from glutetimer.ui.widgets.fields import Switch
from glutetimer.ui.widgets.period_picker import PeriodPicker
from glutetimer.ui.widgets.save_as import SaveAs, SavingPanel
from glutetimer.ui.widgets.switch_bar import SwitchBar
from glutetimer.ui.widgets.typed_field import first_mistake
from glutetimer.ui.words import local_day

TITLE = "Calendar"
WHAT = (
    "An iCalendar file (.ics), which every calendar program can import. Nothing is sent anywhere: "
    "the file is yours."
)
PAST_WHAT = "Every session becomes an event. Importing it again later doubles nothing."
PLAN, PAST = 0, 1


class CalendarDialog(SavingPanel):
    """Two parts to choose from. Raises Trouble if the history or the routines cannot be read."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        settings = services.settings_store.load()[0]
        listings, totals = services.library.listings(settings), services.progress.totals()
        super().__init__(TITLE, parent, 600)
        self._services = services
        today = local_day(services.clock)
        self.add_words(WHAT, "muted")
        self.tabs = SwitchBar("What is to be in the calendar", ("A weekly plan", "What you did"))
        self.body.addWidget(self.tabs)
        self.plan_part = PlanPart(listings, settings.weekly_goal, today)
        self.past_part = PastPart(totals, today)
        self._parts = QStackedWidget()
        self._parts.addWidget(self.plan_part)
        self._parts.addWidget(self.past_part)
        self.body.addWidget(self._parts)
        self._wrong = text_label(look="wrong", wraps=True)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self.add_button("Close").clicked.connect(self.reject)
        self.save = self.add_button("Save as…", "primary", is_default=True)
        self.save.clicked.connect(self.ask_for_name)
        self.tabs.currentChanged.connect(self.show_part)
        self.plan_part.plan_changed.connect(self.follow)
        self.past_part.picker.period_changed.connect(self.follow)
        self.follow()

    @Slot(int)
    def show_part(self, part: int) -> None:
        """Show the plan or the past."""
        self._parts.setCurrentIndex(part)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Only what there is can be saved."""
        self._wrong.hide()
        is_plan = self.tabs.currentIndex() == PLAN
        self.save.setEnabled(
            self.plan_part.plan() is not None if is_plan else bool(self.past_part.sessions())
        )

    @Slot()
    def ask_for_name(self) -> None:
        """Ask where the file is to be, and write it there; not while a field is wrong."""
        if self.tabs.currentIndex() == PLAN and first_mistake(self.plan_part) is not None:
            return
        content, name = self._content()
        chooser = SaveAs(
            content,
            name,
            "iCalendar",
            self,
            what="The calendar",
            then="Import it in your calendar program.",
        )
        self.ask_where(chooser)

    def show_wrong(self, text: str) -> None:
        """Say it below the parts."""
        self._wrong.setText(text)
        self._wrong.show()

    def _content(self) -> tuple[bytes, str]:
        calendar, now = self._services.make_calendar(), self._services.clock.utc_now()
        plan = self.plan_part.plan() if self.tabs.currentIndex() == PLAN else None
        if plan is not None:
            return calendar.plan(plan, now), f"{plan.routine_id}.ics"
        part = self.past_part
        content = calendar.past(part.sessions(), now, with_levels=part.levels.isChecked())
        return content, "glutetimer-sessions.ics"


class PastPart(QWidget):
    """Which days, and whether pain and effort are written into the events."""

    def __init__(self, totals: Sequence[SessionTotals], today: date) -> None:
        """`totals` are all sessions, oldest first."""
        super().__init__()
        self._done = counted(totals)
        column = spaced(QVBoxLayout(self), Space.M)
        column.addWidget(text_label(PAST_WHAT, "muted", wraps=True))
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
