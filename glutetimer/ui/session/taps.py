"""Tap anywhere: a click or touch pauses, goes on, or ends a set that waits for the person."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from glutetimer.core.keys.table import Action
from glutetimer.core.session.states import Command
from glutetimer.ui.session.driver import SessionDriver
from glutetimer.ui.session.view import SessionView

ONE_TAP_S = 0.5
"""Taps that follow one another so soon are one: a double tap, a hand that trembles."""


class Taps(QObject):
    """Whether a tap anywhere counts now, and what it does. `now_s` is the clock's."""

    def __init__(
        self, view: SessionView, driver: SessionDriver, now_s: Callable[[], float]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._driver = driver
        self._now_s = now_s
        self._last_s: float | None = None
        self.is_on = False
        view.tapped.connect(self._tap)

    def set_on(self, is_on: bool) -> None:
        """Let taps count from now on, or no longer."""
        self.is_on = is_on
        self._view.set_tap_mode(is_on)
        self.follow()

    @Slot()
    def toggle(self) -> None:
        """The other way round."""
        self.set_on(not self.is_on)

    def follow(self) -> None:
        """Say on the screen what a tap would do now, and what a key does where none counts."""
        actions = self._view.actions_table
        actions.by_action[Action.TAP].setText("Tap off" if self.is_on else "Tap")
        if self.is_on:
            self._view.set_hint(f"Tap anywhere: {self._does()}")
            self._view.set_go_on_word("Tap anywhere")
        else:
            self._view.set_go_on_word(actions.word(Action.PAUSE))

    @property
    def done_word(self) -> str:
        """What to press where a set waits for the person."""
        if self.is_on:
            return "tap anywhere"
        return self._view.actions_table.word(Action.SET_DONE, Action.FORWARD)

    def _does(self) -> str:
        if self._driver.is_ready:
            return "begin"
        if self._driver.is_paused:
            return "go on"
        return "set done" if self._is_open else "pause"

    @property
    def _is_open(self) -> bool:
        """Whether the session waits in a set that only the person ends."""
        coach = self._driver.coach
        if coach is None or self._driver.is_paused:
            return False
        session = coach.session
        step = session.timeline.steps[session.place.step]
        return step.duration_s is None and session.can(Command.FINISH_SET)

    @Slot()
    def _tap(self) -> None:
        """Count a press; its release, a drag, or a second tap at once do nothing more."""
        now_s, last_s = self._now_s(), self._last_s
        if self._driver.is_ready:  # a click begins it, whatever taps mean later
            self._last_s = now_s
            self._driver.toggle_pause()
            return
        if not self.is_on:
            return
        self._last_s = now_s
        if last_s is not None and now_s - last_s < ONE_TAP_S:
            return
        if self._is_open:
            self._driver.do(Command.FINISH_SET)
        else:
            self._driver.toggle_pause()
