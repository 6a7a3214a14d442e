"""A dialog that does something that takes a while, and stays until it is done."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.ui.plain import plain
from glutetimer.ui.widgets.background_task import BackgroundTask
from glutetimer.ui.widgets.controls import set_look, text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.words import breakable, trouble_lines


class WorkDialog(Dialog):
    """Words, a bar while work is under way, and buttons; a subclass fills it and says what next."""

    def __init__(self, title: str, parent: QWidget | None = None, path: str = "") -> None:
        """`path` is that of the file which it is about, and is shown."""
        super().__init__(title, parent, 540)
        self._path = path
        if path:
            self.add_words(breakable(path), "muted")
        self._says = text_label(wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._more = text_label(look="muted", wraps=True)
        self._task: BackgroundTask | None = None
        self._can_leave = True
        self._is_leaving = False

    @property
    def task(self) -> BackgroundTask:
        """The work that this dialog does, or did last."""
        assert self._task is not None
        return self._task

    def add_work_parts(self) -> None:
        """Put what is said, the bar, and what more there is to say at the end of the body."""
        for part in (self._says, self._bar, self._more):
            self.body.addWidget(part)
            part.hide()

    def add_cancel(self) -> None:
        """Add the default button, which leaves; it says Close when nothing is left to be done."""
        self.cancel = self.add_button("Cancel", is_default=True)
        self.cancel.clicked.connect(self.reject)

    def add_folder_button(self) -> QPushButton:
        """Add a button that shows the folder of the file; hidden until there is one."""
        button = self.add_button("Open folder")
        button.clicked.connect(self.open_folder)
        button.hide()
        return button

    @Slot()
    def open_folder(self) -> None:
        """Show the folder of the file."""
        folder = str(Path(self._path).parent)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self.say("The folder could not be opened.", f"It is {breakable(folder)}")
            self.refit()

    def run(self, task: BackgroundTask, doing: str, can_leave: bool = True) -> None:
        """Begin a task, and say what is being done.

        Whoever closes the dialog meanwhile waits until the work has stopped, or is done if it
        cannot be stopped; its result is dropped then. Without `can_leave` it stays open.
        """
        self._task = task
        self._can_leave = can_leave
        task.progressed.connect(self._show_share)
        task.done.connect(self._take_result)
        task.failed.connect(self._take_trouble)
        task.stopped.connect(self._leave)
        self.say(doing)
        self._bar.setRange(0, 0)  # as long as nobody tells how far it is
        self._bar.show()
        self.refit()
        task.start()

    def show_result(self, result: object) -> None:
        """Say what came of the task."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what is wrong, where, and what to do; a subclass offers what can be done."""
        what, *more = trouble_lines(trouble)
        self.say(what, "\n".join(breakable(line) for line in more if line != self._path), "wrong")
        self.cancel.setText("Close")

    def say(self, text: str, more: str = "", look: str = "") -> None:
        """Say something in place of what was said before, or of the bar."""
        set_look(self._says, look)
        for label, words in ((self._says, text), (self._more, more)):
            label.setText(words)
            label.setVisible(bool(words))
        self._bar.hide()
        for button in self.findChildren(QPushButton):
            # Whoever does not see the words hears them with the button that has the focus.
            button.setAccessibleDescription(plain(f"{text} {more}".strip()))

    def refit(self) -> None:
        """Take the height of what is shown now."""
        self.body.activate()
        self.fit()

    @Slot()
    def reject(self) -> None:
        """Close; with work under way, see `run`."""
        if self._task is None or not self._task.is_under_way():
            super().reject()
        elif self._can_leave:
            self._is_leaving = True
            self._task.stop()
            self._says.setText("Stopping…")
            for button in self.findChildren(QPushButton):
                button.setEnabled(False)

    @Slot()
    def _leave(self) -> None:
        super().reject()

    @Slot(object)
    def _take_result(self, result: object) -> None:
        if self._is_leaving:
            self._leave()
            return
        self.show_result(result)
        self.refit()

    @Slot(Trouble)
    def _take_trouble(self, trouble: Trouble) -> None:
        if self._is_leaving:
            self._leave()
            return
        self.show_trouble(trouble)
        self.refit()

    @Slot(float)
    def _show_share(self, share: float) -> None:
        self._bar.setRange(0, 100)
        self._bar.setValue(int(share * 100))
