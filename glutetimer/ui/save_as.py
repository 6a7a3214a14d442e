"""Asks where a file is to be; then it is written whole, and opened."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports import Notice
from glutetimer.whole_file import check_target, write_whole


class SaveAs(QFileDialog):
    """Writes `content` into the file that is chosen; its name ends as `name` does.

    `file_kind` is what the dialog calls such files, `what` the thing in the notice ("The report")
    and `then` the sentence after it; with `opens` the file is shown. It deletes itself afterwards.
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
        super().__init__(parent, f"Save as {file_kind}")
        self._content = content
        self._what, self._then, self._opens = what, then, opens
        suffix = self._suffix = Path(name).suffix
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters([f"{file_kind} (*{suffix})"])
        self.setDefaultSuffix(suffix.removeprefix("."))
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
        self.setDirectory(next((one for one in places if Path(one).is_dir()), str(Path.home())))
        self.selectFile(name)
        self.fileSelected.connect(self.write)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def write(self, path: str) -> None:
        """Write the file; whether one of this name may be replaced was asked already."""
        from glutetimer.ui.notice_bar import notice_of

        try:
            check_target(Path(path), self._suffix, may_replace=True)
            write_whole(self._content, Path(path), may_replace=True)
        except Trouble as trouble:
            self.failed.emit(notice_of(trouble))
            return
        is_shown = not self._opens or QDesktopServices.openUrl(QUrl.fromLocalFile(path))
        self.written.emit(Notice(f"{self._what} is {path}.", self._then if is_shown else ""))
