"""The card with the year's calendar, what a day was in words, and the way to other years."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from glutetimer.core.counts import count_text
from glutetimer.core.progress.days import YEAR_WEEKS, Day, YearCalendar
from glutetimer.ui.chart.key import KeyEntry
from glutetimer.ui.chart.words import day_words
from glutetimer.ui.history.overview.year_picture import LONG_S, SHORT_S, draw_cell, draw_tick
from glutetimer.ui.history.overview.year_view import YearView
from glutetimer.ui.plain import set_tip
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.widgets.flow import FlowRow
from glutetimer.ui.words import date_text

YEAR = timedelta(weeks=YEAR_WEEKS - 1)


class YearCard(QFrame):
    """One year at a time, the last one at first."""

    day_chosen = Signal(date)
    """The person wants to see the sessions of this day."""

    year_wanted = Signal(date)
    """The person wants the year that ends on this day."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._last_day = self._today = date.min
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        self._title = text_label("", "subtitle", wraps=True)
        head.addWidget(self._title, 1)
        self._earlier = push_button("← Earlier", "quiet", "The year before")
        self._later = push_button("Later →", "quiet", "The year after")
        self._earlier.clicked.connect(self._go_back)
        self._later.clicked.connect(self._go_on)
        for button in (self._earlier, self._later):
            head.addWidget(button)
        column.addLayout(head)
        self._view = YearView()
        self._view.day_pointed.connect(self._tell)
        self._view.day_chosen.connect(self.day_chosen)
        column.addWidget(self._view)
        self._day = text_label("")
        self._day.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(self._day)
        column.addWidget(_legend())

    def show_year(self, year: YearCalendar, today: date, goal: int, has_earlier: bool) -> None:
        """Show the days of a year; `has_earlier` tells whether something was done before it."""
        self._last_day, self._today = year.last_day, today
        sessions = sum(day.sessions for days in year.columns for day in days if day is not None)
        self._title.setText(
            f"{count_text(sessions, 'session')} from {date_text(year.first_day)} "
            f"to {'today' if year.last_day == today else date_text(year.last_day)}"
        )
        self._earlier.setEnabled(has_earlier)
        self._later.setEnabled(year.last_day < today)
        is_needed = has_earlier or year.last_day < today
        for button in (self._earlier, self._later):
            button.setVisible(is_needed)
        self._view.show_year(year, goal)

    @Slot(Day)
    def _tell(self, day: Day) -> None:
        self._day.setText(day_words(day))
        set_tip(self._day, day_words(day))

    @Slot()
    def _go_back(self) -> None:
        self.year_wanted.emit(self._last_day - YEAR)

    @Slot()
    def _go_on(self) -> None:
        self.year_wanted.emit(min(self._last_day + YEAR, self._today))


def _legend() -> QWidget:
    short, long = SHORT_S // 60, LONG_S // 60
    cells = (
        ("no session", 0, 0),
        (f"under {short} min", 1, 1),
        (f"{short} to {long} min", SHORT_S, 1),
        (f"{long} min and more", LONG_S, 1),
        ("several sessions", LONG_S, 2),
    )
    entries = [
        KeyEntry(name, 18, partial(_paint_cell, active_s=active_s, sessions=sessions))
        for name, active_s, sessions in cells
    ]
    return FlowRow([*entries, KeyEntry("goal of the week reached", 18, _paint_tick)])


def _paint_cell(painter: QPainter, middle: QPointF, active_s: float, sessions: int) -> None:
    draw_cell(painter, QRectF(middle.x() - 9, middle.y() - 9, 18, 18), active_s, sessions)


def _paint_tick(painter: QPainter, middle: QPointF) -> None:
    draw_tick(painter, middle.x(), middle.y() - 2)
