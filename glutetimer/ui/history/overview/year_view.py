"""A year as a calendar of small cells, a column a week."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from glutetimer.core.progress.days import YEAR_WEEKS, Day, YearCalendar, year_calendar
from glutetimer.core.progress.weeks import DAYS
from glutetimer.ui.chart.kept_picture import KeptPicture
from glutetimer.ui.chart.words import day_words
from glutetimer.ui.history.overview.year_picture import (
    LABEL_PX,
    MONTH_PX,
    cell_px,
    draw_year,
    height_px,
)
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import current

_STEPS = {
    Qt.Key.Key_Left: -DAYS,
    Qt.Key.Key_Right: DAYS,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -4 * DAYS,
    Qt.Key.Key_PageDown: 4 * DAYS,
    Qt.Key.Key_Home: -YEAR_WEEKS * DAYS,
    Qt.Key.Key_End: YEAR_WEEKS * DAYS,
}


class YearView(KeptPicture):
    """Arrow keys move a cursor by days and weeks; Enter or a click chooses a day.

    It shows nothing of use until `show_year` is called.
    """

    day_pointed = Signal(Day)
    """The mouse or the cursor is on this day."""

    day_chosen = Signal(date)
    """The person wants to see this day, on which something was done."""

    def __init__(self) -> None:
        super().__init__()
        self._year = year_calendar((), date(2000, 1, 1), 1)
        self._goal = 1
        self._cursor = self._year.last_day
        self._pointed: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Calendar of the year")
        self.setAccessibleDescription("Arrow keys go from day to day, Enter shows its sessions.")

    def show_year(self, year: YearCalendar, goal: int) -> None:
        """Show another year; the cursor goes to its last day, unless its day is still there."""
        self._year, self._goal = year, goal
        if year.at(self._cursor) is None:
            self._cursor = year.last_day
        self._pointed = None
        self.draw_anew()
        self._tell()

    @property
    def pointed(self) -> Day:
        """The day under the mouse, else that of the cursor."""
        day = self._year.at(self._pointed or self._cursor)
        assert day is not None
        return day

    # Size

    def minimumSizeHint(self) -> QSize:
        """Cells of ten pixels."""
        return QSize(LABEL_PX + YEAR_WEEKS * 10, height_px(10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the cells need at this width."""
        super().resizeEvent(event)
        self.setFixedHeight(height_px(cell_px(self.width())))

    # Mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the day under the mouse."""
        self._point_at(self._day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at the cursor's day again."""
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        day = self._day_at(event.position())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self._cursor = day
            self._tell()
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, or choose its day."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell where the cursor is."""
        super().focusInEvent(event)
        self._tell()

    def _move(self, days: int) -> None:
        wanted = self._cursor + timedelta(days=days)
        self._cursor = min(max(wanted, self._year.first_day), self._year.last_day)
        self._pointed = None
        self._tell()

    def _choose(self) -> None:
        day = self._year.at(self._cursor)
        if day is not None and day.sessions:
            self.day_chosen.emit(day.day)

    def _point_at(self, day: date | None) -> None:
        if day != self._pointed:
            self._pointed = day
            has_sessions = day is not None and self.pointed.sessions > 0
            shape = (
                Qt.CursorShape.PointingHandCursor if has_sessions else Qt.CursorShape.ArrowCursor
            )
            self.setCursor(shape)
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(plain(f"Calendar of the year. {day_words(self.pointed)}"))
        self.update()
        self.day_pointed.emit(self.pointed)

    # Painting

    def _day_at(self, place: QPointF) -> date | None:
        size = cell_px(self.width())
        column, row = int((place.x() - LABEL_PX) // size), int((place.y() - MONTH_PX) // size)
        if not (0 <= column < YEAR_WEEKS and 0 <= row < DAYS):
            return None
        day = self._year.columns[column][row]
        return None if day is None else day.day

    def draw(self, painter: QPainter) -> None:
        """Draw the year."""
        draw_year(painter, self._year, self._goal, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the year, and the cursor over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_marks(painter, cell_px(self.width()))

    def _draw_marks(self, painter: QPainter, size: int) -> None:
        colors = current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._pointed is not None:
            painter.setPen(QPen(QColor(colors.text), 1.5))
            painter.drawRoundedRect(self._place(self._pointed, size), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.text), 2))
            painter.drawRoundedRect(self._place(self._cursor, size), 4, 4)

    def _place(self, day: date, size: int) -> QRectF:
        column, row = divmod((day - self._year.first_day).days, DAYS)
        return QRectF(LABEL_PX + column * size, MONTH_PX + row * size, size, size)
