"""Exercises: a movement with its set-up, cues, faults, alternatives and sources."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from glutetimer.core.side import Side as Side  # noqa: PLC0414 (it is an exercise's word)

if TYPE_CHECKING:  # a list of routines knows exercises, and looks at no figure
    from glutetimer.figure.motion import Motion


class Position(StrEnum):
    """How the body is placed; a change of it between exercises takes time."""

    SUPINE = "supine"
    SUPINE_ON_BALL = "supine-on-ball"
    SIDE_LYING = "side-lying"
    ALL_FOURS = "all-fours"
    STANDING = "standing"
    STANDING_OR_SITTING = "standing-or-sitting"
    PRONE = "prone"
    SITTING = "sitting"
    KNEELING = "kneeling"
    PLANK = "plank"


class Kind(StrEnum):
    """What is counted: reps, the seconds of a hold, or steps in a direction."""

    REPS = "reps"
    HOLD = "hold"
    STEPS = "steps"


class Sides(StrEnum):
    """Which side works: both at once, each for a full dose, in turns rep by rep, or one alone."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"
    LEFT = "left"
    RIGHT = "right"


class FirstPhase(StrEnum):
    """The phase that opens a rep: a bridge lifts first, a squat lowers first."""

    LIFT = "lift"
    LOWER = "lower"


class Limb(StrEnum):
    """What works on a side, where that can be named."""

    LEG = "leg"
    ARM = "arm"


class CueMoment(StrEnum):
    """When a cue is spoken."""

    SETUP = "setup"
    MOVE = "move"  # what the movement is, told once, before the first set
    START = "start"
    TOP = "top"
    LOWER = "lower"
    LAST = "last"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Tempo:
    """The four phases of a rep in seconds, each 0 to 30; a zero phase is left out.

    For steps, `lift_s` is the step out and `lower_s` the foot that follows.
    """

    lift_s: float = 2.0
    top_s: float = 1.0
    lower_s: float = 2.0
    pause_s: float = 0.5

    @property
    def rep_s(self) -> float:
        """Seconds of one whole rep."""
        return self.lift_s + self.top_s + self.lower_s + self.pause_s


@dataclass(frozen=True, slots=True)
class Reps:
    """A set of `low` to `high` reps (equal when fixed); a person starts at the low end."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Hold:
    """One hold of so many seconds; of a range (to `most_s`) a person begins with the least."""

    seconds: float
    most_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Work(Hold):
    """So many seconds of a movement that goes on: timed like a hold, but nothing is held."""


@dataclass(frozen=True, slots=True)
class Steps:
    """So many steps in each direction."""

    count: int


@dataclass(frozen=True, slots=True)
class OpenReps:
    """Reps counted up until the person ends the set (to fatigue, as many as you like)."""


@dataclass(frozen=True, slots=True)
class OpenHold:
    """A hold counted up until the person ends it."""


Amount = Reps | Hold | Steps | OpenReps | OpenHold


@dataclass(frozen=True, slots=True)
class Cue:
    """A spoken cue: the full text, and a short form (empty if there is none)."""

    say: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A common fault: the sign of it, and how to mend it."""

    sign: str
    mend: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who recommends the exercise, and what they say, in our words."""

    title: str
    author: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Dose:
    """The usual dose of an exercise, taken where a routine gives none."""

    sets: int
    amount: Amount
    rest_s: float


OUR_LANGUAGE = "en"
"""The language of the program, and of the exercises that come with it."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement as its file describes it.

    `position` is None where it is not known (an exercise without a file of its own): then no
    change of position is waited for, and none is pictured. `limb` is what works on "the left
    side", None where the file leaves that open. `directions` holds the two directions of a steps
    exercise and is empty otherwise. `switch_s` is None where the file leaves it to the settings.
    `works` tells what each side does ("{side} foot pushes, {other} leg up"), "" where the limb says
    enough; `works_short` is that for the screen. `worn` is where its band goes ("around both
    shins"), "" where that is open.
    `say` pairs written words with what a speech engine is given for them. `motion` is None where
    the file does not say how the movement looks. `language` is that of the texts, "" where they are
    in the language of the routine.
    """

    id: str
    name: str
    position: Position | None
    kind: Kind
    setup: str
    dose: Dose
    sides: Sides = Sides.BOTH
    directions: tuple[Side, ...] = ()
    limb: Limb | None = None
    works: str = ""
    works_short: str = ""
    first: FirstPhase = FirstPhase.LIFT
    also: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    worn: str = ""
    tempo: Tempo = field(default_factory=Tempo)
    switch_s: float | None = None
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    cues: tuple[tuple[CueMoment, tuple[Cue, ...]], ...] = ()
    faults: tuple[Fault, ...] = ()
    sources: tuple[Source, ...] = ()
    motion: "Motion | None" = None
    say: tuple[tuple[str, str], ...] = ()
    language: str = ""

    def cues_at(self, moment: CueMoment) -> tuple[Cue, ...]:
        """The cues for a moment, in file order; empty if the file gives none."""
        return next((cues for at, cues in self.cues if at is moment), ())
