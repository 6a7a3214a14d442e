"""The pictures of routines, one exercise of each, found one routine after the other."""

from collections import deque

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPixmap

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.ports.library import RoutineLibrary, RoutineListing
from glutetimer.core.words.routine_facts import picture_of
from glutetimer.ui.figure.stills import Stills


class CardPictures(QObject):
    """Reads a routine when its picture is asked for and the window has nothing else to do."""

    made = Signal()
    """Another picture is there."""

    def __init__(self, library: RoutineLibrary, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._stills = Stills(self)
        self._stills.made.connect(self.made)
        self._exercises: dict[RoutineListing, Exercise | None] = {}
        self._wanted: deque[RoutineListing] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_one)

    def pixmap(self, listing: RoutineListing, size: QSize, ratio: float) -> QPixmap | None:
        """The picture of a routine; None while it is not made, and if there is none."""
        if listing not in self._exercises:
            if listing not in self._wanted:
                self._wanted.append(listing)
                self._timer.start(0)
            return None
        exercise = self._exercises[listing]
        return None if exercise is None else self._stills.pixmap(exercise, size, ratio)

    @Slot()
    def forget(self) -> None:
        """The files were read again: look into them anew."""
        self._exercises.clear()

    @Slot()
    def _read_one(self) -> None:
        listing = self._wanted.popleft()
        try:
            self._exercises[listing] = picture_of(self._library.routine(listing.id))
        except Trouble:  # its details tell it
            self._exercises[listing] = None
        if self._wanted:
            self._timer.start(0)
        self.made.emit()
