"""The timeline: a session as a flat row of steps."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate

from glutetimer.core.exercise import Amount, OpenReps, Side, Sides, Tempo
from glutetimer.core.routine import Prescription, Routine

TYPICAL_OPEN_REPS = 12
"""Reps that a typical person does in an open-ended set (editorial: the articles' 10 to 12)."""

TYPICAL_OPEN_HOLD_S = 30.0
"""Seconds that a typical person keeps an open-ended hold (editorial)."""


class StepKind(StrEnum):
    """What happens in a step."""

    GET_READY = "get_ready"
    LIFT = "lift"
    TOP = "top"
    LOWER = "lower"
    PAUSE = "pause"
    HOLD = "hold"
    WORK = "work"
    OPEN_REPS = "open_reps"
    SWITCH_SIDES = "switch_sides"
    REST = "rest"
    CHANGE_POSITION = "change_position"

    @property
    def is_effort(self) -> bool:
        """Whether the person works (a part of a set) rather than waits for one."""
        return self in _EFFORT


_EFFORT = frozenset(
    {
        StepKind.LIFT,
        StepKind.TOP,
        StepKind.LOWER,
        StepKind.PAUSE,
        StepKind.HOLD,
        StepKind.WORK,
        StepKind.OPEN_REPS,
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a session.

    `duration_s` is None where the step waits for the person (open-ended). `entry` is the
    exercise's place in the timeline's entries (from 0); round, set and rep count from 1.
    A step between sets (rest, switch, change, get ready) has the place of the set that it
    leads to. `rep` is None outside a counted rep, `side` where both sides work. `gear` is
    what there is to do with equipment in the waits before a set ("Band off"), "" for nothing.
    """

    kind: StepKind
    duration_s: float | None
    entry: int
    round: int
    set: int
    rep: int | None = None
    side: Side | None = None
    gear: str = ""


@dataclass(frozen=True, slots=True)
class SetSpan:
    """The steps of one set.

    `index` counts the sets of a session from 0. `lead_in` is the first step that leads to it,
    `first` the first step of effort, `end` one past the last; `lead_in` equals `first` where
    nothing leads in.
    """

    index: int
    lead_in: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps of a session, with the dose that made them.

    `entries` are the routine's prescriptions after settings and dose of the day.
    `last_open` is the last step that waits for the person, -1 if none does.
    `starts_s[i]` is when step i begins if every open-ended step before takes as long as a
    typical person takes; its last item is the whole length, so it is one longer than steps.
    """

    routine: Routine
    entries: tuple[Prescription, ...]
    steps: tuple[Step, ...]
    starts_s: tuple[float, ...] = field(init=False)
    sets: tuple[SetSpan, ...] = field(init=False)
    last_open: int = field(init=False)
    _lead_ins: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = (
            step.duration_s if step.duration_s is not None else self.typical_s(step)
            for step in self.steps
        )
        # Whole microseconds keep sums exact however many steps there are.
        sums = accumulate(map(microseconds, lengths), initial=0)
        object.__setattr__(self, "starts_s", tuple(us / 1_000_000 for us in sums))
        spans = tuple(_spans(self.steps, self.entries))
        object.__setattr__(self, "sets", spans)
        waiting = (number for number, step in enumerate(self.steps) if step.duration_s is None)
        object.__setattr__(self, "last_open", max(waiting, default=-1))
        object.__setattr__(self, "_lead_ins", tuple(span.lead_in for span in spans))

    @property
    def total_s(self) -> float:
        """Length of the session in seconds, open-ended steps as a typical person takes them."""
        return self.starts_s[-1]

    def side_of(self, span: SetSpan) -> Side | None:
        """The side, or direction, of a whole set; None where both work, at once or in turns."""
        is_in_turns = self.entry_of(span).sides is Sides.ALTERNATING
        return None if is_in_turns else self.steps[span.first].side

    def typical_s(self, step: Step) -> float:
        """Seconds that a step takes, or that a typical person takes for an open-ended one."""
        if step.duration_s is not None:
            return step.duration_s
        entry = self.entry_at(step)
        return typical_s(entry.amount, entry.tempo)

    def set_of(self, step: int) -> SetSpan:
        """The set that a step belongs or leads to."""
        return self.sets[bisect_right(self._lead_ins, step) - 1]

    def entry_of(self, span: SetSpan) -> Prescription:
        """The prescription that a set belongs to, with the dose of that set."""
        return self.entry_at(self.steps[span.first])

    def entry_at(self, step: Step) -> Prescription:
        """The prescription that a step belongs or leads to, with the dose of that set."""
        return self.entries[step.entry].in_round(step.round, step.set)


def typical_s(amount: Amount, tempo: Tempo) -> float:
    """Seconds that a typical person takes for an open-ended set."""
    if isinstance(amount, OpenReps):
        return TYPICAL_OPEN_REPS * tempo.rep_s
    return TYPICAL_OPEN_HOLD_S


def microseconds(seconds: float) -> int:
    """A length in whole microseconds, in which sums are exact."""
    return round(seconds * 1_000_000)


def _spans(steps: tuple[Step, ...], entries: tuple[Prescription, ...]) -> Iterator[SetSpan]:
    index = lead_in = position = 0
    while position < len(steps):
        while not steps[position].kind.is_effort:
            position += 1
        first = position
        sides_take_turns = entries[steps[first].entry].sides is Sides.ALTERNATING
        while position < len(steps) and _same_set(steps[first], steps[position], sides_take_turns):
            position += 1
        yield SetSpan(index, lead_in, first, position)
        index, lead_in = index + 1, position


def _same_set(first: Step, other: Step, sides_take_turns: bool) -> bool:
    return (
        other.kind.is_effort
        and (first.entry, first.round, first.set) == (other.entry, other.round, other.set)
        and (sides_take_turns or first.side is other.side)
    )
