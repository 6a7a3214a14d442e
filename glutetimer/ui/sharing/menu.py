"""What leaves the history on purpose: the report for the physiotherapist, and calendars."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.services import Services
from glutetimer.ui.widgets.notice_bar import notice_of
from glutetimer.ui.widgets.save_as import SavingPanel


class SharingMenu(QObject):
    """Two more entries of a menu; the dialogs are imported when they are first wanted."""

    notice_given = Signal(Notice)
    """A file was made, or could not be."""

    def __init__(self, services: Services, window: QMainWindow, menu: QMenu) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        menu.addSeparator()
        self.report = QAction("&Report for the physiotherapist…", self)
        self.calendar = QAction("&Calendar…", self)
        for action in (self.report, self.calendar):
            menu.addAction(action)
        self.report.triggered.connect(self.open_report)
        self.calendar.triggered.connect(self.open_calendar)

    @Slot()
    def open_report(self) -> None:
        """Choose the days of a report, and save it."""
        from glutetimer.ui.sharing.report_dialog import ReportDialog

        self._open(ReportDialog)

    @Slot()
    def open_calendar(self) -> None:
        """Choose what goes into a calendar, and save it."""
        from glutetimer.ui.sharing.calendar_dialog import CalendarDialog

        self._open(CalendarDialog)

    def _open(self, made: Callable[[Services, QMainWindow], SavingPanel]) -> None:
        try:
            dialog = made(self._services, self._window)
        except Trouble as trouble:
            self.notice_given.emit(notice_of(trouble))
            return
        dialog.notice_given.connect(self.notice_given)
        dialog.open()
