"""How much was done on a day, as a cell: the longer, the larger; several sessions have a dot."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from glutetimer.ui.style.theme import current

SHORT_S, LONG_S = 600, 1200
"""From here on a day is of medium length, and long."""

_PARTS = (0.42, 0.62, 0.84)


def draw_cell(
    painter: QPainter, place: QRectF, active_s: float, sessions: int, is_last: bool = False
) -> None:
    """Draw a day into its place; the painter's pen and brush are changed."""
    colors = current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.hover if colors.is_dark else colors.sunken))
    _draw_square(painter, place, 0.84)
    if is_last:
        painter.setPen(QPen(QColor(colors.outline), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _draw_square(painter, place, 0.9)
        painter.setPen(Qt.PenStyle.NoPen)
    if not sessions:
        return
    painter.setBrush(QColor(colors.accent))
    _draw_square(painter, place, _PARTS[(active_s >= SHORT_S) + (active_s >= LONG_S)])
    if sessions > 1:
        painter.setBrush(QColor(colors.on_accent))
        dot = place.width() * 0.11
        painter.drawEllipse(place.center(), dot, dot)


def _draw_square(painter: QPainter, place: QRectF, part: float) -> None:
    side = place.width() * part
    square = QRectF(0, 0, side, side)
    square.moveCenter(place.center())
    painter.drawRoundedRect(square, side * 0.25, side * 0.25)
