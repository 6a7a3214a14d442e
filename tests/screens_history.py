"""Pictures of the history's overview, for people who begin, go on, and come back.

`python -m tests.screens_history DIR [NAME-PART]` writes them as PNG.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.progress.span import Span
from glutetimer.ui.history.overview.page import Overview
from glutetimer.ui.theme import load_fonts
from tests.screens import SIZES, THEMES, Stage, settle
from tests.ui.history.past import fill, regular


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its name, how to get there, and how far it is scrolled (0 to 1)."""

    name: str
    play: Callable[[Stage], object]
    scrolled: float = 0.0


def _open(stage: Stage, span: Span = Span.QUARTER) -> Overview:
    stage.window.show_history()
    tab = stage.window._history
    assert tab is not None
    overview = tab.overview
    overview._deck.show_span(span)
    draw(overview)
    return overview


def draw(overview: Overview) -> None:
    """Wait until every chart is drawn."""
    settle()
    if overview._deck.is_waiting:
        loop = QEventLoop()
        overview._deck.drawn.connect(loop.quit)
        QTimer.singleShot(10_000, loop.quit)
        loop.exec()
    settle()


def _empty(stage: Stage) -> None:
    stage.window.show_history()
    settle()


def _three(stage: Stage) -> None:
    fill(stage.world.history, [stage.world.ago(days) for days in (4, 2, 1)])
    _open(stage)


def _year(stage: Stage, span: Span = Span.YEAR) -> Overview:
    fill(stage.world.history, regular(stage.world.clock.utc_now(), 400))
    return _open(stage, span)


def _year_quarter(stage: Stage) -> None:
    _year(stage, Span.QUARTER)


def _year_tables(stage: Stage) -> None:
    overview = _year(stage)
    for card in overview._deck.cards:
        card._toggle.click()
    settle()


def _year_clam(stage: Stage) -> None:
    overview = _year(stage, Span.QUARTER)
    overview._deck._exercise._exercise.setCurrentIndex(0)
    settle()


def _day(stage: Stage) -> None:
    overview = _year(stage)
    view = overview._year._view
    view.setFocus()
    view._move(-16)
    settle()


def _after_break(stage: Stage) -> None:
    fill(stage.world.history, regular(stage.world.clock.utc_now(), 200, until=33))
    _open(stage)


def _ten_thousand(stage: Stage) -> None:
    now = stage.world.clock.utc_now()
    fill(stage.world.history, (now - timedelta(hours=12 * n) for n in range(10_000, 0, -1)))
    _open(stage, Span.ALL)


SCENES = (
    Scene("empty", _empty),
    Scene("three", _three),
    Scene("three-charts", _three, 0.5),
    Scene("three-end", _three, 1.0),
    Scene("year", _year),
    Scene("year-charts", _year, 0.5),
    Scene("year-end", _year, 1.0),
    Scene("quarter-charts", _year_quarter, 0.5),
    Scene("sides", _year_clam, 1.0),
    Scene("tables", _year_tables, 0.5),
    Scene("day", _day),
    Scene("break", _after_break),
    Scene("break-charts", _after_break, 0.5),
    Scene("thousands", _ten_thousand),
    Scene("thousands-charts", _ten_thousand, 0.5),
    Scene("thousands-end", _ten_thousand, 1.0),
)


def pictures(folder: Path, only: str = "") -> Iterator[Path]:
    """Write all pictures whose names contain `only`; yields the files."""
    for theme in THEMES:
        for size_name, size in SIZES.items():
            for scene in SCENES:
                path = folder / f"overview-{scene.name}-{size_name}-{theme.value}.png"
                if only not in path.name:
                    continue
                with tempfile.TemporaryDirectory() as home:
                    stage = Stage(Path(home), size, theme)
                    scene.play(stage)
                    _scroll(stage, scene.scrolled)
                    stage.window.grab().save(str(path))
                    stage.close()
                yield path


def _scroll(stage: Stage, part: float) -> None:
    tab = stage.window._history
    assert tab is not None
    bar = tab.overview._area.verticalScrollBar()
    bar.setValue(round(bar.maximum() * part))
    settle()


def main() -> None:
    """Write the pictures into the folder that is named first."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    fonts = sorted((resources.assets_dir() / "fonts").glob("*.otf"))
    load_fonts(tuple(str(path) for path in fonts))
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path in pictures(folder, sys.argv[2] if len(sys.argv) > 2 else ""):
        print(path.name)
    QCoreApplication.processEvents()
    del app


if __name__ == "__main__":
    main()
