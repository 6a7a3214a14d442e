"""Which part of a movement the figure shows: a pure function of step and time."""

from dataclasses import dataclass, replace

from glutetimer.core.exercise import Exercise, Hold, OpenHold, Side, Sides, Work
from glutetimer.core.plan.phase import phase_at
from glutetimer.core.plan.plan import phases_of
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.routine import Prescription
from glutetimer.figure.frame import RISE_S, Beat

PREVIEW_HOLD_S = 3.0
"""How long the top is kept when a hold is shown ahead of its set."""

PREVIEW_PAUSE_S = 1.0

_Part = tuple[Beat, float]


@dataclass(frozen=True, slots=True)
class Movement:
    """A moment of an exercise's movement, as `figure.frame.frame_at` takes it.

    `duration_s` is None where the beat waits for the person; `is_back` is the way back of steps.
    """

    exercise: Exercise
    beat: Beat
    elapsed_s: float
    duration_s: float | None
    is_left: bool = False
    is_back: bool = False
    rep: int = 1

    @property
    def is_moving(self) -> bool:
        """Whether the next moment looks another."""
        match self.beat:
            case Beat.LIFT | Beat.LOWER:
                return self.duration_s is not None and self.elapsed_s < self.duration_s
            case Beat.HOLD:
                rise_s = RISE_S if self.duration_s is None else min(RISE_S, self.duration_s / 4)
                return self.elapsed_s < rise_s
            case Beat.WAIT | Beat.TOP | Beat.PAUSE:
                return False

    def still(self) -> "Movement":
        """The pose that the beat leads to, for whom motion is too much."""
        match self.beat:
            case Beat.LIFT | Beat.LOWER:
                return replace(self, elapsed_s=self.duration_s or 0.0)
            case Beat.HOLD:
                return replace(self, elapsed_s=2 * RISE_S, duration_s=None)
            case Beat.WAIT | Beat.TOP | Beat.PAUSE:
                return replace(self, elapsed_s=0.0)


def movement_at(
    timeline: Timeline, step: int, elapsed_s: float, *, is_still: bool = False
) -> Movement:
    """What the figure does `elapsed_s` into a step.

    While the person waits for a set, its movement is shown once in its own tempo; then the figure
    rests at the start. `is_still` shows the poses that the beats lead to, and the start while
    waiting.
    """
    now = timeline.steps[step]
    entry = timeline.entry_at(now)
    if now.kind.is_effort and now.kind is not StepKind.WORK:
        phase = phase_at(timeline, step, elapsed_s)
        shown = Movement(
            entry.exercise,
            Beat(phase.kind.value),
            phase.elapsed_s,
            phase.duration_s,
            phase.side is Side.LEFT,
            phase.side is Side.BACK,
            phase.rep or 1,
        )
        return shown.still() if is_still else shown
    side = now.side
    if side is None and entry.sides is Sides.ALTERNATING:
        side = entry.start
    waiting = Movement(
        entry.exercise, Beat.WAIT, 0.0, None, side is Side.LEFT, side is Side.BACK, 1
    )
    if now.kind is StepKind.WORK:  # in its own tempo, as often as it goes
        shown = replace(waiting, beat=Beat.TOP) if is_still else waiting
        return shown if is_still else _previewed(shown, entry, elapsed_s)
    return waiting if is_still else _previewed(waiting, entry, elapsed_s, is_once=True)


def looped(exercise: Exercise, elapsed_s: float, *, is_still: bool = False) -> Movement:
    """The movement of an exercise in its own tempo, again and again, without a session.

    `is_still` keeps the top.
    """
    first = exercise.directions[0] if exercise.directions else Side.RIGHT
    dose = exercise.dose
    entry = Prescription(
        exercise, dose.sets, dose.amount, exercise.tempo, exercise.sides, start=first
    )
    return looped_entry(entry, elapsed_s, is_still=is_still)


def looped_entry(entry: Prescription, elapsed_s: float, *, is_still: bool = False) -> Movement:
    """The same for an exercise of a routine: in its tempo there, and on the side that works."""
    exercise = entry.exercise
    side = {Sides.LEFT: Side.LEFT, Sides.RIGHT: Side.RIGHT}.get(entry.sides, entry.start)
    if entry.sides is Sides.BOTH and not exercise.directions:
        side = Side.RIGHT  # as the figure is described
    waiting = Movement(exercise, Beat.WAIT, 0.0, None, side is Side.LEFT, side is Side.BACK)
    if is_still:
        is_down = exercise.motion is not None and exercise.motion.is_downward
        return replace(waiting, beat=Beat.PAUSE if is_down else Beat.TOP)
    return _previewed(waiting, entry, elapsed_s)


def _previewed(
    waiting: Movement, entry: Prescription, elapsed_s: float, *, is_once: bool = False
) -> Movement:
    parts = _parts(entry)
    cycle_s = sum(seconds for _, seconds in parts)
    turn, into_s = divmod(max(0.0, elapsed_s), cycle_s)
    if turn and is_once:
        return waiting  # what moves all the time lets nobody rest
    count = int(turn)
    if entry.sides is Sides.ALTERNATING and count % 2 == 1:
        waiting = replace(waiting, is_left=not waiting.is_left)
    for beat, seconds in parts:
        if into_s < seconds:
            return replace(waiting, beat=beat, elapsed_s=into_s, duration_s=seconds, rep=count + 1)
        into_s -= seconds
    return replace(waiting, rep=count + 1)


def _parts(entry: Prescription) -> tuple[_Part, ...]:
    if isinstance(entry.amount, Hold | OpenHold) and not isinstance(entry.amount, Work):
        return (
            (Beat.LIFT, RISE_S),
            (Beat.TOP, PREVIEW_HOLD_S),
            (Beat.LOWER, RISE_S),
            (Beat.WAIT, PREVIEW_PAUSE_S),
        )
    found = tuple((Beat(kind.value), seconds) for kind, seconds in phases_of(entry))
    return found or ((Beat(StepKind.TOP.value), PREVIEW_HOLD_S),)
