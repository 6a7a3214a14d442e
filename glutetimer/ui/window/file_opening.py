"""What happens with a file that the person opens, drops or chooses: one place decides what it is.

A routine of the library is chosen in the list; one from elsewhere, and a file of another
program, is shown before it is kept; mistakes lead to the list of them.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from glutetimer.command import HISTORY_PAGE, START, TODAY
from glutetimer.core.counts import sentence
from glutetimer.core.notice import Notice
from glutetimer.core.ports.checking import FileKind
from glutetimer.core.ports.own_files import FoundFile, OwnFiles
from glutetimer.ui.editor.importing import ImportFlow
from glutetimer.ui.widgets.background_task import BackgroundTask, unwatched
from glutetimer.ui.window.check_list import CheckList
from glutetimer.ui.window.tabs import Tabs


class FileOpening(QObject):
    """Opens one file after the other, none while a session or another dialog is shown."""

    notice_given = Signal(Notice)
    """A file cannot be opened."""

    start_asked = Signal(str)
    """A session of this routine, by its id, is asked for from outside."""

    today_asked = Signal()
    """A session of what is to be done today is asked for from outside."""

    def __init__(
        self, own_files: OwnFiles, home: Tabs, importing: ImportFlow, folder: str, window: QWidget
    ) -> None:
        """`folder` is where files to check are looked for first."""
        super().__init__(window)
        self._own_files = own_files
        self._home = home
        self._importing = importing
        self._folder = folder
        self._window = window
        self._waiting: list[str] = []
        self._task: BackgroundTask | None = None
        self._is_enabled = True
        self.check_list: CheckList | None = None

    def set_enabled(self, is_enabled: bool) -> None:
        """Open files, or let them wait while a session is shown."""
        self._is_enabled = is_enabled
        self.go_on()

    @Slot(str)
    def open(self, path: str) -> None:
        """Open a file, or what `command` has in place of one, as soon as it can be shown."""
        self._waiting.append(path)
        self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Open the next file that waits, if it can be shown."""
        if not self._waiting or self._task is not None or not self._may_show():
            return
        path = self._waiting.pop(0)
        if path == HISTORY_PAGE:
            self._home.show_history()
            self._go_on_soon()
            return
        if path == TODAY:
            self._home.show_routines()
            self.today_asked.emit()
            self._go_on_soon()
            return
        if path.startswith(START):
            self.start_asked.emit(path.removeprefix(START))
            self._go_on_soon()
            return
        work = partial(self._own_files.find, path)
        self._task = BackgroundTask(unwatched(work), self)
        self._task.done.connect(self._take)
        self._task.stopped.connect(self._drop_task)  # a bug of ours, which is told
        self._task.start()

    def _may_show(self) -> bool:
        """Whether nothing else is shown; if it is a dialog, its end is waited for."""
        shown = QApplication.activeModalWidget()
        if isinstance(shown, QDialog):  # a question of the start, an editor with changes
            shown.finished.connect(self._go_on_soon)
            return False
        return self._is_enabled

    @Slot()
    def _go_on_soon(self) -> None:
        QTimer.singleShot(0, self.go_on)  # whatever follows a dialog is shown by then

    @Slot()
    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None

    @Slot(object)
    def _take(self, found: FoundFile) -> None:
        self._drop_task()
        if not self._may_show():  # a session has begun meanwhile, or a question was asked
            self._waiting.insert(0, found.path)
            return
        checked = found.checked
        if checked is None:
            self._importing.take_file(found.path)
        elif checked.kind is FileKind.UNREADABLE and not checked.problems[0].line:
            reason = sentence(checked.problems[0].message)
            cure = "Look whether it is still there and may be read, or choose another file."
            self.notice_given.emit(Notice(f"{reason} ({found.path}).", cure))
        elif checked.problems or checked.kind not in (FileKind.ROUTINE, FileKind.PLAN):
            self.check(found.path)
        elif not self._choose(found.path):
            self._importing.take_file(found.path)
        self._go_on_soon()

    def _choose(self, path: str) -> bool:
        """Show a routine of the library, ready to start; False if it is none of it."""
        self._home.routines.reload()
        if not self._home.routines.choose(path):
            return False
        self._home.show_routines()
        self._home.routines.setFocus()
        return True

    # Checking

    @Slot()
    def check_own(self) -> None:
        """List the mistakes of all own files."""
        self.check("")

    @Slot(str)
    def check(self, path: str) -> None:
        """List the mistakes of a file ("": of all own files)."""
        self.check_list = CheckList(self._own_files, self._folder, self._window, path)
        self.check_list.finished.connect(self._forget_list)
        self.check_list.open()

    @Slot()
    def check_again(self) -> None:
        """Files have changed: the list that is shown follows."""
        if self.check_list is not None:
            self.check_list.check_again()

    @Slot()
    def _forget_list(self) -> None:
        self.check_list = None
