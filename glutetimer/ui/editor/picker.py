"""Choosing an exercise to add: by searching those that there are, or by typing a new name."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from glutetimer.core.counts import one_line
from glutetimer.core.draft import EntryDraft
from glutetimer.core.exercise import Exercise
from glutetimer.core.words.coaching import POSITION_NAMES
from glutetimer.ui.editor.field import Line
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Colors, Space
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList

PICTURE = QSize(66, 46)
AROUND_PX = 270
"""What the list leaves to all else in a window of that height."""

_CHOICE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Row = Exercise | str  # a text is the name of a new exercise


def found(exercises: Iterable[Exercise], text: str) -> list[Exercise]:
    """The exercises that have every word of a text in a name, a muscle or what they need."""
    words = text.casefold().split()
    return [one for one in exercises if all(word in _told(one) for word in words)]


def _told(exercise: Exercise) -> str:
    return " ".join((exercise.name, *exercise.also, *exercise.muscles, *exercise.needed)).casefold()


class ExercisePicker(Dialog):
    """A line to search in, and what it finds; Enter adds the chosen one."""

    chosen = Signal(EntryDraft)
    """Add this one; the dialog closes."""

    def __init__(self, exercises: Iterable[Exercise], stills: Stills, parent: QWidget) -> None:
        super().__init__("Add an exercise", parent)
        self._exercises = sorted(exercises, key=_name)
        self._model = _PickerModel()
        self._model.setParent(self)
        self.search = _SearchLine()
        self.search.setPlaceholderText("Search, or type the name of a new exercise")
        self.search.setAccessibleName("Search, or the name of a new exercise")
        self.search.textChanged.connect(self._search)
        self.search.stepped.connect(self._step)
        self.search.returnPressed.connect(self.choose)
        self.list = RowList("Exercises to add")
        self.list.setModel(self._model)
        delegate = _PickerDelegate(self.list, stills)
        self.list.setItemDelegate(delegate)
        self.list.setMinimumHeight(max(150, min(380, parent.window().height() - AROUND_PX)))
        self.list.doubleClicked.connect(self.choose)
        stills.made.connect(self.list.viewport().update)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._add = self.add_button("Add", "primary", True)
        self._add.clicked.connect(self.choose)
        self._search("")
        self.search.setFocus()

    @Slot(str)
    def _search(self, text: str) -> None:
        rows: list[_Row] = [*found(self._exercises, text)]
        name = one_line(text)
        names = (one.name.casefold() for one in self._exercises)
        if name and name.casefold() not in names:
            rows.append(name)
        self._model.fill(rows)
        self.list.setCurrentIndex(self._model.index(0))
        self._add.setEnabled(bool(rows))

    @Slot(int)
    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        self.list.setCurrentIndex(self._model.index(min(max(row, 0), self._model.rowCount() - 1)))

    @Slot()
    def choose(self) -> None:
        """Take the chosen row."""
        row = self.list.currentIndex().data(_CHOICE_ROLE)
        if isinstance(row, Exercise):
            self.chosen.emit(EntryDraft(row.name, row.id))
        elif isinstance(row, str):
            self.chosen.emit(EntryDraft(row))
        else:
            return
        self.accept()


def _name(exercise: Exercise) -> str:
    return exercise.name.casefold()


class _SearchLine(Line):
    """Up and Down walk in the list below."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -5,
            Qt.Key.Key_PageDown: 5,
        }
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class _PickerModel(QAbstractListModel):
    """What was found, and at the end what a new exercise would be called."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[_Row] = ()

    def fill(self, rows: Sequence[_Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.name if isinstance(row, Exercise) else plain(f"New exercise: {row}")
            case _:
                return row if role == _CHOICE_ROLE else None


class _PickerDelegate(RowDelegate):
    """A picture, the name, and where it is done."""

    def __init__(self, rows: RowList, stills: Stills) -> None:
        super().__init__(74, rows)
        self._stills = stills

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        row = index.data(_CHOICE_ROLE)
        place = QRect(area.left() - 12, area.center().y() - PICTURE.height() // 2 + 1, 0, 0)
        place.setSize(PICTURE)
        words = area.adjusted(PICTURE.width() - 12 + Space.L, 0, 0, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(QRectF(place), 10, 10)
        if isinstance(row, Exercise):
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._stills.pixmap(row, PICTURE, ratio)
            if pixmap is not None:
                painter.drawPixmap(place.topLeft(), pixmap)
        painter.restore()
        if isinstance(row, Exercise):
            name, facts = row.name, (POSITION_NAMES[row.position], *row.needed)
        else:
            name, facts = str(row), ("A new exercise, without a file of its own",)
            self.write(painter, place.adjusted(0, 8, 0, 0), "+", "big", colors.accent, True)
        self.write(painter, words, name, "title", colors.text)
        below = "  ·  ".join(filter(None, facts))
        self.write(painter, words.adjusted(0, 23, 0, 0), below, "body", colors.muted)
