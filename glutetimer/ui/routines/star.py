"""The star of a favourite: full, or its outline."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_INNER = 0.45
"""The inner corners stand so far out as a share of the tips."""


def draw_star(painter: QPainter, place: QRectF, color: str, *, is_full: bool) -> None:
    """Draw a star of five points as large as fits."""
    middle, radius = place.center(), place.width() / 2
    corners = [
        middle + QPointF(sin(number * pi / 5), -cos(number * pi / 5)) * radius * share
        for number in range(10)
        for share in (_INNER if number % 2 else 1.0,)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(color), 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(color) if is_full else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()
