"""The area of the figure: the position as a pictogram, the set-up and the equipment."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from glutetimer.core.exercise import Exercise
from glutetimer.ui import theme
from glutetimer.ui.session.fit_label import FitLabel, Ink
from glutetimer.ui.session.pictograms import POSITION_NAMES, draw_position

_LEAST_PX = 40  # lower than this nothing of it can be read


class FigureArea(QWidget):
    """A card that says how to get into position for an exercise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._exercise: Exercise | None = None
        self._picture = QRect()
        self._title = FitLabel(self, weight=QFont.Weight.DemiBold)
        self._setup = FitLabel(
            self, lines=5, align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        self._equipment = FitLabel(self, ink=Ink.MUTED)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the set-up of an exercise; the same one costs nothing."""
        if exercise is self._exercise:
            return
        self._exercise = exercise
        self._title.set_text(POSITION_NAMES[exercise.position])
        self._setup.set_text(exercise.setup)
        self._equipment.set_text(_equipment_text(exercise))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the pictogram."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.card))
        radius = min(theme.Radius.CARD, self.height() / 8)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, radius, radius)
        if self._exercise is not None and self._picture.height() >= _LEAST_PX / 2:
            draw_position(painter, self._exercise.position, QRectF(self._picture), colors)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture beside the text, or above it in a tall area."""
        super().resizeEvent(event)
        pad = max(8, round(0.06 * min(self.width(), self.height())))
        inner = self.rect().adjusted(pad, pad, -pad, -pad)
        if inner.width() >= 1.7 * inner.height():
            picture_px = min(round(inner.width() * 0.39), round(inner.height() * 1.6))
            self._picture = QRect(inner.x(), inner.y(), picture_px, inner.height())
            text = inner.adjusted(picture_px + 2 * pad, 0, 0, 0)
        else:
            picture_px = round(inner.height() * 0.45)
            self._picture = QRect(inner.x(), inner.y(), inner.width(), picture_px)
            text = inner.adjusted(0, picture_px + pad, 0, 0)
        for label in (self._title, self._setup, self._equipment):
            label.setVisible(inner.height() >= _LEAST_PX)
        title_px, line_px = round(text.height() * 0.18), round(text.height() * 0.12)
        gap = round(text.height() * 0.03)
        self._title.setGeometry(text.x(), text.y(), text.width(), title_px)
        middle = text.adjusted(0, title_px + gap, 0, -line_px - gap)
        self._setup.setGeometry(middle)
        self._equipment.setGeometry(text.x(), text.bottom() - line_px, text.width(), line_px)


def _equipment_text(exercise: Exercise) -> str:
    if exercise.needed:
        return "You need: " + ", ".join(exercise.needed)
    if exercise.optional:
        return "No equipment needed; helpful: " + ", ".join(exercise.optional[:2])
    return "No equipment needed"
