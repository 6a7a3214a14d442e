"""Asks for the pain before a session while it gets ready; nothing waits for the answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.picture import SessionPicture
from glutetimer.core.session.states import Command
from glutetimer.ui.session.driver import SessionDriver
from glutetimer.ui.session.pain_line import PainLine
from glutetimer.ui.session.view import SessionView


class PainBefore(QObject):
    """Shows the line as long as the first set has not begun, and stores each answer at once."""

    def __init__(
        self, view: SessionView, driver: SessionDriver, now_s: Callable[[], float]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._driver = driver
        self._is_asked = False
        self.line = PainLine(now_s, view)
        self.line.hide()
        self.line.scale.value_changed.connect(self._store)
        self.line.safety.clicked.connect(self._pause)

    def begin(self, is_asked: bool) -> None:
        """Another session begins; say whether its pain is asked for."""
        self._is_asked = is_asked
        self._view.set_foot(None)
        self.line.clear()

    def follow(self, picture: SessionPicture) -> None:
        """Show the line while the session gets ready; costs nothing else."""
        coach = self._driver.coach
        is_first = picture.kind is StepKind.GET_READY and coach is not None and not coach.results
        is_asked = self._is_asked and is_first
        self._view.set_foot(self.line if is_asked else None)

    @Slot()
    def _store(self) -> None:
        if self._driver.coach is not None:
            self._driver.coach.note_pain_before(self.line.scale.value())

    @Slot()
    def _pause(self) -> None:
        """Who reads the words on safety should not miss the first set."""
        self._driver.do(Command.PAUSE)
