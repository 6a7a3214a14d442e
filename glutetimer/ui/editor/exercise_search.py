"""A dialog to choose an exercise in: a line to search in, and what it finds, with pictures."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from glutetimer.core.exercise import Exercise
from glutetimer.core.words.coaching import POSITION_NAMES
from glutetimer.ui.editor.field import Line
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.style.theme import Colors, Space
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.row_delegate import RowDelegate
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.widgets.row_model import ROW_ROLE, Index, RowModel

PICTURE = QSize(66, 46)
AROUND_PX = 270
"""What the list leaves to all else in a window of that height."""


class FoundRow(NamedTuple):
    """What can be chosen: an exercise, or what a name and a sign in place of a picture say."""

    title: str
    below: str
    exercise: Exercise | None = None
    sign: str = ""
    told: str = ""

    @property
    def spoken(self) -> str:
        """What it is, where its name does not say so."""
        return self.told or self.title


def found(exercises: Iterable[Exercise], text: str) -> list[Exercise]:
    """The exercises that have every word of a text in a name, a muscle or what they need."""
    words = text.casefold().split()
    return [one for one in exercises if all(word in _told(one) for word in words)]


def row_of(exercise: Exercise) -> FoundRow:
    """An exercise as it is found."""
    place = POSITION_NAMES[exercise.position] if exercise.position else ""
    return FoundRow(exercise.name, "  ·  ".join(filter(None, (place, *exercise.needed))), exercise)


def _told(exercise: Exercise) -> str:
    return " ".join((exercise.name, *exercise.also, *exercise.muscles, *exercise.needed)).casefold()


def _name(exercise: Exercise) -> str:
    return exercise.name.casefold()


class ExerciseSearch(Dialog):
    """A subclass says in `rows` what a text finds, and in `take` what choosing does."""

    def __init__(
        self,
        title: str,
        answer: str,
        exercises: Iterable[Exercise],
        stills: Stills,
        parent: QWidget,
    ) -> None:
        """`answer` is the word on the button that takes the chosen row."""
        super().__init__(title, parent)
        self.exercises = sorted(exercises, key=_name)
        self._model: RowModel[FoundRow] = RowModel()
        self._model.setParent(self)
        self.search = _SearchLine()
        self.search.textChanged.connect(self.show_found)
        self.search.stepped.connect(self._step)
        self.search.returnPressed.connect(self.choose)
        self.list = RowList("What is found")
        self.list.setModel(self._model)
        self.list.setItemDelegate(_FoundDelegate(self.list, stills))
        self.list.setMinimumHeight(max(150, min(380, parent.window().height() - AROUND_PX)))
        self.list.doubleClicked.connect(self.choose)
        stills.made.connect(self.list.viewport().update)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._take = self.add_button(answer, "primary", True)
        self._take.clicked.connect(self.choose)
        self.search.setFocus()

    def ask(self, what: str) -> None:
        """Say in the empty line what to write there."""
        self.search.setPlaceholderText(what)
        self.search.setAccessibleName(what)

    def rows(self, text: str) -> Sequence[FoundRow]:
        """What can be chosen while a text stands in the line."""
        raise NotImplementedError

    def take(self, row: FoundRow) -> None:
        """Do what choosing a row means; the dialog closes."""
        raise NotImplementedError

    @Slot()
    def show_found(self) -> None:
        """Show what the line finds."""
        rows = self.rows(self.search.text())
        self._model.fill(rows)
        self.list.setCurrentIndex(self._model.index(0))
        self._take.setEnabled(bool(rows))

    @Slot(int)
    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        self.list.setCurrentIndex(self._model.index(min(max(row, 0), self._model.rowCount() - 1)))

    @Slot()
    def choose(self) -> None:
        """Take the chosen row."""
        row = self.list.currentIndex().data(ROW_ROLE)
        if isinstance(row, FoundRow):
            self.take(row)
            self.accept()


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


class _FoundDelegate(RowDelegate):
    """A picture, the name, and what is told of it."""

    def __init__(self, rows: RowList, stills: Stills) -> None:
        super().__init__(74, rows)
        self._stills = stills

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, FoundRow):
            return
        place = QRect(area.left() - 12, area.center().y() - PICTURE.height() // 2 + 1, 0, 0)
        place.setSize(PICTURE)
        pixmap = None
        if row.exercise is not None:
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._stills.pixmap(row.exercise, PICTURE, ratio)
        self.draw_picture(painter, place, pixmap, colors)
        if row.sign:
            self.write(painter, place.adjusted(0, 8, 0, 0), row.sign, "big", colors.accent, True)
        words = area.adjusted(PICTURE.width() - 12 + Space.L, 0, 0, 0)
        name, below = (row.title, "title", colors.text), (row.below, "body", colors.muted)
        self.write_lines(painter, words, name, below)
