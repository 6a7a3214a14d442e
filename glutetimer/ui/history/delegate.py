"""How a session looks in the list."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from glutetimer.core.counts import one_line
from glutetimer.core.history.records import SessionEnd, SessionSummary
from glutetimer.ui.history.model import SESSION_ROLE
from glutetimer.ui.history.wording import end_text, facts_text
from glutetimer.ui.style.theme import Colors, Space
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.words import MONTHS, at_place


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
        words = area.adjusted(48 + Space.L, 2, 0, 0)
        self.write(painter, words, one_line(session.start.routine_title), "title", colors.text)
        second = words.adjusted(0, 24, 0, 0)
        if session.end is not SessionEnd.FINISHED:
            text = f"{end_text(session.end)}  ·  "
            second.setLeft(
                second.left() + self.write(painter, second, text, "body", colors.warning)
            )
        self.write(painter, second, facts_text(session), "body", colors.muted)

    def _paint_leaf(
        self, painter: QPainter, area: QRect, session: SessionSummary, colors: Colors
    ) -> None:
        day = at_place(session.start.started_at)
        leaf = QRect(area.left() - 4, area.top() - 2, 48, 52)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(leaf, 10, 10)
        painter.restore()
        big = leaf.adjusted(0, 2, 0, 0)
        self.write(painter, big, str(day.day), "big", colors.text, is_centred=True)
        month = leaf.adjusted(0, 30, 0, 0)
        self.write(painter, month, MONTHS[day.month - 1], "caption", colors.muted, is_centred=True)
