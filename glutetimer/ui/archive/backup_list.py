"""The backups as a list."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter

from glutetimer.core.history.archive import Backup
from glutetimer.ui.archive.wording import backup_facts, backup_title
from glutetimer.ui.plain import plain
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Colors
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList

ROW_PX = 64
_TOP = QModelIndex()


class BackupModel(QAbstractListModel):
    """Backups, newest first, with their day as seen from `now`."""

    def __init__(self, parent: RowList) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[Backup, str, str]] = ()

    def fill(self, backups: Sequence[Backup], now: datetime) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = [(one, backup_title(one, now), backup_facts(one)) for one in backups]
        self.endResetModel()

    def backup(self, index: Index) -> Backup | None:
        """The backup at an index, None outside the list."""
        return self._rows[index.row()][0] if index.isValid() else None

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """When it was made; as the tool tip why, and how large it is; for the ear both."""
        if not index.isValid():
            return None
        _, title, facts = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.UserRole:
                return facts
            case Qt.ItemDataRole.AccessibleTextRole:
                return plain(f"{title}. {facts.replace('  ·  ', ', ')}")
            case _:
                return None


class BackupDelegate(RowDelegate):
    """When a backup was made, and below it why."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(ROW_PX, rows)

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Paint two lines."""
        top = area.adjusted(0, -5, 0, 0)
        self.write(painter, top, str(index.data()), "title", colors.text)
        facts = str(index.data(Qt.ItemDataRole.UserRole))
        self.write(painter, top.adjusted(0, grown(22), 0, 0), facts, "body", colors.muted)
