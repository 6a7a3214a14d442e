"""Prints when it was painted for the first time and what memory it has; then ends."""

import os
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot


def sizes_kb() -> dict[str, int]:
    """The sizes of this process in kilobytes, by the names that Linux gives them."""
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return {line.split(":")[0]: int(line.split()[1]) for line in rollup[1:]}


class Painted(QObject):
    """Reports once the whole first painting is over."""

    def __init__(self) -> None:
        super().__init__()
        self._has_begun = False

    def begin(self) -> None:
        """The painting of the window has begun; what it contains follows at once."""
        if not self._has_begun:
            self._has_begun = True
            QTimer.singleShot(0, self.report)

    @Slot()
    def report(self) -> None:
        """Print the time in milliseconds, then PSS and RSS in kilobytes."""
        now_ms = time.clock_gettime(time.CLOCK_MONOTONIC) * 1000
        sizes = sizes_kb()
        print(now_ms, sizes["Pss"], sizes["Rss"], flush=True)
        os._exit(0)
