"""The exercises of a draft as a list that is put in order by mouse and keys."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from glutetimer.ui.style.theme import Colors
from glutetimer.ui.widgets.row_delegate import RowDelegate
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.widgets.row_model import ROW_ROLE, Index, RowModel


class EntryRow(NamedTuple):
    """An exercise in the words of the list; the first one has the number 1."""

    number: int
    title: str
    dose: str
    circuit: str = ""
    mistake: str = ""

    @property
    def spoken(self) -> str:
        """All of it."""
        words = filter(None, (self.title, self.mistake or self.dose, self.circuit))
        return f"{self.number}. {'. '.join(words)}"


class EntryModel(RowModel[EntryRow]):
    """A row per exercise. It moves nothing itself: whoever has the draft is asked to."""

    move_asked = Signal(int, int)
    """The person drops an exercise (its row) at a place, counted without it."""

    def fill(self, rows: Sequence[EntryRow]) -> None:
        """Show these; the chosen row stays chosen if there are as many."""
        if rows and len(rows) == len(self.rows):
            self.change(rows)
        else:
            super().fill(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 (Qt's name)
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def moveRows(  # noqa: N802 (Qt's name)
        self, source: Index, first: int, count: int, target: Index, before: int
    ) -> bool:
        """Ask for a row that was dropped to be moved."""
        to = before - (before > first)
        if count != 1 or to == first:
            return False
        self.move_asked.emit(first, to)
        return True


class EntryList(RowList):
    """The list; Delete takes an exercise out."""

    remove_pressed = Signal()

    def __init__(self) -> None:
        super().__init__("Exercises in their order")
        self.setItemDelegate(_EntryDelegate(74, self))
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def key_pressed(self, key: int) -> bool:
        """Take the chosen exercise out."""
        if key == Qt.Key.Key_Delete:
            self.remove_pressed.emit()
            return True
        return False


class _EntryDelegate(RowDelegate):
    """Number and name, and below them the dose or what is wrong."""

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, EntryRow):
            return
        area = area.adjusted(-8, 0, 8, 0)
        words = row.mistake or "  ·  ".join(filter(None, (row.dose, row.circuit)))
        name = (f"{row.number}  {row.title}", "title", colors.text)
        color = colors.danger if row.mistake else colors.muted
        self.write_lines(painter, area, name, (words, "body", color))
