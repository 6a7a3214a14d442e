"""Lets the figure follow the session: asks where it stands now, as often as something moves."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from glutetimer.core.plan.movement import movement_at
from glutetimer.core.session.states import State
from glutetimer.ui.figure.moving import FRAME_MS
from glutetimer.ui.session.driver import SessionDriver
from glutetimer.ui.session.figure_area import FigureArea

_MOST_OF_THE_TIME = 0.5
_SLOWEST_MS = 200


class FigureClock(QObject):
    """Shows the figure at the session's own time.

    The timer only says when to look again. It runs while the session runs, the figure is seen
    and something in it moves; holds, rests at an end, pauses and hidden windows need none.
    """

    def __init__(self, area: FigureArea, driver: SessionDriver) -> None:
        super().__init__(area)
        self._area = area
        self._driver = driver
        self._is_still = False
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(FRAME_MS)
        self.timer.timeout.connect(self.follow)

    def set_still(self, is_still: bool) -> None:
        """Show one pose for every step instead of motion."""
        self._is_still = is_still

    def wake(self) -> None:
        """Look whether something moves, unless the timer does so."""
        if not self.timer.isActive():
            self.follow()

    @Slot()
    def follow(self) -> None:
        """Show where the session stands at this moment, and look again if it moves."""
        coach = self._driver.coach
        if coach is None or not self._is_seen():
            self.timer.stop()
            return
        place = coach.place
        movement = movement_at(coach.timeline, place.step, place.elapsed_s, is_still=self._is_still)
        self._area.show_movement(movement)
        is_moving = movement.is_moving and not self._is_still
        if not is_moving or place.state is not State.RUNNING:
            self.timer.stop()
            return
        # A picture that takes long to paint (a huge screen) must not take all of the time.
        wanted_ms = round(self._area.moving.painting_s * 1000 / _MOST_OF_THE_TIME)
        wanted_ms = min(_SLOWEST_MS, max(FRAME_MS, wanted_ms))
        if abs(wanted_ms - self.timer.interval()) > 5:
            self.timer.setInterval(wanted_ms)
        if not self.timer.isActive():
            self.timer.start()

    def stop(self) -> None:
        """Nobody looks."""
        self.timer.stop()

    def _is_seen(self) -> bool:
        area = self._area
        is_empty = area.size().isEmpty()
        return area.moving.isVisible() and not is_empty and not area.window().isMinimized()
