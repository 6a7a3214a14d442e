"""The table of a session's sets."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from glutetimer.ui.style.text_size import grown

ROW_PX = 44
PICTURE = QSize(54, 38)
MOST_ROWS = 60
_PADDING_PX = 32  # of a cell, more than it has
_SURE_LINES = 1.4  # text so many times as long as its room has two lines, wherever it breaks
WIDTHS_PERCENT = (30, 16, 13, 13, 28)


class SetTable(QTableView):
    """A table as high as its rows, so that the page around it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sets")
        self.setAccessibleName("Sets of the session")
        self.setShowGrid(False)
        self.setIconSize(PICTURE)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(grown(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(grown(ROW_PX))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """Take the height of the rows, at most 60."""
        rows = range(min(self.model().rowCount(), MOST_ROWS))
        for row in rows:
            if self._may_be_high(row):
                self.resizeRowToContents(row)
            else:
                self.setRowHeight(row, grown(ROW_PX))
        height = sum(self.rowHeight(row) for row in rows)
        self.setFixedHeight(self.horizontalHeader().height() + height + 4)

    def _may_be_high(self, row: int) -> bool:
        """Whether a cell may need a third line; only then Qt's own, slow measuring is worth it."""
        metrics, model = self.fontMetrics(), self.model()
        for column in range(len(WIDTHS_PERCENT)):
            text = str(model.index(row, column).data())
            room_px = self.columnWidth(column) - _PADDING_PX - (column == 0) * PICTURE.width()
            if "\n" in text or metrics.horizontalAdvance(text) > _SURE_LINES * room_px:
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out; other widths need other heights."""
        super().resizeEvent(event)
        for column, percent in enumerate(WIDTHS_PERCENT):
            self.setColumnWidth(column, self.viewport().width() * percent // 100)
        if event.size().width() != event.oldSize().width() and self.model() is not None:
            self.fit()
