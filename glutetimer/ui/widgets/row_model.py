"""The rows of a `RowList` as a model: whatever its rows are, each has a title and is spoken."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from glutetimer.ui.plain import plain

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row itself, for whoever paints it."""

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class ListRow(Protocol):
    """What a row has, whatever else it has."""

    @property
    def title(self) -> str:
        """Its first line."""
        ...

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        ...


Row = TypeVar("Row", bound=ListRow)


class RowModel(QAbstractListModel, Generic[Row]):
    """Rows from memory."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these instead; nothing is chosen any more."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def change(self, rows: Sequence[Row]) -> None:
        """Show as many rows as there are with other words; the choice stays."""
        assert len(rows) == len(self._rows)
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @property
    def rows(self) -> Sequence[Row]:
        """All of them."""
        return self._rows

    def row_at(self, index: Index) -> Row | None:
        """The row at an index, None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, row, or words for the screen reader."""
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return plain(row.spoken)
            case _:
                return row if role == ROW_ROLE else None
