"""A routine before it is a file: as somebody makes it, or as it came from another program."""

from dataclasses import dataclass, field

from glutetimer.core.exercise import Amount, Cue, CueMoment, Position, Sides, Tempo
from glutetimer.core.routine import Circuit


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """One exercise with its dose; what is None or empty is left to the exercise or is as usual.

    `exercise_id` is the exercise file that it uses, "" where it has none: then `name` is all that
    is known of it, with `moves_like` (the exercise whose figure it borrows), `say` (written and
    spoken words) and `moments` (its cues by moment; then there are no `cues`, which are told
    during the effort). `amounts`, `tempos`, `rests_s` and `loads` have one item for all sets, or
    one for each set (in a circuit for each round). Seconds are >= 0. `line` is where a source has
    it, from 1; 0 where nobody knows.
    """

    name: str
    exercise_id: str = ""
    position: Position | None = None
    sets: int | None = None
    most_sets: int = 0
    amounts: tuple[Amount, ...] = ()
    tempos: tuple[Tempo, ...] = ()
    rests_s: tuple[float, ...] = ()
    most_rest_s: float = 0.0
    loads: tuple[str, ...] = ()
    sides: Sides | None = None
    rest_after_s: float | None = None
    change_s: float | None = None
    switch_s: float | None = None
    note: str = ""
    cues: tuple[str, ...] = ()
    circuit: str = ""
    moves_like: str = ""
    moments: tuple[tuple[CueMoment, tuple[Cue, ...]], ...] = ()
    say: tuple[tuple[str, str], ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class RoutineDraft:
    """A routine with its exercises in order; it may have none yet."""

    title: str
    entries: tuple[EntryDraft, ...] = ()
    circuits: tuple[Circuit, ...] = ()
    source: str = ""
    notes: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """What a plan has for a day: `week` from 1 (0: every week), `day` as the plan calls it.

    `routine` is the title of one of its routines, "" for a day of rest. `note` is text.
    """

    week: int
    day: str
    routine: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """Routines by week and day, in their order, with what the plan says of progress as text."""

    title: str
    days: tuple[PlannedDay, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """What of a source could not be taken, or was guessed; `line` from 1, 0 where it has none."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class SourceContent:
    """What came of one file of another program."""

    routines: tuple[RoutineDraft, ...]
    plans: tuple[PlanDraft, ...] = ()
    lost: tuple[Lost, ...] = ()
