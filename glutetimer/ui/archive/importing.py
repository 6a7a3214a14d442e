"""A file into the history: choose it, see what it would do, and do it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from glutetimer.core.counts import count_text
from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Imported, ImportPreview
from glutetimer.core.ports.services import Services
from glutetimer.ui.archive.wording import import_lines
from glutetimer.ui.widgets.background_task import BackgroundTask
from glutetimer.ui.widgets.name_chooser import usual_folder
from glutetimer.ui.widgets.work_dialog import WorkDialog
from glutetimer.ui.words import local_day

TITLE = "Import into your history"


class ImportChooser(QFileDialog):
    """Asks for the file; `chosen` tells which."""

    def __init__(self, parent: QWidget, folder: str = "") -> None:
        super().__init__(parent, TITLE)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setNameFilters(["Exported history (*.json)", "All files (*)"])
        self.setDirectory(folder or usual_folder())
        self.finished.connect(self.deleteLater)


class ImportPanel(WorkDialog):
    """Reads the file, says what importing it would do, and does it if the person wants it.

    Closing it before that leaves everything as it was; while it imports it stays open.
    """

    imported = Signal(Imported)
    """The sessions are in the history; the dialog is closed."""

    other_file_asked = Signal()
    """This file was no good, another one is to be chosen; the dialog is closed."""

    def __init__(self, services: Services, path: str, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, path)
        self._archive = services.archive
        self._today = local_day(services.clock)
        self.add_work_parts()
        self._other = self.add_button("Choose another file…")
        self._other.clicked.connect(self.choose_other)
        self.add_cancel()
        self._import = self.add_button("Import", "primary")
        self._import.clicked.connect(self.import_it)
        self._offer(self.cancel)
        read = partial(self._archive.preview_import, path)
        self.run(BackgroundTask(read, self), "Reading the file…")

    @Slot()
    def import_it(self) -> None:
        """Add to the history what is new."""
        self._offer()
        add = partial(self._archive.import_json, self._path)
        self.run(
            BackgroundTask(add, self), "Making a backup, then adding the sessions…", can_leave=False
        )

    @Slot()
    def choose_other(self) -> None:
        """Close, and let another file be chosen."""
        self.reject()
        self.other_file_asked.emit()

    def show_result(self, result: object) -> None:
        """Say what importing would do; if it is done, close."""
        if isinstance(result, ImportPreview):
            self._show_preview(result)
        elif isinstance(result, Imported):
            self.accept()
            self.imported.emit(result)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what is wrong with the file, or why nothing was added."""
        super().show_trouble(trouble)
        self._offer(self._other, self.cancel)

    def _show_preview(self, preview: ImportPreview) -> None:
        lines = "\n\n".join(import_lines(preview, self._today))
        if preview.is_nothing:
            self.say(lines)
            self._offer(self._other, self.cancel)
            self.cancel.setText("Close")
            return
        self.say(lines, "Nothing is changed yet. Before importing, a backup is made.")
        new = preview.new.sessions
        self._import.setText(f"Import {count_text(new, 'session')}" if new else "Import")
        self._offer(self.cancel, self._import)
        self._import.setDefault(True)
        self._import.setFocus()

    def _offer(self, *offered: QPushButton) -> None:
        for button in (self._other, self.cancel, self._import):
            button.setVisible(button in offered)
