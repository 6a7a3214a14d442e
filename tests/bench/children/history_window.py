"""The window over a large history: what opening its tab, every chart and scrolling cost.

Prints lines "NAME WALL_MS BUSY_MS"; the second is the time of the processor, which tells what the
first would be on a machine that does nothing else.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.ports.history import OpenedHistory
from glutetimer.core.progress.span import Span
from glutetimer.store.history import History
from glutetimer.ui.style.application import load_fonts
from glutetimer.ui.window.main_window import MainWindow
from tests.fakes import FakeClock
from tests.ui.fakes import FakeLibrary, World
from tests.ui.samples import ROUTINES

SIZE = (1280, 800)
STEP_PX = 24


@dataclass
class FullWorld(World):
    """A window over a real history."""

    path: Path = Path()

    def open_history(self) -> OpenedHistory:
        history = History(self.path, self.clock)
        return OpenedHistory(history, history.progress, self.archive)


@contextmanager
def measured(name: str) -> Iterator[None]:
    """Print what the block took."""
    began_s, began_busy_s = time.perf_counter(), time.process_time()
    yield
    wall_ms = (time.perf_counter() - began_s) * 1000
    busy_ms = (time.process_time() - began_busy_s) * 1000
    print(f"{name}\t{wall_ms:.1f}\t{busy_ms:.1f}", flush=True)


def settle() -> None:
    """Let everything that waits be done and painted."""
    for _ in range(4):
        QCoreApplication.processEvents()


def open_tab(window: MainWindow) -> None:
    """Click on the tab; the charts come after what else there is was painted."""
    with measured("click to painted"):
        window.home.show_history()
        QCoreApplication.sendPostedEvents()  # layouts and paintings, but no timers
    assert window.home.history is not None
    deck = window.home.history.overview._deck
    with measured("charts in sight drawn"):
        while any(card.content is None for card in deck.cards[:2]):
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents()
    with measured("the other charts drawn"):
        while deck.is_waiting:
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents()
    settle()


def draw_charts(window: MainWindow) -> None:
    """Every chart in every range, with its queries and its painting."""
    assert window.home.history is not None
    overview = window.home.history.overview
    deck = overview._deck
    for card in deck.cards:
        overview._area.ensureWidgetVisible(card)
        settle()
        for span in Span:
            overview.refresh_records()
            for how in ("", ", rows read before"):
                with measured(f"chart {card._title.lower()}, {span}{how}"):
                    assert overview._records is not None
                    card.show_span(overview._records, span)
                    card.repaint()


def scroll(window: MainWindow) -> None:
    """From top to bottom; every step is painted."""
    assert window.home.history is not None
    area = window.home.history.overview._area
    bar = area.verticalScrollBar()
    bar.setValue(0)
    settle()
    for value in range(0, bar.maximum() + STEP_PX, STEP_PX):
        with measured("frame"):
            bar.setValue(value)
            QCoreApplication.processEvents()


def main(path: Path) -> None:
    """Open, draw, scroll."""
    app = QApplication([])
    fonts = sorted((resources.assets_dir() / "fonts").glob("*.otf"))
    load_fonts(tuple(str(font) for font in fonts))
    clock = FakeClock(utc=datetime(2026, 1, 5, 12, 0, tzinfo=UTC))
    world = FullWorld(FakeLibrary(ROUTINES), clock=clock, path=path)
    window = MainWindow(world.services())
    window.resize(*SIZE)
    window.show()
    settle()
    open_tab(window)
    draw_charts(window)
    scroll(window)
    window.close()
    del app


main(Path(sys.argv[1]))
