"""What the charts of a report have in common: everything is told apart without colour, too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF

from glutetimer.ui.chart.content import ChartInk
from glutetimer.ui.chart.look import ChartLook
from glutetimer.ui.paper.paper import ACCENT, INK, LINE, SOFT, Paper, TextStyle, font

_AXIS = "#7d857f"
TINY = TextStyle(6.8, color=SOFT)


def paper_look() -> ChartLook:
    """Accent and ink on white, in points."""
    inks = {ChartInk.FIRST: ACCENT, ChartInk.SECOND: INK, ChartInk.THIRD: INK}
    return ChartLook(inks, "#ffffff", SOFT, _AXIS, LINE, font(TINY), unit=0.6, has_day_lines=True)


def draw_key(
    paper: Paper,
    samples: Sequence[tuple[str, Callable[[QPointF], None]]],
    right: float,
    y: float,
    wide: float,
) -> None:
    """Samples, so wide and painted around their middle, with their names in a row up to `right`."""
    for name, paint in reversed(samples):
        right -= paper.width(name, TINY) + 4
        paper.one_line(name, QRectF(right, y, 130, 9), TINY)
        right -= wide
        paint(QPointF(right + wide / 2, y + 4.5))
        right -= 10
