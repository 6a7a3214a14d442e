"""Routines: the exercises of a session in their order, each with its dose."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from glutetimer.core.exercise import Amount, Exercise, Hold, Reps, Side, Sides, Steps, Tempo


class DoseSource(StrEnum):
    """Who chose the dose: the article, or we (a common starting dose)."""

    ARTICLE = "article"
    EDITORIAL = "editorial"


class DoseOrigin(StrEnum):
    """What made the dose as it usually is."""

    FILE = "file"  # the routine's file (or that of an alternative)
    OWN_HERE = "own here"  # the person's own dose, only in this routine
    OWN = "own"  # the person's own dose, in every routine
    TIMINGS = "timings"  # the person's timings for everything


@dataclass(frozen=True, slots=True)
class SetDose:
    """The dose of one set, where the sets of an exercise differ; the rest is the one after it."""

    amount: Amount
    tempo: Tempo
    rest_s: float
    load: str = ""


@dataclass(frozen=True, slots=True)
class Prescription:
    """One exercise of a routine with its whole dose; what a file left out is filled in.

    Where its sets differ `set_doses` has each of them, in a circuit those of all rounds; amount,
    tempo, rest and load are then those of the first. It is empty where they are alike.
    `most_sets` and `most_rest_s` end a range of sets or rests, 0 where there is none: `sets` and
    `rest_s` are where one begins.

    `change_s` and `switch_s` are None where neither file gives them (the settings do).
    `is_rest_after_given` is whether its file gives the rest after it: then a change of position
    that nobody gives a time is within that rest.
    `sets` counts a round's sets where the exercise stands in a circuit. Seconds are >= 0.
    `origin` is what made the usual dose, `is_todays` whether the day's dose changes that.
    `instead_of` is the name of the exercise that this one takes the place of, if it does.
    """

    exercise: Exercise
    sets: int
    amount: Amount
    tempo: Tempo
    sides: Sides
    start: Side = Side.LEFT
    rest_s: float = 45.0
    rest_after_s: float = 45.0
    change_s: float | None = None
    switch_s: float | None = None
    load: str = ""
    note: str = ""
    cues: tuple[str, ...] = ()
    circuit: str = ""
    dose_source: DoseSource = DoseSource.ARTICLE
    instead_of: str = ""
    origin: DoseOrigin = DoseOrigin.FILE
    is_todays: bool = False
    set_doses: tuple[SetDose, ...] = ()
    most_sets: int = 0
    most_rest_s: float = 0.0
    is_rest_after_given: bool = False

    def in_set(self, number: int) -> "Prescription":
        """The same with the dose of one set, from 1; beyond the last it is that of the last."""
        if not self.set_doses:
            return self
        dose = self.set_doses[min(number, len(self.set_doses)) - 1]
        return replace(
            self, amount=dose.amount, tempo=dose.tempo, rest_s=dose.rest_s, load=dose.load
        )

    def in_round(self, number: int, set_number: int) -> "Prescription":
        """The same with the dose of a set in a round, both from 1."""
        return self.in_set((number - 1) * self.sets + set_number)

    @property
    def count(self) -> float | None:
        """Reps (the fewest of a range), steps or seconds of a set; None for an open-ended one."""
        match self.amount:
            case Reps(low, _):
                return low
            case Steps(count):
                return count
            case Hold(seconds):
                return seconds
            case _:
                return None

    @property
    def turns(self) -> int:
        """How often a rep is done until both sides have had it, where they take turns; else 1."""
        return 2 if self.sides is Sides.ALTERNATING else 1


@dataclass(frozen=True, slots=True)
class Circuit:
    """Neighbouring exercises done in rounds, with `rest_s` between rounds.

    `most_rounds` and `most_rest_s` are the end of a range of them, 0 where there is none.
    """

    letter: str
    rounds: int
    rest_s: float
    most_rounds: int = 0
    most_rest_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Routine:
    """A routine as its file describes it; `entries` play in their order, never empty.

    `purpose` says in a few words what it is for, `picture` which of its exercises (by id) stands
    for it; both may be "" (see `core.words.routine_facts`).
    `asides` are sentences out of its source, for long rests.
    `alternatives` has the easier and harder exercises that its own name, by id; they may be read
    from their files only when they are asked for.
    """

    id: str
    title: str
    entries: tuple[Prescription, ...]
    circuits: tuple[Circuit, ...] = ()
    source: str = ""
    level: str = ""
    frequency: str = ""
    notes: str = ""
    language: str = "en"
    purpose: str = ""
    picture: str = ""
    asides: tuple[str, ...] = ()
    alternatives: Mapping[str, Exercise] = field(
        default_factory=lambda: MappingProxyType({}), repr=False, compare=False
    )
    equipment: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        needed = dict.fromkeys(item for e in self.entries for item in e.exercise.needed)
        for entry in self.entries:
            if not entry.exercise.needed:  # else the load is of what is needed
                doses = entry.set_doses or (entry,)
                needed |= dict.fromkeys(dose.load for dose in doses if dose.load)
        object.__setattr__(self, "equipment", tuple(needed))

    def circuit(self, letter: str) -> Circuit:
        """The circuit of that letter; KeyError if the routine has none."""
        for circuit in self.circuits:
            if circuit.letter == letter:
                return circuit
        raise KeyError(letter)

    def rounds_of(self, entry: Prescription) -> int:
        """The rounds of the circuit that the exercise stands in; 1 outside of circuits."""
        return self.circuit(entry.circuit).rounds if entry.circuit else 1
