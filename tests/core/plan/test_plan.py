"""From a routine to its steps."""

from dataclasses import replace

import pytest
from hypothesis import given

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import (
    FirstPhase,
    Hold,
    Kind,
    OpenReps,
    Position,
    Reps,
    Side,
    Sides,
    Tempo,
)
from glutetimer.core.plan import plan as planning
from glutetimer.core.plan.dose import SCALES
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.routine import Circuit, Prescription, Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.today import DayDose
from tests.core.builders import entry, exercise, plan, routine, routines


def kinds(timeline: Timeline) -> list[str]:
    """The kinds of all steps as words."""
    return [step.kind.value for step in timeline.steps]


def test_two_reps_are_eight_phases_after_getting_ready() -> None:
    """A rep is lift, top, lower and pause."""
    timeline = plan(routine(entry(Reps(2, 4))))
    rep = ["lift", "top", "lower", "pause"]
    assert kinds(timeline) == ["get_ready", *rep, *rep]
    assert [step.rep for step in timeline.steps] == [None, 1, 1, 1, 1, 2, 2, 2, 2]
    assert timeline.total_s == 10 + 2 * 6


def test_a_phase_of_no_length_is_left_out() -> None:
    """Every phase may be zero."""
    quick = replace(entry(Reps(1, 1)), tempo=Tempo(2.0, 0.0, 2.0, 0.0))
    assert kinds(plan(routine(quick))) == ["get_ready", "lift", "lower"]


def test_a_squat_goes_down_first() -> None:
    """The order of phases is the movement's."""
    squat = replace(exercise("Squat"), first=FirstPhase.LOWER)
    timeline = plan(routine(entry(Reps(1, 1), what=squat)))
    assert kinds(timeline)[1:] == ["lower", "pause", "lift", "top"]


def test_each_side_is_a_full_dose_with_a_switch_between() -> None:
    """Left, switch, right; rest; left, switch, right."""
    timeline = plan(routine(entry(Hold(20), sets=2, sides=Sides.EACH)))
    assert [(s.kind.value, s.side, s.set) for s in timeline.steps] == [
        ("get_ready", Side.LEFT, 1),
        ("hold", Side.LEFT, 1),
        ("switch_sides", Side.RIGHT, 1),
        ("hold", Side.RIGHT, 1),
        ("rest", Side.LEFT, 2),
        ("hold", Side.LEFT, 2),
        ("switch_sides", Side.RIGHT, 2),
        ("hold", Side.RIGHT, 2),
    ]
    assert len(timeline.sets) == 4


def test_sides_without_a_switch_pause_are_still_two_sets() -> None:
    """The side tells the sets apart when no step stands between them."""
    entries = replace(entry(Hold(20), sides=Sides.EACH), switch_s=0.0)
    timeline = plan(routine(entries))
    assert [timeline.steps[span.first].side for span in timeline.sets] == [Side.LEFT, Side.RIGHT]


def test_alternating_sides_take_turns_within_one_set() -> None:
    """Reps are counted on each side."""
    timeline = plan(routine(entry(Reps(2, 2), sides=Sides.ALTERNATING)))
    lifts = [(s.rep, s.side) for s in timeline.steps if s.kind is StepKind.LIFT]
    assert lifts == [(1, Side.LEFT), (1, Side.RIGHT), (2, Side.LEFT), (2, Side.RIGHT)]
    assert len(timeline.sets) == 1


def test_steps_go_in_both_directions() -> None:
    """Five right and five left is one set in each direction."""
    walk = exercise("Lateral walk", Kind.STEPS, Position.STANDING)
    timeline = plan(routine(entry(what=walk)))
    assert [timeline.steps[span.first].side for span in timeline.sets] == [Side.RIGHT, Side.LEFT]


def test_a_new_position_takes_time_after_the_rest() -> None:
    """The rest after an exercise, then the change."""
    kneeling = exercise("Bird dog", position=Position.ALL_FOURS)
    timeline = plan(routine(entry(Hold(5)), entry(Hold(5)), entry(Hold(5), what=kneeling)))
    assert kinds(timeline) == [
        *("get_ready", "hold", "rest", "hold"),
        *("rest", "change_position", "hold"),
    ]
    assert [s.duration_s for s in timeline.steps][4:6] == [40.0, 10.0]


def waits_before_last(*entries: Prescription) -> list[float]:
    timeline = plan(routine(*entries))
    return [
        step.duration_s or 0.0
        for step in timeline.steps[-3:-1]
        if step.kind in (StepKind.REST, StepKind.CHANGE_POSITION)
    ]


def test_a_given_rest_has_time_for_a_change_that_nobody_gives() -> None:
    """Whoever writes 30 s between two exercises means 30 s, whatever happens in them."""
    kneeling = entry(Hold(5), what=exercise("Bird dog", position=Position.ALL_FOURS))
    first = replace(entry(Hold(5)), rest_after_s=30.0, is_rest_after_given=True)
    assert waits_before_last(first, kneeling) == [20.0, 10.0]
    assert waits_before_last(replace(first, rest_after_s=4.0), kneeling) == [10.0]
    assert waits_before_last(first, replace(kneeling, change_s=7.0)) == [30.0, 7.0]
    assert waits_before_last(replace(first, is_rest_after_given=False), kneeling) == [30.0, 10.0]


