"""A session in the real window; prints what it costs.

The CPU share running, paused and minimised, the megabytes before it and those it grew by, and
how often a second the figure was painted while it ran.
"""

import sys
import time

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from glutetimer.app import build_services, close_services
from glutetimer.core.session.states import Command
from glutetimer.resources import assets_dir
from glutetimer.ui.session.page import SessionPage
from glutetimer.ui.style.application import find_icons, load_fonts
from glutetimer.ui.window.main_window import MainWindow
from tests.bench.children.painted import sizes_kb

SETTLE_MS = 4000


def own_mb() -> float:
    """The memory of this process that is its own, in megabytes."""
    return sizes_kb()["Pss"] / 1024


class Script(QObject):
    """One stage after the other: settle, measure, next."""

    def __init__(self, window: MainWindow, measure_s: float) -> None:
        super().__init__()
        self._window = window
        self._measure_s = measure_s
        self._stages = [self.run, self.pause, self.minimise]
        self._shares: list[float] = []
        self._wall_s = self._cpu_s = 0.0
        self._painted_per_s: list[float] = []
        self._painted = 0
        self._sizes_mb: list[float] = []

    @Slot()
    def next_stage(self) -> None:
        if not self._stages:
            before_mb, after_mb = self._sizes_mb
            shares = [f"{share:.3f}" for share in self._shares]
            sizes = (f"{before_mb:.1f}", f"{after_mb - before_mb:.1f}")
            print(*shares, *sizes, f"{self._painted_per_s[0]:.1f}", flush=True)
            self.page.driver.do(Command.STOP)
            QApplication.quit()
            return
        self._stages.pop(0)()
        QTimer.singleShot(SETTLE_MS, self.begin)

    @property
    def page(self) -> SessionPage:
        page = self._window.findChild(SessionPage)
        assert page is not None
        return page

    def run(self) -> None:
        self._sizes_mb.append(own_mb())
        self._window.host.start("ten-glute-exercises")
        self.page.driver.do(Command.NEXT)
        self.page.driver.do(Command.NEXT)  # into the reps

    def pause(self) -> None:
        self._sizes_mb.append(own_mb())
        self.page.driver.do(Command.PAUSE)

    def minimise(self) -> None:
        self.page.driver.do(Command.RESUME)
        self._window.showMinimized()

    @Slot()
    def begin(self) -> None:
        self._wall_s, self._cpu_s = time.monotonic(), time.process_time()
        self._painted = self.page.view.figure.moving.painted
        QTimer.singleShot(round(self._measure_s * 1000), self.end)

    @Slot()
    def end(self) -> None:
        wall_s, cpu_s = time.monotonic() - self._wall_s, time.process_time() - self._cpu_s
        self._shares.append(100 * cpu_s / wall_s)
        painted = self.page.view.figure.moving.painted - self._painted
        self._painted_per_s.append(painted / wall_s)
        self.next_stage()


app = QApplication([])
load_fonts(tuple(str(path) for path in (assets_dir() / "fonts").glob("*.otf")))
find_icons(str(assets_dir() / "icons"))
services = build_services(None, is_silent="silent" in sys.argv)
window = MainWindow(services)
window.resize(1280, 800)
window.show()
script = Script(window, float(sys.argv[1]))
QTimer.singleShot(1500, script.next_stage)
app.exec()
window.close()
close_services(services)
