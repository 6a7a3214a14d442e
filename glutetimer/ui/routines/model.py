"""The routines as a list model."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.plain import plain
from glutetimer.ui.words import day_text, equipment_text

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class RoutineRow(NamedTuple):
    """A listing in the words of the list, each text on one line."""

    listing: RoutineListing
    title: str
    source: str
    facts: str
    last_done: str

    @property
    def is_broken(self) -> bool:
        """Whether the file has mistakes."""
        return bool(self.listing.problems)

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return ". ".join(filter(None, (self.title, self.facts, self.last_done, self.source)))


class RoutineModel(QAbstractListModel):
    """One row per routine file, in the library's order."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[RoutineRow, ...] = ()

    def fill(
        self,
        listings: Sequence[RoutineListing],
        last_done: Mapping[str, datetime],
        now: datetime,
    ) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = tuple(_row(listing, last_done.get(listing.id), now) for listing in listings)
        self.endResetModel()

    def set_last_done(self, last_done: Mapping[str, datetime], now: datetime) -> None:
        """Show when each was last done; rows and selection stay."""
        self._rows = tuple(
            _row(row.listing, last_done.get(row.listing.id), now) for row in self._rows
        )
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, routine_id: str) -> int:
        """The row of a routine; 0 if it is not listed."""
        ids = [row.listing.id for row in self._rows]
        return ids.index(routine_id) if routine_id in ids else 0

    def row_of_path(self, path: str) -> int | None:
        """The row of a routine's file; None if it is not listed."""
        paths = [row.listing.path for row in self._rows]
        return paths.index(path) if path in paths else None

    def row_at(self, index: _Index) -> RoutineRow | None:
        """The row at an index, None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many routine files there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, row or words for the screen reader."""
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


def _row(listing: RoutineListing, last: datetime | None, now: datetime) -> RoutineRow:
    if listing.problems:
        facts = f"{count_text(len(listing.problems), 'mistake')} in this file"
    else:
        minutes = "" if listing.total_s is None else minutes_text(listing.total_s)
        facts = "  ·  ".join(filter(None, (minutes, equipment_text(listing.equipment))))
    return RoutineRow(
        listing,
        one_line(listing.title) or listing.id,
        one_line(listing.source),
        facts,
        f"Last done {day_text(last, now)}" if last is not None else "",
    )
