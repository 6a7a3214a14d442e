"""File > Check: every mistake of one file or of all own ones, each leading to its line."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from glutetimer.core.counts import count_text
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.checking import CheckedFile
from glutetimer.core.ports.own_files import OwnFiles
from glutetimer.core.schedule.plan_words import plan_facts
from glutetimer.core.watch import Watch
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.background_task import BackgroundTask
from glutetimer.ui.widgets.controls import set_look, text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.row_model import RowModel
from glutetimer.ui.window.editor_start import EditorStart
from glutetimer.ui.window.mistake_list import MOST_ROWS, ListedMistake, MistakeList, listed_mistakes
from glutetimer.ui.words import breakable

WIDTH_PX = 720
LEAST_LIST_PX, MOST_LIST_PX = 200, 440
OTHERS_PX = 270
"""So much height is left to the window's frame and all that is not the list."""

Files = Sequence[tuple[str, CheckedFile]]


class CheckList(Dialog):
    """Checks files in a thread and lists what is wrong, until there is nothing any more."""

    def __init__(
        self,
        own_files: OwnFiles,
        folder: str,
        parent: QWidget,
        path: str = "",
        editor: EditorStart | None = None,
    ) -> None:
        """Check the file at a path ("": all own files); others are looked for in a folder."""
        super().__init__("Check files", parent, WIDTH_PX)
        self._own_files = own_files
        self._folder = folder
        self._path = path
        self._editor = editor or EditorStart()
        self._task: BackgroundTask | None = None
        self._model: RowModel[ListedMistake] = RowModel()
        self._model.setParent(self)
        self._facts = text_label(wraps=True)
        self.list = MistakeList()
        self.list.setModel(self._model)
        self.list.enter_pressed.connect(self.open_chosen)
        self.list.selectionModel().currentChanged.connect(self._say_editor)
        room_px = parent.window().height() - OTHERS_PX
        self._most_px = min(max(room_px, LEAST_LIST_PX), MOST_LIST_PX)
        self._says = text_label(look="muted", wraps=True)
        for part in (self._facts, self.list, self._says):
            self.body.addWidget(part)
        self.add_button("Another file…").clicked.connect(self.choose_file)
        self.add_button("My files").clicked.connect(self.check_own)
        self.add_button("Check again").clicked.connect(self.check_again)
        self._open = self.add_button("Open the file", "primary")
        self._open.clicked.connect(self.open_chosen)
        self._close = self.add_button("Close", is_default=True)
        self._close.clicked.connect(self.accept)
        self.check_again()

    # Checking

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file, and check it."""
        chooser = QFileDialog(self, "Check a file", self._folder)
        chooser.setNameFilters(["Routines, exercises, plans, settings (*.toml)", "All files (*)"])
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.check_file)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    @Slot(str)
    def check_file(self, path: str) -> None:
        """Check this file."""
        self._path = path
        self.check_again()

    @Slot()
    def check_own(self) -> None:
        """Check all files of the person's own."""
        self.check_file("")

    @Slot()
    def check_again(self) -> None:
        """Check the same files as they are now."""
        if self._task is not None and self._task.is_under_way():
            self._task.done.disconnect(self._take)
            self._task.stop()
        self.heading.setText("Checking…")
        self._task = BackgroundTask(partial(_checked, self._own_files, self._path), self)
        self._task.done.connect(self._take)
        self._task.start()

    @Slot(object)
    def _take(self, files: Files) -> None:
        count = sum(len(file.problems) for _, file in files)
        row = max(self.list.currentIndex().row(), 0)
        self._model.fill(listed_mistakes(files))
        self.heading.setText(_heading(files, count))
        self._facts.setText(_facts(files, self._path, count))
        self._facts.setVisible(bool(self._facts.text()))
        self.list.setVisible(count > 0)
        self._open.setVisible(count > 0)
        (self._open if count else self._close).setDefault(True)
        self._says.setVisible(count > 0)
        set_look(self._says, "muted")
        if count:
            self.list.take_height(WIDTH_PX - 2 * Space.XXL, self._most_px)
            self.list.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))
            self.list.setFocus()
        else:
            self._close.setFocus()
        self.body.activate()
        self.fit()

    # The line

    @property
    def chosen(self) -> ListedMistake | None:
        """The mistake that is chosen in the list."""
        return self._model.row_at(self.list.currentIndex())

    @Slot()
    def open_chosen(self) -> None:
        """Open the file of the chosen mistake at its line, as far as the editor goes to lines."""
        chosen = self.chosen
        if chosen is None:
            return
        if not self._editor.open(chosen.path, chosen.problem.line):
            set_look(self._says, "wrong")
            where = breakable(chosen.path)
            self._says.setText(f"No program could be started to open the file. It is {where}")

    @Slot(QModelIndex, QModelIndex)
    def _say_editor(self, index: QModelIndex, before: QModelIndex) -> None:
        """Say what opens the file of a mistake, and whether it goes to the line."""
        mistake = self._model.row_at(index)
        if mistake is None:
            return
        line = mistake.problem.line
        command = self._editor.command(mistake.path, line)
        name = command.name if command else "the program that your system has for such files"
        if not line:
            place = ""
        elif command is not None and command.goes_to_line:
            place = f", at line {line}"
        else:
            place = f", at its top: look for line {line}"
        set_look(self._says, "muted")
        self._says.setText(f"Enter opens it in {name}{place}.")


def _checked(own_files: OwnFiles, path: str, watch: Watch) -> Files:
    """What is in a file, or in all own files."""
    paths = [path] if path else own_files.paths()
    files = []
    for number, one in enumerate(paths):
        watch(number / len(paths))
        files.append((one, own_files.check(one)))
    return files


def _heading(files: Files, count: int) -> str:
    if count:
        faulty = sum(bool(file.problems) for _, file in files)
        return f"{count_text(count, 'mistake')} in {count_text(faulty, 'file')}"
    if len(files) == 1:
        return f"This {files[0][1].kind} is fine"
    return f"No mistakes in {len(files)} files" if files else "There is no file of your own yet"


def _facts(files: Files, path: str, count: int) -> str:
    """What was checked: of one fine file what it is, of others how many there are."""
    if count > MOST_ROWS:
        return f"The first {MOST_ROWS} are listed."
    if path and not count:
        return "\n".join((*_contents(files[0][1]), breakable(path)))
    if path or not files:
        return ""
    return f"{count_text(len(files), 'file')} of your own checked."


def _contents(checked: CheckedFile) -> tuple[str, ...]:
    if checked.routine is not None:
        count = count_text(len(checked.routine.entries), "exercise")
        return checked.routine.title, f"{count}, {minutes_text(plan(checked.routine).total_s)}."
    if checked.exercise is not None:
        use = f'From your folder “exercises” routines take it with use = "{checked.exercise.id}".'
        return checked.exercise.name, use
    if checked.plan is not None:
        return checked.plan.title, f"{plan_facts(checked.plan)}."
    return ()
