"""The area of the figure: the movement, or the pictogram of a position with how to get into it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from glutetimer.core.exercise import Exercise
from glutetimer.core.plan.movement import Movement
from glutetimer.core.words.coaching import POSITION_NAMES
from glutetimer.ui.figure.moving import MovingFigure
from glutetimer.ui.plain import plain
from glutetimer.ui.session.fit_label import FitLabel, TextInk
from glutetimer.ui.style import theme
from glutetimer.ui.style.icons import draw_position

_LEAST_PX = 40  # lower than this nothing of it can be read


class FigureArea(QFrame):
    """A card that shows the movement of an exercise and says how to get into position."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._exercise: Exercise | None = None
        self._picture = QRect()
        self.moving = MovingFigure(self)
        self.moving.hide()
        self._title = FitLabel(self, weight=QFont.Weight.DemiBold)
        top_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._setup = FitLabel(self, lines=5, align=top_left)
        self._equipment = FitLabel(self, ink=TextInk.MUTED)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise; the same one costs nothing."""
        if exercise is self._exercise:
            return
        self._exercise = exercise
        self._title.setText(POSITION_NAMES[exercise.position])
        self._equipment.setText(_equipment_text(exercise))
        self._setup.setText(exercise.setup)
        self.setAccessibleName(plain(f"Figure of {exercise.name}"))
        self.setAccessibleDescription(plain(exercise.setup))
        self._arrange()
        self.update()

    def show_movement(self, movement: Movement) -> None:
        """Show a moment of the movement, if the exercise has one."""
        if movement.exercise.motion is not None:
            self.moving.show_movement(movement)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictogram where there is no movement."""
        super().paintEvent(event)
        is_seen = not self._has_motion and self._picture.height() >= _LEAST_PX / 2
        if self._exercise is not None and is_seen:
            area = QRectF(self._picture)
            draw_position(QPainter(self), self._exercise.position, area, theme.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _has_motion(self) -> bool:
        return self._exercise is not None and self._exercise.motion is not None

    def _arrange(self) -> None:
        has_motion = self._has_motion
        self.moving.setVisible(has_motion)
        for label in (self._title, self._setup, self._equipment):
            label.setVisible(not has_motion)
        if has_motion:
            self._arrange_movement()
        else:
            self._arrange_pictogram()

    def _arrange_movement(self) -> None:
        """The figure fills the card; how to get into position is told by the cue."""
        edge = 4
        inner = self.rect().adjusted(edge, edge, -edge, -edge)
        self.moving.setGeometry(inner)
        self.moving.set_box(QRect(0, 0, inner.width(), inner.height()))

    def _arrange_pictogram(self) -> None:
        """Put the picture beside the text, or above it in a tall area."""
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
    # Of one without a file of its own nothing is known.
    return "No equipment needed" if exercise.setup or exercise.muscles else ""
