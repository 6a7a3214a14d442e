"""Asks for the pain before a session while it gets ready; nothing waits for the answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from glutetimer.core.pain import is_too_much
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.picture import SessionPicture
from glutetimer.core.session.states import State
from glutetimer.ui.session.driver import SessionDriver
from glutetimer.ui.session.pain_line import PainLine
from glutetimer.ui.session.view import SessionView


class PainBefore(QObject):
    """Shows the line as long as the first set has not begun, and stores each answer at once."""

    much_told = Signal(int)
    """The pain is so much that the person is asked how to go on."""

    def __init__(
        self, view: SessionView, driver: SessionDriver, now_s: Callable[[], float]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._driver = driver
        self._is_asked = False
        self._told: int | None = None
        self.line = PainLine(now_s, view)
        self.line.hide()
        self.line.scale.value_changed.connect(self._store)
        self.line.safety.clicked.connect(self._pause)

    def begin(self, is_asked: bool, told: int | None = None) -> None:
        """Another session begins; say whether its pain is asked for, or was told already."""
        self._is_asked = is_asked and told is None
        self._told = told
        self._view.set_foot(None)
        self.line.clear()

    def follow(self, picture: SessionPicture) -> None:
        """Show the line while the session gets ready; costs nothing else."""
        coach = self._driver.coach
        if self._told is not None and coach is not None and _has_begun(coach):
            coach.note_pain_before(self._told)
            self._told = None
        is_first = picture.kind is StepKind.GET_READY and coach is not None and not coach.results
        is_asked = self._is_asked and is_first
        self._view.set_foot(self.line if is_asked else None)

    @Slot()
    def _store(self) -> None:
        level = self.line.scale.value()
        if self._driver.coach is not None:
            self._driver.coach.note_pain_before(level)
        if is_too_much(level):
            self.much_told.emit(level)

    @Slot()
    def _pause(self) -> None:
        """Who reads the words on safety should not miss the first set."""
        self._driver.hold()


def _has_begun(coach: Coach) -> bool:
    return coach.session.place.state in (State.RUNNING, State.PAUSED)
