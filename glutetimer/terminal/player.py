"""The terminal player: drives a coach and shows what happens."""

from collections.abc import Callable, Mapping

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.keys.table import NONE_CHOSEN, Action, KeyTable
from glutetimer.core.ports.remote import NO_REMOTE, RemoteControl
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.journal import kept_words
from glutetimer.core.session.picture import picture_of
from glutetimer.core.session.session import forward_of, toggle_of
from glutetimer.core.session.states import Command, State
from glutetimer.core.words.dose import amount_text
from glutetimer.terminal.console import Console
from glutetimer.terminal.pain import ask_pain
from glutetimer.terminal.pain_before import PainBeforeKeys
from glutetimer.terminal.questions import TerminalQuestions
from glutetimer.terminal.remote_keys import RemoteKeys
from glutetimer.terminal.scaled_clock import ScaledClock
from glutetimer.terminal.session_keys import SessionKeys
from glutetimer.terminal.session_log import SessionLog
from glutetimer.terminal.view import live_lines

TICK_S = 0.1
PAUSED_TICK_S = 0.25
FAST_TICK_S = 0.01

COMMANDS = {
    Action.NEXT: Command.NEXT,
    Action.PREVIOUS: Command.PREVIOUS,
    Action.MORE_REST: Command.ADD_REST,
    Action.SET_DONE: Command.FINISH_SET,
    Action.REPEAT: Command.REPEAT_SET,
}


