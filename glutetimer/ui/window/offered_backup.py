"""When the history was found damaged or empty: take its newest backup, or begin a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.ui.widgets.dialog import Dialog


class BackupDialog(Dialog):
    """Offers the newest backup; closed without an answer it asks again at the next start."""

    restore_asked = Signal()
    """Take the backup; the dialog is closing."""

    new_wanted = Signal()
    """Go on with the history that is there; the dialog is closing."""

    def __init__(self, name: str, lines: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """`lines` are sentences on what is in the backup of this name."""
        super().__init__("Bring back your history?", parent)
        self.add_words("It was damaged or missing and was begun anew, but there is a backup of it:")
        self.add_words(name, "subtitle")
        for line in lines:
            self.add_words(line)
        self.add_words("Nothing is thrown away: what came since is kept as a backup.", "muted")
        empty = self.add_button("Begin a new history")
        empty.clicked.connect(self._begin_anew)
        restore = self.add_button("Bring the backup back", "primary", True)
        restore.clicked.connect(self._restore)

    @Slot()
    def _begin_anew(self) -> None:
        self.new_wanted.emit()
        self.reject()

    @Slot()
    def _restore(self) -> None:
        self.restore_asked.emit()
        self.accept()
