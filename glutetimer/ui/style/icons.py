"""Icons from the SVG files in `assets/icons`, in the colours of the theme."""

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QCoreApplication, QFile, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from glutetimer.core.exercise import Position
from glutetimer.ui.style.theme import ICONS, Colors

_VARIABLE = re.compile(r"var\(--(\w+), #\w+\)")
"""A colour of the theme, and the one that other programs show."""

_FAR_PERCENT = 55
"""A limb behind the body has so much of the body's colour, and for the rest the card's."""


def draw_icon(painter: QPainter, name: str, rect: QRectF) -> None:
    """Draw an icon in the painter's pen colour, as large as fits into `rect`."""
    _renderer(name, (("currentColor", painter.pen().color().name()),)).render(painter, rect)


def draw_position(
    painter: QPainter, position: Position | None, rect: QRectF, colors: Colors
) -> None:
    """Draw the pictogram of a position, as large as fits into `rect`; of none nothing."""
    if position is None:
        return
    far = _between(colors.accent, colors.card)
    names = ("accent", "card", "line", "outline")
    inks = (("far", far), *((name, getattr(colors, name)) for name in names))
    _renderer(position.value.replace("-", "_"), inks).render(painter, rect)


@lru_cache(maxsize=128)
def _renderer(name: str, inks: tuple[tuple[str, str], ...]) -> QSvgRenderer:
    app = QCoreApplication.instance()
    assert app is not None
    file = QFile(f"{app.property(ICONS)}/{name}.svg")
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    text = file.readAll().toStdString()
    colors = dict(inks)
    text = _VARIABLE.sub(lambda found: colors[found[1]], text)
    text = text.replace("currentColor", colors.get("currentColor", ""))
    made = QSvgRenderer(QByteArray(text.encode()))
    made.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return made


def _between(near: str, ground: str) -> str:
    one, two = QColor(near), QColor(ground)
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*((a * _FAR_PERCENT + b * (100 - _FAR_PERCENT)) // 100 for a, b in pairs)).name()
