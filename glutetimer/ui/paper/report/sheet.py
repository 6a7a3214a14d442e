"""Paints a report: one page of A4, or two if it does not fit on one."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt

from glutetimer.core.report.values import Report
from glutetimer.ui.paper.paper import ACCENT, BOLD, HEIGHT, INK, SOFT, WIDTH, Paper, TextStyle
from glutetimer.ui.paper.report import words
from glutetimer.ui.paper.report.lists import LeftOutList, NoteList
from glutetimer.ui.paper.report.pain import PainPart
from glutetimer.ui.paper.report.table import ExerciseTable
from glutetimer.ui.paper.report.weeks import draw_week_key, draw_weeks
from glutetimer.ui.words import date_text

MARGIN = 36.0
INSIDE = WIDTH - 2 * MARGIN
FOOT = 34.0
ROOM = HEIGHT - FOOT

_MOST_MEASURED = 4
_HEAD, _TILES, _WEEKS, _GAP = 50.0, 54.0, 74.0, 12.0


class SheetPart(NamedTuple):
    """A part of the report: how high it is, and how to paint it from a height on."""

    height: float
    paint: Callable[[float], object]


class ReportSheet:
    """A report laid out on pages; the painter of the paper counts in points.

    `pages` holds the parts of each page.
    """

    def __init__(self, paper: Paper, report: Report) -> None:
        self._paper = paper
        self._report = report
        first = [SheetPart(_HEAD, self._head)]
        if report.is_empty:
            first.append(SheetPart(30.0, self._nothing))
        else:
            first += [SheetPart(_TILES, self._tiles), SheetPart(self._weeks_height(), self._weeks)]
        self.pages = [first]
        self._fill()

    def paint(self, number: int) -> None:
        """Paint a page, counted from 1."""
        y = MARGIN
        for part in self.pages[number - 1]:
            part.paint(y)
            y += part.height
        self._foot(number)

    def _fill(self) -> None:
        """Put the parts of any height on the first page, and what has no room on the second."""
        paper, report = self._paper, self._report
        pain = PainPart(paper, report, MARGIN, INSIDE)
        if pain.height:
            self.pages[0].append(SheetPart(pain.height + _GAP, pain.paint))
        table = ExerciseTable(paper, report.exercises, MARGIN, INSIDE)
        left = LeftOutList(paper, report, MARGIN, INSIDE)
        measured = NoteList("Measures", paper, report.measured[-_MOST_MEASURED:], MARGIN, INSIDE)
        notes = NoteList("Notes", paper, report.notes, MARGIN, INSIDE)
        rest = [part for part in (table, left, measured, notes) if part.height]
        if sum(part.height + _GAP for part in rest) > self._left():
            # How it went stays on the first page, what was done goes onto the second.
            if notes.height:
                notes.limit(self._left() - _GAP)
                self.pages[0].append(SheetPart(notes.height + _GAP, notes.paint))
            self.pages.append([])
            table.limit(self._left() - left.height - measured.height - 3 * _GAP)
            rest = [part for part in (table, left, measured) if part.height]
        self.pages[-1] += [SheetPart(part.height + _GAP, part.paint) for part in rest]

    def _left(self) -> float:
        """Points that are left on the last page."""
        return ROOM - MARGIN - sum(part.height for part in self.pages[-1])

    # The parts of fixed height

    def _head(self, y: float) -> None:
        paper, report = self._paper, self._report
        title = TextStyle(19, BOLD, INK)
        paper.text(words.TITLE, MARGIN, y, INSIDE, title)
        period = words.period_text(report.period)
        right = QRectF(MARGIN + 200, y + 5, INSIDE - 200, 16)
        paper.one_line(period, right, TextStyle(11.5, BOLD, ACCENT), Qt.AlignmentFlag.AlignRight)
        y += 28
        label = TextStyle(8.5, color=SOFT)
        paper.text("Name", MARGIN, y, 60, label)
        paper.line(MARGIN + 30, y + 11, MARGIN + 300, y + 11)
        made = f"Made on {date_text(report.made_on)}"
        box = QRectF(MARGIN + 310, y, INSIDE - 310, 12)
        paper.one_line(made, box, label, Qt.AlignmentFlag.AlignRight)

    def _nothing(self, y: float) -> None:
        self._paper.text(words.NOTHING, MARGIN, y + 8, INSIDE, TextStyle(11))

    def _tiles(self, y: float) -> None:
        paper, wide = self._paper, INSIDE / 4
        paper.line(MARGIN, y, MARGIN + INSIDE, y)
        for number, (name, figure, more) in enumerate(words.tiles(self._report)):
            x = MARGIN + number * wide
            box = QRectF(x, y + 4, wide - 6, 10)
            paper.one_line(name, box, TextStyle(7.6, color=SOFT))
            paper.one_line(
                figure, box.translated(0, 12).adjusted(0, 0, 0, 6), TextStyle(13.5, BOLD)
            )
            paper.one_line(more, box.translated(0, 28), TextStyle(7.6, color=SOFT))

    def _weeks_height(self) -> float:
        return _WEEKS + 14 + (11 if words.under_weeks(self._report) else 0) + _GAP

    def _weeks(self, y: float) -> None:
        paper, adherence = self._paper, self._report.adherence
        paper.heading("Sessions a week", MARGIN, y, INSIDE)
        draw_week_key(paper, adherence.is_running, MARGIN + INSIDE, y + 3)
        y += 14
        draw_weeks(paper, adherence, QRectF(MARGIN, y, INSIDE, _WEEKS))
        below = words.under_weeks(self._report)
        if below:
            box = QRectF(MARGIN, y + _WEEKS, INSIDE, 11)
            paper.one_line(below, box, TextStyle(8, color=SOFT))

    def _foot(self, number: int) -> None:
        paper, y = self._paper, HEIGHT - FOOT + 6
        paper.line(MARGIN, y, MARGIN + INSIDE, y)
        box = QRectF(MARGIN, y + 3, INSIDE, 10)
        style = TextStyle(7.2, color=SOFT)
        paper.one_line(words.FOOT, box.adjusted(0, 0, -70, 0), style)
        count = len(self.pages)
        page = f"Page {number} of {count}"
        paper.one_line(page, box, style, Qt.AlignmentFlag.AlignRight)
