"""Pictures of the history's overview, for people who begin, go on, and come back."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEventLoop, QTimer

from glutetimer.core.progress.span import Span
from glutetimer.ui.history.overview.page import Overview
from tests.screens import Scene, Stage, settle
from tests.ui.history.past import fill, regular


def _open(stage: Stage, span: Span = Span.QUARTER) -> Overview:
    stage.window.home.show_history()
    tab = stage.window.home.history
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
    stage.window.home.show_history()
    settle()


def _three(stage: Stage) -> None:
    fill(stage.world.history, [stage.world.ago(days) for days in (4, 2, 1)])
    _open(stage)


def year_of_sessions(stage: Stage, span: Span = Span.YEAR) -> Overview:
    fill(stage.world.history, regular(stage.world.clock.utc_now(), 400))
    return _open(stage, span)


def _year_quarter(stage: Stage) -> None:
    year_of_sessions(stage, Span.QUARTER)


def _year_tables(stage: Stage) -> None:
    overview = year_of_sessions(stage)
    for card in overview._deck.cards:
        card._toggle.click()
    settle()


def _year_clam(stage: Stage) -> None:
    overview = year_of_sessions(stage, Span.QUARTER)
    overview._deck._exercise._exercise.setCurrentIndex(0)
    settle()


def _day(stage: Stage) -> None:
    overview = year_of_sessions(stage)
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


def _scrolled(play: Callable[[Stage], object], part: float) -> Callable[[Stage], None]:
    """The same, scrolled down so far (0 to 1)."""

    def play_and_scroll(stage: Stage) -> None:
        play(stage)
        tab = stage.window.home.history
        assert tab is not None
        bar = tab.overview._area.verticalScrollBar()
        bar.setValue(round(bar.maximum() * part))
        settle()

    return play_and_scroll


SCENES = (
    Scene("overview-empty", _empty),
    Scene("overview-three", _three),
    Scene("overview-three-charts", _scrolled(_three, 0.5)),
    Scene("overview-three-end", _scrolled(_three, 1.0)),
    Scene("overview-year", year_of_sessions),
    Scene("overview-year-charts", _scrolled(year_of_sessions, 0.5)),
    Scene("overview-year-end", _scrolled(year_of_sessions, 1.0)),
    Scene("overview-quarter-charts", _scrolled(_year_quarter, 0.5)),
    Scene("overview-sides", _scrolled(_year_clam, 1.0)),
    Scene("overview-tables", _scrolled(_year_tables, 0.5)),
    Scene("overview-day", _day),
    Scene("overview-break", _after_break),
    Scene("overview-break-charts", _scrolled(_after_break, 0.5)),
    Scene("overview-thousands", _ten_thousand),
    Scene("overview-thousands-charts", _scrolled(_ten_thousand, 0.5)),
    Scene("overview-thousands-end", _scrolled(_ten_thousand, 1.0)),
)
