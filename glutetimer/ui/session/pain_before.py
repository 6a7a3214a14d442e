"""Asks for the pain before a session while it gets ready; nothing waits for the answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.coach import Coach
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
        self._now_s = now_s
        self._coach: Coach | None = None
        self._line: PainLine | None = None
        self._is_shown = False

    @property
    def line(self) -> PainLine | None:
        """The line while it is shown."""
        return self._line if self._is_shown else None

    def set_coach(self, coach: Coach | None) -> None:
        """Ask about this coach's session from now on; None asks nothing."""
        self._show(False)
        self._coach = coach
        if self._line is not None:
            self._line.clear()

    def follow(self, picture: SessionPicture) -> None:
        """Show the line while the session gets ready; costs nothing else."""
        wanted = self._coach is not None and picture.kind is StepKind.GET_READY
        if wanted is not self._is_shown:
            self._show(wanted)

    def _show(self, is_wanted: bool) -> None:
        if is_wanted and self._line is None:
            self._line = PainLine(self._now_s, self._view)
            self._line.answered.connect(self._store)
            self._line.safety_asked.connect(self._show_safety)
        self._is_shown = is_wanted
        self._view.set_foot(self._line if is_wanted else None)

    @Slot(object)
    def _store(self, level: int | None) -> None:
        if self._coach is not None:
            self._coach.note_pain_before(level)

    @Slot()
    def _show_safety(self) -> None:
        """Show the words; who reads them should not miss the first set."""
        from glutetimer.ui.widgets.safety_dialog import SafetyDialog

        self._driver.do(Command.PAUSE)
        SafetyDialog(False, self._view.window()).open()
