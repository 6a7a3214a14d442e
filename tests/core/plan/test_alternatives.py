"""Easier and harder exercises in place of others."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import (
    Amount,
    Dose,
    Exercise,
    Hold,
    Kind,
    OpenReps,
    Reps,
    Sides,
    Steps,
)
from glutetimer.core.plan.alternatives import in_place_of, unmet_wishes
from glutetimer.core.routine import Circuit, Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from tests.core.builders import entry, exercise, plan, routine

EASY = replace(exercise("Easy"), easier=("bridge",), dose=Dose(1, Reps(6, 8), 30.0))
HARD = replace(exercise("Hard", sides=Sides.EACH), needed=("ball",), harder=("easy",))
BRIDGE = replace(exercise(), easier=("easy",), harder=("hard",))


def told(instead: str | None, **doses: ExerciseSettings) -> Settings:
    """The settings that put an exercise in place of the bridge."""
    return Settings(exercises={"bridge": ExerciseSettings(instead=instead), **doses})


def bridges(sets: int = 3, amount: Amount | None = None) -> Routine:
    """A bridge twice, with both of its alternatives at hand."""
    bridge = replace(
        entry(amount or Reps(10, 12), sets, what=BRIDGE), note="Mind the ribs", load="6 kg"
    )
    made = routine(bridge, replace(bridge, circuit="A"), circuits=(Circuit("A", 2, 60.0),))
    return replace(made, alternatives={"easy": EASY, "hard": HARD})


def test_the_settings_put_an_alternative_in_place_wherever_the_exercise_occurs() -> None:
    """Its own sides, its own equipment; the old one's rests; note and load were for the old one."""
    timeline = plan(bridges(), told("hard"))
    for done in timeline.entries:
        assert (done.exercise, done.instead_of, done.sides) == (HARD, "Bridge", Sides.EACH)
        assert (done.rest_s, done.rest_after_s, done.note, done.load) == (30.0, 40.0, "", "")
    assert timeline.entries[1].circuit == "A"
    assert timeline.routine.equipment == ("ball",)
    assert {span.index for span in timeline.sets} == set(range(len(timeline.sets)))


def test_the_alternatives_own_settings_count_and_those_of_the_replaced_rest() -> None:
    """Otherwise a dose that was meant for the bridge would be done on one leg."""
    settings = Settings(
        exercises={
            "bridge": ExerciseSettings(sets=9, reps=30, instead="easy"),
            "easy": ExerciseSettings(reps=7),
        }
    )
    done = plan(bridges(), settings).entries[0]
    assert (done.sets, done.amount) == (4, Reps(7, 7))


def test_one_step_only() -> None:
    """The easy one asks for the bridge in its place: neither a circle nor a chain."""
    settings = told("easy", easy=ExerciseSettings(instead="bridge"))
    timeline = plan(bridges(), settings)
    assert [done.exercise.id for done in timeline.entries] == ["easy", "easy"]
    assert plan(timeline.routine, settings) == timeline


def test_the_exercise_itself_is_no_wish() -> None:
    """In one routine it stands against a wish for every routine."""
    assert plan(bridges(), told("bridge")) == plan(bridges())
    assert unmet_wishes(bridges(), told("bridge")) == ()


@pytest.mark.parametrize("wish", ["gone", ""])
def test_a_wish_for_what_is_not_there_is_passed_over(wish: str) -> None:
    """The exercise is done as it is written, and the person hears of it once."""
    usual = plan(bridges())
    timeline = plan(bridges(), told(wish))
    assert timeline == usual
    sentences = unmet_wishes(timeline.routine, told(wish))
    assert len(sentences) == bool(wish)
    assert all(f"“{wish}”" in sentence and "Bridge" in sentence for sentence in sentences)


def test_an_alternative_that_has_no_file_any_more_is_passed_over() -> None:
    """Its name still stands in the file of the bridge."""
    some = replace(bridges(), alternatives={})
    assert plan(some, told("hard")) == plan(some)
    assert unmet_wishes(some, told("hard"))
    assert not unmet_wishes(bridges(), told("hard"))


def is_harder(some: Exercise) -> Exercise:
    """The exercise under the name that the bridge gives a harder one."""
    return replace(some, id="hard")


@pytest.mark.parametrize(
    ("old", "sets", "alternative", "new_sets", "new"),
    [
        (Reps(10, 12), 3, EASY, 4, Reps(6, 6)),  # of 5.5 s, for 3 x 10 of 6 s and two rests
        (Reps(10, 12), 3, is_harder(EASY), 1, Reps(6, 6)),
        (Reps(4, 5), 1, is_harder(exercise()), 1, Reps(4, 4)),
        (OpenReps(), 2, EASY, 3, Reps(6, 6)),
        (OpenReps(), 2, is_harder(EASY), 1, Reps(6, 6)),
        (Hold(60.0), 2, is_harder(exercise("Iso", Kind.HOLD)), 2, Hold(20.0)),
        (Hold(60.0), 2, exercise("Iso", Kind.HOLD), 4, Hold(20.0)),
        (Steps(9), 2, is_harder(exercise("Walk", Kind.STEPS)), 2, Steps(4)),
        (Reps(10, 12), 2, exercise("Walk", Kind.STEPS), 2, Steps(4)),
    ],
)
def test_a_harder_exercise_begins_with_its_usual_dose_at_most(
    old: Amount, sets: int, alternative: Exercise, new_sets: int, new: Amount
) -> None:
    """An easier one brings its own, in as many sets as take about as long."""
    done = in_place_of(entry(old, sets, what=BRIDGE), alternative)
    assert (done.sets, done.amount) == (new_sets, new)


def test_an_alternative_that_counts_something_else_brings_its_own_dose() -> None:
    """Reps become a hold, sides become both."""
    squeeze = exercise("Squeeze", Kind.HOLD)
    new = in_place_of(entry(Reps(10, 12), sides=Sides.EACH), squeeze)
    assert (new.amount, new.sides, new.rest_s) == (Hold(20.0), Sides.BOTH, 30.0)


def test_one_side_stays_one_side() -> None:
    """Whoever trains the left leg alone has a reason."""
    one_legged = exercise("Clam", sides=Sides.EACH)
    assert in_place_of(entry(sides=Sides.LEFT), one_legged).sides is Sides.LEFT
    assert in_place_of(entry(sides=Sides.EACH), one_legged).sides is Sides.EACH
