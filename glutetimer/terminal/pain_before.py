"""Asks for the pain before a session while it gets ready; nothing waits for the answer."""

from glutetimer.core.key_places import DIGITS
from glutetimer.core.pain import calls_for_safety, words_before
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.coach import Coach
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.terminal.screen import Screen
from glutetimer.terminal.typed import meant

QUESTION = "Pain now? A key from 0 to 9 (1 and then 0: ten), or none."


class PainBeforeKeys:
    """Takes digits as long as the session gets ready; Backspace takes the answer back."""

    def __init__(self, coach: Coach, screen: Screen) -> None:
        self._coach = coach
        self._screen = screen
        self._level: int | None = None

    def ask(self) -> None:
        """Say that it can be told."""
        if self._is_time():
            self._screen.log(QUESTION)

    def take(self, key: str) -> bool:
        """Take an answer; whether the key was one."""
        if not self._is_time():
            return False
        if key == "backspace":
            self._store(None)
            return True
        key = meant(key, DIGITS)
        if len(key) != 1 or key not in DIGITS:
            return False
        self._store(10 if (self._level, key) == (1, "0") else int(key))
        return True

    def _store(self, level: int | None) -> None:
        self._level = level
        self._coach.note_pain_before(level)
        self._screen.log("No answer" if level is None else f"Pain {words_before(level)}")
        if calls_for_safety(level):
            self._screen.log(SEE_SOMEONE)

    def _is_time(self) -> bool:
        step = self._coach.session.place.step
        is_getting_ready = self._coach.timeline.steps[step].kind is StepKind.GET_READY
        return is_getting_ready and not self._coach.results
