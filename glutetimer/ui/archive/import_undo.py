"""After an import: what was added, and a chance to take it away again."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import HistoryArchive, Imported
from glutetimer.core.notice import Notice
from glutetimer.ui.archive.wording import imported_text
from glutetimer.ui.widgets.background_task import BackgroundTask, unwatched
from glutetimer.ui.widgets.notice_bar import UndoBar, notice_of


class ImportUndo(QObject):
    """Owns the bar at the top of the window, until the window takes it."""

    history_changed = Signal()
    """The imported sessions are gone again."""

    notice_given = Signal(Notice)
    """Why they are not."""

    def __init__(self, archive: HistoryArchive, parent: QObject) -> None:
        super().__init__(parent)
        self._archive = archive
        self._imported: Imported | None = None
        self.task: BackgroundTask | None = None
        # No key: Ctrl+Z is the page of the sessions' own.
        self.bar = UndoBar()
        self.bar.undone.connect(self.undo)

    def offer(self, imported: Imported) -> None:
        """Say what was added, and offer to undo it; an earlier import is no longer offered."""
        self._imported = imported
        self.bar.offer(imported_text(imported))

    def forget(self) -> None:
        """Offer nothing any more."""
        self._imported = None
        self.bar.hide()

    @Slot()
    def undo(self) -> None:
        """Take away what was added."""
        imported = self._imported
        if imported is None or (self.task is not None and self.task.is_under_way()):
            return
        take_away = unwatched(partial(self._archive.undo_import, imported))
        self.task = task = BackgroundTask(take_away, self)
        task.done.connect(self._tell)
        task.failed.connect(self._tell_trouble)
        task.start()

    @Slot(object)
    def _tell(self, result: object) -> None:
        self._imported = None
        self.history_changed.emit()
        words = "The import was undone: the sessions that it added are gone again."
        self.bar.offer(words, can_undo=False)

    @Slot(Trouble)
    def _tell_trouble(self, trouble: Trouble) -> None:
        self.notice_given.emit(notice_of(trouble))
        if self._imported is not None:
            self.bar.show()
