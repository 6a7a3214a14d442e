"""What was left out, and what the person wrote, as lines under a heading."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF

from glutetimer.core.report.values import DatedNote, Report
from glutetimer.ui.paper.paper import SOFT, Paper, TextStyle
from glutetimer.ui.paper.report import dose_words
from glutetimer.ui.words import date_text

MOST_LEFT_OUT = 12
MOST_NOTES = 40
_TITLE, _LINE, _APART = 16.0, 11.0, 2.0
_TEXT, _MORE = TextStyle(8.6), TextStyle(8.2, color=SOFT)
_DAY_WIDE = 58.0


class LeftOutList:
    """The sets that were planned and not done; `height` is 0 if there are none."""

    def __init__(self, paper: Paper, report: Report, x: float, width: float) -> None:
        self._paper = paper
        self._x, self._width = x, width
        texts = [dose_words.left_out_text(left) for left in report.left_out[:MOST_LEFT_OUT]]
        more = report.left_out[MOST_LEFT_OUT:]
        if more:
            count = sum(left.count for left in more)
            texts.append(f"… and {count} sets of {len(more)} more exercises")
        texts += filter(None, [dose_words.unreached_text(report)])
        self._lines = [line for text in texts for line in paper.shortened(text, width, 2, _TEXT)]
        self.height = _TITLE + _LINE * len(self._lines) if texts else 0.0

    def paint(self, y: float) -> None:
        """Paint it from a height on."""
        self._paper.heading("Planned and not done", self._x, y, self._width)
        y += _TITLE
        for line in self._lines:
            self._paper.one_line(line, QRectF(self._x, y, self._width + 4, _LINE), _TEXT)
            y += _LINE


class NoteList:
    """What was written or measured, the newest first; `limit` lets it take less room."""

    def __init__(
        self, title: str, paper: Paper, notes: Sequence[DatedNote], x: float, width: float
    ) -> None:
        self._title = title
        self._paper = paper
        self._x, self._width = x, width
        newest = sorted(notes, key=lambda note: note.day, reverse=True)
        self._notes: list[tuple[date, list[str]]] = [
            (note.day, paper.shortened(note.text, width - _DAY_WIDE, 2, _TEXT))
            for note in newest[:MOST_NOTES]
        ]
        self._more = len(notes) - len(self._notes)
        self.height = self._height() if notes else 0.0

    def limit(self, room: float) -> None:
        """Keep to so many points: the oldest notes are only counted then."""
        while self.height > room and len(self._notes) > 1:
            self._notes.pop()
            self._more += 1
            self.height = self._height()

    def paint(self, y: float) -> None:
        """Paint it from a height on."""
        paper = self._paper
        paper.heading(f"{self._title}, the newest first", self._x, y, self._width)
        y += _TITLE
        for day, lines in self._notes:
            style = TextStyle(8.2, color=SOFT)
            paper.one_line(date_text(day), QRectF(self._x, y, _DAY_WIDE, _LINE), style)
            for line in lines:
                box = QRectF(self._x + _DAY_WIDE, y, self._width - _DAY_WIDE + 4, _LINE)
                paper.one_line(line, box, _TEXT)
                y += _LINE
            y += _APART
        if self._more:
            text = f"… and {self._more} more"
            paper.one_line(text, QRectF(self._x + _DAY_WIDE, y, 300, _LINE), _MORE)

    def _height(self) -> float:
        notes = sum(_LINE * len(lines) + _APART for _, lines in self._notes)
        return _TITLE + notes + (_LINE if self._more else 0)
