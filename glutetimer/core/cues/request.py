"""A cue that is wanted, and what is known of the set that wants it."""

from collections.abc import Iterable
from dataclasses import dataclass

from glutetimer.core.cues.sheet import CueKind, CueStyle
from glutetimer.core.exercise import Amount, Cue, Kind
from glutetimer.core.plan.timeline import SetSpan, Step, Timeline
from glutetimer.core.routine import Prescription
from glutetimer.core.settings import Verbosity
from glutetimer.core.words.coaching import start_cues

COUNTDOWN_FROM = 3

LONG_S = 20.0
"""Holds from this length on are told their half and their last ten seconds, rests their length."""


@dataclass(frozen=True, slots=True)
class Request:
    """A cue that is wanted in a step.

    `in_step_s` is its fixed offset into the step, or None: anywhere from `from_s` on until
    `until_s` (None: the step's end). `short` is said when `say` does not fit. With `is_tone` its
    tone is wanted, even if the words have room. Words that `can_wait` come as soon as they can
    where their clip is late. One that `fills_s` is wanted only in a silence of more seconds than
    that, once all others have their places.
    """

    kind: CueKind
    say: str
    in_step_s: float | None = None
    short: str = ""
    from_s: float = 0.0
    until_s: float | None = None
    is_tone: bool = False
    can_wait: bool = False
    fills_s: float = 0.0


def from_cue(kind: CueKind, cue: Cue, from_s: float = 0.0, until_s: float | None = None) -> Request:
    """A request for a cue of an exercise, anywhere in its time."""
    return Request(kind, cue.say, None, cue.short, from_s, until_s)


def countdown(duration_s: float) -> list[Request]:
    """Count "3", "2", "1" on the last seconds, as many as the step has room for."""
    return [
        Request(CueKind.COUNTDOWN, str(left), duration_s - left)
        for left in range(COUNTDOWN_FROM, 0, -1)
        if duration_s - left >= 0.0
    ]


def time_left(left_s: Iterable[int], duration_s: float, silence_s: float) -> list[Request]:
    """The seconds that are left, wherever nothing else is heard for more than `silence_s`.

    Tens are said, what is between them is a tone.
    """
    return [
        Request(
            CueKind.TIME,
            "Ten seconds" if left == 10 else f"{left} seconds",
            duration_s - left,
            is_tone=bool(left % 10),
            fills_s=silence_s,
        )
        for left in left_s
        if duration_s - left > 0.0
    ]


class SetToCoach:
    """One set with what its cues depend on."""

    def __init__(self, timeline: Timeline, span: SetSpan, style: CueStyle) -> None:
        self.timeline = timeline
        self.span = span
        self.style = style
        self.entry: Prescription = timeline.entry_of(span)
        self.first: Step = timeline.steps[span.first]
        self.side = timeline.side_of(span)
        self.is_coached = style.verbosity is Verbosity.COACH
        self.start_cues = start_cues(self.entry)
        self.turn = self._turn()

    def _turn(self) -> int:
        """Where the set begins its cues: no two sets, and no two sessions, sound the same."""
        visit = (self.first.round - 1) * self.entry.sets + self.first.set - 1
        if not self.style.times_done:  # the first session stays as it was tuned, by ear
            return (self.first.set - 1) * 2 + (self.first.round - 1)
        return visit + self.style.times_done

    @property
    def is_first_set(self) -> bool:
        """Whether the exercise is done for the first time in this session (on this side)."""
        return self.first.set == 1 and self.first.round == 1

    @property
    def is_new_exercise(self) -> bool:
        """Whether the set before it was one of another exercise."""
        before = self._before
        return before is None or self.timeline.steps[before.first].entry != self.first.entry

    @property
    def amount_before(self) -> Amount | None:
        """What the set before it asked for; None before the first."""
        return None if self._before is None else self.timeline.entry_of(self._before).amount

    @property
    def held_before(self) -> Prescription | None:
        """The exercise of the set before it, if that was a hold; None if not."""
        before = self._before and self.timeline.entry_of(self._before)
        return before if before and before.exercise.kind is Kind.HOLD else None

    @property
    def _before(self) -> SetSpan | None:
        return self.timeline.sets[self.span.index - 1] if self.span.index else None
