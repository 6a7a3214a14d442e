"""Files in the window: those that are opened, and own ones that change on the disk."""

from pathlib import PurePath

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.notice import Notice
from glutetimer.core.ports.own_files import ReadAgain
from glutetimer.core.ports.services import Services
from glutetimer.ui.editor.flow import RoutineFlow
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.window.file_opening import FileOpening
from glutetimer.ui.window.own_files_watch import OwnFilesWatch
from glutetimer.ui.window.tabs import Tabs


class FileDesk(QObject):
    """Has `opening` and `watch`, and shows in the tabs what has changed."""

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        home: Tabs,
        flow: RoutineFlow,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._home = home
        self._notices: dict[str, Notice] = {}
        own_files = services.make_own_files()
        self.opening = FileOpening(own_files, home, flow.importing, services.data_dir, window)
        self.opening.notice_given.connect(home.notify)
        flow.importing.file_given.connect(self.opening.open)
        home.routines.check_asked.connect(self.opening.check)
        self.watch = OwnFilesWatch(own_files, preferences, self)
        self.watch.changed.connect(self._show_changes)
        self.watch.begin_soon()

    def set_in_session(self, is_running: bool) -> None:
        """Leave the session alone; what comes meanwhile is shown when it was left."""
        self.opening.set_enabled(not is_running)
        self.watch.set_paused(is_running)

    @Slot(object)
    def _show_changes(self, read: ReadAgain) -> None:
        """Show what has changed; words are given only to mistakes."""
        self._home.reload_changed()
        for path in read.changed:
            notice = self._notices.pop(path, None)
            if notice is not None and self._home.notices is not None:
                self._home.notices.remove(notice)
        for path in read.faulty:
            name = PurePath(path).name
            cure = "File > Check files shows them, and opens the file there."
            self._notices[path] = Notice(f"“{name}” has changed, and has mistakes now.", cure)
            self._home.notify(self._notices[path])
        self.opening.check_again()
