"""The picture of a year: the names of months and days, a cell a day, a tick a week."""

from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from glutetimer.core.ports.calendar import WEEKDAYS
from glutetimer.core.progress.days import YEAR_WEEKS, YearCalendar
from glutetimer.core.progress.weeks import DAYS
from glutetimer.ui.style.text_size import text_font
from glutetimer.ui.style.theme import Space, Type, current
from glutetimer.ui.words import MONTHS

LABEL_PX = 40
MONTH_PX = 22
TICK_PX = 9
MOST_CELL_PX = 32
SHORT_S, LONG_S = 600, 1200
"""From here on a day is of medium length, and long."""

_PARTS = (0.42, 0.62, 0.84)


def cell_px(width_px: int) -> int:
    """The side of a cell in a picture of this width."""
    return max(8, min(MOST_CELL_PX, (width_px - LABEL_PX - 2) // YEAR_WEEKS))


def height_px(side_px: int) -> int:
    """The height of a picture with such cells."""
    return MONTH_PX + DAYS * side_px + TICK_PX


def draw_year(painter: QPainter, year: YearCalendar, goal: int, width_px: int) -> None:
    """Draw a year over this width."""
    painter.setFont(text_font(Type.CAPTION - 1))
    side = cell_px(width_px)
    _draw_months(painter, year, side)
    _draw_weekdays(painter, year, side)
    for column, days in enumerate(year.columns):
        x = LABEL_PX + column * side
        for row, day in enumerate(days):
            if day is not None:
                place = QRectF(x, MONTH_PX + row * side, side, side)
                is_last = day.day == year.last_day
                draw_cell(painter, place, day.active_s, day.sessions, is_last)
        if sum(day.sessions for day in days if day is not None) >= goal:
            draw_tick(painter, x + side / 2, MONTH_PX + DAYS * side + 2)


def draw_cell(
    painter: QPainter, place: QRectF, active_s: float, sessions: int, is_last: bool = False
) -> None:
    """Draw a day: the longer, the larger; several sessions have a dot."""
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


def draw_tick(painter: QPainter, x: float, y: float) -> None:
    """Draw the mark of a week whose goal was reached, with its top middle at (x, y)."""
    pen = QPen(QColor(current().muted), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(x - 3, y + 2.5), QPointF(x - 1, y + 4.5), QPointF(x + 3, y)])


def _draw_months(painter: QPainter, year: YearCalendar, side: int) -> None:
    painter.setPen(QColor(current().muted))
    free_from = 0
    for column, days in enumerate(year.columns):
        first = next((day.day for day in days if day is not None and day.day.day == 1), None)
        if first is None or not free_from <= column < YEAR_WEEKS - 2:
            continue
        name = MONTHS[first.month - 1]
        name = f"{name} {first.year}" if first.month == 1 and side >= 14 else name
        painter.drawText(QPointF(LABEL_PX + column * side + 1, MONTH_PX - 8), name)
        free_from = column + 3


def _draw_weekdays(painter: QPainter, year: YearCalendar, side: int) -> None:
    for row in (0, 2, 4):
        day = year.first_day + timedelta(days=row)
        place = QRectF(0, MONTH_PX + row * side, LABEL_PX - Space.S, side)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, WEEKDAYS[day.weekday()][:3])
