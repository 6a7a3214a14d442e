"""How an exercise looks in the list."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from glutetimer.core.exercise import Exercise
from glutetimer.ui.exercises.model import EXERCISE_ROLE, facts_text
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.style.theme import Colors, Space
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList

PICTURE = QSize(88, 60)


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
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(QRectF(place), 10, 10)
        pixmap = self._stills.pixmap(exercise, PICTURE, painter.device().devicePixelRatioF())
        if pixmap is not None:
            painter.drawPixmap(place.topLeft(), pixmap)
        painter.restore()
        words = area.adjusted(PICTURE.width() - 8 + Space.L, 0, 0, 0)
        self.write(painter, words, exercise.name, "title", colors.text)
        self.write(painter, words.adjusted(0, 23, 0, 0), facts_text(exercise), "body", colors.text)
        muscles = ", ".join(exercise.muscles)
        self.write(painter, words.adjusted(0, 46, 0, 0), muscles, "caption", colors.muted)
