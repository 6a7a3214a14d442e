"""The table behind a chart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView

from glutetimer.ui.chart.content import Table
from glutetimer.ui.plain import plain
from glutetimer.ui.style.text_size import grown

ROW_PX = 34
FIRST_PX = 150
"""Width of the days, the longest of which is "30 Sep 2026"."""


class ChartTable(QTableView):
    """The arrow keys walk through it, Tab leaves it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "sets")
        self.setAccessibleName(name)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(grown(ROW_PX))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)

    def fill(self, table: Table) -> None:
        """Show these rows, from the newest on."""
        self._model.clear()
        self._model.setHorizontalHeaderLabels(table.headings)
        for row in table.rows:
            self._model.appendRow([_item(*cell) for cell in zip(table.headings, row, strict=True)])
        self.scrollToTop()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().resizeSection(0, FIRST_PX)
        if table.rows:
            self.setCurrentIndex(self._model.index(0, 0))


def _item(heading: str, words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(plain(f"{heading}: {words}"), Qt.ItemDataRole.AccessibleTextRole)
    return item
