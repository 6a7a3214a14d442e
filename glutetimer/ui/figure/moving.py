"""The figure in motion, at the moments that others choose."""

from time import perf_counter

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glutetimer.core.plan.movement import Movement
from glutetimer.ui.figure.film import Film, Instant, instant_at
from glutetimer.ui.figure.view import FigureView
from glutetimer.ui.style import theme

_PAD_SHARE = 0.03
FRAME_MS = 33


class MovingFigure(FigureView):
    """Shows movements without a timer of its own, and keeps their pictures for the next rep.

    It fills its rectangle with the colour of the card that it stands on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._film = Film()
        self._instant: Instant | None = None
        self._box = QRect()
        self.painted = 0
        """How often it was painted."""
        self.painting_s = 0.0
        """How long the last painting took."""

    @property
    def instant(self) -> Instant | None:
        """What is shown; None: nothing."""
        return self._instant

    @property
    def film(self) -> Film:
        """The pictures that are kept."""
        return self._film

    def set_box(self, box: QRect) -> None:
        """Where the movement is shown; an empty rectangle: everywhere."""
        if box != self._box:
            self._box = QRect(box)
            self.update()

    def show_movement(self, movement: Movement, fault: str = "") -> None:
        """Show a moment; one that looks the same costs nothing. Without a motion: nothing."""
        motion = movement.exercise.motion
        if motion is None:
            self._show(None)
            return
        self._show(
            instant_at(
                motion,
                movement.beat,
                movement.elapsed_s,
                movement.duration_s,
                is_left=movement.is_left,
                is_back=movement.is_back,
                rep=movement.rep,
                fault=fault,
            )
        )

    def _show(self, instant: Instant | None) -> None:
        if instant == self._instant:
            return
        before, self._instant = self._instant, instant
        if before is None or instant is None or before.motion is not instant.motion:
            self._turned = (0.0, 0.0)
            self._frame = None if instant is None else instant.start()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the moment."""
        begun_s = perf_counter()
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colors.card))
        if self._instant is not None:
            area = QRectF(self._box if not self._box.isEmpty() else self.rect())
            pad = _PAD_SHARE * min(area.width(), area.height())
            box = area.adjusted(pad, pad, -pad, -pad)
            self._film.paint(painter, self._instant, box, self.turned, colors)
        painter.end()
        self.painted += 1
        self.painting_s = perf_counter() - begun_s
