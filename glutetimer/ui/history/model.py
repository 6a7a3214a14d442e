"""The sessions as a list: the model, which reads page by page, and how a row looks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from glutetimer.core.counts import one_line
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd, SessionSummary
from glutetimer.core.ports.history import HistoryStore
from glutetimer.ui.history.wording import end_text, session_facts
from glutetimer.ui.plain import plain
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Colors, Space
from glutetimer.ui.widgets.row_delegate import SEPARATOR, Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.words import MONTHS, at_place, moment_text

PAGE = 100
SESSION_ROLE = Qt.ItemDataRole.UserRole
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """Which sessions are shown; None stands for no limit."""

    routine_id: str | None = None
    since: date | None = None
    until: date | None = None


class SessionModel(QAbstractListModel):
    """Ended sessions, newest first; more are read when the list is scrolled."""

    trouble_met = Signal(Trouble)

    def __init__(self, history: HistoryStore) -> None:
        super().__init__()
        self._history = history
        self._filter = SessionFilter()
        self._rows: list[SessionSummary] = []
        self._has_more = False

    def show(self, which: SessionFilter) -> None:
        """Read the first page of these sessions anew."""
        self.beginResetModel()
        self._filter = which
        self._rows = []
        self._has_more = True
        self._rows = self._next_page()
        self.endResetModel()

    def session(self, index: Index) -> SessionSummary | None:
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

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many sessions were read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are sessions that were not read yet."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Read one more page."""
        more = self._next_page()
        if more:
            first = len(self._rows)
            self.beginInsertRows(_TOP, first, first + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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
                return plain(". ".join(words))
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


class SessionDelegate(RowDelegate):
    """The day as a calendar leaf, the routine, and what became of it."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(76, rows)

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Paint the leaf and two lines."""
        session = index.data(SESSION_ROLE)
        if not isinstance(session, SessionSummary):
            return
        self._paint_leaf(painter, area, session, colors)
        words = area.adjusted(grown(48) + Space.L, 2, 0, 0)
        self.write(painter, words, one_line(session.start.routine_title), "title", colors.text)
        second = words.adjusted(0, grown(24), 0, 0)
        if session.end is not SessionEnd.FINISHED:
            text = f"{end_text(session.end)}{SEPARATOR}"
            self.write(painter, second, text, "body", colors.warning)
            second.setLeft(second.left() + self.width_px(text, "body"))
        facts = self.fitting(session_facts(session), second.width(), "body")
        self.write(painter, second, facts, "body", colors.muted)

    def _paint_leaf(
        self, painter: QPainter, area: QRect, session: SessionSummary, colors: Colors
    ) -> None:
        day = at_place(session.start.started_at)
        leaf = QRect(area.left() - 4, area.top() - 2, grown(48), grown(52))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(leaf, 10, 10)
        painter.restore()
        big = leaf.adjusted(0, 2, 0, 0)
        self.write(painter, big, str(day.day), "big", colors.text, is_centred=True)
        month = leaf.adjusted(0, grown(30), 0, 0)
        self.write(painter, month, MONTHS[day.month - 1], "caption", colors.muted, is_centred=True)
