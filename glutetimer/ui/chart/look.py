"""How a chart looks: its colours, its font and the size of everything on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from glutetimer.ui.chart.content import ChartInk
from glutetimer.ui.style.text_size import text_font
from glutetimer.ui.style.theme import Type, current


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours by name; `unit` is how long what is a pixel on the screen is where it is painted."""

    inks: Mapping[ChartInk, str]
    ground: str
    text: str
    axis: str
    grid: str
    font: QFont
    unit: float = 1.0
    has_day_lines: bool = False

    def pen(self, color: str, wide_px: float) -> QPen:
        """A round pen, so many pixels of the screen wide."""
        pen = QPen(QColor(color), wide_px * self.unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen


def screen_look() -> ChartLook:
    """On a card of the theme; each ink has 3 to 1 and more against it."""
    colors = current()
    inks = {
        ChartInk.FIRST: colors.accent,
        ChartInk.SECOND: colors.phases.lift,
        ChartInk.THIRD: colors.phases.hold,
    }
    return ChartLook(
        inks, colors.card, colors.muted, colors.outline, colors.line, text_font(Type.CAPTION)
    )
