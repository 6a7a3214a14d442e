"""Prints when all that belongs to the first page is there; then ends."""

import os
import time

from PySide6.QtCore import QObject, QTimer, Slot

from glutetimer.ui.routines.page import RoutinesPage
from tests.bench.children.painted import sizes_kb

QUIET_MS = 1500
"""If nothing more comes for so long, all of it is there."""


class Whole(QObject):
    """Waits for menus, the words of Today, and the last picture of a card that is seen."""

    def __init__(self, page: RoutinesPage) -> None:
        super().__init__(page)
        self._page = page
        self._last_ms = 0.0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.report)
        # Connected after the window's own slots: these have done all by then.
        page.filled.connect(self.watch_pictures)

    @Slot()
    def watch_pictures(self) -> None:
        """All is there but the pictures, which are made one after the other."""
        self._page.filled.disconnect(self.watch_pictures)
        self._page.pictures.made.connect(self.note)
        self.note()

    @Slot()
    def note(self) -> None:
        """Something more has come."""
        self._last_ms = time.clock_gettime(time.CLOCK_MONOTONIC) * 1000
        self._quiet.start()

    @Slot()
    def report(self) -> None:
        """Print the time of the last in milliseconds, then PSS and RSS of now in kilobytes."""
        sizes = sizes_kb()
        print(self._last_ms, sizes["Pss"], sizes["Rss"], flush=True)
        os._exit(0)
