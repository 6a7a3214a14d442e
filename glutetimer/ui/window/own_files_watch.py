"""Notices when a file of the person's own has changed on the disk, and has it read again."""

from functools import partial

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from glutetimer.core.ports.own_files import OwnFiles, ReadAgain
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.widgets.background_task import BackgroundTask, unwatched

BEGIN_MS = 3000
"""So long after the first page: then the folders have been made, and the person reads."""

QUIET_MS = 300
"""An editor that saves does several things to a file; after this time it is done."""

MOST_FILES = 1000
"""Files that are watched one by one, the newest first; systems have only so many watches."""

SLICE = 100
_POLLING = "QPollingFileSystemWatcherEngine"


class OwnFilesWatch(QObject):
    """Waits for the system to tell of a change: it never looks by itself, and idle it sleeps.

    A folder tells of files that come, go or are replaced, a file of what is written into it. Where
    the system tells nothing (a folder in a network) or has no watch left, F5 still reads again.
    """

    changed = Signal(object)
    """Files have changed, and were read (a `ReadAgain`); once at the beginning they may have."""

    def __init__(self, own_files: OwnFiles, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._own_files = own_files
        self._preferences = preferences
        self._watcher: QFileSystemWatcher | None = None
        self._known: ReadAgain | None = None
        self._task: BackgroundTask | None = None
        self._is_paused = False
        self._is_due = False
        self._is_refused = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def begin_soon(self) -> None:
        """Begin when the window has stood for a while."""
        self._timer.start(BEGIN_MS)

    def set_paused(self, is_paused: bool) -> None:
        """Read nothing while a session is shown; what has changed is read afterwards."""
        self._is_paused = is_paused
        if is_paused and self._timer.isActive():
            self._timer.stop()
            self._is_due = True
        self._look_if_due()

    @property
    def watched(self) -> list[str]:
        """The folders and files that the system tells of."""
        watcher = self._watcher
        return [] if watcher is None else [*watcher.directories(), *watcher.files()]

    @Slot()
    def look(self) -> None:
        """Find out, in a thread, what has changed; at first only what there is."""
        if self._is_paused or (self._task is not None and self._task.is_under_way()):
            self._is_due = True
            return
        known = None if self._known is None else self._known.stamps
        settings = self._preferences.settings
        work = partial(self._own_files.read_again, settings, known)
        self._task = BackgroundTask(unwatched(work), self)
        self._task.done.connect(self._take)
        self._task.start()

    @Slot(object)
    def _take(self, read: ReadAgain) -> None:
        assert self._task is not None
        self._task.deleteLater()
        self._task = None
        is_first = self._known is None
        self._known = read
        if self._watch(read):
            self._is_due = True  # a file may have changed before it was watched
        if read.changed or is_first:
            self.changed.emit(read)
        self._look_if_due()

    def _look_if_due(self) -> None:
        if self._is_due and not self._is_paused and self._task is None:
            self._is_due = False
            self._timer.start(QUIET_MS)

    @Slot(str)
    def _wait(self, path: str) -> None:
        """The system tells of a change; more may follow at once."""
        if self._is_paused:
            self._is_due = True
        else:
            self._timer.start(QUIET_MS)

    # What is watched

    def _watch(self, read: ReadAgain) -> bool:
        """Watch folders and files as they are now; returns whether any came anew."""
        if self._is_refused:
            return False
        newest = sorted(read.stamps, key=lambda path: read.stamps[path], reverse=True)
        wanted = dict.fromkeys((*read.folders, *newest[:MOST_FILES]))
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._wait)
            self._watcher.fileChanged.connect(self._wait)
        had = set(self.watched)
        if vanished := [path for path in had if path not in wanted]:
            self._watcher.removePaths(vanished)
        new = [path for path in wanted if path not in had]
        for begin in range(0, len(new), SLICE):
            if self._watcher.addPaths(new[begin : begin + SLICE]):
                break  # no watch is left, or a file has just gone: its folder tells of that
        if any(child.metaObject().className() == _POLLING for child in self._watcher.children()):
            self._watcher.deleteLater()  # it would look every second for ever
            self._watcher = None
            self._is_refused = True
            return False
        return not had.issuperset(self.watched)
