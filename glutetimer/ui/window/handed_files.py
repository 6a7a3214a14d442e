"""Files that the system hands to the program that runs; macOS has no other way to open one."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class HandedFiles(QObject):
    """Tells of these files; to be installed as an event filter of the application.

    Python then sees every event of the application: only where there are such files is it worth it.
    """

    file_asked = Signal(str)
    """The person wants to open the file of this path."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the system hands over, and nothing else."""
        if not isinstance(event, QFileOpenEvent):
            return False
        self.file_asked.emit(event.file())
        return True