class TerminalPlayer:
    """Runs one session to its end.

    Where nobody can answer, open-ended sets take as long as a typical person takes, and nothing
    stays paused.
    """

    def __init__(
        self,
        coach: Coach,
        place: Console,
        clock: ScaledClock,
        *,
        exercises: Mapping[str, Exercise] | None = None,
        columns: Callable[[], int] = lambda: 80,
        asks_pain: bool = False,
        remote: RemoteControl = NO_REMOTE,
        keys: KeyTable = NONE_CHOSEN,
    ) -> None:
        """`clock` is the coach's, `exercises` are where easier alternatives are found, by id.

        `asks_pain`: the pain before is asked, if there is a person. `remote` shows the session on
        the desktop, and what is asked there is done if there is one. `keys` are the person's own.
        """
        self._keys = SessionKeys(keys)
        self._coach = coach
        self._screen = place.screen
        self._read_key = place.read_key
        self._questions = place.questions
        self._exercises = exercises or {}
        self._clock = clock
        has_person = place.questions is not None
        go_on = self._keys.word(Action.PAUSE).capitalize() if has_person else ""
        self.log = SessionLog(coach, place.screen, go_on, clock.speed)
        self._columns = columns
        is_asked = asks_pain and has_person and not coach.results
        self._pain_before = PainBeforeKeys(coach, place.screen) if is_asked else None
        self._remote = RemoteKeys(coach, remote if has_person else NO_REMOTE)

    @property
    def _state(self) -> State:
        return self._coach.session.place.state

    def run(self, has_to_end: Callable[[], bool]) -> None:
        """Play until the session has ended; when `has_to_end` says so, stop it in order."""
        has_person = self._questions is not None
        self.log.tell(self._coach.begin() if has_person else self._coach.do(Command.START))
        if self._coach.waits_for_key:
            word = self._keys.word(Action.PAUSE)
            self._screen.log(f"{word.capitalize()} begins, when you are in place.")
        if self._pain_before is not None:
            self._pain_before.ask()
        self._remote.begin()
        try:
            self._play(has_to_end)
        finally:
            self._remote.end()

    def _play(self, has_to_end: Callable[[], bool]) -> None:
        while self._state is not State.ENDED:
            if has_to_end():
                self._do(Command.STOP)
                return
            self._tick()
            for command in self._remote.commands():
                self._do(command)
            self._remote.follow()
            self._show()
            key = self._read_key(self._wait_s)
            if self._pain_before is None or not self._pain_before.take(key):
                self._press(key)

    @property
    def _wait_s(self) -> float:
        if self._state is State.PAUSED:
            return PAUSED_TICK_S
        return TICK_S if self._clock.speed <= 2 else FAST_TICK_S

    # Time

    def _tick(self) -> None:
        self.log.tell(self._coach.tick())
        while self._clock.is_behind() and self._state is State.RUNNING:
            self.log.tell(self._coach.tick())
            self._end_open_step()
        self._end_open_step()
        if self._questions is None and self._state is State.PAUSED:
            self._do(Command.RESUME)
        self.log.tell_notices()

    def _end_open_step(self) -> None:
        """Without a person, end an open-ended set after the time that it typically takes."""
        session = self._coach.session
        place, timeline = session.place, session.timeline
        step = timeline.steps[place.step]
        if self._questions or place.state is not State.RUNNING or step.duration_s is not None:
            return
        typical_s = timeline.typical_s(step)
        if place.elapsed_s >= typical_s and session.can(Command.FINISH_SET):
            name = amount_text(timeline.entries[step.entry].amount)
            self.log.add(f"No keys here: '{name}' counts as done after {typical_s:.0f} s")
            self._do(Command.FINISH_SET)

    def _show(self) -> None:
        session, place = self._coach.session, self._coach.place
        picture = picture_of(session, place=place, done_word=self._keys.done_word)
        self._screen.show(live_lines(picture, self._coach.muted, self._columns(), self._keys))

    # Keys

    def _press(self, key: str) -> None:
        if not key or self._questions is None or self._state is State.ENDED:
            return
        if key == "end":  # the terminal was closed
            self._do(Command.STOP)
            return
        action = self._keys.action(key)
        match action:
            case Action.PAUSE:
                self._do(toggle_of(self._coach.session))
            case Action.FORWARD:
                self._do(forward_of(self._coach.session))
            case Action.MUTE:
                self._coach.set_muted(not self._coach.muted)
            case Action.KEYS:
                self.log.tell_keys(self._keys.lines())
            case Action.HURT:
                self._hurt(self._questions)
            case Action.STOP:
                self._ask_stop(self._questions)
            case _:
                self._move(action)

    def _move(self, action: Action | None) -> None:
        if action is Action.SET_DONE and self._state is State.READY:
            self._do(Command.START)
        elif action in COMMANDS:
            self._do(COMMANDS[action])

    def _do(self, command: Command) -> None:
        """Carry out a command if it is allowed now; else nothing happens."""
        if self._coach.session.can(command):
            self.log.tell(self._coach.do(command))

    def _ask_stop(self, questions: TerminalQuestions) -> None:
        was_running = self._state is State.RUNNING
        self._do(Command.PAUSE)
        choices = {"y": "yes, stop", "n": "no, go on"}
        if questions.choose(f"Stop the session? {kept_words(self._coach.journal)}", choices) == "y":
            self._do(Command.STOP)
        elif was_running:
            self._do(Command.RESUME)
        self._remote.forget()

    def _hurt(self, questions: TerminalQuestions) -> None:
        if not self._coach.session.can(Command.HURT):
            return
        self._do(Command.HURT)
        hurt = ask_pain(self._coach, questions, self._screen)
        easier = self._coach.substitutes(self._exercises)[:3] if hurt.is_current else ()
        choices = {
            str(number): f"easier instead: {exercise.name}"
            for number, exercise in enumerate(easier, 1)
        }
        if hurt.is_current:
            choices["s"] = f"skip {hurt.name}"
        choices |= {"e": "end the session", "g": "go on"}
        match questions.choose("What now?", choices):
            case "s":
                self._do(Command.SKIP_EXERCISE)
                self._do(Command.RESUME)
            case "e":
                self._do(Command.STOP)
            case "g":
                self._do(Command.RESUME)
            case "":
                pass  # it stays paused
            case number:
                self._swap(easier[int(number) - 1])
        self._remote.forget()

    def _swap(self, exercise: Exercise) -> None:
        try:
            self.log.tell(self._coach.swap_exercise(exercise))
        except Trouble as trouble:
            self._screen.log(f"Note: {trouble}")
            return
        self._do(Command.RESUME)
