"""Keeps a coach ticking while its session runs, and says what happened."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from glutetimer.core.exercise import Exercise
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import Event, Paused
from glutetimer.core.session.session import toggle_of
from glutetimer.core.session.states import Command, State
from glutetimer.core.session.wakefulness import DROWSY_S

TICK_MS = 100
HIDDEN_TICK_MS = 1_000
"""Nobody looks; still well under the silence after which a session pauses itself (2 s)."""


class SessionDriver(QObject):
    """The only timer of a session. It runs while the session does, or something is not stored."""

    happened = Signal(object)
    """One event of the session."""

    moved = Signal()
    """The session may stand elsewhere; comes after the events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.coach: Coach | None = None
        """Whose session it is, until it is released."""
        self._is_watched = True
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(TICK_MS)
        self.timer.timeout.connect(self.tick)
        self._drowsy = QTimer(self)  # a paused session ticks once more, to let the machine sleep
        self._drowsy.setSingleShot(True)
        self._drowsy.setInterval(round(DROWSY_S * 1000) + 500)
        self._drowsy.timeout.connect(self.tick)

    @property
    def is_ready(self) -> bool:
        """Whether the session is shown, but has not begun."""
        return self.coach is not None and self.coach.session.place.state is State.READY

    @property
    def is_paused(self) -> bool:
        """Whether the session stands still, and may go on."""
        return self.coach is not None and self.coach.session.place.state is State.PAUSED

    def begin(self, coach: Coach) -> None:
        """Start a coach's session, once what its first wait waits for has come."""
        self.coach = coach
        self._tell(coach.begin())

    def release(self) -> None:
        """Let go of the coach; its session has ended."""
        self.coach = None
        self.timer.stop()
        self._drowsy.stop()

    def set_watched(self, is_watched: bool) -> None:
        """Tick seldom while nobody can see it."""
        if is_watched != self._is_watched:
            self._is_watched = is_watched
            self.timer.setInterval(TICK_MS if is_watched else HIDDEN_TICK_MS)

    def do(self, command: Command) -> None:
        """Carry out a command; one that is not allowed now is ignored (a late key)."""
        if self.coach is not None and self.coach.session.can(command):
            self._tell(self.coach.do(command))

    def hold(self) -> None:
        """Have the session stand still until RESUME, also one that was still to begin by itself."""
        if self.is_ready:
            self.do(Command.START)
        self.do(Command.PAUSE)

    def toggle_pause(self) -> None:
        """Pause, or go on (at first: begin)."""
        if self.coach is not None:
            self.do(toggle_of(self.coach.session))

    def toggle_muted(self) -> None:
        """Switch the sound off, or on again."""
        if self.coach is not None:
            self.coach.set_muted(not self.coach.muted)
            self.moved.emit()

    def swap_exercise(self, alternative: Exercise) -> None:
        """Go on with an easier alternative. Raises Trouble if it cannot be planned."""
        if self.coach is not None:
            self._tell(self.coach.swap_exercise(alternative))

    @Slot()
    def tick(self) -> None:
        """Let the session catch up with the clock."""
        if self.coach is not None:
            self._tell(self.coach.tick())

    def _tell(self, events: tuple[Event, ...]) -> None:
        coach = self.coach
        if coach is None:
            return
        # Also while something is not stored: it is tried again by time.
        is_moving = coach.session.place.state in (State.READY, State.RUNNING)
        is_needed = is_moving or coach.journal.trouble is not None
        if is_needed is not self.timer.isActive():
            if is_needed:
                self.timer.start()
            else:
                self.timer.stop()
        for event in events:
            if isinstance(event, Paused):
                self._drowsy.start()
            self.happened.emit(event)
        self.moved.emit()
