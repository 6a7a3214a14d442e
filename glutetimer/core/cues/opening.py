"""What a person must have heard when a set begins: the side, and the exercise if it is new."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from glutetimer.core.cues.request import Request, SetToCoach
from glutetimer.core.cues.sheet import WAITS, CueKind, CueStyle, SheetCue
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.settings import Verbosity
from glutetimer.core.words.coaching import working_side

SURE_S = 10.0
"""A wait of this length has room for the name of an exercise, however slowly it is said."""

_TELLING = WAITS | {CueKind.OPENING, CueKind.BEGIN, CueKind.NEXT}


@dataclass(frozen=True, slots=True)
class Opening:
    """What is not told yet; "" for what need not be: "Clam shell", "left leg on top", "left"."""

    name: str = ""
    side: str = ""
    side_word: str = ""

    @property
    def texts(self) -> Iterator[str]:
        """Every text in which it may be said, in the order of need."""
        if self.name and self.side:
            yield f"{self.name}, {self.side}"
        if self.side:
            yield self.side.capitalize()
            yield self.side_word.capitalize()
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
            if left.side and (left.side.casefold() in text or left.side_word.casefold() == text):
                left = replace(left, side="", side_word="")
            if left.name and left.name.casefold() in text:
                left = replace(left, name="")
        return left

    def in_wait(self, from_s: float) -> tuple[Request, ...]:
        """How a wait tells it: the side alone, anywhere from `from_s` on."""
        if not self.side:
            return ()
        side, word = self.side.capitalize(), self.side_word.capitalize()
        return (Request(CueKind.OPENING, side, short=word, from_s=from_s),)

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
    if side is None:
        return Opening(name)
    return Opening(name, working_side(side, entry.exercise), side.value)


def opening_of(to_coach: SetToCoach, *, says_names: bool) -> Opening:
    """What must be told of a set: all of it that differs from the set before.

    Without `says_names` an exercise is named only where no wait at all leads to it.
    """
    steps, span, entry = to_coach.timeline.steps, to_coach.span, to_coach.entry
    waits_s = [steps[number].duration_s or 0.0 for number in range(span.lead_in, span.first)]
    needs_name = to_coach.is_new_exercise and max(waits_s, default=0.0) < SURE_S
    name = entry.exercise.name if needs_name and (says_names or not waits_s) else ""
    side = to_coach.side
    if side is None:
        return Opening(name)
    return Opening(name, working_side(side, entry.exercise), side.value)
