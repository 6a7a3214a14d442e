"""The bars of a report: the sessions of every week against the goal."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen

from glutetimer.core.progress.weeks import Week
from glutetimer.core.report.values import Adherence
from glutetimer.ui.paper.paper import ACCENT, BOLD, INK, SOFT, Paper, TextStyle
from glutetimer.ui.paper.report.curves import LABEL_APART, TINY
from glutetimer.ui.words import MONTHS


def draw_weeks(paper: Paper, adherence: Adherence, box: QRectF) -> None:
    """A bar for every week, and a line at the goal."""
    weeks, goal = adherence.weeks, adherence.goal
    top = max([goal, *(week.sessions for week in weeks)])
    plot = box.adjusted(16, 10, -44, -13)
    unit = plot.height() / top
    slot = plot.width() / max(len(weeks), 8)
    wide = max(0.8, min(26.0, slot * 0.72))
    labelled, apart = -100.0, LABEL_APART * (1.5 if len(weeks) > 60 else 1)
    for number, week in enumerate(weeks):
        x = plot.left() + number * slot + (slot - wide) / 2
        bar = QRectF(x, plot.bottom() - week.sessions * unit, wide, week.sessions * unit)
        is_running = adherence.is_running and number == len(weeks) - 1
        _bar(paper, bar, week, goal, is_running)
        if x - labelled >= apart and x + 26 < plot.right() + 30:
            labelled = x
            first, month = week.first_day, MONTHS[week.first_day.month - 1]
            text = f"{month} {first.year}" if len(weeks) > 60 else f"{first.day} {month}"
            paper.one_line(text, QRectF(x, plot.bottom() + 3, 40, 9), TINY)
    paper.line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), color=SOFT)
    y = plot.bottom() - goal * unit
    paper.line(plot.left(), y, plot.right(), y, color=INK, wide=0.8, style=Qt.PenStyle.DashLine)
    if slot >= 9:
        for number, week in enumerate(weeks):
            middle = plot.left() + (number + 0.5) * slot
            _count(paper, week.sessions, middle, plot.bottom() - week.sessions * unit)
    style = TextStyle(7.2, BOLD, INK)
    paper.one_line(f"goal {goal}", QRectF(plot.right() + 5, y - 5, 40, 10), style)


def draw_week_legend(paper: Paper, has_running: bool, x: float, y: float) -> None:
    """What the fills of the bars mean; `x` is the right end."""
    shown = [("goal reached", 9), ("below the goal", 0)]
    shown += [("still running", -1)] if has_running else []
    for name, sessions in reversed(shown):
        x -= paper.width(name, TINY) + 4
        paper.one_line(name, QRectF(x, y, 100, 9), TINY)
        x -= 10
        _bar(paper, QRectF(x, y + 1, 7, 7), Week(date.min, sessions), 1, sessions < 0)
        x -= 8


def _count(paper: Paper, sessions: int, x: float, top: float) -> None:
    """The number over a bar; white behind it, for the line of the goal."""
    box = QRectF(x - 4, top - 8.6, 8, 8)
    paper.painter.fillRect(box, QColor("white"))
    paper.one_line(str(sessions), box, TINY, Qt.AlignmentFlag.AlignHCenter)


def _bar(paper: Paper, bar: QRectF, week: Week, goal: int, is_running: bool) -> None:
    painter = paper.painter
    painter.setPen(QPen(QColor(ACCENT), 0.7))
    if is_running:
        painter.setBrush(QBrush(QColor(ACCENT), Qt.BrushStyle.BDiagPattern))
    else:
        painter.setBrush(QColor(ACCENT if week.sessions >= goal else "#ffffff"))
    if bar.height() > 0:
        painter.drawRect(bar)
    painter.setBrush(Qt.BrushStyle.NoBrush)
