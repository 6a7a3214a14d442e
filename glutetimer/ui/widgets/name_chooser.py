"""Asks for the name of a file that is to be written."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
MUSIC = QStandardPaths.StandardLocation.MusicLocation


class NameChooser(QFileDialog):
    """Proposes `name`, in the person's folder for such files; deletes itself afterwards.

    `fileSelected` tells the path; whether a file of this name may be replaced was asked by then.
    """

    def __init__(
        self,
        title: str,
        name: str,
        name_filters: Iterable[str],
        parent: QWidget,
        location: QStandardPaths.StandardLocation = DOCUMENTS,
    ) -> None:
        super().__init__(parent, title)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(list(name_filters))
        self.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        self.setDirectory(usual_folder(location))
        self.selectFile(name)
        self.finished.connect(self.deleteLater)


def usual_folder(location: QStandardPaths.StandardLocation = DOCUMENTS) -> str:
    """The folder where the person's files of such a kind are looked for first."""
    places = QStandardPaths.standardLocations(location)
    return next((name for name in places if Path(name).is_dir()), str(Path.home()))
