"""The figure that goes through an exercise again and again."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from glutetimer.core.exercise import Exercise
from glutetimer.core.plan.movement import looped, looped_entry
from glutetimer.core.ports.clock import Clock
from glutetimer.core.routine import Prescription
from glutetimer.ui.figure.moving import FRAME_MS, MovingFigure
from glutetimer.ui.figure.stills import draw_still
from glutetimer.ui.style import theme


class Stage(QWidget):
    """A card with a moving figure in the exercise's own tempo, or in that of a routine.

    Its timer runs while the stage is seen and something may move.
    """

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._exercise: Exercise | None = None
        self._entry: Prescription | None = None
        self._fault = ""
        self._is_still = False
        self._began_s = 0.0
        self.figure = MovingFigure(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.follow)

    @property
    def is_ticking(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    @property
    def fault(self) -> str:
        """The mistake that is shown; empty for none."""
        return self._fault

    def show_exercise(self, exercise: Exercise | None) -> None:
        """Show another exercise from its start."""
        self._show(exercise, None)

    def show_entry(self, entry: Prescription) -> None:
        """Show an exercise of a routine, from its start unless it moves there as it did."""
        before = self._entry
        if before is None or _moves(before) != _moves(entry):
            self._show(entry.exercise, entry)

    def _show(self, exercise: Exercise | None, entry: Prescription | None) -> None:
        self._exercise, self._entry, self._fault = exercise, entry, ""
        self.figure.setVisible(exercise is not None and exercise.motion is not None)
        self._began_s = self._clock.now_s()
        self._settle()
        self.update()

    def show_fault(self, name: str) -> None:
        """Keep the top and show a mistake behind it; empty: move again."""
        self._fault = name
        self._began_s = self._clock.now_s()
        self._settle()

    def set_still(self, is_still: bool) -> None:
        """Keep one pose instead of moving."""
        self._is_still = is_still
        self._settle()

    @Slot()
    def follow(self) -> None:
        """Show the moment of now."""
        if self._exercise is None or self._exercise.motion is None:
            return
        is_still = self._is_still or bool(self._fault)
        elapsed_s = self._clock.now_s() - self._began_s
        if self._entry is not None:
            movement = looped_entry(self._entry, elapsed_s, is_still=is_still)
        else:
            movement = looped(self._exercise, elapsed_s, is_still=is_still)
        self.figure.show_movement(movement, self._fault)

    def _settle(self) -> None:
        has_motion = self._exercise is not None and self._exercise.motion is not None
        moves = has_motion and not self._is_still and not self._fault
        if moves and self.isVisible() and not self.window().isMinimized():
            self._timer.start()
        else:
            self._timer.stop()
        self.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Move."""
        super().showEvent(event)
        self._settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure has all of the card but its edge."""
        super().resizeEvent(event)
        self.figure.setGeometry(self.rect().adjusted(6, 6, -6, -6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, and the position of an exercise without a movement."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.card))
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.Radius.CARD, theme.Radius.CARD)
        if self._exercise is not None and self._exercise.motion is None:
            pad = 0.12 * box.height()
            draw_still(painter, self._exercise, box.adjusted(pad, pad, -pad, -pad), colors)
        painter.end()


def _moves(entry: Prescription) -> tuple[object, ...]:
    exercise = entry.exercise
    what = (exercise.motion, exercise.position, exercise.first)
    return (*what, entry.amount, entry.tempo, entry.sides, entry.start)
