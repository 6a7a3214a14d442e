"""The tab of the history: an overview of what was done, and the sessions one by one."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionSummary
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings
from glutetimer.ui.history.overview.page import Overview
from glutetimer.ui.style.theme import GUTTER_PX, Space
from glutetimer.ui.widgets.controls import push_button, spaced
from glutetimer.ui.widgets.switch_bar import SwitchBar

if TYPE_CHECKING:
    from glutetimer.ui.history.sessions_page import SessionsPage

OVERVIEW, SESSIONS = 0, 1


class HistoryTab(QWidget):
    """Switches between the two views; each reads the history when it is shown, if it has to.

    The page of the sessions is made when it is first wanted.
    """

    trouble_met = Signal(Trouble)
    again_asked = Signal(SessionSummary)
    report_asked = Signal()
    calendar_asked = Signal()
    reminders_asked = Signal()

    def __init__(
        self, services: Services, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._sessions: SessionsPage | None = None
        self._is_stale = [True, True]
        self._overview = Overview(services, settings)
        self._overview.trouble_met.connect(self.trouble_met)
        self._overview.day_chosen.connect(self.show_day)
        self._switch = SwitchBar("Views of the history", ("Overview", "Sessions"))
        self._switch.currentChanged.connect(self._show_view)
        self._views = QStackedWidget()
        self._views.addWidget(self._overview)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, GUTTER_PX, 0)
        bar.addWidget(self._switch)
        bar.addStretch(1)
        self.report_button = push_button("Report…", "quiet", "A report for the physiotherapist")
        self.report_button.clicked.connect(self.report_asked)
        self.calendar_button = push_button(
            "Calendar…", "quiet", "Sessions done and planned as a file for your calendar"
        )
        self.calendar_button.clicked.connect(self.calendar_asked)
        self.reminders_button = push_button("Reminders…", "quiet", "When you want to be reminded")
        self.reminders_button.clicked.connect(self.reminders_asked)
        bar.addWidget(self.reminders_button)
        bar.addWidget(self.report_button)
        bar.addWidget(self.calendar_button)
        column = spaced(QVBoxLayout(self), Space.M)
        column.addLayout(bar)
        column.addWidget(self._views, 1)
        self.setFocusProxy(self._switch)

    @property
    def overview(self) -> Overview:
        """The view of all together."""
        return self._overview

    @property
    def sessions(self) -> "SessionsPage":
        """The view of the sessions one by one."""
        if self._sessions is None:
            from glutetimer.ui.history.sessions_page import SessionsPage

            self._sessions = SessionsPage(self._services)
            self._sessions.trouble_met.connect(self.trouble_met)
            self._sessions.history_changed.connect(self._note_change)
            self._sessions.again_asked.connect(self.again_asked)
            self._views.addWidget(self._sessions)
        return self._sessions

    @Slot()
    def refresh(self) -> None:
        """Read the history anew: for the view that is shown now, for the other when it is."""
        self._is_stale = [True, True]
        if self._sessions is not None:
            self._sessions.save()
            self._sessions.forget_edits()
        self._bring_up_to_date()

    def set_settings(self, settings: Settings) -> None:
        """Measure the weeks by the goal of these settings."""
        self._overview.set_settings(settings)

    def save(self) -> None:
        """Save a note that is still being written."""
        if self._sessions is not None:
            self._sessions.save()

    @Slot()
    def show_sessions(self) -> None:
        """Go to the sessions one by one."""
        self._switch.setCurrentIndex(SESSIONS)

    @Slot(date)
    def show_day(self, day: date) -> None:
        """Go to the sessions of one day."""
        self.sessions.show_day(day)
        self._is_stale[SESSIONS] = False
        self.show_sessions()
        self.sessions.setFocus()

    @Slot(int)
    def _show_view(self, view: int) -> None:
        self.save()
        self._views.setCurrentWidget(self._overview if view == OVERVIEW else self.sessions)
        self._bring_up_to_date()

    @Slot()
    def _note_change(self) -> None:
        self._is_stale[OVERVIEW] = True

    def _bring_up_to_date(self) -> None:
        view = self._switch.currentIndex()
        if not self._is_stale[view]:
            return
        self._is_stale[view] = False
        if view == OVERVIEW:
            self._overview.refresh()
        else:
            self.sessions.refresh()
