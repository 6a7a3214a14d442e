"""What a person must have heard when a set begins: the side, and the exercise if it is new."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from glutetimer.core.cues.request import Request, SetToCoach
from glutetimer.core.cues.sheet import FIRST_WORDS, CueKind, CueStyle, SheetCue
from glutetimer.core.exercise import Exercise, Side
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.settings import Verbosity
from glutetimer.core.words.coaching import shown_side, working_side

SURE_S = 10.0
"""A wait of this length has room for the name of an exercise, however slowly it is said."""

_TELLING = FIRST_WORDS | {CueKind.OPENING, CueKind.NEXT}


@dataclass(frozen=True, slots=True)
class Opening:
    """What is not told yet; "" for what need not be: "Clam shell", "left leg on top", "left".

    `side_brief` is the side where there is little room: "left foot pushes" of "left foot pushes,
    right leg up".
    """

    name: str = ""
    side: str = ""
    side_word: str = ""
    side_brief: str = ""

    @classmethod
    def of(cls, name: str, side: Side | None, exercise: Exercise) -> "Opening":
        """A name that is to be told, and the side of an exercise if there is one."""
        if side is None:
            return cls(name)
        return cls(name, working_side(side, exercise), side.value, shown_side(side, exercise))

    @property
    def texts(self) -> Iterator[str]:
        """Every text in which it may be said, in the order of need."""
        if self.name and self.side:
            yield f"{self.name}, {self.side}"
        if self.side:
            yield from dict.fromkeys(
                side.capitalize() for side in (self.side, self.side_brief, self.side_word)
            )
        if self.name:
            yield self.name

    @property
    def longest(self) -> str:
        """All of it in one text; "" where there is nothing to tell."""
        return next(self.texts, "")

    def after(self, cues: Iterable[SheetCue]) -> "Opening":
        """What is left of it once these cues are heard."""
        left = self
        for cue in cues:
            if cue.is_tone or cue.kind not in _TELLING:
                continue
            text = cue.text.casefold()
            if left.side and left._has_side(text):
                left = replace(left, side="", side_word="", side_brief="")
            if left.name and left.name.casefold() in text:
                left = replace(left, name="")
        return left

    def _has_side(self, text: str) -> bool:
        whole = (self.side.casefold(), self.side_brief.casefold())
        return any(side in text for side in whole) or text == self.side_word.casefold()

    def in_wait(self, from_s: float) -> tuple[Request, ...]:
        """How a wait tells it: the side alone, anywhere from `from_s` on."""
        if not self.side:
            return ()
        short = self.side_word if self.side_brief == self.side else self.side_brief
        side, short = self.side.capitalize(), short.capitalize()
        return (Request(CueKind.OPENING, side, short=short, from_s=from_s),)

    def in_set(self, *, is_its_first_step: bool) -> tuple[Request, ...]:
        """How a set tells it: at once, in the longest words that fit; later a name can wait."""
        in_step_s = 0.0 if self.side or is_its_first_step else None
        return tuple(Request(CueKind.OPENING, text, in_step_s) for text in self.texts)


NOTHING_TO_TELL = Opening()


def opening_after_jump(timeline: Timeline, step: int, style: CueStyle) -> Opening:
    """What a person has to hear who comes to a step from anywhere: its set's name and side.

    Nothing where not even a side is said; only the side where names are not.
    """
    span = timeline.set_of(step)
    entry, side = timeline.entry_of(span), timeline.side_of(span)
    if style.verbosity not in (Verbosity.COACH, Verbosity.BRIEF, Verbosity.COUNTS):
        return NOTHING_TO_TELL
    name = "" if style.verbosity is Verbosity.COUNTS else entry.exercise.name
    return Opening.of(name, side, entry.exercise)


def opening_of(to_coach: SetToCoach, *, says_names: bool) -> Opening:
    """What must be told of a set: all of it that differs from the set before.

    Without `says_names` an exercise is named only where no wait at all leads to it.
    """
    steps, span, entry = to_coach.timeline.steps, to_coach.span, to_coach.entry
    waits_s = [steps[number].duration_s or 0.0 for number in range(span.lead_in, span.first)]
    needs_name = to_coach.is_new_exercise and max(waits_s, default=0.0) < SURE_S
    name = entry.exercise.name if needs_name and (says_names or not waits_s) else ""
    return Opening.of(name, to_coach.side, entry.exercise)
