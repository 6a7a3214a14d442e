"""Asks before a backup takes the place of the history, and puts it there."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import BackupPreview
from glutetimer.core.ports.services import Services
from glutetimer.ui.archive.wording import backup_lines, backup_title
from glutetimer.ui.widgets.background_task import BackgroundTask, unwatched
from glutetimer.ui.widgets.work_dialog import WorkDialog


class RestorePanel(WorkDialog):
    """Says what will be, and does it; closing it before that leaves everything as it was."""

    restored = Signal(str)
    """It is done, the dialog is closed; the name of the copy made before, "" if none was."""

    def __init__(
        self, services: Services, preview: BackupPreview, parent: QWidget | None = None
    ) -> None:
        super().__init__("Restore this backup?", parent)
        self._archive = services.archive
        self._name = preview.backup.name
        now = services.clock.utc_now()
        self.add_words(backup_title(preview.backup, now), "subtitle")
        for line in backup_lines(preview, now.astimezone().date()):
            self.add_words(line)
        self.add_words(
            "This happens at once; Cancel in the settings does not take it back. A backup of the "
            "history as it is now is made first, so you can return to it.",
            "muted",
        )
        self.add_work_parts()
        self.add_cancel()
        self._restore = self.add_button("Restore", "primary")
        self._restore.clicked.connect(self.restore)

    @Slot()
    def restore(self) -> None:
        """Put the backup in place of the history."""
        self.cancel.setEnabled(False)
        self._restore.setEnabled(False)
        work = unwatched(partial(self._archive.restore_backup, self._name))
        self.run(BackgroundTask(work, self), "Making a backup, then restoring…", can_leave=False)

    def show_result(self, result: object) -> None:
        """Close, and say so."""
        self.accept()
        self.restored.emit(str(result))

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why the history is as it was."""
        super().show_trouble(trouble)
        self._restore.hide()
        self.cancel.setEnabled(True)
