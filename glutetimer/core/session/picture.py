"""What a session shows at one moment, for the window and the terminal: texts and fractions."""

from dataclasses import dataclass
from math import ceil, floor

from glutetimer.core.counts import one_line, sentence
from glutetimer.core.exercise import CueMoment, Exercise, OpenReps, Reps, Side, Sides, Steps
from glutetimer.core.plan.phase import Phase, phase_at
from glutetimer.core.plan.timeline import SetSpan, Step, StepKind, Timeline
from glutetimer.core.routine import Prescription
from glutetimer.core.session.events import PauseReason
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Place, State
from glutetimer.core.words.clock_text import clock_text
from glutetimer.core.words.coaching import (
    phase_word,
    screen_cue,
    set_name,
    set_text,
    shown_side,
)
from glutetimer.core.words.dose import amount_text, said_amount

MAX_SEGMENTS = 24
"""With more reps than this the ring has no gaps: they would be all that one sees."""

GAP_REASONS = {
    True: "the computer slept",
    False: "the program stood still",
    None: "nothing moved",
}
"""Why nothing moved, by whether the machine has slept; None where it does not tell."""

_MINUTE_S = 60.0
_SETUP_CUE_S = 7.0
_HAIR_S = 0.001
"""A hair less than a whole second left still shows the lower number: sums of floats."""


@dataclass(frozen=True, slots=True)
class SessionPicture:
    """Everything that is shown, except messages and panels.

    `kind` is the phase, also within open-ended reps; `phase_left_s` is None where it lasts until
    the person says so. `ring` and `done` are fractions (0 to 1) of the step or set and of the
    session. `segments` is the number of reps that the ring is divided into, 1 for none. `rep`
    is None where none is counted. `is_ahead` says that the set named is yet to come, `is_open`
    that the step waits for the person, `is_in_turns` that the side changes within the set.
    `pause` is why the session stands still, else None.
    """

    kind: StepKind
    word: str
    side: Side | None
    side_text: str
    rep: int | None
    phase_left_s: float | None
    digits: str
    caption: str
    ring: float
    segments: int
    exercise: Exercise
    set_name: str
    set_text: str
    cue: str
    next_text: str
    remaining_text: str
    left_text: str
    done: float
    is_ahead: bool
    is_open: bool
    is_in_turns: bool
    pause: PauseReason | None

    @property
    def is_paused(self) -> bool:
        """Whether the session stands still."""
        return self.pause is not None


def picture_of(
    session: Session,
    is_reduced: bool = False,
    place: Place | None = None,
    done_word: str = "Enter",
) -> SessionPicture:
    """What a session shows; `is_reduced`: the ring steps in seconds.

    `place` is where the screen stands, None for where the session was at the last tick;
    `done_word` is what the person presses when a set is done that waits for them.
    """
    timeline, place = session.timeline, place or session.place
    step = timeline.steps[place.step]
    entry = timeline.entry_at(step)
    span = timeline.set_of(place.step)
    phase = phase_at(timeline, place.step, place.elapsed_s)
    ring_s = float(floor(place.elapsed_s)) if is_reduced else place.elapsed_s
    segments = _segments(entry, step)
    side = phase.side if phase.side is not None else step.side
    remaining = remaining_text(timeline, place)
    return SessionPicture(
        kind=phase.kind,
        word=phase_word(phase.kind, entry),
        side=side,
        side_text=shown_side(side, entry.exercise),
        rep=phase.rep,
        phase_left_s=_phase_left_s(place, phase),
        digits=_digits(place, step, phase),
        caption=_caption(step, entry, phase),
        ring=_ring(timeline, span, place, ring_s),
        segments=segments if segments <= MAX_SEGMENTS else 1,
        exercise=entry.exercise,
        set_name=set_name(timeline, span),
        set_text=_set_text(timeline, span, step, done_word),
        cue=_cue(timeline, place, entry),
        next_text=_next_text(timeline, place.step),
        remaining_text=remaining,
        left_text=f"{remaining}, set {span.index + 1} of {len(timeline.sets)}",
        done=share_done(timeline, place),
        is_ahead=not step.kind.is_effort,
        is_open=step.duration_s is None,
        is_in_turns=entry.sides is Sides.ALTERNATING,
        pause=(place.reason or PauseReason.PERSON) if place.state is State.PAUSED else None,
    )


def remaining_s(timeline: Timeline, place: Place) -> float:
    """Seconds to the end, with the rest that was added to this step.

    An open-ended step takes as long as a typical person takes, then nothing is left of it.
    """
    step_s = timeline.typical_s(timeline.steps[place.step]) + place.added_s
    left_s = timeline.total_s - timeline.starts_s[place.step] + place.added_s
    return left_s - min(place.elapsed_s, step_s)


