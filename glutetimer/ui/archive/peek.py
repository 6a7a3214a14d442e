"""Looks into the backup that was chosen last, while the window stays awake."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import BackupPreview, HistoryArchive
from glutetimer.ui.widgets.background_task import BackgroundTask, unwatched


class Peek(QObject):
    """Looks into one at a time; what was asked for before the last is not told."""

    previewed = Signal(BackupPreview)

    trouble_met = Signal(Trouble)
    """Why that cannot be told."""

    def __init__(self, archive: HistoryArchive, parent: QObject) -> None:
        super().__init__(parent)
        self._archive = archive
        self._wanted = self._opened = ""
        self.task: BackgroundTask | None = None

    def ask(self, name: str) -> None:
        """Look into the backup of this name; "" for none."""
        self._wanted = name
        if name and (self.task is None or not self.task.is_under_way()):
            self._look()

    def _look(self) -> None:
        self._opened = self._wanted
        work = unwatched(partial(self._archive.preview_backup, self._wanted))
        self.task = task = BackgroundTask(work, self)
        task.done.connect(self._take)
        task.failed.connect(self._take_trouble)
        task.start()

    @Slot(object)
    def _take(self, preview: BackupPreview) -> None:
        if not self._go_on():
            self.previewed.emit(preview)

    @Slot(Trouble)
    def _take_trouble(self, trouble: Trouble) -> None:
        if not self._go_on():
            self.trouble_met.emit(trouble)

    def _go_on(self) -> bool:
        """Look into another one if that is wanted by now."""
        is_other = self._wanted != self._opened
        if is_other and self._wanted:
            self._look()
        return is_other
