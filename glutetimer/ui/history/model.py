"""The sessions as a list model that reads page by page, and the sets of one as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPixmap

from glutetimer.core.errors import Trouble
from glutetimer.core.ports import HistoryStore
from glutetimer.core.records import Outcome, SessionSummary, SetRecord
from glutetimer.ui.history.wording import amount_text, end_text, outcome_text, set_place_text
from glutetimer.ui.theme import current
from glutetimer.ui.wording import moment_text, one_line

PAGE = 100
SESSION_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which sessions are shown; None stands for no limit."""

    routine_id: str | None = None
    since: date | None = None
    until: date | None = None


class SessionModel(QAbstractListModel):
    """Ended sessions, newest first; more are read when the list is scrolled."""

    trouble_met = Signal(Trouble)
    """The history could not be read."""

    def __init__(self, history: HistoryStore) -> None:
        super().__init__()
        self._history = history
        self._filter = Filter()
        self._rows: list[SessionSummary] = []
        self._has_more = False

    def show(self, which: Filter) -> None:
        """Read the first page of these sessions anew."""
        self.beginResetModel()
        self._filter = which
        self._rows = []
        self._has_more = True
        self._rows = self._next_page()
        self.endResetModel()

    def session(self, index: _Index) -> SessionSummary | None:
        """The session at an index, None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, session_id: int) -> int | None:
        """The row of a session that was read already."""
        for number, row in enumerate(self._rows):
            if row.id == session_id:
                return number
        return None

    def replace_row(self, number: int, session: SessionSummary) -> None:
        """Show a changed session in place of a row."""
        self._rows[number] = session
        self.dataChanged.emit(self.index(number), self.index(number))

    def remove_row(self, number: int) -> None:
        """Take a session that was deleted out of the list."""
        self.beginRemoveRows(_TOP, number, number)
        del self._rows[number]
        self.endRemoveRows()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many sessions were read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether there are sessions that were not read yet."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: _Index) -> None:
        """Read one more page."""
        more = self._next_page()
        if more:
            first = len(self._rows)
            self.beginInsertRows(_TOP, first, first + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The session itself, or its words."""
        session = self.session(index)
        if session is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(session.start.routine_title)
            case Qt.ItemDataRole.AccessibleTextRole:
                start = session.start
                words = (start.routine_title, moment_text(start.started_at), end_text(session.end))
                return ". ".join(words)
            case Qt.ItemDataRole.UserRole:
                return session
            case _:
                return None

    def _next_page(self) -> list[SessionSummary]:
        which = self._filter
        try:
            found = self._history.sessions(
                which.routine_id, which.since, which.until, PAGE, len(self._rows)
            )
        except Trouble as trouble:
            self._has_more = False
            self.trouble_met.emit(trouble)
            return []
        self._has_more = len(found) == PAGE
        return list(found)


class SetModel(QAbstractTableModel):
    """The sets of one session: what was done against what was planned."""

    HEADINGS = ("Exercise", "Set", "Planned", "Done", "How it ended, and why")

    def __init__(self, picture_of: Callable[[str], QPixmap | None] | None = None) -> None:
        """`picture_of` has a small picture of the exercise with an id, None while it is made."""
        super().__init__()
        self._picture_of = picture_of
        self._records: tuple[SetRecord, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()

    def fill(self, records: Sequence[SetRecord]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._records = tuple(records)
        self._cells = tuple(_cells(record) for record in records)
        self.endResetModel()

    def records(self) -> tuple[SetRecord, ...]:
        """All the sets."""
        return self._records

    def record(self, index: _Index) -> SetRecord | None:
        """The set at an index, None outside the table."""
        return self._records[index.row()] if index.isValid() else None

    def replace_record(self, record: SetRecord) -> None:
        """Show another record in place of the one with the same index and attempt."""
        place = record.result.index, record.result.attempt
        for row, old in enumerate(self._records):
            if (old.result.index, old.result.attempt) == place:
                self._records = (*self._records[:row], record, *self._records[row + 1 :])
                self._cells = (*self._cells[:row], _cells(record), *self._cells[row + 1 :])
                last = self.index(row, len(self.HEADINGS) - 1)
                self.dataChanged.emit(self.index(row, 0), last)

    @Slot()
    def show_pictures(self) -> None:
        """Another picture is there."""
        if self._cells:
            last = self.index(len(self._cells) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DecorationRole.value])

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many sets ended."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """One column per heading."""
        return 0 if parent.isValid() else len(self.HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.HEADINGS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's words, also as tool tip; sets not done stand out by word and colour."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._cells[index.row()][index.column()]
            case Qt.ItemDataRole.ForegroundRole:
                return self._color(self._records[index.row()].result.outcome, index.column())
            case Qt.ItemDataRole.DecorationRole if index.column() == 0 and self._picture_of:
                return self._picture_of(self._records[index.row()].result.exercise_id)
            case _:
                return None

    def _color(self, outcome: Outcome, column: int) -> QColor | None:
        colors = current()
        if outcome is Outcome.HURT and column >= 3:
            return QColor(colors.danger)
        return None if outcome is Outcome.DONE and column != 2 else QColor(colors.muted)


def _cells(record: SetRecord) -> tuple[str, ...]:
    result = record.result
    ended = outcome_text(result.outcome)
    if record.pain is not None:
        where = f", {one_line(record.pain.where)}" if record.pain.where else ""
        pain = f"{record.pain.level} of 10{where}"
        ended = f"{ended}: {pain}" if result.outcome is Outcome.HURT else f"{ended}, pain {pain}"
    if record.note:
        ended = f"{ended}\n{one_line(record.note)}"
    name = one_line(result.exercise_name)
    if result.load:
        name = f"{name}, {one_line(result.load)}"
    planned, done = amount_text(result.planned), amount_text(result.done)
    return (name, set_place_text(result), planned, done, ended)
