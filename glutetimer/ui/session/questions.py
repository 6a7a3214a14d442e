"""The panels over the display and what their answers do to the session."""

from PySide6.QtCore import QObject, Signal, Slot

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.keys.table import Action
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.library import RoutineLibrary
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.hurting import Hurting
from glutetimer.core.session.journal import kept_words
from glutetimer.core.session.states import Command, State
from glutetimer.ui.session.driver import SessionDriver
from glutetimer.ui.session.hurt_dialog import HurtAnswer, HurtChoice, HurtDialog
from glutetimer.ui.session.overlay import Overlay
from glutetimer.ui.session.panels import KeysPanel, StopPanel
from glutetimer.ui.session.view import GO_ON, SessionView

SET_OVER = f"This set has ended. {GO_ON} goes on with the rest."
LAST_SET_OVER = f"This set has ended, and it was the last. {GO_ON} ends the session."


class SessionQuestions(QObject):
    """Opens one panel at a time; the session waits while a question is open."""

    closed = Signal()
    """No panel is open any more."""

    def __init__(
        self, view: SessionView, driver: SessionDriver, library: RoutineLibrary, clock: Clock
    ) -> None:
        super().__init__(view)
        self._view = view
        self._driver = driver
        self._library = library
        self._clock = clock
        self.panel: Overlay | None = None
        """The panel that is open."""
        self._goes_on_after = False
        self._hurting: tuple[Hurting, ...] = ()
        self._easier: Exercise | None = None

    @property
    def is_showing_keys(self) -> bool:
        """Whether the overlay with the keys is open."""
        return isinstance(self.panel, KeysPanel)

    @Slot()
    def close(self) -> None:
        """Take the open panel away, unanswered; nothing if there is none."""
        if self.panel is None:
            return
        self.panel.close_panel()
        self.panel = None
        self._view.actions_table.set_blocked(False)
        self._view.setFocus()
        self.closed.emit()

    def show_keys(self) -> None:
        """Show the keys; the session and every key go on working."""
        panel = KeysPanel(self._view.actions_table, self._view)
        panel.dismissed.connect(self.close)
        self.open_panel(panel)

    def ask_stop(self) -> None:
        """Pause, and ask whether to stop; an open question is left as it is."""
        coach = self._driver.coach
        if coach is None or (self.panel is not None and not self.is_showing_keys):
            return
        self.close()
        if self._driver.is_ready:  # nothing has begun
            self._driver.do(Command.STOP)
            return
        self._goes_on_after = coach.session.place.state is State.RUNNING
        self._driver.do(Command.PAUSE)
        if not self._driver.is_paused:
            return  # it came to its end just now
        go_on_keys = self._view.actions_table.key(Action.PAUSE).keys
        panel = StopPanel(kept_words(coach.journal), go_on_keys, self._view)
        panel.stop_chosen.connect(self._stop)
        panel.go_on_chosen.connect(self._go_on)
        self.open_panel(panel)

    def ask_hurt(self) -> None:
        """End the set, and ask where and how much it hurts and how to go on."""
        coach = self._driver.coach
        if coach is None or not coach.session.can(Command.HURT):
            return
        self._driver.do(Command.HURT)
        if not self._driver.is_paused:
            return
        self._hurting, self._easier = coach.hurting(), self._find_easier(coach)
        panel = HurtDialog(self._choices(coach), self._clock.now_s, self._view)
        panel.answered.connect(self._go_on_hurt)
        panel.dismissed.connect(self._put_off_hurt)
        self.open_panel(panel)

    def _choices(self, coach: Coach) -> list[HurtChoice]:
        """What is asked about each exercise that may be meant."""
        timeline, step = coach.timeline, coach.session.place.step
        easier = self._easier.name if self._easier is not None else ""
        return [
            HurtChoice(
                name=one.name,
                easier=easier if one.is_current else "",
                has_sets=one.is_current,
                is_set_over=timeline.steps[step].kind.is_effort,
                told=coach.journal.pain_of(one.result),
            )
            for one in self._hurting
        ]

    def open_panel(self, panel: Overlay) -> None:
        """Show a panel over the display; nothing else may be open."""
        self.panel = panel
        self._view.actions_table.set_blocked(not self.is_showing_keys)
        panel.open()

    @Slot()
    def _stop(self) -> None:
        self.close()
        self._driver.do(Command.STOP)

    @Slot()
    def _go_on(self) -> None:
        self.close()
        if self._goes_on_after:
            self._driver.do(Command.RESUME)

    @Slot()
    def keep_hurt(self) -> None:
        """Store what was said about the pain, if it is asked for; the session stays paused."""
        panel, coach = self.panel, self._driver.coach
        if coach is not None and isinstance(panel, HurtDialog):
            coach.report_pain(panel.pain, self._hurting[panel.meant])
        self.close()

    @Slot()
    def _put_off_hurt(self) -> None:
        """Say that the set does not go on, although the display still shows it."""
        self.keep_hurt()
        coach = self._driver.coach
        if coach is None:
            return
        timeline, step = coach.timeline, coach.session.place.step
        if timeline.steps[step].kind.is_effort:
            is_last = timeline.set_of(step).index + 1 == len(timeline.sets)
            self._view.set_message(LAST_SET_OVER if is_last else SET_OVER)

    @Slot(HurtAnswer)
    def _go_on_hurt(self, answer: HurtAnswer) -> None:
        self.keep_hurt()
        match answer:
            case HurtAnswer.EASIER:
                self._swap()
            case HurtAnswer.SKIP_SET:
                self._driver.do(Command.RESUME)
            case HurtAnswer.SKIP_EXERCISE:
                self._driver.do(Command.SKIP_EXERCISE)
                self._driver.do(Command.RESUME)
            case HurtAnswer.STOP:
                self._driver.do(Command.STOP)

    def _swap(self) -> None:
        """Change to the easier exercise and wait: another position may need more time."""
        easier = self._easier
        if easier is None:
            return
        try:
            self._driver.swap_exercise(easier)
        except Trouble as trouble:
            self._view.notices.add([Notice(str(trouble))])
            return
        self._view.set_message(f"Next: {easier.name}. Take your time. {GO_ON} when you are ready.")

    def _find_easier(self, coach: Coach) -> Exercise | None:
        """The best that the routine's file or the library has for this exercise."""
        known = {**self._library.exercises(), **coach.timeline.routine.alternatives}
        return next(iter(coach.substitutes(known)), None)
