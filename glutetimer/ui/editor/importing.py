"""Routines of other programs: chosen as files, dropped on the window, or pasted as text."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.bringing import MOST_BYTES, KeptFiles, RoutineImporter
from glutetimer.core.ports.services import Services
from glutetimer.core.ports.shelf import OpenDraft
from glutetimer.ordinary_file import content_of
from glutetimer.ui.widgets.notice_bar import notice_of


class ImportFlow(QObject):
    """Two actions in a menu, and files that are dropped; what is no own file gets a preview."""

    notice_given = Signal(Notice)
    """What was written, or why nothing was."""

    imported = Signal(str)
    """Routines were written; the first is in the file of this path."""

    file_given = Signal(str)
    """The person has chosen or dropped this file, whatever it is."""

    edit_asked = Signal(OpenDraft)
    """The person wants to change a routine before it is saved."""

    def __init__(
        self, services: Services, menu: QMenu, before: QAction, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._is_enabled = True
        self.choose = QAction("&Import routines…", self)
        self.choose.setShortcut("Ctrl+I")
        self.choose.triggered.connect(self.choose_file)
        self.paste = QAction("Import &pasted text", self)
        self.paste.setShortcut("Ctrl+Shift+V")
        self.paste.triggered.connect(self.take_pasted)
        menu.insertActions(before, [self.choose, self.paste])
        # Not the window itself: it is sent an event for every frame of a session.
        inside = window.centralWidget()
        assert inside is not None
        inside.setAcceptDrops(True)
        inside.installEventFilter(self)

    @cached_property
    def _importer(self) -> RoutineImporter:
        return self._services.make_importer()

    def set_enabled(self, is_enabled: bool) -> None:
        """Take routines, or none while a session is shown."""
        self._is_enabled = is_enabled
        for action in (self.choose, self.paste):
            action.setEnabled(is_enabled)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self._window, "Import routines")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.file_given)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def take_file(self, path: str) -> None:
        """Show what came of a file of another program, or of a routine from elsewhere."""
        try:
            content = content_of(Path(path), MOST_BYTES)
        except Trouble as trouble:
            self.notice_given.emit(notice_of(trouble))
            return
        self._preview(Path(path).name, content)

    @Slot()
    def take_pasted(self) -> None:
        """Show what came of the text that was copied elsewhere."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._preview("", text.encode())
        else:
            cure = "Copy the text of a routine in another program first."
            self.notice_given.emit(Notice("There is no text to paste.", cure))

    def _preview(self, name: str, content: bytes) -> None:
        from glutetimer.ui.editor.preview import RoutinePreview

        try:
            brought = self._importer.bring(name, content)
        except Trouble as trouble:
            self.notice_given.emit(notice_of(trouble))
            return
        exercises = self._services.library.exercises().values()
        source = (name, content)
        preview = RoutinePreview(self._importer, exercises, source, brought, self._window)
        preview.imported.connect(self._tell_imported)
        preview.edit_asked.connect(self.edit_asked)
        preview.open()

    @Slot(object)
    def _tell_imported(self, kept: KeptFiles) -> None:
        if not kept.routines:
            self.notice_given.emit(Notice(f"{kept.counts} imported.", "View > Plans shows it."))
        else:
            self.imported.emit(kept.routines[0])
            is_one = len(kept.routines) == 1
            where = "It is in the list now." if is_one else "They are in the list now."
            if kept.plans:
                plans = "plan" if len(kept.plans) == 1 else "plans"
                where = f"The routines are in the list now, the {plans} in View > Plans."
            self.notice_given.emit(Notice(f"{kept.counts} imported.", where))

    # Files that are dropped

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window, one at a time."""
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
            QEvent.Type.Drop,
        ):
            path = _dropped(event.mimeData().urls())
            if not path or not self._is_enabled:
                return False
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.file_given.emit(path)
            return True
        return False


def _dropped(urls: Sequence[QUrl]) -> str:
    """The path of the one file that is dropped; empty for anything else."""
    return urls[0].toLocalFile() if len(urls) == 1 else ""
