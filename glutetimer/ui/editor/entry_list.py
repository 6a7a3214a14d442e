"""The exercises of a draft as a list that is put in order by mouse and keys."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Colors
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList

_ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class EntryRow(NamedTuple):
    """An exercise in the words of the list."""

    name: str
    dose: str
    circuit: str = ""
    mistake: str = ""


class EntryModel(QAbstractListModel):
    """A row per exercise. It moves nothing itself: whoever has the draft is asked to."""

    move_asked = Signal(int, int)
    """The person drops an exercise (its row) at a place, counted without it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[EntryRow, ...] = ()

    def fill(self, rows: Sequence[EntryRow]) -> None:
        """Show these; the chosen row stays chosen if there are as many."""
        if len(rows) == len(self._rows) and rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many exercises there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, row, or words for the screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                words = filter(None, (row.name, row.mistake or row.dose, row.circuit))
                return plain(f"{index.row() + 1}. {'. '.join(words)}")
            case _:
                return row if role == _ROW_ROLE else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 (Qt's name)
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def moveRows(  # noqa: N802 (Qt's name)
        self, source: _Index, first: int, count: int, target: _Index, before: int
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
        row = index.data(_ROW_ROLE)
        if not isinstance(row, EntryRow):
            return
        area = area.adjusted(-8, 0, 8, 0)
        words = row.mistake or "  ·  ".join(filter(None, (row.dose, row.circuit)))
        name = (f"{index.row() + 1}  {row.name}", "title", colors.text)
        color = colors.danger if row.mistake else colors.muted
        self.write_lines(painter, area, name, (words, "body", color))
