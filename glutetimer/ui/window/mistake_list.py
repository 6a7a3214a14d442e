"""Mistakes of files as a list: where each one is, and what it is."""

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from glutetimer.core.ports.checking import CheckedFile
from glutetimer.core.problem import Problem
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Colors, Space
from glutetimer.ui.widgets.row_delegate import LINE_PX, RowDelegate
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.widgets.row_model import ROW_ROLE, Index

MOST_ROWS = 1000
"""Mistakes that are listed; who has more begins with these."""

_WRAPPED = Qt.TextFlag.TextWordWrap
_LONG_PART = re.compile(r"(\S{40})")


class ListedMistake(NamedTuple):
    """A mistake and the whole path of its file."""

    path: str
    problem: Problem

    @property
    def title(self) -> str:
        """The file with its folder, and the line."""
        name = "/".join(PurePath(self.path).parts[-2:])
        return f"{name}, line {self.problem.line}" if self.problem.line else name

    @property
    def spoken(self) -> str:
        """Place and message."""
        return f"{self.title}. {self.problem.message}"

    @property
    def wrapped_message(self) -> str:
        """What is wrong and what to write; words that no line could hold may be broken."""
        return _LONG_PART.sub("\\1\u200b", self.problem.message)


def listed_mistakes(files: Sequence[tuple[str, CheckedFile]]) -> tuple[ListedMistake, ...]:
    """The mistakes of files in their order, at most MOST_ROWS."""
    every = (ListedMistake(path, problem) for path, file in files for problem in file.problems)
    return tuple(islice(every, MOST_ROWS))


class MistakeList(RowList):
    """A list in which Enter or a double click opens the file."""

    def __init__(self) -> None:
        super().__init__("Mistakes")
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._delegate = _MistakeDelegate(self)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(self.enter_pressed)

    def take_height(self, width_px: int, most_px: int) -> None:
        """Be as high as the rows are at a width, at most so many pixels; then they scroll."""
        height_px, model = 0, self.model()
        for row in range(model.rowCount()):
            mistake = model.index(row, 0).data(ROW_ROLE)
            height_px += self._delegate.height_px(mistake, width_px)
            if height_px >= most_px:
                break
        self.setFixedHeight(min(height_px, most_px))


class _MistakeDelegate(RowDelegate):
    """The place in one line, and all of the message below it."""

    def __init__(self, rows: MistakeList) -> None:
        super().__init__(0, rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the message is at the width of the list."""
        mistake = index.data(ROW_ROLE)
        width_px = self._rows.viewport().width()
        return QSize(120, self.height_px(mistake, width_px))

    def height_px(self, mistake: ListedMistake, width_px: int) -> int:
        """How high a row is in a list of a width."""
        _, metrics = self._font("body")
        room = QRectF(0, 0, width_px - 2 * (Space.XL - 4), 10_000)
        text = mistake.wrapped_message
        height_px = metrics.boundingRect(room, int(_WRAPPED), text).height()
        return round(height_px) + grown(LINE_PX) + 2 * Space.L + 2

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Write both."""
        mistake = index.data(ROW_ROLE)
        if not isinstance(mistake, ListedMistake):
            return
        self.write(painter, area, mistake.title, "title", colors.text)
        font, _ = self._font("body")
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        painter.drawText(
            area.adjusted(0, grown(LINE_PX), 0, 0), int(_WRAPPED), mistake.wrapped_message
        )
