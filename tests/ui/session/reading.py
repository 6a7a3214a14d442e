"""How large the parts of the session page are to an eye three metres away."""

from math import atan, degrees

from PySide6.QtGui import QFont, QFontMetricsF

from glutetimer.core.keys.table import Action
from glutetimer.ui.session.view import SessionView
from glutetimer.ui.style import theme

AWAY_MM = 3000.0
LAPTOP_MM = 309.4
"""The width of a 14-inch screen of 16 to 9."""


def arc_minutes(cap_px: float, window_px: int) -> float:
    """Of letters so high, in a window so wide that fills the screen."""
    return 60 * degrees(atan(cap_px * LAPTOP_MM / window_px / AWAY_MM))


def seen(view: SessionView) -> dict[str, float]:
    """Arc minutes of what has to be read from the mat, by name: the height of capitals."""
    phase_px, side_px = view.band.sizes_px()
    sizes = {
        "phase": phase_px,
        "side": side_px if view.band.text().count(",") else 0.0,
        "exercise": view.name.font_px(),
        "number": view.digits.font_px(),
        "cue": view.cue.font_px(),
        "set": view.place.font_px(),
        "next": view.next_up.font_px(),
        "it hurts": view.controls.button(Action.HURT).line_px(),
    }
    return {name: arc_minutes(_cap_px(size), view.width()) for name, size in sizes.items() if size}


def _cap_px(size_px: float) -> float:
    return QFontMetricsF(theme.font(1000, QFont.Weight.Bold)).capHeight() / 1000 * size_px
