"""Small routines for tests, and strategies that make any routine."""

from dataclasses import replace

from hypothesis import strategies as st

from glutetimer.core.exercise import (
    Amount,
    Cue,
    CueMoment,
    Dose,
    Exercise,
    FirstPhase,
    Hold,
    Kind,
    OpenHold,
    OpenReps,
    Position,
    Reps,
    Side,
    Sides,
    Steps,
    Tempo,
)
from glutetimer.core.plan import plan as planning
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.routine import Circuit, Prescription, Routine
from glutetimer.core.settings import Settings

CUES = (
    (CueMoment.SETUP, (Cue("Lie on your back with bent knees", "On your back"),)),
    (CueMoment.START, (Cue("Ribs down and squeeze your glutes", "Squeeze"), Cue("Drive up", "Up"))),
    (CueMoment.TOP, (Cue("Hold it there", "Hold"),)),
    (CueMoment.LOWER, (Cue("Slowly down", "Slow"),)),
    (CueMoment.LAST, (Cue("Last ones", "Last"),)),
    (CueMoment.SWITCH, (Cue("Turn over", "Turn"),)),
)


_AMOUNTS: dict[Kind, Amount] = {
    Kind.REPS: Reps(8, 10),
    Kind.HOLD: Hold(20.0),
    Kind.STEPS: Steps(4),
}


def exercise(
    name: str = "Bridge",
    kind: Kind = Kind.REPS,
    position: Position = Position.SUPINE,
    sides: Sides = Sides.BOTH,
    easier: tuple[str, ...] = (),
) -> Exercise:
    """An exercise with a cue for every moment."""
    return Exercise(
        id=name.lower().replace(" ", "-"),
        name=name,
        position=position,
        kind=kind,
        setup=f"Set up for the {name}.",
        dose=Dose(2, _AMOUNTS[kind], 30.0),
        sides=sides,
        directions=(Side.RIGHT, Side.LEFT) if kind is Kind.STEPS else (),
        easier=easier,
        cues=CUES,
    )


def entry(
    amount: Amount | None = None,
    sets: int = 1,
    sides: Sides = Sides.BOTH,
    what: Exercise | None = None,
    circuit: str = "",
) -> Prescription:
    """One exercise of a routine with 30 s rests and a rep of 2, 1, 2 and 1 seconds."""
    what = what or exercise()
    return Prescription(
        exercise=what,
        sets=sets,
        amount=amount or what.dose.amount,
        tempo=Tempo(2.0, 1.0, 2.0, 1.0),
        sides=sides,
        start=Side.RIGHT if what.directions else Side.LEFT,
        rest_s=30.0,
        rest_after_s=40.0,
        circuit=circuit,
    )


def routine(*entries: Prescription, circuits: tuple[Circuit, ...] = ()) -> Routine:
    """A routine of these exercises; one bridge of eight reps if there are none."""
    return Routine("test", "Test routine", entries or (entry(),), circuits)


def plan(some: Routine, settings: Settings | None = None) -> Timeline:
    """The timeline with ten seconds to get ready, whatever the default is."""
    return planning.plan(some, replace(settings or Settings(), get_ready_s=10.0))


def _exercises() -> st.SearchStrategy[Exercise]:
    def build(kind: Kind, position: Position, first: FirstPhase) -> Exercise:
        made = exercise(f"{kind.value} {position.value}", kind, position)
        return replace(made, first=first)

    return st.builds(
        build, st.sampled_from(Kind), st.sampled_from(Position), st.sampled_from(FirstPhase)
    )


def _amounts(kind: Kind) -> st.SearchStrategy[Amount]:
    if kind is Kind.HOLD:
        return st.one_of(st.builds(Hold, st.integers(1, 90).map(float)), st.just(OpenHold()))
    if kind is Kind.STEPS:
        return st.builds(Steps, st.integers(1, 8))
    return st.one_of(
        st.builds(lambda low, more: Reps(low, low + more), st.integers(1, 8), st.integers(0, 3)),
        st.just(OpenReps()),
    )


_PHASES = st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0, 3.3])
_RESTS = st.sampled_from([0.0, 1.0, 2.5, 10.0, 45.0])


@st.composite
def entries(draw: st.DrawFn) -> Prescription:
    """Any prescription within the limits (small ones)."""
    what = draw(_exercises())
    tempo = draw(st.builds(Tempo, st.sampled_from([0.5, 1.0, 2.0]), _PHASES, _PHASES, _PHASES))
    sides = Sides.BOTH if what.kind is Kind.STEPS else draw(st.sampled_from(Sides))
    return Prescription(
        exercise=what,
        sets=draw(st.integers(1, 3)),
        amount=draw(_amounts(what.kind)),
        tempo=tempo,
        sides=sides,
        start=draw(st.sampled_from([Side.LEFT, Side.RIGHT])),
        rest_s=draw(_RESTS),
        rest_after_s=draw(_RESTS),
        change_s=draw(_RESTS),
        switch_s=draw(_RESTS),
    )


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """Any small routine, with or without a circuit."""
    some = draw(st.lists(entries(), min_size=1, max_size=3))
    if draw(st.booleans()):
        circuit = Circuit("A", draw(st.integers(1, 3)), draw(_RESTS))
        return routine(*(replace(e, circuit="A") for e in some), circuits=(circuit,))
    return routine(*some)
