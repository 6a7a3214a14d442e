"""A session: a table of states and commands that moves along a timeline."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from glutetimer.core.errors import IllegalCommandError
from glutetimer.core.exercise import Sides
from glutetimer.core.history.counting import is_something
from glutetimer.core.history.records import Outcome, SessionEnd, SetResult
from glutetimer.core.plan.phase import achieved, planned
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

MAX_GAP_S = 2.0
"""A longer silence between two calls means that the machine slept: the session pauses."""

LEAD_S = 3.0
"""After a jump to a set this much of its lead-in is left, so that "3-2-1" is heard."""

START_LEAD_S = 10.0
"""The same when a session begins in the middle (after a crash, or by choice)."""

RESTART_WITHIN_S = 2.0
"""Later than this in a set, "previous" begins the set again instead of the one before."""

MORE_REST_S = 10.0
MAX_EXTRA_S = 600.0


class State(StrEnum):
    """Where a session is in its life."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Command(StrEnum):
    """What a person can ask for."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    PREVIOUS = "previous"
    FINISH_SET = "finish_set"
    REPEAT_SET = "repeat_set"
    ADD_REST = "add_rest"
    HURT = "hurt"
    SKIP_EXERCISE = "skip_exercise"
    STOP = "stop"


_MOVES = (
    Command.NEXT,
    Command.PREVIOUS,
    Command.FINISH_SET,
    Command.REPEAT_SET,
    Command.ADD_REST,
    Command.SKIP_EXERCISE,
)

TRANSITIONS: dict[tuple[State, Command], State] = {
    (State.READY, Command.START): State.RUNNING,
    (State.READY, Command.STOP): State.ENDED,
    (State.RUNNING, Command.PAUSE): State.PAUSED,
    (State.RUNNING, Command.HURT): State.PAUSED,
    (State.RUNNING, Command.STOP): State.ENDED,
    (State.PAUSED, Command.RESUME): State.RUNNING,
    (State.PAUSED, Command.HURT): State.PAUSED,
    (State.PAUSED, Command.STOP): State.ENDED,
    **{(state, move): state for state in (State.RUNNING, State.PAUSED) for move in _MOVES},
}
"""Every allowed command; a move may also end the session when nothing is left after it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session stands: `elapsed_s` within a step of `duration_s`.

    `duration_s` is None where the step waits for the person, and counts in `added_s`, the
    rest that the person added.
    """

    state: State
    step: int
    elapsed_s: float
    duration_s: float | None
    reason: PauseReason | None
    added_s: float = 0.0


class Session:
    """Moves along a timeline; never reads a clock, every method is told the time.

    Times are seconds of any clock that does not step back. Every method returns the
    events that it caused, in order; an illegal command raises before anything changes.
    """

    def __init__(
        self,
        timeline: Timeline,
        first_set: int = 0,
        earlier: Iterable[SetResult] = (),
        active_s: float = 0.0,
    ) -> None:
        """Begin (READY) at the first step, or ten seconds ahead of a later set.

        `earlier` are the sets of a session that goes on, `active_s` how long it had run.
        """
        self._timeline = timeline
        self._state = State.READY
        self._reason: PauseReason | None = None
        self._step = 0
        self._extra_s = 0.0
        self._elapsed_s = 0.0
        self._origin_s = 0.0  # the clock time at which the step's elapsed time was zero
        self._last_s = 0.0  # the clock time of the last call
        self._active_s = active_s
        self._counted_s = 0.0  # the clock time up to which _active_s has been counted
        self._is_set_closed = False  # "it hurts" has ended the set, the step still stands
        self._attempts = {result.index: result.attempt for result in earlier}
        if first_set:
            self._step, self._elapsed_s = self._ahead_of(timeline.sets[first_set], START_LEAD_S)

    @property
    def timeline(self) -> Timeline:
        """The timeline as it is now; an easier alternative replaces it."""
        return self._timeline

    @property
    def place(self) -> Place:
        """Where the session stood at the last call."""
        return Place(
            self._state,
            self._step,
            self._elapsed_s,
            self._duration_s,
            self._reason,
            self._extra_s,
        )

    def place_at(self, now_s: float) -> Place:
        """Where the session stands at a clock time, seen ahead of `advance`: nothing changes.

        Never beyond the end of the step, nor further than a gap of two seconds.
        """
        elapsed_s = self._elapsed_s
        if self._state is State.RUNNING:
            elapsed_s += min(MAX_GAP_S, max(0.0, now_s - self._last_s))
            if self._duration_s is not None:
                elapsed_s = min(elapsed_s, self._duration_s)
        return replace(self.place, elapsed_s=elapsed_s)

    @property
    def now_s(self) -> float:
        """The clock time of the last call."""
        return self._last_s

    @property
    def active_s(self) -> float:
        """Seconds that the session has run, pauses left out."""
        return self._active_s

    @property
    def current_set(self) -> SetSpan:
        """The set that is worked on or that comes next."""
        return self._timeline.set_of(self._step)

    @property
    def is_effort(self) -> bool:
        """Whether the person works on a set now."""
        return self._timeline.steps[self._step].kind.is_effort and not self._is_set_closed

    def can(self, command: Command) -> bool:
        """Whether a command is allowed now."""
        if (self._state, command) not in TRANSITIONS:
            return False
        match command:
            case Command.FINISH_SET:
                return self.is_effort
            case Command.ADD_REST:
                is_wait = not self._timeline.steps[self._step].kind.is_effort
                return is_wait and self._extra_s + MORE_REST_S <= MAX_EXTRA_S
            case Command.REPEAT_SET:
                return self._in_effort_step or self.current_set.index > 0
            case _:
                return True

    def do(self, command: Command, now_s: float) -> tuple[Event, ...]:
        """Carry out a command at a clock time. Raises IllegalCommandError if it is not allowed.

        What became due before is reported first; if that makes the command illegal (the set
        ended just now), the command is dropped rather than raised.
        """
        self._require(command)
        events = list(self.advance(now_s))
        if not self.can(command):
            return tuple(events)
        events += self._carry_out(command)
        return tuple(events)

    def advance(self, now_s: float) -> tuple[Event, ...]:
        """Let time pass until `now_s`; returns all that became due, in order.

        After a gap of more than two seconds the session is paused where it was last seen.
        """
        now_s = max(now_s, self._last_s)
        gap_s = now_s - self._last_s
        if self._state is not State.RUNNING:
            self._last_s = now_s
            return ()
        if gap_s > MAX_GAP_S:
            self._state, self._reason = State.PAUSED, PauseReason.GAP
            paused_at_s, self._last_s = self._last_s, now_s
            return (Paused(PauseReason.GAP, paused_at_s, gap_s),)
        self._last_s = now_s
        events: list[Event] = []
        while self._state is State.RUNNING:
            self._elapsed_s = now_s - self._origin_s
            duration_s = self._duration_s
            if duration_s is None or self._elapsed_s < duration_s:
                self._count_active(now_s)
                break
            events += self._pass_step(self._origin_s + duration_s)
        return tuple(events)

    def swap(self, timeline: Timeline, set_index: int, now_s: float) -> tuple[Event, ...]:
        """Go on with another timeline ahead of one of its sets (an easier alternative).

        The session must be running or paused; a set in the middle is recorded as skipped.
        """
        self._require(Command.NEXT)
        events = list(self.advance(now_s))
        events += self._close_set(Outcome.SKIPPED, only_if_begun=True)
        self._timeline = timeline
        return (*events, *self._go(*self._ahead_of(timeline.sets[set_index], LEAD_S)))

    # How a command works

    def _require(self, command: Command) -> None:
        if not self.can(command):
            raise IllegalCommandError(f"{command.value} is not allowed while {self._state.value}")

    def _carry_out(self, command: Command) -> list[Event]:  # noqa: PLR0911 (a table)
        span = self.current_set
        match command:
            case Command.START | Command.RESUME:
                return self._run()
            case Command.PAUSE:
                return self._pause(PauseReason.PERSON)
            case Command.HURT:
                return [*self._close_set(Outcome.HURT), *self._pause(PauseReason.HURT)]
            case Command.NEXT:
                return self._next(span)
            case Command.FINISH_SET:
                return [*self._close_set(Outcome.DONE), *self._leave(span.end)]
            case Command.PREVIOUS | Command.REPEAT_SET:
                return self._back(span, command)
            case Command.ADD_REST:
                self._extra_s += MORE_REST_S
                return [Jumped(self._step, self._elapsed_s, self._last_s)]
            case Command.SKIP_EXERCISE:
                return [
                    *self._close_set(Outcome.SKIPPED),
                    *self._leave(self._end_of_exercise(span)),
                ]
            case Command.STOP:
                closing = self._close_set(Outcome.STOPPED, only_if_begun=True)
                return [*closing, self._end(SessionEnd.STOPPED, self._last_s)]

    def _run(self) -> list[Event]:
        self._state, self._reason = State.RUNNING, None
        self._counted_s = self._last_s
        if self._is_set_closed:
            moved = self._leave(self.current_set.end)
            if self._state is State.ENDED:
                return moved
        self._origin_s = self._last_s - self._elapsed_s
        return [Resumed(self._step, self._elapsed_s, self._last_s)]

    def _pause(self, reason: PauseReason) -> list[Event]:
        self._state, self._reason = State.PAUSED, reason
        return [Paused(reason, self._last_s)]

    def _next(self, span: SetSpan) -> list[Event]:
        if self._in_effort_step:
            return [*self._close_set(Outcome.SKIPPED), *self._leave(span.end)]
        target, elapsed_s = self._ahead_of(span, LEAD_S)
        if (self._step, self._elapsed_s) >= (target, elapsed_s):
            target, elapsed_s = span.first, 0.0
        return self._go(target, elapsed_s)

    def _back(self, span: SetSpan, command: Command) -> list[Event]:
        into_s = self._timeline.starts_s[self._step] - self._timeline.starts_s[span.first]
        is_at_its_start = into_s + self._elapsed_s < RESTART_WITHIN_S
        goes_back = not self._in_effort_step or (command is Command.PREVIOUS and is_at_its_start)
        if goes_back and span.index > 0:
            span = self._timeline.sets[span.index - 1]
        closing = self._close_set(Outcome.SKIPPED, only_if_begun=True)
        return [*closing, *self._go(*self._ahead_of(span, LEAD_S))]

    # Moving

    @property
    def _duration_s(self) -> float | None:
        duration_s = self._timeline.steps[self._step].duration_s
        return None if duration_s is None else duration_s + self._extra_s

    @property
    def _in_effort_step(self) -> bool:
        return self._timeline.steps[self._step].kind.is_effort

    def _ahead_of(self, span: SetSpan, lead_s: float) -> tuple[int, float]:
        """The place `lead_s` before a set, in its last lead-in step if it has one."""
        if span.lead_in == span.first:
            return span.first, 0.0
        waiting_s = self._timeline.steps[span.first - 1].duration_s or 0.0
        return span.first - 1, max(0.0, waiting_s - lead_s)

    def _end_of_exercise(self, span: SetSpan) -> int:
        entry = self._timeline.steps[span.first].entry
        end = span.end
        for later in self._timeline.sets[span.index + 1 :]:
            if self._timeline.steps[later.first].entry != entry:
                break
            end = later.end
        return end

    def _pass_step(self, at_s: float) -> list[Event]:
        """Go on to the next step at the very moment at which this one is over."""
        events: list[Event] = []
        if self._step + 1 == self.current_set.end:
            events += self._close_set(Outcome.DONE, at_s=at_s, is_whole=True)
        if self._step + 1 == len(self._timeline.steps):
            return [*events, self._end(SessionEnd.FINISHED, at_s)]
        self._step += 1
        self._extra_s = 0.0
        self._origin_s = at_s
        return [*events, StepBegan(self._step, at_s)]

    def _leave(self, step: int) -> list[Event]:
        if step == len(self._timeline.steps):
            return [self._end(SessionEnd.FINISHED, self._last_s)]
        return self._go(step, 0.0)

    def _go(self, step: int, elapsed_s: float) -> list[Event]:
        self._step, self._elapsed_s, self._extra_s = step, elapsed_s, 0.0
        self._origin_s = self._last_s - elapsed_s
        self._is_set_closed = False
        return [Jumped(step, elapsed_s, self._last_s)]

    def _close_set(
        self,
        outcome: Outcome,
        at_s: float | None = None,
        is_whole: bool = False,
        only_if_begun: bool = False,
    ) -> list[Event]:
        """End the set that is worked on, once; nothing if none is."""
        if not self.is_effort:
            return []
        span = self.current_set
        step = span.end if is_whole else self._step
        done = achieved(self._timeline, span, step, self._elapsed_s)
        is_begun = bool(done.reps) or (done.reps is None and (done.seconds or 0.0) >= 1.0)
        if only_if_begun and not is_begun:
            return []
        self._is_set_closed = not is_whole
        attempt = self._attempts[span.index] = self._attempts.get(span.index, 0) + 1
        first, entry = self._timeline.steps[span.first], self._timeline.entry_of(span)
        result = SetResult(
            index=span.index,
            entry=first.entry,
            exercise_id=entry.exercise.id,
            exercise_name=entry.exercise.name,
            round=first.round,
            set=first.set,
            side=first.side if entry.sides is not Sides.ALTERNATING else None,
            attempt=attempt,
            planned=planned(entry),
            done=done,
            outcome=outcome,
            load=entry.load,
        )
        if outcome is Outcome.DONE and not is_something(result):
            result = replace(result, outcome=Outcome.SKIPPED)  # "done" before anything was
        return [SetEnded(result, self._last_s if at_s is None else at_s)]

    def _count_active(self, until_s: float) -> None:
        self._active_s += until_s - self._counted_s
        self._counted_s = until_s

    def _end(self, end: SessionEnd, at_s: float) -> Event:
        if self._state is State.RUNNING:
            self._count_active(at_s)
        self._state, self._reason = State.ENDED, None
        return Ended(end, at_s, self._active_s)
