"""Check a routine file that the person chooses, and say what is wrong with it."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from glutetimer.core.clocktext import minutes_text
from glutetimer.core.errors import Trouble
from glutetimer.core.plan import plan
from glutetimer.core.ports import RoutineLibrary
from glutetimer.core.wording import count_text
from glutetimer.ui.controls import text_label
from glutetimer.ui.panel import Panel


class FileChecker(QFileDialog):
    """Asks for a file; the report on it opens when one was chosen."""

    def __init__(self, library: RoutineLibrary, folder: str, parent: QWidget) -> None:
        super().__init__(parent, "Check a routine file")
        self._library = library
        self._window = parent
        self.setNameFilters(["Routine files (*.toml)", "All files (*)"])
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setDirectoryUrl(QUrl.fromLocalFile(folder))
        self.fileSelected.connect(self.report)
        self.finished.connect(self.deleteLater)

    def report(self, path: str) -> None:
        """Open a dialog that says what is wrong with the file at this path, if anything is."""
        FileReport(self._library, path, self._window).open()


class FileReport(Panel):
    """What is in a routine file, or every mistake of it."""

    def __init__(self, library: RoutineLibrary, path: str, parent: QWidget | None = None) -> None:
        try:
            routine = library.routine(path)
            total_s = plan(routine).total_s
        except Trouble as trouble:
            super().__init__("This file needs a correction", parent)
            self.body.addWidget(text_label(trouble.what, "wrong", wraps=True))
            if trouble.where:
                self.add_words(trouble.where, "muted")
            if trouble.cure:
                self.add_words(f"{trouble.cure}.")
        else:
            super().__init__("This file is fine", parent)
            count = count_text(len(routine.entries), "exercise")
            self.add_words(routine.title, "subtitle")
            self.add_words(f"{count}, {minutes_text(total_s)}.")
            self.add_words(path, "muted")
        close = self.add_button("Close", "primary", True)
        close.clicked.connect(self.accept)