def remaining_text(timeline: Timeline, place: Place) -> str:
    """The time to the end: "7:39 left", with steps that wait for the person "about 7:39 left"."""
    about = "about " if place.step <= timeline.last_open else ""
    return f"{about}{clock_text(ceil(remaining_s(timeline, place) - _HAIR_S))} left"


def share_done(timeline: Timeline, place: Place) -> float:
    """How much of the session is over, 0 to 1; it never goes back while time passes."""
    into_s = min(place.elapsed_s, timeline.typical_s(timeline.steps[place.step]))
    return min(1.0, (timeline.starts_s[place.step] + into_s) / timeline.total_s)


def _phase_left_s(place: Place, phase: Phase) -> float | None:
    duration_s = phase.duration_s if phase.kind.is_effort else place.duration_s
    return None if duration_s is None else max(0.0, duration_s - phase.elapsed_s)


def _next_text(timeline: Timeline, step: int) -> str:
    """What comes after the set that is named above: while waiting, that is one further."""
    word = "Next" if timeline.steps[step].kind.is_effort else "Then"
    span = timeline.set_of(step)
    if span.index + 1 == len(timeline.sets):
        return f"{word}: the end"
    after = timeline.sets[span.index + 1]
    entry, first = timeline.entry_of(after), timeline.steps[after.first]
    if first.entry != timeline.steps[span.first].entry:
        return f"{word}: {entry.exercise.name}"
    same = (shown_side(timeline.side_of(after), entry.exercise), set_text(timeline, after))
    return f"{word}: {', '.join(filter(None, same)) or entry.exercise.name}"


def _digits(place: Place, step: Step, phase: Phase) -> str:
    if step.kind is StepKind.OPEN_REPS or (phase.rep is not None and step.kind.is_effort):
        return str(phase.rep)
    if place.duration_s is None:
        return str(floor(place.elapsed_s))
    return str(max(0, ceil(place.duration_s - place.elapsed_s - _HAIR_S)))


def _caption(step: Step, entry: Prescription, phase: Phase) -> str:
    if step.kind is StepKind.OPEN_REPS:
        return "reps so far"
    if step.kind is StepKind.HOLD and step.duration_s is None:
        return "seconds held"
    if phase.rep is None:
        return "seconds"
    match entry.amount:
        case Reps(count, _):
            return f"Rep {phase.rep} of {count}"
        case Steps(count):
            return f"Step {phase.rep} of {count}"
        case _:
            return f"Rep {phase.rep}"


def _segments(entry: Prescription, step: Step) -> int:
    if step.rep is None or not step.kind.is_effort:
        return 1
    turns = 2 if entry.sides is Sides.ALTERNATING else 1
    match entry.amount:
        case Reps(count, _) | Steps(count):
            return count * turns
        case _:
            return 1


def _ring(timeline: Timeline, span: SetSpan, place: Place, elapsed_s: float) -> float:
    step = timeline.steps[place.step]
    if step.kind is StepKind.OPEN_REPS:
        rep_s = timeline.entry_at(step).tempo.rep_s
        return (elapsed_s % rep_s) / rep_s
    if place.duration_s is None:
        return (elapsed_s % _MINUTE_S) / _MINUTE_S
    if step.rep is not None and step.kind.is_effort:
        first_s, end_s = timeline.starts_s[span.first], timeline.starts_s[span.end]
        into_s = timeline.starts_s[place.step] - first_s + elapsed_s
        return min(1.0, into_s / (end_s - first_s))
    return min(1.0, elapsed_s / place.duration_s)


def _set_text(timeline: Timeline, span: SetSpan, step: Step, done_word: str) -> str:
    entry = timeline.entry_of(span)
    is_open = isinstance(entry.amount, OpenReps)
    amount = said_amount(entry.amount) if is_open else amount_text(entry.amount)
    text = set_text(timeline, span) or amount
    if entry.load:
        text = f"{text}, {one_line(entry.load)}"
    if step.kind.is_effort and step.duration_s is None:
        return sentence(f"{done_word} when done")  # the one thing to know; the rest stands below
    return sentence(text)


def _cue(timeline: Timeline, place: Place, entry: Prescription) -> str:
    """The cue; while waiting equipment, then short set-up cues: the card has the whole text."""
    step = timeline.steps[place.step]
    cues = [cue.say for cue in entry.exercise.cues_at(CueMoment.SETUP)]
    if step.gear:
        cues.insert(0, f"{step.gear}.")
    if step.kind.is_effort or not cues:
        return screen_cue(timeline, place.step, place.elapsed_s)
    return cues[int(place.elapsed_s // _SETUP_CUE_S) % len(cues)]
