"""A bare ring or the figure in a 1280x720 window at 30 frames a second; prints what it costs.

Words: ring|window-ring|EXERCISE SECONDS. Last line: percent of a core moving, then paused and
hidden (figure), then median and largest milliseconds of a painting.
"""

import sys
import time
from statistics import median

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from glutetimer.core.exercise import Exercise
from glutetimer.core.plan.movement import looped
from glutetimer.files.library import Library
from glutetimer.folders import folders
from glutetimer.resources import assets_dir, routines_dir
from glutetimer.ui.figure.moving import MovingFigure

FRAME_MS = 33
FIGURE = QRect(560, 200, 690, 360)
SETTLE_S = 3.0


class Ring(QWidget):
    """A ring that turns, and nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.angle = 0
        self.paintings: list[float] = []

    def step(self, elapsed_s: float) -> None:
        self.angle = round(elapsed_s * 72 * 16)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        begun = time.perf_counter()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("white"))
        side = min(self.width(), self.height()) - 40
        box = QRectF((self.width() - side) / 2, 20, side, side)
        painter.setPen(QPen(QColor("#e4e0d6"), 27))
        painter.drawEllipse(box)
        painter.setPen(QPen(QColor("#0a6a5b"), 27, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(box, 90 * 16, -self.angle % 5760)
        painter.end()
        self.paintings.append(time.perf_counter() - begun)


class Figure(MovingFigure):
    """The figure in the tempo of an exercise."""

    def __init__(self, parent: QWidget, exercise: Exercise) -> None:
        super().__init__(parent)
        self._exercise = exercise
        self.paintings: list[float] = []

    def step(self, elapsed_s: float) -> None:
        begun = time.perf_counter()
        self.show_movement(looped(self._exercise, elapsed_s))
        self.preparing_s = time.perf_counter() - begun

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paintings.append(self.painting_s + self.preparing_s)


class Script(QObject):
    """Settle, measure moving, then paused and hidden."""

    def __init__(self, window: QWidget, child: Ring | Figure, seconds: float) -> None:
        super().__init__()
        self._window = window
        self._child = child
        self._seconds = seconds
        self._began_s = time.perf_counter()
        self._shares: list[float] = []
        self._at = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.step)
        self._timer.start()
        QTimer.singleShot(round(SETTLE_S * 1000), self.begin)

    @Slot()
    def step(self) -> None:
        self._child.step(time.perf_counter() - self._began_s)

    @Slot()
    def begin(self) -> None:
        self._at = (time.perf_counter(), time.process_time())
        self._child.paintings.append(-1.0)
        QTimer.singleShot(round(self._seconds * 1000), self.end)

    @Slot()
    def end(self) -> None:
        wall, cpu = time.perf_counter() - self._at[0], time.process_time() - self._at[1]
        self._shares.append(100 * cpu / wall)
        match len(self._shares):
            case 1:
                self._timer.stop()
                self.begin()
            case 2:
                self._timer.start()
                self._window.hide()
                self.begin()
            case _:
                paintings = self._child.paintings
                marks = [n for n, value in enumerate(paintings) if value < 0]
                moving = [1000 * value for value in paintings[marks[0] + 1 : marks[1]]]
                first = [1000 * value for value in paintings[: marks[0]]]
                paused = marks[2] - marks[1] - 1
                hidden = len(paintings) - marks[2] - 1
                words = [f"{share:.2f}" for share in self._shares]
                words += [f"{median(moving):.2f}", f"{max(moving):.2f}", str(len(moving))]
                words += [f"{median(first):.2f}", str(paused), str(hidden)]
                print(*words, flush=True)
                QApplication.quit()


app = QApplication([])
window = QWidget()
window.resize(1280, 800 if sys.argv[1] == "window-ring" else 720)
if sys.argv[1].endswith("ring"):
    shown: Ring | Figure = Ring(window)
else:
    places = folders(None)
    library = Library(assets_dir() / "exercises", routines_dir(), places.data, places.listings)
    shown = Figure(window, library.exercises()[sys.argv[1]])
shown.setGeometry(window.rect() if sys.argv[1] == "window-ring" else FIGURE)
window.show()
script = Script(window, shown, float(sys.argv[2]))
app.exec()
