"""The states of a session: a table of what is allowed, and what that means.

A session is READY until it is started, then RUNNING or PAUSED as often as the person likes, and
ENDED for good. It stands in one step of its timeline (the `Playhead`), and is told the time: it
has no clock, so that a test can play an hour in a moment.

What the states mean:

- READY: nothing counts yet; only START and STOP are possible.
- RUNNING: time passes. `advance` goes over every step that became due, each at its exact moment
  however late the call; a step that waits for the person is left by a command alone.
- PAUSED: the place is kept, by the person (PERSON), because it hurts (HURT), or because nobody
  asked for the time for too long (GAP): then it stands where it was last seen.
- ENDED: the last step is over, or the person stopped. Nothing is possible any more.

What the commands do:

- START, RESUME, PAUSE, STOP change the state; STOP records a set that was begun as stopped.
- The moves (NEXT, PREVIOUS, FINISH_SET, REPEAT_SET, ADD_REST, SKIP_EXERCISE) change the place and
  leave the state as it is: who looks for an exercise while paused stays paused.
- HURT records the set as hurt and pauses. The step still stands, but its set is closed: going on
  leads behind it, and nothing records it a second time.

Rules for whoever changes this:

1. What is allowed stands in `TRANSITIONS`, what further depends on the place in `Session.can`;
   buttons, keys and tests ask `can`, so nothing else may decide it. An illegal command raises, and
   changes nothing.
2. A set that is left with something done of it is recorded exactly once, before the place moves:
   every way out of a set goes through `Session._close_set`.
3. Whatever happens is an event, with its clock time, returned in order. Voice, journal and screen
   follow the events; the session knows none of them. `core/session/coach.py` must know a new one.
"""

from dataclasses import dataclass
from enum import StrEnum

from glutetimer.core.session.events import PauseReason


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
