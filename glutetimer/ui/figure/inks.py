"""The colours of a theme as the figure's painters need them, made once."""

from functools import cache

from PySide6.QtGui import QColor

from glutetimer.ui.figure.shapes import tones
from glutetimer.ui.style.theme import FigureColors

Tones = tuple[QColor, ...]


class Inks:
    """Tones from shade to light, and single colours."""

    def __init__(self, colors: FigureColors) -> None:
        self.skin: Tones = tones(colors.skin, 5)
        self.hair: Tones = tones(colors.hair, 4)
        self.shirt: Tones = tones(colors.shirt, 7)
        self.trousers: Tones = tones(colors.trousers, 6)
        self.shoes: Tones = tones(colors.shoes, 4)
        self.mat: Tones = tones(colors.mat, 2)
        self.band: Tones = tones(colors.band, 2)
        self.ball: Tones = tones(colors.ball, 10)
        self.metal: Tones = tones(colors.metal, 4)
        self.wood: Tones = tones(colors.wood, 3)
        self.edge = QColor(colors.edge)
        self.warm = QColor(colors.warm)
        self.warm_deep = QColor(colors.warm_deep)
        self.floor_mark = QColor(colors.floor_mark)
        self.ghost = QColor(colors.ghost)
        self.shadow = QColor(colors.shadow)
        self.shadow_share = colors.shadow_percent / 100


@cache
def inks_of(colors: FigureColors) -> Inks:
    """The inks of a theme."""
    return Inks(colors)
