"""Asks where a file is to be; then it is written whole, and opened."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.name_chooser import NameChooser
from glutetimer.ui.widgets.notice_bar import notice_of
from glutetimer.whole_file import check_target, write_whole


class SaveAs(NameChooser):
    """Writes `content` into the file that is chosen; its name ends as `name` does.

    `file_kind` is what the dialog calls such files, `what` the thing in the notice ("The report")
    and `then` the sentence after it; with `opens` the file is shown.
    """

    written = Signal(Notice)
    """The file is there."""

    failed = Signal(Notice)
    """It is not, and why."""

    def __init__(
        self,
        content: bytes,
        name: str,
        file_kind: str,
        parent: QWidget,
        *,
        what: str,
        then: str,
        opens: bool = False,
    ) -> None:
        suffix = Path(name).suffix
        super().__init__(f"Save as {file_kind}", name, [f"{file_kind} (*{suffix})"], parent)
        self._content = content
        self._suffix = suffix
        self._what, self._then, self._opens = what, then, opens
        self.fileSelected.connect(self.write)

    @Slot(str)
    def write(self, path: str) -> None:
        """Write the file; whether one of this name may be replaced was asked already."""
        try:
            check_target(Path(path), self._suffix, may_replace=True)
            write_whole(self._content, Path(path), may_replace=True)
        except Trouble as trouble:
            self.failed.emit(notice_of(trouble))
            return
        is_shown = not self._opens or QDesktopServices.openUrl(QUrl.fromLocalFile(path))
        self.written.emit(Notice(f"{self._what} is {path}.", self._then if is_shown else ""))


class SavingPanel(Dialog):
    """A dialog whose purpose is a file: it closes once that is there, and stays while it is not."""

    notice_given = Signal(Notice)
    """The file is saved."""

    def ask_where(self, chooser: SaveAs) -> None:
        """Ask where the file is to be, and write it there."""
        chooser.written.connect(self.finish)
        chooser.failed.connect(self.show_failure)
        chooser.open()

    def show_wrong(self, text: str) -> None:
        """Say within the dialog what went wrong."""
        raise NotImplementedError

    @Slot(Notice)
    def finish(self, notice: Notice) -> None:
        """Say that it is there, and close."""
        self.notice_given.emit(notice)
        self.accept()

    @Slot(Notice)
    def show_failure(self, notice: Notice) -> None:
        """Say why there is no file; another name may do."""
        self.show_wrong(str(notice))
