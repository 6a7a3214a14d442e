"""How a routine looks in the list."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter

from glutetimer.ui.routines.model import ROW_ROLE, RoutineRow
from glutetimer.ui.style.theme import Colors
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList


class RoutineDelegate(RowDelegate):
    """Title, facts, and a third line with the last time and the source."""

    first_painted = Signal()
    """A row was painted for the first time."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(94, rows)
        self._was_painted = False

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Write the three lines."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, RoutineRow):
            return
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()
        self.write(painter, area, row.title, "title", colors.text)
        fact_color = colors.danger if row.is_broken else colors.text
        self.write(painter, area.adjusted(0, 23, 0, 0), row.facts, "body", fact_color)
        third = "  ·  ".join(filter(None, (row.last_done, row.source)))
        self.write(painter, area.adjusted(0, 46, 0, 0), third, "caption", colors.muted)
