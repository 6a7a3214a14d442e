"""A session that moves along its timeline; ``states`` has what is allowed, and the rules."""

from collections.abc import Iterable
from dataclasses import replace

from glutetimer.core.errors import IllegalCommandError
from glutetimer.core.history.records import Outcome, SessionEnd, SetResult
from glutetimer.core.plan.timeline import SetSpan, Timeline
from glutetimer.core.session.events import (
    Ended,
    Event,
    Jumped,
    Paused,
    PauseReason,
    Resumed,
    SetEnded,
    StepBegan,
)
from glutetimer.core.session.playhead import Playhead
from glutetimer.core.session.states import TRANSITIONS, Command, Place, State
from glutetimer.core.session.tally import Tally

MAX_GAP_S = 2.0
"""A longer silence between two calls means that the machine slept: the session pauses."""

MORE_REST_S = 10.0
MAX_ADDED_S = 600.0


class Session:
    """Moves along a timeline; never reads a clock, every method is told the time.

    Times (`clock_s`) are seconds of any clock that does not step back. Every method returns the
    events that it caused, in order; an illegal command raises before anything changes.
    """

    def __init__(
        self,
        timeline: Timeline,
        first_set: int = 0,
        earlier: Iterable[SetResult] = (),
        active_s: float = 0.0,
    ) -> None:
        """Begin (READY) at the first step, or ahead of a later set.

        `earlier` are the sets of a session that goes on, `active_s` how long it had run.
        """
        self._head = Playhead(timeline, first_set)
        self._tally = Tally(earlier, active_s)
        self._state = State.READY
        self._reason: PauseReason | None = None
        self._last_s = 0.0  # the clock time of the last call

    @property
    def timeline(self) -> Timeline:
        """The timeline as it is now: with an easier alternative, and the lead-in after a jump."""
        return self._head.timeline

    @property
    def place(self) -> Place:
        """Where the session stood at the last call."""
        head = self._head
        return Place(
            self._state, head.step, head.elapsed_s, head.duration_s, self._reason, head.added_s
        )

    def place_at(self, clock_s: float) -> Place:
        """Where the session stands at a clock time, seen ahead of `advance`: nothing changes.

        Never beyond the end of the step, nor further than a gap of two seconds.
        """
        if self._state is not State.RUNNING:
            return self.place
        ahead_s = min(MAX_GAP_S, max(0.0, clock_s - self._last_s))
        return replace(self.place, elapsed_s=self._head.elapsed_in(ahead_s))

    @property
    def active_s(self) -> float:
        """Seconds that the session has run, pauses left out."""
        return self._tally.active_s

    @property
    def current_set(self) -> SetSpan:
        """The set that is worked on or that comes next."""
        return self._head.span

    def can(self, command: Command) -> bool:
        """Whether a command is allowed now."""
        if (self._state, command) not in TRANSITIONS:
            return False
        in_effort_step = self._head.now.kind.is_effort
        match command:
            case Command.FINISH_SET:
                return in_effort_step and not self._tally.is_closed
            case Command.ADD_REST:
                return not in_effort_step and self._head.added_s + MORE_REST_S <= MAX_ADDED_S
            case Command.REPEAT_SET:
                return in_effort_step or self.current_set.index > 0
            case _:
                return True

    def do(self, command: Command, clock_s: float) -> tuple[Event, ...]:
        """Carry out a command at a clock time. Raises IllegalCommandError if it is not allowed.

        What became due before is reported first; if that makes the command illegal (the set
        ended just now), the command is dropped rather than raised.
        """
        self._require(command)
        events = self.advance(clock_s)
        return (*events, *self._carry_out(command)) if self.can(command) else events

    def advance(self, clock_s: float) -> tuple[Event, ...]:
        """Let time pass until `clock_s`; returns all that became due, in order.

        After a gap of more than two seconds the session is paused where it was last seen.
        """
        seen_s, self._last_s = self._last_s, max(clock_s, self._last_s)
        if self._state is not State.RUNNING:
            return ()
        gap_s = self._last_s - seen_s
        if gap_s > MAX_GAP_S:
            self._state, self._reason = State.PAUSED, PauseReason.GAP
            return (Paused(PauseReason.GAP, seen_s, gap_s),)
        events: list[Event] = []
        while self._state is State.RUNNING:
            self._head.elapsed_s = self._last_s - self._head.origin_s
            duration_s = self._head.duration_s
            if duration_s is None or self._head.elapsed_s < duration_s:
                self._tally.count_until(self._last_s)
                break
            events += self._pass_step(self._head.origin_s + duration_s)
        return tuple(events)

    def lengthen(self, seconds: float) -> None:
        """Let the wait last longer that it stands in, before the session is started."""
        self._require(Command.START)
        self._head.added_s += seconds

    def hurt_ahead(self) -> SetResult:
        """The record of the set that is waited for: it hurt before it began."""
        return self._tally.hurt_ahead(self.timeline, self.current_set)

    def swap(self, timeline: Timeline, set_index: int, clock_s: float) -> tuple[Event, ...]:
        """Go on with another timeline ahead of one of its sets (an easier alternative).

        The session must be running or paused; a set in the middle is recorded as skipped.
        """
        self._require(Command.NEXT)
        events = self.advance(clock_s)
        closing = self._close_set(Outcome.SKIPPED, only_if_begun=True)
        return (*events, *closing, *self._go(*self._head.swap(timeline, set_index), True))

    # How a command works

    def _require(self, command: Command) -> None:
        if not self.can(command):
            raise IllegalCommandError(f"{command.value} is not allowed while {self._state.value}")

    def _carry_out(self, command: Command) -> list[Event]:  # noqa: C901, PLR0911 (a table)
        head = self._head
        match command:
            case Command.START | Command.RESUME:
                return self._run()
            case Command.PAUSE:
                return self._pause(PauseReason.PERSON)
            case Command.HURT:
                return [*self._close_set(Outcome.HURT), *self._pause(PauseReason.HURT)]
            case Command.NEXT if head.now.kind.is_effort:
                return [*self._close_set(Outcome.SKIPPED), *self._go(head.span.end)]
            case Command.NEXT:
                return self._go(*head.after_wait(), True)
            case Command.FINISH_SET:
                return [*self._close_set(Outcome.DONE), *self._go(head.span.end)]
            case Command.PREVIOUS | Command.REPEAT_SET:
                closing = self._close_set(Outcome.SKIPPED, only_if_begun=True)
                return [*closing, *self._go(*head.back(command is Command.PREVIOUS), True)]
            case Command.ADD_REST:
                head.added_s += MORE_REST_S
                return [Jumped(head.step, head.elapsed_s, self._last_s)]
            case Command.SKIP_EXERCISE:
                return [*self._close_set(Outcome.SKIPPED), *self._go(head.end_of_exercise())]
            case Command.STOP:
                closing = self._close_set(Outcome.STOPPED, only_if_begun=True)
                return [*closing, self._end(SessionEnd.STOPPED, self._last_s)]

    def _run(self) -> list[Event]:
        self._state, self._reason = State.RUNNING, None
        self._tally.count_from(self._last_s)
        if self._tally.is_closed:
            moved = self._go(self._head.span.end)
            if self._state is State.ENDED:
                return moved
        self._head.run_from(self._last_s)
        return [Resumed(self._head.step, self._head.elapsed_s, self._last_s)]

    def _pause(self, reason: PauseReason) -> list[Event]:
        self._state, self._reason = State.PAUSED, reason
        return [Paused(reason, self._last_s)]

    def _pass_step(self, clock_s: float) -> list[Event]:
        """Go on to the next step at the very moment at which this one is over."""
        events: list[Event] = []
        if self._head.step + 1 == self.current_set.end:
            events += self._close_set(Outcome.DONE, clock_s)
        if self._head.is_last:
            return [*events, self._end(SessionEnd.FINISHED, clock_s)]
        self._head.pass_step(clock_s)
        return [*events, StepBegan(self._head.step, clock_s)]

    def _go(self, step: int, elapsed_s: float = 0.0, is_out_of_order: bool = False) -> list[Event]:
        if step == len(self.timeline.steps):
            return [self._end(SessionEnd.FINISHED, self._last_s)]
        self._head.go(step, elapsed_s, self._last_s)
        self._tally.is_closed = False
        return [Jumped(step, elapsed_s, self._last_s, is_out_of_order)]

    def _close_set(
        self, outcome: Outcome, clock_s: float | None = None, only_if_begun: bool = False
    ) -> list[Event]:
        """End the set that is worked on, once; nothing if none is. `clock_s`: at its very end."""
        result = self._tally.close(self._head, outcome, clock_s is not None, only_if_begun)
        ended_s = self._last_s if clock_s is None else clock_s
        return [SetEnded(result, ended_s)] if result is not None else []

    def _end(self, end: SessionEnd, clock_s: float) -> Event:
        if self._state is State.RUNNING:
            self._tally.count_until(clock_s)
        self._state, self._reason = State.ENDED, None
        return Ended(end, clock_s, self._tally.active_s)


def forward_of(session: Session) -> Command:
    """What one button for both means now: a set that is done ends, one to come begins."""
    if session.can(Command.START):
        return Command.START
    return Command.FINISH_SET if session.can(Command.FINISH_SET) else Command.NEXT


def toggle_of(session: Session) -> Command:
    """What one button for both means now: pause, or go on (at first: begin)."""
    if session.can(Command.START):
        return Command.START
    return Command.PAUSE if session.place.state is State.RUNNING else Command.RESUME
