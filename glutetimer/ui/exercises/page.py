"""The exercises page: the list on the left, the chosen exercise on the right."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QRect, QSize, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings
from glutetimer.ui.exercises.details import ExerciseDetails
from glutetimer.ui.exercises.filters import ExerciseFilters
from glutetimer.ui.exercises.model import EXERCISE_ROLE, ExerciseModel, facts_text
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.style.motion import is_still
from glutetimer.ui.style.theme import Colors, Space
from glutetimer.ui.widgets.controls import spaced, text_label
from glutetimer.ui.widgets.notice_bar import telling
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList, list_card

PICTURE = QSize(88, 60)


class ExercisesPage(QWidget):
    """Browse all exercises; empty until `reload` is called."""

    trouble_met = Signal(Trouble)

    def __init__(self, services: Services, settings: Settings, parent: QWidget | None = None):
        super().__init__(parent)
        self._library = services.library
        self._stills = Stills(self)
        self._model = ExerciseModel()
        self._model.setParent(self)
        self._filters = ExerciseFilters()
        self._filters.filter_changed.connect(self.refresh)
        self._list = RowList("Exercises")
        self._list.setModel(self._model)
        self._list.setItemDelegate(ExerciseDelegate(self._list, self._stills))
        self._list.selectionModel().currentChanged.connect(self._show)
        self._stills.made.connect(self._list.viewport().update)
        self._details = ExerciseDetails(services.clock)
        self._details.exercise_asked.connect(self.choose)
        self._details.stage.set_still(is_still(settings))
        self._lay_out()
        self.setFocusProxy(self._list)

    def _lay_out(self) -> None:
        frame = list_card(self._list, self._filters)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.addWidget(text_label("No exercise is like that.", "subtitle", wraps=True))
        column.addWidget(text_label("Choose less in the filters on the left.", "muted", True))
        column.addStretch(1)
        self._right = QStackedWidget()
        self._right.addWidget(self._details)
        self._right.addWidget(nothing)
        row = spaced(QHBoxLayout(self), Space.XL)
        row.addWidget(frame, 4)
        row.addWidget(self._right, 8)

    def set_settings(self, settings: Settings) -> None:
        """Move or not."""
        self._details.stage.set_still(is_still(settings))

    @Slot()
    def reload(self) -> None:
        """Read the exercise files again."""
        exercises: Mapping[str, Exercise] = {}
        with telling(self.trouble_met):
            exercises = self._library.exercises()
        self._model.fill(exercises.values())
        self._filters.set_exercises(self._model.exercises)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what the filters let through; the chosen exercise stays if it is among it."""
        chosen = self._model.exercise_at(self._list.currentIndex())
        self._model.show(self._filters.value())
        row = self._model.row_of(chosen.id) if chosen is not None else None
        self._right.setCurrentIndex(0 if self._model.rowCount() else 1)
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(row or 0))
        else:
            self._details.show_exercise(None, {})

    @Slot(str)
    def choose(self, exercise_id: str) -> None:
        """Show an exercise; filters that hide it are cleared."""
        row = self._model.row_of(exercise_id)
        if row is None:
            self._filters.clear()
            row = self._model.row_of(exercise_id)
        if row is not None:
            self._list.setCurrentIndex(self._model.index(row))

    @Slot(QModelIndex, QModelIndex)
    def _show(self, index: QModelIndex, before: QModelIndex) -> None:
        exercise = self._model.exercise_at(index)
        if exercise is not None:
            every = {other.id: other for other in self._model.exercises}
            self._details.show_exercise(exercise, every)


class ExerciseDelegate(RowDelegate):
    """A picture, the name, the position with what is needed, and the muscles."""

    def __init__(self, rows: RowList, stills: Stills) -> None:
        super().__init__(94, rows)
        self._stills = stills

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Paint the picture and write three lines."""
        exercise = index.data(EXERCISE_ROLE)
        if not isinstance(exercise, Exercise):
            return
        place = QRect(area.left() - 8, area.center().y() - PICTURE.height() // 2 + 1, 0, 0)
        place.setSize(PICTURE)
        pixmap = self._stills.pixmap(exercise, PICTURE, painter.device().devicePixelRatioF())
        self.draw_picture(painter, place, pixmap, colors)
        words = area.adjusted(PICTURE.width() - 8 + Space.L, 0, 0, 0)
        self.write_lines(
            painter,
            words,
            (exercise.name, "title", colors.text),
            (facts_text(exercise), "body", colors.text),
            (", ".join(exercise.muscles), "caption", colors.muted),
        )
