"""A watch for one short test: seconds to get into place, then it counts up, or down to a beep."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, spaced, text_label

LEAD_S = 5
MOST_S = 180
_TICK_MS = 100


class Stopwatch(QWidget):
    """A button and what it says: start, stop; `length_s` 0 counts up until it is stopped.

    `now_s` tells the seconds of a clock that never goes back.
    """

    ended = Signal(float)
    """So many seconds after the lead-in it was stopped, or all of them are over."""

    def __init__(self, name: str, length_s: int, now_s: Callable[[], float]) -> None:
        super().__init__()
        self._length_s, self._now_s = length_s, now_s
        self._begun_s: float | None = None
        self._has_beeped = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.button = push_button("Start")
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(f"{name}: start or stop")
        self.button.clicked.connect(self._press)
        self.told = text_label("", "title")
        row = spaced(QHBoxLayout(self), Space.M)
        row.addWidget(self.button)
        row.addWidget(self.told, 1)

    @property
    def is_running(self) -> bool:
        """Whether it counts, or is about to."""
        return self._begun_s is not None

    def stop(self) -> None:
        """Stop without a result."""
        self._begun_s = None
        self._timer.stop()
        self.button.setText("Start")
        self.told.setText("")

    @Slot()
    def tick(self) -> None:
        """Show the time, beep where something begins or ends, and end when it is over."""
        if self._begun_s is None:
            return
        elapsed_s = self._now_s() - self._begun_s
        if elapsed_s < 0:
            self.told.setText(f"Get into place: {ceil(-elapsed_s)}")
            return
        if not self._has_beeped:
            self._has_beeped = True
            QApplication.beep()
        most_s = self._length_s or MOST_S
        if elapsed_s >= most_s:
            self._end(float(most_s))
        else:
            shown = ceil(self._length_s - elapsed_s) if self._length_s else int(elapsed_s)
            self.told.setText(f"{shown} s")

    @Slot()
    def _press(self) -> None:
        if self._begun_s is None:
            self._begun_s, self._has_beeped = self._now_s() + LEAD_S, False
            self.button.setText("Stop")
            self._timer.start()
            self.tick()
            return
        elapsed_s = self._now_s() - self._begun_s
        if elapsed_s < 0 or self._length_s:
            self.stop()  # too early: nothing was measured
        else:
            self._end(elapsed_s)

    def _end(self, seconds: float) -> None:
        QApplication.beep()
        self.stop()
        self.told.setText("Time is up" if self._length_s else f"{seconds:.0f} s")
        self.ended.emit(seconds)
