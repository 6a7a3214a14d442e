"""What the figure shows at a moment of a session."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import Reps, Side, Sides, Tempo
from glutetimer.core.plan.movement import Movement, looped, looped_entry, movement_at
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command
from glutetimer.figure.frame import Beat
from tests.built_in import library
from tests.core.builders import entry, routine


@pytest.fixture(scope="module")
def first() -> Timeline:
    return plan(library().routine("first-session"))


def step_of(timeline: Timeline, kind: StepKind, side: Side | None = None) -> int:
    for number, step in enumerate(timeline.steps):
        if step.kind is kind and (side is None or step.side is side):
            return number
    raise LookupError(kind)


def test_in_the_effort_it_does_what_the_step_says(first: Timeline) -> None:
    for kind in (StepKind.LIFT, StepKind.TOP, StepKind.LOWER, StepKind.PAUSE, StepKind.HOLD):
        number = step_of(first, kind)
        shown = movement_at(first, number, 0.2)
        assert shown.beat.value == kind.value
        assert (shown.elapsed_s, shown.duration_s) == (0.2, first.steps[number].duration_s)


def test_the_other_side_is_mirrored(first: Timeline) -> None:
    assert movement_at(first, step_of(first, StepKind.LIFT, Side.LEFT), 0.2).is_left
    assert not movement_at(first, step_of(first, StepKind.LIFT, Side.RIGHT), 0.2).is_left


def test_while_waiting_it_shows_what_comes_next(first: Timeline) -> None:
    number = step_of(first, StepKind.SWITCH_SIDES)
    ahead = first.steps[number + 1]
    shown = [movement_at(first, number, k / 10) for k in range(40)]
    assert {movement.exercise.id for movement in shown} == {first.entries[ahead.entry].exercise.id}
    assert {movement.is_left for movement in shown} == {ahead.side is Side.LEFT}
    assert {Beat.LIFT, Beat.TOP} <= {movement.beat for movement in shown}


def test_in_a_rest_it_shows_the_movement_once_and_is_still(first: Timeline) -> None:
    number = step_of(first, StepKind.REST)
    assert movement_at(first, number, 0.5).beat is Beat.LIFT
    rep_s = first.entry_at(first.steps[number]).tempo.rep_s
    after = {movement_at(first, number, rep_s + k / 10) for k in range(1, 400)}
    assert {movement.beat for movement in after} == {Beat.WAIT}
    assert len(after) == 1
    assert not after.pop().is_moving


def test_alternating_sides_take_turns() -> None:
    timeline = plan(routine(entry(Reps(3, 3), sides=Sides.ALTERNATING)))
    turns = [
        movement_at(timeline, number, 0.1).is_left
        for number, step in enumerate(timeline.steps)
        if step.kind is StepKind.LIFT and step.side in (Side.LEFT, Side.RIGHT)
    ]
    assert {True, False} == set(turns)


def test_reduced_motion_shows_a_pose_for_every_step(first: Timeline) -> None:
    lift = step_of(first, StepKind.LIFT)
    stills = {movement_at(first, lift, k / 10, is_still=True) for k in range(20)}
    assert len(stills) == 1
    assert stills != {movement_at(first, step_of(first, StepKind.LOWER), 0.3, is_still=True)}
    assert movement_at(first, step_of(first, StepKind.REST), 5.0, is_still=True).beat is Beat.WAIT


def test_only_ways_move(first: Timeline) -> None:
    for kind, moves in (
        (StepKind.LIFT, True),
        (StepKind.TOP, False),
        (StepKind.LOWER, True),
        (StepKind.PAUSE, False),
    ):
        assert movement_at(first, step_of(first, kind), 0.1).is_moving is moves
    hold = step_of(first, StepKind.HOLD)
    assert movement_at(first, hold, 0.5).is_moving
    assert not movement_at(first, hold, 8.0).is_moving


@pytest.mark.parametrize("name", sorted(library().exercises()))
def test_every_exercise_goes_round_in_its_own_tempo(name: str) -> None:
    some = library().exercises()[name]
    shown = [looped(some, k / 10) for k in range(200)]
    assert len({movement.beat for movement in shown}) >= 2
    assert all(isinstance(movement, Movement) for movement in shown)


@pytest.mark.parametrize(
    ("sides", "start", "is_left"),
    [
        (Sides.LEFT, Side.RIGHT, True),
        (Sides.RIGHT, Side.LEFT, False),
        (Sides.BOTH, Side.LEFT, False),
        (Sides.EACH, Side.LEFT, True),
        (Sides.EACH, Side.RIGHT, False),
    ],
)
def test_an_exercise_of_a_routine_goes_round_on_its_side_and_in_its_tempo(
    sides: Sides, start: Side, is_left: bool
) -> None:
    clam = library().exercises()["clam-shell"]
    tempo = Tempo(1.0, 0.0, 3.0, 0.0)
    done = replace(entry(Reps(8, 8), what=clam, sides=sides), start=start, tempo=tempo)
    shown = [looped_entry(done, seconds) for seconds in (0.5, 1.5, 3.9, 4.5)]
    assert [one.beat for one in shown] == [Beat.LIFT, Beat.LOWER, Beat.LOWER, Beat.LIFT]
    assert [one.is_left for one in shown] == [is_left] * 4
    assert looped_entry(done, 9.0, is_still=True).beat is Beat.TOP


def test_a_place_between_two_calls_moves_with_the_clock_and_not_beyond_the_step(
    first: Timeline,
) -> None:
    session = Session(first)
    session.do(Command.START, 100.0)
    session.advance(100.5)
    assert session.place_at(100.7).elapsed_s == pytest.approx(0.7)
    assert session.place.elapsed_s == pytest.approx(0.5)  # looking changes nothing
    assert session.place_at(1000.0).elapsed_s <= 0.5 + 2.0
    session.do(Command.PAUSE, 100.8)
    assert session.place_at(101.9).elapsed_s == pytest.approx(0.8)
