"""Plots as they are painted, looked at in pixels."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from glutetimer.core.progress.points import Point
from glutetimer.ui.chart.content import (
    AxisScale,
    Bars,
    ChartInk,
    ChartLine,
    Plot,
    PointMarker,
    Stroke,
    place_of,
)
from glutetimer.ui.chart.drawing import PlotPainter
from glutetimer.ui.chart.look import screen_look

FIRST = date(2026, 1, 5)
AREA = QRectF(40, 10, 700, 200)
LEVELS = AxisScale("levels", 10, is_fixed=True)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def a_plot(
    lines: tuple[ChartLine, ...] = (), bars: Bars | None = None, scale: AxisScale = LEVELS
) -> Plot:
    return Plot(first=FIRST, last=day(69), scale=scale, lines=lines, bars=bars)


def painted(plot: Plot) -> tuple[QImage, PlotPainter]:
    image = QImage(760, 240, QImage.Format.Format_RGB32)
    image.fill(QColor(screen_look().ground))
    painter = QPainter(image)
    plotted = PlotPainter(plot, AREA, screen_look())
    plotted.paint(painter, 1)
    painter.end()
    return image, plotted


def is_inked(image: QImage, x: float, y: float) -> bool:
    ink = QColor(screen_look().inks[ChartInk.FIRST])
    return bool(image.pixelColor(int(x), int(y)) == ink)


pytestmark = pytest.mark.usefixtures("qapp")


def test_a_place_is_found_again() -> None:
    plotted = PlotPainter(a_plot(), AREA, screen_look())
    for number in (0, 30, 69):
        place = place_of(day(number))
        assert AREA.left() < plotted.x(place) < AREA.right()
        assert plotted.place_at(plotted.x(place)) == pytest.approx(place)
    assert AREA.top() < plotted.y(10) < plotted.y(0) < AREA.bottom()


def test_a_line_stops_where_nothing_was_done_for_long() -> None:
    points = [Point(day(number), 3) for number in (0, 20, 60)]
    image, plotted = painted(a_plot((ChartLine("", points, ChartInk.FIRST, None, Stroke.SOLID),)))
    assert is_inked(image, plotted.x(place_of(day(10))), plotted.y(3))
    assert not is_inked(image, plotted.x(place_of(day(40))), plotted.y(3))


@pytest.mark.parametrize("marker", PointMarker)
def test_every_marker_is_painted_and_only_the_ring_is_hollow(marker: PointMarker) -> None:
    line = ChartLine("", [Point(day(30), 5)], ChartInk.FIRST, marker)
    image, plotted = painted(a_plot((line,)))
    x, y = plotted.x(place_of(day(30)) + 0.5), plotted.y(5)
    assert is_inked(image, x, y) is (marker is not PointMarker.RING)
    around = [(x + a, y + b) for a in range(-5, 6) for b in range(-5, 6)]
    assert any(is_inked(image, *place) for place in around)


def test_bars_below_the_goal_are_hollow_and_the_open_one_is_hatched() -> None:
    bars = Bars("", [Point(day(7 * n), value) for n, value in enumerate((3, 1, 0, 4))], 7, True, 3)
    image, plotted = painted(a_plot(bars=bars, scale=AxisScale("", 3, numbers=(), limits=(3,))))
    shares = []
    for point in bars.points:
        box = plotted.bar_box(bars, point).adjusted(2, 4, -2, -2).toRect()
        places = [
            (x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
        ]
        shares.append(sum(is_inked(image, *place) for place in places) / max(1, len(places)))
    assert shares[:3] == [1, 0, 0]
    assert 0 < shares[3] < 1
