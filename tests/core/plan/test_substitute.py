"""Something easier in mid-session: what is chosen, and how much of it."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import Dose, Exercise, Hold, Kind, Position, Reps, Sides
from glutetimer.core.history.special_routines import is_extra
from glutetimer.core.plan.alternatives import MOST_OF_TIME, MOST_SETS
from glutetimer.core.plan.dose import USUAL
from glutetimer.core.plan.plan import plan as plan_as_it_is
from glutetimer.core.plan.substitute import seconds_left, substituted, substitutes
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.plan.today import scale_of
from glutetimer.core.routine import Circuit, Prescription, Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.today import DayDose, Today
from tests import built_in
from tests.core.builders import entry, exercise, plan, routine

SHELF = built_in.library().exercises()
# Before and after a session nothing need be replaced: one that hurts is left out.
ROUTINES = [one for one in built_in.routines() if not is_extra(one.id)]
CASES = [(one, place) for one in ROUTINES for place in range(len(one.entries))]

LEAST_OF_TIME = 0.55
"""Of what is replaced, unless it would take more than `MOST_SETS` sets."""


def _name(value: object) -> str:
    return value.id if isinstance(value, Routine) else str(value)


@pytest.mark.parametrize(("some", "place"), CASES, ids=_name)
def test_every_exercise_has_substitutes_that_are_easier_and_can_be_done(
    some: Routine, place: int
) -> None:
    """The table of all exercises with all that could take their place, in its first set."""
    old = some.entries[place]
    timeline = plan_as_it_is(some)
    span = next(one for one in timeline.sets if timeline.steps[one.first].entry == place)
    found = substitutes(some, old, SHELF, ())
    assert found
    assert _can_be_done_there(found[0], old.exercise)
    for easier in found:
        assert {*easier.needed} <= {*some.equipment}
        assert _is_easier(easier, old.exercise)
        assert not _is_easier(old.exercise, easier)
        new, first = substituted(timeline, span, easier, Settings(), USUAL)
        done = new.entries[place]
        assert (done.exercise.id, done.instead_of) == (easier.id, old.exercise.name)
        assert done.sides is easier.sides
        assert new.steps[new.sets[first].first].entry == place
        share = seconds_left(new, new.sets[first]) / seconds_left(timeline, span)
        assert share <= MOST_OF_TIME
        assert share >= LEAST_OF_TIME or done.sets == MOST_SETS
        assert [e for n, e in enumerate(new.entries) if n != place] == [
            e for n, e in enumerate(timeline.entries) if n != place
        ]


@pytest.mark.parametrize("some", ROUTINES, ids=_name)
def test_no_routine_gets_the_same_substitute_twice(some: Routine) -> None:
    """Where every exercise hurts, one after the other."""
    timeline, taken = plan_as_it_is(some), []
    for place in range(len(some.entries)):
        found = substitutes(timeline.routine, timeline.routine.entries[place], SHELF, ())
        if found:
            taken.append(found[0].id)
            span = next(s for s in timeline.sets if timeline.steps[s.first].entry == place)
            timeline, _ = substituted(timeline, span, found[0], Settings(), USUAL)
    assert len(set(taken)) == len(taken) == len(some.entries)
    for old, easier in zip(some.entries, taken, strict=True):
        assert _can_be_done_there(SHELF[easier], old.exercise)


LYING = (Position.SUPINE, Position.SIDE_LYING)


def _can_be_done_there(easier: Exercise, old: Exercise) -> bool:
    """Without getting up: in the position that the person is in, or lying down with nothing."""
    either = {old.position, easier.position}
    is_upright = either <= {Position.STANDING, Position.STANDING_OR_SITTING}
    is_lying = easier.position in LYING and not easier.needed
    return len(either) == 1 or is_upright or is_lying


def _is_easier(easier: Exercise, than: Exercise) -> bool:
    return easier.id in than.easier or any(_is_easier(easier, SHELF[one]) for one in than.easier)


# Which one


def shelf(*exercises: Exercise) -> dict[str, Exercise]:
    return {one.id: one for one in exercises}


def lying(name: str, *easier: str, **other: object) -> Exercise:
    made = exercise(name, position=Position.SIDE_LYING, easier=easier)
    return replace(made, **other)  # type: ignore[arg-type]


HARD = lying("Hard", "ball", "near", "stood")
BALL = lying("Ball", needed=("ball",))
NEAR = lying("Near", "far")
STOOD = exercise("Stood", position=Position.STANDING)
FAR = lying("Far")
KNOWN = shelf(HARD, BALL, NEAR, STOOD, FAR)


@pytest.mark.parametrize(
    ("without", "found"),
    [
        ((), ["near", "far", "stood"]),  # the other position is as far as two steps
        (("near",), ["far", "stood"]),
        (("stood",), ["near", "far"]),
        (("far",), ["near", "stood"]),
        (("near", "stood", "far"), []),
    ],
)
def test_nearest_first_and_in_the_same_position(without: tuple[str, ...], found: list[str]) -> None:
    some = routine(entry(what=HARD))
    got = substitutes(some, some.entries[0], KNOWN, without)
    assert [one.id for one in got] == found


def test_what_the_routine_has_can_be_used() -> None:
    ball = replace(exercise("Other"), needed=("ball",))
    some = routine(entry(what=HARD), entry(what=ball))
    assert substitutes(some, some.entries[0], KNOWN, ())[0] == BALL


def test_a_position_wins_over_the_order_of_the_file() -> None:
    hard = replace(HARD, easier=("stood", "near"))
    some = routine(entry(what=hard))
    assert substitutes(some, some.entries[0], KNOWN, ())[0] == NEAR


def test_easier_ones_that_name_one_another_end() -> None:
    one, other = lying("One", "other"), lying("Other", "one")
    some = routine(entry(what=one))
    assert substitutes(some, some.entries[0], shelf(one, other), ()) == (other,)


# How much


SQUEEZE = replace(exercise("Squeeze", Kind.HOLD), dose=Dose(6, Hold(5.0), 5.0))


def replaced(timeline: Timeline, index: int, settings: Settings | None = None) -> Prescription:
    span = timeline.sets[index]
    new, _ = substituted(timeline, span, SQUEEZE, settings or Settings(), USUAL)
    return new.entries[timeline.steps[span.first].entry]


def test_a_clam_shell_of_ten_a_side_becomes_more_than_one_squeeze() -> None:
    clam = entry(Reps(10, 10), sides=Sides.EACH)
    done = replaced(plan(routine(clam)), 0)
    assert (done.amount, done.rest_s, done.sets) == (Hold(5.0), 5.0, 12)


def test_only_what_is_left_is_replaced() -> None:
    """The first of three sets of 30 s with rests of 30 s is done."""
    timeline = plan(routine(entry(Hold(30.0), sets=3)))
    assert [replaced(timeline, index).sets for index in (0, 1, 2)] == [12, 9, 3]


def test_a_round_takes_as_long_as_a_round() -> None:
    some = entry(Hold(30.0), sets=1, circuit="A")
    timeline = plan(routine(some, some, circuits=(Circuit("A", 3, 20.0),)))
    span = timeline.sets[2]  # the first exercise in the second round
    new, first = substituted(timeline, span, SQUEEZE, Settings(), USUAL)
    assert new.entries[0].sets == 3
    assert new.steps[new.sets[first].first].round == 2


def test_ones_own_dose_of_the_easier_one_counts() -> None:
    own = Settings(exercises={"squeeze": ExerciseSettings(sets=2, hold_s=10.0)})
    done = replaced(plan(routine(entry(Hold(60.0)))), 0, own)
    assert (done.sets, done.amount) == (2, Hold(10.0))


@pytest.mark.parametrize("today", [Today(DayDose.GENTLE), Today(DayDose.STRONG), Today(minutes=10)])
def test_it_fits_the_day(today: Today) -> None:
    """What is replaced is that day's already: it is not made less, or more, a second time."""
    some = built_in.library().routine("daily-glute-strength")
    scale = scale_of(some, Settings(), today)
    timeline = plan_as_it_is(some, Settings(), scale)
    place = next(n for n, e in enumerate(some.entries) if e.exercise.id == "fire-hydrant")
    span = next(one for one in timeline.sets if timeline.steps[one.first].entry == place)
    new, first = substituted(timeline, span, SHELF["clam-shell"], Settings(), scale)
    share = seconds_left(new, new.sets[first]) / seconds_left(timeline, span)
    assert LEAST_OF_TIME <= share <= MOST_OF_TIME
    kinds = [step.kind for step in new.steps]
    assert kinds[0] is StepKind.GET_READY
