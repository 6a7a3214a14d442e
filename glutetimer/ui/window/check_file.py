"""Check a file that the person chooses, and say what it is and what is wrong with it."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from glutetimer.core.counts import count_text
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.checking import CheckedFile
from glutetimer.core.ports.library import RoutineLibrary
from glutetimer.core.schedule.plan_words import plan_facts
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.dialog import Dialog


class FileChecker(QFileDialog):
    """Asks for a file; the report on it opens when one was chosen."""

    def __init__(self, library: RoutineLibrary, folder: str, parent: QWidget) -> None:
        super().__init__(parent, "Check a file")
        self._library = library
        self._window = parent
        self.setNameFilters(["Routines, exercises and plans (*.toml)", "All files (*)"])
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setDirectoryUrl(QUrl.fromLocalFile(folder))
        self.fileSelected.connect(self.report)
        self.finished.connect(self.deleteLater)

    def report(self, path: str) -> None:
        """Open a dialog that says what is wrong with the file at this path, if anything is."""
        FileReport(self._library, path, self._window).open()


class FileReport(Dialog):
    """What is in a routine, exercise or plan file, or every mistake of it."""

    def __init__(self, library: RoutineLibrary, path: str, parent: QWidget | None = None) -> None:
        checked = library.check_file(path)
        if checked.problems:
            super().__init__(f"This {checked.kind} needs a correction", parent)
            mistakes = "\n".join(str(problem) for problem in checked.problems)
            self.body.addWidget(text_label(mistakes, "wrong", wraps=True))
            self.add_words(path, "muted")
            self.add_words("Mend the file and try again.")
        else:
            super().__init__(f"This {checked.kind} is fine", parent)
            title, facts = _contents(checked)
            self.add_words(title, "subtitle")
            self.add_words(facts)
            self.add_words(path, "muted")
        close = self.add_button("Close", "primary", True)
        close.clicked.connect(self.accept)


def _contents(checked: CheckedFile) -> tuple[str, str]:
    if checked.routine is not None:
        count = count_text(len(checked.routine.entries), "exercise")
        return checked.routine.title, f"{count}, {minutes_text(plan(checked.routine).total_s)}."
    if checked.plan is not None:
        return checked.plan.title, f"{plan_facts(checked.plan)}."
    assert checked.exercise is not None  # what has no mistakes gives one of the three
    return checked.exercise.name, f'Routines take it with use = "{checked.exercise.id}".'
