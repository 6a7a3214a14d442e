"""The table behind a chart."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from glutetimer.ui.chart.content import Table
from glutetimer.ui.plain import plain

ROW_PX = 34
FIRST_PX = 150
"""Width of the days, the longest of which is "30 Sep 2026"."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel):
    """The words of a table; nothing at first."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table((), ())

    def fill(self, table: Table) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many days, weeks or months there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """One column per heading."""
        return 0 if parent.isValid() else len(self._table.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._table.headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's words."""
        if not index.isValid():
            return None
        words = self._table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return plain(f"{self._table.headings[index.column()]}: {words}")
            case _:
                return None


class ChartTable(QTableView):
    """Shows such a model; the arrow keys walk through it, Tab leaves it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "sets")
        self.setAccessibleName(name)
        self._model = TableModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)

    def fill(self, table: Table) -> None:
        """Show these rows, from the newest on."""
        self._model.fill(table)
        self.scrollToTop()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().resizeSection(0, FIRST_PX)
        if table.rows:
            self.setCurrentIndex(self._model.index(0, 0))
