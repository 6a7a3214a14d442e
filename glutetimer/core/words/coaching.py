"""The words that go with a moment, on the screen and in the voice."""

from glutetimer.core.exercise import (
    Cue,
    CueMoment,
    Exercise,
    FirstPhase,
    Kind,
    Position,
    Side,
)
from glutetimer.core.plan.phase import phase_at
from glutetimer.core.plan.timeline import SetSpan, StepKind, Timeline
from glutetimer.core.routine import Prescription
from glutetimer.core.words.dose import said_amount

POSITION_NAMES: dict[Position | None, str] = {
    None: "",
    Position.SUPINE: "On your back",
    Position.SUPINE_ON_BALL: "Back on the ball",
    Position.SIDE_LYING: "On your side",
    Position.ALL_FOURS: "On hands and knees",
    Position.STANDING: "Standing",
    Position.STANDING_OR_SITTING: "Standing or sitting",
    Position.PRONE: "On your front",
    Position.SITTING: "Sitting",
    Position.KNEELING: "Kneeling",
    Position.PLANK: "Plank, on hands or forearms",
}
"""How the body is placed, as the pages write it; "" where that is not known."""

_WORDS = {
    StepKind.GET_READY: "GET READY",
    StepKind.LIFT: "LIFT",
    StepKind.TOP: "HOLD",
    StepKind.LOWER: "LOWER",
    StepKind.PAUSE: "BREATHE",  # "PAUSE" looked like the "PAUSED" of a session that waits
    StepKind.HOLD: "HOLD",
    StepKind.WORK: "WORK",
    StepKind.OPEN_REPS: "REPS",
    StepKind.SWITCH_SIDES: "SWITCH SIDES",
    StepKind.REST: "REST",
    StepKind.CHANGE_POSITION: "CHANGE POSITION",
}

_SIDES = {
    Side.LEFT: "left side",
    Side.RIGHT: "right side",
    Side.FORWARD: "forward",
    Side.BACK: "backward",
}

_DIRECTIONS = _SIDES | {Side.LEFT: "to the left", Side.RIGHT: "to the right"}

_MOMENTS = {
    StepKind.LIFT: CueMoment.START,
    StepKind.TOP: CueMoment.TOP,
    StepKind.HOLD: CueMoment.TOP,
    StepKind.LOWER: CueMoment.LOWER,
    StepKind.PAUSE: CueMoment.START,
}


def phase_word(kind: StepKind, entry: Prescription) -> str:
    """The big word of a phase: "LIFT", "HOLD", "LOWER", "REST", "SWITCH SIDES" ..."""
    exercise = entry.exercise
    if exercise.kind is Kind.STEPS:
        steps = {StepKind.LIFT: "STEP", StepKind.LOWER: "FOLLOW"}
        turns = {StepKind.SWITCH_SIDES: "TURN AROUND"}
        return (steps | turns).get(kind, _WORDS[kind])
    if exercise.first is FirstPhase.LOWER:
        # A squat or deadlift ends upright: there is no hold up there, the person stands.
        squat = {StepKind.PAUSE: "BOTTOM", StepKind.LIFT: "UP", StepKind.TOP: "SQUEEZE"}
        return squat.get(kind, _WORDS[kind])
    return _WORDS[kind]


def side_name(side: Side | None, kind: Kind = Kind.REPS) -> str:
    """A side as said: "left side", or of steps "to the left"; empty where both sides work."""
    if side is None:
        return ""
    return _DIRECTIONS[side] if kind is Kind.STEPS else _SIDES[side]


def working_side(side: Side | None, exercise: Exercise) -> str:
    """The side as it is told: "left side", "left leg on top", "left foot pushes, right leg up"."""
    if side is None or exercise.kind is Kind.STEPS:
        return side_name(side, exercise.kind)
    if exercise.works:
        return _of_side(exercise.works, side)
    if exercise.position is Position.SIDE_LYING:
        return f"{side.value} leg on top"
    return f"{side.value} {exercise.limb}" if exercise.limb else side_name(side)


def shown_side(side: Side | None, exercise: Exercise | None) -> str:
    """What a side does in the fewest words, to be read from the mat: "left foot pushes".

    The bare side where the exercise is not known any more.
    """
    if exercise is None:
        return side_name(side)
    if side is not None and exercise.works_short:
        return _of_side(exercise.works_short, side)
    return working_side(side, exercise).partition(",")[0]


def _of_side(words: str, side: Side) -> str:
    return words.replace("{side}", side.value).replace("{other}", side.other.value)


def set_text(timeline: Timeline, span: SetSpan) -> str:
    """Which set: "set 2 of 3", in a circuit "round 2 of 3"; empty where there is only one."""
    first, entry = timeline.steps[span.first], timeline.entry_of(span)
    parts = []
    if entry.circuit:
        parts.append(f"round {first.round} of {timeline.routine.circuit(entry.circuit).rounds}")
    if entry.sets > 1:
        parts.append(f"set {first.set} of {entry.sets}")
    return ", ".join(parts)


def rotated(cues: tuple[Cue, ...], turn: int) -> Cue | None:
    """The cue whose turn it is; None if there are none."""
    return cues[turn % len(cues)] if cues else None


def start_cues(entry: Prescription) -> tuple[Cue, ...]:
    """The form cues for the start of the effort: the routine's own, then the exercise's."""
    return tuple(Cue(text) for text in entry.cues) + entry.exercise.cues_at(CueMoment.START)


def form_cues(entry: Prescription, kind: StepKind) -> tuple[Cue, ...]:
    """The form cues that fit a phase of the effort."""
    moment = _MOMENTS.get(kind, CueMoment.START)
    return start_cues(entry) if moment is CueMoment.START else entry.exercise.cues_at(moment)


def screen_cue(timeline: Timeline, step: int, elapsed_s: float) -> str:
    """The cue to show at a moment: form cues in effort, the set-up while waiting.

    It changes at most every few seconds, so that it can be read from the mat.
    """
    span = timeline.set_of(step)
    entry = timeline.entry_of(span)
    if not timeline.steps[step].kind.is_effort:
        return entry.exercise.setup
    phase = phase_at(timeline, step, elapsed_s)
    first = timeline.steps[span.first]
    noted = (Cue(entry.note),) if entry.note else ()
    if phase.kind in (StepKind.HOLD, StepKind.WORK):
        cues = start_cues(entry) + form_cues(entry, phase.kind) + noted
        cue = rotated(cues, first.set - 1 + int(elapsed_s // 8))
    else:
        # One cue for each rep: the phases of a rep are too short to read three texts.
        cues = start_cues(entry) + form_cues(entry, StepKind.TOP) + noted
        cue = rotated(cues, first.set - 1 + ((phase.rep or 1) - 1) // 2)
    return cue.say if cue else ""


def set_name(timeline: Timeline, span: SetSpan, with_amount: bool = False) -> str:
    """A set as people name it: "Clam shell, left side, set 2 of 3".

    With its amount, as it is said before the first set: "Clam shell, 10 reps, left side".
    """
    entry = timeline.entry_of(span)
    parts = (
        entry.exercise.name,
        said_amount(entry.amount) if with_amount else "",
        working_side(timeline.side_of(span), entry.exercise),
        set_text(timeline, span),
    )
    return ", ".join(part for part in parts if part)
