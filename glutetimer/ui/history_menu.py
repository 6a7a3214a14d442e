"""File > Your history: the history out into files, and in again."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from glutetimer.core.ports import Notice, Services


class HistoryMenu(QObject):
    """The submenu and what it does; the dialogs are imported when they are first wanted."""

    notice_given = Signal(Notice)
    """Something worked, or did not."""

    history_changed = Signal()
    """Sessions were added to the history, or taken away."""

    def __init__(self, services: Services, window: QMainWindow, file: QMenu) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._menu = file.addMenu("Your &history")
        self.export_csv = self._action("Export as a &table (CSV)…")
        self.export_json = self._action("&Export everything (JSON)…")
        self.import_file = self._action("&Import…")

    def set_in_session(self, is_running: bool) -> None:
        """Nothing of this while a session is shown."""
        for action in self._menu.actions():
            action.setEnabled(not is_running)

    def _action(self, text: str) -> QAction:
        action = QAction(text, self)
        self._menu.addAction(action)
        return action
