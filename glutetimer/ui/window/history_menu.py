"""File > Your history: the history out into files, and in again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Imported
from glutetimer.core.notice import Notice
from glutetimer.core.ports.services import Services
from glutetimer.ui.archive.export import ExportChooser, Format
from glutetimer.ui.archive.import_undo import ImportUndo
from glutetimer.ui.archive.importing import ImportChooser, ImportPanel
from glutetimer.ui.widgets.notice_bar import notice_of
from glutetimer.ui.widgets.save_as import SavingPanel


class HistoryMenu(QObject):
    """The submenu and what it does; report and calendar are imported when they are first wanted."""

    notice_given = Signal(Notice)
    history_changed = Signal()

    bar_made = Signal(QWidget)
    """Show this bar at the top of the window from now on; it hides and shows itself."""

    def __init__(self, services: Services, window: QMainWindow, file: QMenu) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._undo: ImportUndo | None = None
        self.menu = file.addMenu("Your &history")
        self.export_csv = self._action("Export as a &table (CSV)…", self.ask_for_csv)
        self.export_json = self._action("&Export everything (JSON)…", self.ask_for_json)
        self.import_file = self._action("&Import…", self.ask_for_import)
        self.menu.addSeparator()
        self.report = self._action("&Report for the physiotherapist…", self.open_report)
        self.calendar = self._action("&Calendar…", self.open_calendar)

    def _action(self, text: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(act)
        self.menu.addAction(action)
        return action

    @Slot()
    def ask_for_csv(self) -> None:
        """Ask for a name, and write every set as a row."""
        ExportChooser(self._services, Format.CSV, self._window).open()

    @Slot()
    def ask_for_json(self) -> None:
        """Ask for a name, and write everything."""
        ExportChooser(self._services, Format.JSON, self._window).open()

    @Slot()
    def ask_for_import(self) -> None:
        """Ask for a file, say what is in it, and add it to the history."""
        chooser = ImportChooser(self._window)
        chooser.fileSelected.connect(self.preview_import)
        chooser.open()

    @Slot(str)
    def preview_import(self, path: str) -> None:
        """Say what importing a file would do, and do it if the person wants it."""
        panel = ImportPanel(self._services, path, self._window)
        panel.imported.connect(self._offer_undo)
        panel.other_file_asked.connect(self.ask_for_import)
        panel.open()

    @Slot(object)
    def _offer_undo(self, imported: Imported) -> None:
        if self._undo is None:
            self._undo = ImportUndo(self._services.archive, self)
            self._undo.notice_given.connect(self.notice_given)
            self._undo.history_changed.connect(self.history_changed)
            self.bar_made.emit(self._undo.bar)
        self._undo.offer(imported)
        self.history_changed.emit()

    @Slot()
    def forget_import(self) -> None:
        """Offer no undo any more: another history has come in place of that one."""
        if self._undo is not None:
            self._undo.forget()

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
