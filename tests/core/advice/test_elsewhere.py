"""What a change does in other routines."""

from dataclasses import replace

from glutetimer.core.advice.change import Change
from glutetimer.core.advice.elsewhere import elsewhere
from glutetimer.core.exercise import OpenReps, Reps
from glutetimer.core.settings import ExerciseSettings, Settings
from tests.core.advice.builders import BRIDGE, CLAM, a_routine, dose

FEWER_SETS = Change("clam", ExerciseSettings(sets=2), "3 x 10", "2 x 10 reps")


def test_a_set_fewer_here_may_be_a_set_more_there() -> None:
    others = [
        replace(a_routine(dose(BRIDGE, 1, Reps(8, 8))), title="Bridges"),
        replace(a_routine(dose(CLAM, 1, Reps(15, 20))), title="Ten"),
        replace(a_routine(dose(CLAM, 2, Reps(5, 5))), title="As it is"),
        replace(a_routine(dose(CLAM, 1, OpenReps())), title="Open"),
    ]

    found = elsewhere(FEWER_SETS, Settings(), others)

    assert all(one.is_more for one in found)
    assert [one.words for one in found] == [
        "Ten (1 x 15 reps -> 2 x 15 reps)",
        "Open (1 x as many as you like -> 2 x as many as you like)",
    ]


def test_another_exercise_is_named() -> None:
    change = Change("glute-bridge", ExerciseSettings(instead="thrust"), "", "")
    other = replace(a_routine(dose(BRIDGE, 1, Reps(10, 12))), title="Ten")

    (found,) = elsewhere(change, Settings(), [other])

    assert not found.is_more
    assert found.words == "Ten (Glute bridge, 1 x 10 reps -> Thrust, 1 x 8 reps)"


def test_an_exercise_that_stands_twice_with_one_dose_is_told_once() -> None:
    other = a_routine(dose(CLAM, 1, Reps(5, 5)), dose(CLAM, 1, Reps(5, 5)))

    assert len(elsewhere(FEWER_SETS, Settings(), [other])) == 1


def test_less_elsewhere_is_not_more() -> None:
    change = Change("clam", ExerciseSettings(reps=9), "2 x 8", "2 x 9 reps")

    (found,) = elsewhere(change, Settings(), [a_routine(dose(CLAM, 1, Reps(15, 20)))])

    assert not found.is_more
