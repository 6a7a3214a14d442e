"""Plans, and the days of one, as list models, and how their rows are painted."""

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter

from glutetimer.core.counts import count_text, sentence
from glutetimer.core.schedule.following import PlanStanding
from glutetimer.core.schedule.plan_words import plan_facts
from glutetimer.core.schedule.routine_plan import PlanDay, PlanListing, RoutinePlan
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Colors
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
ROW_PX = 72


class PlanRow(NamedTuple):
    """A plan file in the words of the list."""

    listing: PlanListing
    title: str
    facts: str
    is_marked: bool

    @property
    def is_wrong(self) -> bool:
        """Whether the file has mistakes."""
        return bool(self.listing.problems)


class DayRow(NamedTuple):
    """A day in the words of the list; the one that is next is marked."""

    day: PlanDay
    title: str
    facts: str
    is_marked: bool
    is_wrong: bool = False


_Row = TypeVar("_Row", PlanRow, DayRow)


class RowModel(QAbstractListModel, Generic[_Row]):
    """Rows of two lines."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[_Row] = ()

    def fill(self, rows: Sequence[_Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> Sequence[_Row]:
        """All of them."""
        return self._rows

    def row_at(self, index: _Index) -> _Row | None:
        """The row at an index, None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many rows there are."""
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
                return plain(". ".join(filter(None, (row.title, row.facts))))
            case _:
                return row if role == ROW_ROLE else None


class PlanDelegate(RowDelegate):
    """Title, and a line below it."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(ROW_PX, rows)

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Write the two lines."""
        row = index.data(ROW_ROLE)
        if isinstance(row, PlanRow | DayRow):
            below = colors.muted
            if row.is_marked or row.is_wrong:
                below = colors.danger if row.is_wrong else colors.accent
            self.write_lines(
                painter, area, (row.title, "title", colors.text), (row.facts, "body", below)
            )


def plan_row(listing: PlanListing, is_followed: bool) -> PlanRow:
    """A plan file as a row."""
    if listing.plan is None:
        facts = f"{count_text(len(listing.problems), 'mistake')} in this file"
    else:
        facts = plan_facts(listing.plan)
    told = f"Followed  ·  {facts}" if is_followed else facts
    return PlanRow(listing, listing.title, told, is_followed)


def day_rows(plan: RoutinePlan, standing: PlanStanding | None) -> list[DayRow]:
    """The days of a plan in order; `standing` is where the person is who follows it."""
    days = plan.in_order()
    place = -1 if standing is None else standing.place
    if not plan.weeks and standing is not None:
        place %= len(days)
    return [_day_row(day, number - place if place >= 0 else 1) for number, day in enumerate(days)]


def _day_row(day: PlanDay, ahead: int) -> DayRow:
    """A day so many places ahead of what is next."""
    state = "Next" if ahead == 0 else ("Behind you" if ahead < 0 else "")
    title = sentence(f"{day.when}: {day.what}")
    return DayRow(day, title, "  ·  ".join(filter(None, (state, day.note))), ahead == 0)
