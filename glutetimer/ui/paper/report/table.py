"""The exercises of the period in a table."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt

from glutetimer.core.report.values import ExerciseRow
from glutetimer.ui.paper.paper import BOLD, LINE, SOFT, Paper, TextStyle
from glutetimer.ui.paper.report import dose_words

_TITLE, _HEAD, _MORE = 16.0, 20.0, 12.0
_LINE, _PAD = 10.4, 4.0
_CELL, _NAME, _LABEL = TextStyle(8.2), TextStyle(8.2, BOLD), TextStyle(7.2, color=SOFT)
_MOST_LINES = 2

# Shares of the width; the columns of figures stand at the right.
_SHARES = (0.23, 0.08, 0.155, 0.155, 0.105, 0.14, 0.135)
_RIGHT = (1, 4, 5, 6)
_AIR = (6.0, 11.0, 4.0, 4.0, 0.0, 0.0, 0.0)
"""Points that stay free at the right of each column."""


class ExerciseTable:
    """`height` is 0 without any exercise; `limit` lets it take less room."""

    def __init__(self, paper: Paper, rows: Sequence[ExerciseRow], x: float, width: float) -> None:
        self._paper = paper
        self._x, self._width = x, width
        self._rows = [self._wrapped(dose_words.row_cells(row)) for row in rows]
        self._more = 0
        self.height = self._height() if rows else 0.0

    def limit(self, room: float) -> None:
        """Keep to so many points: the last rows are only counted then."""
        while self.height > room and len(self._rows) > 1:
            self._rows.pop()
            self._more += 1
            self.height = self._height()

    def paint(self, y: float) -> None:
        """Paint it from a height on."""
        paper, right = self._paper, self._x + self._width
        paper.heading("What was done", self._x, y, self._width)
        y += _TITLE
        for column, text in enumerate(dose_words.HEAD):
            self._cell(column, [text], y + 3, _LABEL)
        y += _HEAD - 4
        paper.line(self._x, y, right, y, color=SOFT)
        for cells in self._rows:
            for column, lines in enumerate(cells):
                self._cell(column, lines, y + _PAD / 2, _CELL if column else _NAME)
            y += self._row_height(cells)
            paper.line(self._x, y, right, y, color=LINE, wide=0.5)
        if self._more:
            text = f"… and {self._more} more exercises, with fewer sets"
            paper.one_line(text, QRectF(self._x, y + 2, self._width, 10), _LABEL)

    def _height(self) -> float:
        rows = sum(self._row_height(cells) for cells in self._rows)
        return _TITLE + _HEAD + rows + (_MORE if self._more else 0)

    def _row_height(self, cells: Sequence[Sequence[str]]) -> float:
        return _LINE * max(len(lines) for lines in cells) + _PAD

    def _wrapped(self, cells: Sequence[str]) -> list[list[str]]:
        return [
            self._paper.shortened(text, self._wide(column), _MOST_LINES, _CELL if column else _NAME)
            for column, text in enumerate(cells)
        ]

    def _cell(self, column: int, lines: Sequence[str], y: float, style: TextStyle) -> None:
        x = self._x + sum(_SHARES[:column]) * self._width
        align = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
        for number, text in enumerate(lines):
            box = QRectF(x, y + number * _LINE, self._wide(column), _LINE)
            self._paper.one_line(text, box, style, align)

    def _wide(self, column: int) -> float:
        return _SHARES[column] * self._width - _AIR[column]