def test_a_rest_between_rounds_has_time_for_it_too() -> None:
    kneeling = exercise("Bird dog", position=Position.ALL_FOURS)
    timeline = plan(
        replace(
            routine(
                entry(Hold(5), circuit="A"),
                entry(Hold(5), what=kneeling, circuit="A"),
            ),
            circuits=(Circuit("A", 2, 60.0),),
        )
    )
    rests = [step.duration_s for step in timeline.steps if step.kind is not StepKind.HOLD]
    assert rests[3:5] == [50.0, 10.0]


def test_a_circuit_is_done_in_rounds() -> None:
    """A B rest A B, then on with what stands after it."""
    a, b = exercise("A"), exercise("B")
    timeline = plan(
        routine(
            entry(Hold(5), what=a, circuit="A"),
            entry(Hold(5), what=b, circuit="A"),
            entry(Hold(5), what=exercise("C")),
            circuits=(Circuit("A", 2, 60.0),),
        )
    )
    holds = [(s.entry, s.round) for s in timeline.steps if s.kind is StepKind.HOLD]
    assert holds == [(0, 1), (1, 1), (0, 2), (1, 2), (2, 1)]
    rests = [s.duration_s for s in timeline.steps if s.kind is StepKind.REST]
    assert rests == [40.0, 60.0, 40.0, 40.0]


def test_the_first_side_is_the_persons_where_the_exercise_has_it() -> None:
    """Left before right, but a step forward stays a step forward."""
    walk = exercise("Lateral walk", Kind.STEPS, Position.STANDING)
    front = replace(walk, directions=(Side.FORWARD, Side.BACK))
    backwards = replace(entry(what=front), start=Side.BACK)
    timeline = plan(
        routine(entry(Hold(5), sides=Sides.EACH), entry(what=walk), backwards),
        Settings(start_side=Side.LEFT),
    )
    firsts = [timeline.steps[span.first].side for span in timeline.sets[::2]]
    assert firsts == [Side.LEFT, Side.LEFT, Side.BACK]


def test_an_open_set_waits_for_the_person_and_counts_as_a_typical_one() -> None:
    """Twelve reps of six seconds."""
    timeline = plan(routine(entry(OpenReps())))
    assert timeline.steps[-1].duration_s is None
    assert timeline.total_s == 10 + 12 * 6


def test_the_persons_timings_win_over_the_file_and_the_exercise_over_both() -> None:
    """Order: file, timings for everything, settings of that exercise, dose of the day."""
    settings = Settings(
        top_s=4.0,
        rest_s=20.0,
        exercises={"bridge": ExerciseSettings(sets=3, reps=4, top_s=5.0)},
    )
    bridge, other = plan(routine(entry(), entry(what=exercise("Other"))), settings).entries
    assert (bridge.sets, bridge.amount, bridge.tempo.top_s, bridge.rest_s) == (
        *(3, Reps(4, 4)),
        *(5.0, 20.0),
    )
    assert (other.sets, other.amount, other.tempo.top_s) == (1, Reps(8, 10), 4.0)


@pytest.mark.parametrize(
    ("dose", "sets", "amount", "rest_s"),
    [
        (DayDose.GENTLE, 1, Reps(6, 8), 38.0),
        (DayDose.NORMAL, 2, Reps(8, 10), 30.0),
        (DayDose.STRONG, 2, Reps(10, 13), 30.0),
    ],
)
def test_the_dose_of_the_day_comes_last(
    dose: DayDose, sets: int, amount: Reps, rest_s: float
) -> None:
    """Gentle takes a quarter off and a set, strong adds a quarter."""
    made = planning.plan(routine(entry(sets=2)), Settings(), SCALES[dose]).entries[0]
    assert (made.sets, made.amount, made.rest_s) == (sets, amount, rest_s)


@pytest.mark.parametrize(
    ("too_much", "what"),
    [
        (routine(entry(Reps(100, 100), sets=20), entry(Reps(100, 100), sets=20)), "hours"),
        (
            routine(
                *[entry(Reps(100, 100), sets=20, circuit="A")] * 60,
                circuits=(Circuit("A", 20, 0.0),),
            ),
            "steps",
        ),
        (routine(replace(entry(), tempo=Tempo(0.0, 0.0, 0.0, 0.0))), "would take 0 s"),
    ],
)
def test_what_cannot_be_played_is_refused(too_much: Routine, what: str) -> None:
    """More than four hours, more than 20,000 steps, a rep without any time."""
    with pytest.raises(Trouble, match=what):
        plan(too_much)


@given(routines())
def test_any_timeline_hangs_together(some: Routine) -> None:
    """Steps sum up to the total, sets cover all steps in order, waits stand outside sets."""
    timeline = plan(some)
    assert sum(map(timeline.typical_s, timeline.steps)) == pytest.approx(timeline.total_s)
    assert timeline.sets[0].lead_in == 0
    assert timeline.sets[-1].end == len(timeline.steps)
    for before, span in zip(timeline.sets, timeline.sets[1:], strict=False):
        assert span.lead_in == before.end
    for span in timeline.sets:
        assert all(not s.kind.is_effort for s in timeline.steps[span.lead_in : span.first])
        assert all(s.kind.is_effort for s in timeline.steps[span.first : span.end])
        assert all(timeline.set_of(i) is span for i in range(span.lead_in, span.end))
    rounds = some.circuits[0].rounds if some.circuits else 1
    sides = [2 if e.exercise.directions or e.sides is Sides.EACH else 1 for e in some.entries]
    expected = sum(e.sets * n * rounds for e, n in zip(some.entries, sides, strict=True))
    assert len(timeline.sets) == expected
