"""The colours and widths of lines, bars and cells, on a chart and in its key."""

from glutetimer.ui.chart.content import ChartInk, ChartLine
from glutetimer.ui.style.theme import Colors

DASHES = (3.0, 2.5)
"""Of a dashed line: drawn and left out, in widths of the line."""


def ink_color(colors: Colors, ink: ChartInk = ChartInk.FIRST) -> str:
    """The colour of an ink in a theme; each has 3 to 1 and more against a card."""
    match ink:
        case ChartInk.FIRST:
            return colors.accent
        case ChartInk.SECOND:
            return colors.phases.lift
        case ChartInk.THIRD:
            return colors.phases.hold


def line_px(line: ChartLine) -> float:
    """The width of a line; it steps back where markers stand on it."""
    return 2.5 if line.marker is None else 1.5
