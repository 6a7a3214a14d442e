"""The colours of a theme as the figure's painters need them, made once."""

from functools import cache

from PySide6.QtGui import QColor

from glutetimer.ui.style.theme import FigureColors

Tones = tuple[QColor, QColor]
"""The tone of what is far or in the shade, and that of what is near."""


class Inks:
    """Two tones of each material, and single colours."""

    def __init__(self, colors: FigureColors) -> None:
        self.skin = _tones(colors.skin)
        self.hair = _tones(colors.hair)
        self.shirt = _tones(colors.shirt)
        self.trousers = _tones(colors.trousers)
        self.shoes = _tones(colors.shoes)
        self.mat = _tones(colors.mat)
        self.band = _tones(colors.band)
        self.ball = _tones(colors.ball)
        self.metal = _tones(colors.metal)
        self.wood = _tones(colors.wood)
        self.edge = QColor(colors.edge)
        self.blush = QColor(colors.blush)
        self.warm = QColor(colors.warm)
        self.floor_mark = QColor(colors.floor_mark)
        self.ghost = QColor(colors.ghost)
        self.shadow = QColor(colors.shadow)


def _tones(pair: tuple[str, str]) -> Tones:
    return QColor(pair[0]), QColor(pair[1])


@cache
def inks_of(colors: FigureColors) -> Inks:
    """The inks of a theme."""
    return Inks(colors)
