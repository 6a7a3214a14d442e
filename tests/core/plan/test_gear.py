"""What there is to take, put on and put away before a set, in words, and with time for it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from glutetimer.core.cues.placing import cue_sheet, estimated_length_s
from glutetimer.core.cues.sheet import CueKind, CueStyle
from glutetimer.core.exercise import Exercise, Position, Reps
from glutetimer.core.plan.dose import USUAL
from glutetimer.core.plan.gear import Gear
from glutetimer.core.plan.lead_in import LeadWait, Stance, lead_in, stances_at, way_to
from glutetimer.core.plan.plan import length_s
from glutetimer.core.plan.plan import plan as planned
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.routine import Circuit, Prescription, SetDose
from glutetimer.core.settings import Settings, Verbosity
from tests.built_in import routines as built_in
from tests.core.builders import entry, exercise, plan, routine

NONE = Gear()
SHINS = Gear("loop band", "", "around both shins")
KNEES = Gear("", "mini loop band", "above both knees")
BALL = Gear("stability ball")
WEIGHTS = Gear("dumbbells or bar", "light dumbbells")


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (NONE, NONE, ""),
        (NONE, SHINS, "Band around both shins"),
        (SHINS, SHINS, ""),
        (SHINS, KNEES, "Band above both knees"),
        (KNEES, NONE, "Band off"),
        (SHINS, BALL, "Band off. Get the ball"),
        (BALL, NONE, "Ball away"),
        (NONE, WEIGHTS, "Take light dumbbells"),
        (NONE, Gear("dumbbells"), "Take your weights"),
        (WEIGHTS, NONE, "Weights down"),
        (Gear("", "10 kg"), Gear("", "12.5 kg"), "Take 12.5 kg"),
        (Gear("", "red band"), Gear("", "blue band"), "Take the blue band"),
        (Gear("", "hard"), Gear("", "very hard"), ""),  # a load to read, and no thing to take
        (NONE, Gear("", "ankle weights, 1 kg"), "Ankle weights on"),
        (NONE, Gear("foam roller"), "Get the foam roller"),
        (Gear("step"), Gear("foam roller"), "Put the step away. Get the foam roller"),
        (NONE, Gear("loop band"), "Get your band"),
    ],
)
def test_what_there_is_to_do(before: Gear, now: Gear, words: str) -> None:
    handling = now.after(before)
    assert handling.words == words
    assert (handling.seconds > 0) is bool(words)


def banded(name: str, position: Position = Position.STANDING) -> Exercise:
    return replace(exercise(name, position=position), needed=("loop band",), worn="on both shins")


def waits(timeline: Timeline) -> list[list[tuple[StepKind, float, str]]]:
    """The waits before each set."""
    return [
        [
            (step.kind, step.duration_s or 0.0, step.gear)
            for step in timeline.steps[span.lead_in : span.first]
        ]
        for span in timeline.sets
    ]


BRIDGE = replace(entry(Reps(2, 2), sets=2), change_s=10.0)
WALK = replace(entry(Reps(2, 2), sets=2, what=banded("Walk")), change_s=10.0)
SQUAT = replace(WALK, exercise=banded("Squat"))
STAND = replace(WALK, exercise=exercise("Stand", position=Position.STANDING))
REST, CHANGE, READY = StepKind.REST, StepKind.CHANGE_POSITION, StepKind.GET_READY
ON, OFF = "Band on both shins", "Band off"


def test_a_change_is_as_long_as_equipment_takes_out_of_the_rest() -> None:
    assert waits(plan(routine(BRIDGE, WALK, SQUAT, BRIDGE))) == [
        [(READY, 10.0, "")],
        [(REST, 30.0, "")],
        [(REST, 35.0, ON), (CHANGE, 15.0, ON)],
        [(REST, 30.0, "")],
        [(REST, 40.0, "")],  # the band stays where it is
        [(REST, 30.0, "")],
        [(REST, 40.0, OFF), (CHANGE, 10.0, OFF)],
        [(REST, 30.0, "")],
    ]


def test_where_nobody_turns_over_the_rest_is_as_long_as_equipment_takes() -> None:
    quick = replace(STAND, sets=1, rest_after_s=5.0)
    found = waits(plan(routine(quick, replace(WALK, sets=1, rest_after_s=5.0), quick)))
    assert found[1:] == [[(REST, 15.0, ON)], [(REST, 8.0, OFF)]]


def test_times_that_a_person_set_stay_as_they_are() -> None:
    own = Settings(rest_after_s=4.0, change_s=3.0)
    found = waits(plan(routine(BRIDGE, WALK, STAND), own))
    assert found[2] == [(REST, 4.0, ON), (CHANGE, 3.0, ON)]
    assert found[4] == [(REST, 4.0, OFF)]


def test_the_first_set_names_its_equipment_and_rounds_change_it_anew() -> None:
    pair = [replace(one, sets=1, circuit="A") for one in (WALK, STAND)]
    found = waits(plan(routine(*pair, circuits=(Circuit("A", 2, 60.0),))))
    assert [[gear for _, _, gear in one] for one in found] == [[ON], [OFF], [ON], [OFF]]


def test_a_heavier_set_says_so_in_the_rest_before() -> None:
    doses = [SetDose(Reps(2, 2), STAND.tempo, 30.0, f"{kg} kg") for kg in (10, 10, 12)]
    heavy = replace(STAND, sets=3, set_doses=tuple(doses), load="10 kg")
    assert [one[0][2] for one in waits(plan(routine(heavy)))] == ["Take 10 kg", "", "Take 12 kg"]


def test_the_length_counts_the_time_for_equipment() -> None:
    for some in built_in():
        assert length_s(some, Settings(), USUAL) == pytest.approx(planned(some).total_s)


# Whoever comes from elsewhere


def way(here: int | None, there: int, *entries: Prescription) -> LeadWait | None:
    timeline = plan(routine(*entries))
    stances: Sequence[Stance] = ()
    if here is not None:
        stances = stances_at(timeline, timeline.sets[here].first)
    wanted = lead_in(timeline, there, stances)
    if wanted is not None and wanted.gear:
        made, step, elapsed_s = way_to(timeline, there, stances)
        now = made.steps[step]
        assert (now.kind, now.duration_s, now.gear, elapsed_s) == (*_parts(wanted), 0.0)
    return wanted


def _parts(wait: LeadWait) -> tuple[StepKind, float, str]:
    return (wait.kind, wait.seconds, wait.gear)


def test_jumps_and_a_start_in_the_middle_have_time_for_equipment() -> None:
    some = (BRIDGE, WALK, STAND)  # sets 0 and 1, 2 and 3, 4 and 5
    assert way(0, 2, *some) == LeadWait(CHANGE, 15.0, ON)
    assert way(2, 0, *some) == LeadWait(CHANGE, 10.0, OFF)
    assert way(4, 3, *some) == LeadWait(READY, 15.0, ON)
    assert way(3, 2, *some) == LeadWait(READY, 6.0)
    assert way(None, 3, *some) == LeadWait(READY, 15.0, ON)


# Heard


@pytest.mark.parametrize("verbosity", [Verbosity.COACH, Verbosity.BRIEF, Verbosity.COUNTS])
def test_equipment_is_named_at_the_beginning_of_the_rest(verbosity: Verbosity) -> None:
    timeline = plan(routine(BRIDGE, WALK, STAND))
    cues = cue_sheet(timeline, CueStyle(verbosity), estimated_length_s).cues
    said = {cue.step: cue for cue in cues if cue.kind is CueKind.GEAR}
    begins = [timeline.sets[index].lead_in for index in (2, 4)]
    assert [(step, cue.text) for step, cue in said.items()] == [
        (begins[0], f"{ON}."),
        (begins[1], f"{OFF}."),
    ]
    assert all(cue.offset_s < 3.0 for cue in said.values())
