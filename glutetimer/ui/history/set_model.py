"""The sets of one session as a table model."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QPixmap

from glutetimer.core.counts import one_line
from glutetimer.core.exercise import Exercise
from glutetimer.core.history.records import Outcome, SetRecord
from glutetimer.ui.history.wording import amount_text, outcome_text, set_place_text
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import current

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class SetModel(QAbstractTableModel):
    """The sets of one session: what was done against what was planned."""

    HEADINGS = ("Exercise", "Set", "Planned", "Done", "How it ended, and why")

    def __init__(
        self,
        picture_of: Callable[[str], QPixmap | None] | None = None,
        exercise_of: Callable[[str], Exercise | None] | None = None,
    ) -> None:
        """`picture_of` has a small picture of the exercise with an id, None while it is made.

        `exercise_of` has the exercise, which says what a side does; None if there is none any more.
        """
        super().__init__()
        self._exercise_of = exercise_of
        self._picture_of = picture_of
        self._records: tuple[SetRecord, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()

    def fill(self, records: Sequence[SetRecord]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._records = tuple(records)
        self._cells = tuple(map(self._cells_of, records))
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
                self._cells = (*self._cells[:row], self._cells_of(record), *self._cells[row + 1 :])
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
            case Qt.ItemDataRole.DisplayRole:
                return self._cells[index.row()][index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return plain(self._cells[index.row()][index.column()])
            case Qt.ItemDataRole.ForegroundRole:
                return self._color(self._records[index.row()].result.outcome, index.column())
            case Qt.ItemDataRole.DecorationRole if index.column() == 0 and self._picture_of:
                return self._picture_of(self._records[index.row()].result.exercise_id)
            case _:
                return None

    def _cells_of(self, record: SetRecord) -> tuple[str, ...]:
        known = self._exercise_of
        return _cells(record, known(record.result.exercise_id) if known else None)

    def _color(self, outcome: Outcome, column: int) -> QColor | None:
        colors = current()
        if outcome is Outcome.HURT and column >= 3:
            return QColor(colors.danger)
        return None if outcome is Outcome.DONE and column != 2 else QColor(colors.muted)


def _cells(record: SetRecord, exercise: Exercise | None) -> tuple[str, ...]:
    result = record.result
    ended = outcome_text(result.outcome)
    if record.pain is not None:
        level = "" if record.pain.level is None else f"{record.pain.level} of 10"
        pain = ", ".join(filter(None, (level, one_line(record.pain.where))))
        ended = f"{ended}: {pain}" if result.outcome is Outcome.HURT else f"{ended}, pain {pain}"
    if record.note:
        ended = f"{ended}\n{one_line(record.note)}"
    name = one_line(result.exercise_name)
    if result.load:
        name = f"{name}, {one_line(result.load)}"
    planned, done = amount_text(result.planned), amount_text(result.done)
    return (name, set_place_text(result, exercise), planned, done, ended)
