"""What is seen while no session runs: notices, and the tabs with their pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.services import Services
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.routines.page import RoutinesPage
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, spaced, text_label
from glutetimer.ui.widgets.notice_bar import NoticeBar, notice_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from glutetimer.core.settings import Settings
    from glutetimer.ui.exercises.page import ExercisesPage
    from glutetimer.ui.history.tab import HistoryTab

ROUTINES, EXERCISES, HISTORY = 0, 1, 2
WIDEST_PX = 1760


class Tabs(QWidget):
    """Three tabs below a bar for notices.

    Pages other than the first are imported and made when they are first wanted; until then
    `exercises` and `history` are None, and so is `notices` before the first one.
    """

    again_asked = Signal(object)
    """The person wants to do the routine of this past session (a SessionSummary) again."""

    settings_asked = Signal()
    report_asked = Signal()
    calendar_asked = Signal()
    reminders_asked = Signal()

    def __init__(
        self, services: Services, preferences: Preferences, parent: QStackedWidget
    ) -> None:
        super().__init__(parent)
        parent.addWidget(self)
        self._services = services
        self._preferences = preferences
        self.exercises: ExercisesPage | None = None
        self.history: HistoryTab | None = None
        self.notices: NoticeBar | None = None
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_tab)
        self._settings_button.clicked.connect(self.settings_asked)
        self.routines.trouble_met.connect(self.notify_trouble)
        self.routines.home.today.reminders_asked.connect(self.reminders_asked)

    def _lay_out(self) -> None:
        # From the outside in: whatever is put into something later is styled once more.
        column = self._column = QVBoxLayout(self)
        column.setSpacing(Space.L)
        self._keep_margins(0)  # at once: the first painting comes before a changed layout is
        self._top = spaced(QVBoxLayout(), Space.L, 0, 0, Space.XL, 0)
        column.addLayout(self._top)
        header = spaced(QHBoxLayout(), Space.XL)
        self._top.addLayout(header)
        header.addWidget(text_label("glutetimer", "title"))
        self.tabs = QTabBar()
        header.addWidget(self.tabs)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Pages")
        self.tabs.addTab("Routines")
        self.tabs.addTab("Exercises")
        self.tabs.addTab("History")
        header.addStretch(1)
        self._settings_button = push_button("Settings", "quiet", "Settings (Ctrl+,)")
        header.addWidget(self._settings_button)
        self.pages = QStackedWidget()
        column.addWidget(self.pages, 1)
        self.routines = RoutinesPage(self._services, self._preferences, self.pages)
        self.pages.addWidget(self.routines)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Leave air at the sides of a window that is wider than anybody reads."""
        air_px = max(0, (event.size().width() - WIDEST_PX) // 2)
        self._keep_margins(air_px)
        super().resizeEvent(event)

    def _keep_margins(self, air_px: int) -> None:
        # Pages keep their right margin themselves: their scroll bars stand in it.
        self._column.setContentsMargins(Space.XL + air_px, Space.M, air_px, Space.XL)

    # Notices

    @Slot(Notice)
    def notify(self, *notices: Notice) -> None:
        """Show notices at the top; the bar is made for the first one."""
        if not notices:
            return
        if self.notices is None:
            self.notices = NoticeBar()
            self.add_bar(self.notices)
        self.notices.add(notices)

    @Slot(Trouble)
    def notify_trouble(self, trouble: Trouble) -> None:
        """Show a trouble as a notice."""
        self.notify(notice_of(trouble))

    @Slot(QWidget)
    def add_bar(self, bar: QWidget) -> None:
        """Put a bar below the tabs."""
        self._top.addWidget(bar)

    # Pages

    @Slot()
    def show_routines(self) -> None:
        """Go to the routines."""
        self.tabs.setCurrentIndex(ROUTINES)

    @Slot()
    def show_exercises(self) -> None:
        """Go to the exercises."""
        self.tabs.setCurrentIndex(EXERCISES)

    @Slot()
    def show_history(self) -> None:
        """Go to the history."""
        self.tabs.setCurrentIndex(HISTORY)

    @Slot()
    def reload(self) -> None:
        """Read the files of routines and exercises again."""
        self.routines.reload()
        if self.exercises is not None:
            self.exercises.reload()

    def reload_changed(self) -> None:
        """Show files that have changed; a page that shows them already stays as it is."""
        self.routines.reload(only_changed=True)
        if self.exercises is not None:
            self.exercises.reload()

    @Slot()
    def refresh(self) -> None:
        """Show what the history says now."""
        self.routines.refresh_last_done()
        if self.history is not None:
            self.history.refresh()
        self.notify(*self._services.history.take_notices())

    @Slot()
    def renew_history(self) -> None:
        """Show a history that came in place of the other: nothing known of that one holds."""
        if self.history is not None:
            self.pages.removeWidget(self.history)
            self.history.deleteLater()
            self.history = None
            if self.tabs.currentIndex() == HISTORY:
                self._show_tab(HISTORY)
        self.routines.refresh_last_done()

    @Slot(object)
    def set_settings(self, settings: "Settings") -> None:
        """Show what these settings make of routines, exercises and the history."""
        self.routines.take_settings()
        if self.exercises is not None:
            self.exercises.set_settings(settings)
        if self.history is not None:
            self.history.set_settings(settings)

    def save(self) -> None:
        """Save a note that is still being written."""
        if self.history is not None:
            self.history.save()

    @Slot(int)
    def _show_tab(self, tab: int) -> None:
        page = self._page(tab)
        self.pages.setCurrentWidget(page)
        if tab == HISTORY:
            self.notify(*self._services.history.take_notices())
        # Whoever walks through the tabs by arrow keys stays there.
        if not self.tabs.hasFocus():
            page.setFocus()

    def _page(self, tab: int) -> QWidget:
        """The page of a tab, made when it is first wanted."""
        if tab == EXERCISES:
            return self.exercises or self._make_exercises()
        if tab == HISTORY:
            return self.history or self._make_history()
        return self.routines

    def _make_exercises(self) -> QWidget:
        from glutetimer.ui.exercises.page import ExercisesPage

        self.exercises = ExercisesPage(self._services, self._preferences.settings, self)
        self.exercises.trouble_met.connect(self.notify_trouble)
        self.pages.addWidget(self.exercises)
        self.exercises.reload()
        return self.exercises

    def _make_history(self) -> QWidget:
        from glutetimer.ui.history.tab import HistoryTab

        self.history = HistoryTab(self._services, self._preferences.settings, self)
        self.history.trouble_met.connect(self.notify_trouble)
        self.history.again_asked.connect(self.again_asked)
        self.history.report_asked.connect(self.report_asked)
        self.history.calendar_asked.connect(self.calendar_asked)
        self.history.reminders_asked.connect(self.reminders_asked)
        self.pages.addWidget(self.history)
        self.history.refresh()
        return self.history
