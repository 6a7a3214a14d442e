"""A person's own dose, and that it never flattens a routine."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.exercise import Amount, Hold, OpenHold, OpenReps, Reps
from glutetimer.core.plan.dose import SCALES, USUAL, DoseScale
from glutetimer.core.plan.own_dose import is_open
from glutetimer.core.plan.plan import dosed_routine
from glutetimer.core.routine import Prescription
from glutetimer.core.settings import ExerciseSettings, Settings, dose_key
from glutetimer.core.today import DayDose
from glutetimer.core.words.dose import origin_text
from tests.core.builders import entry, routine

Shown = tuple[int, Amount]


def own(
    everywhere: ExerciseSettings | None = None, here: ExerciseSettings | None = None
) -> Settings:
    """Settings with a dose of the bridge, in every routine and in the test routine."""
    doses = {"bridge": everywhere, dose_key("test", "bridge"): here}
    return Settings(exercises={key: dose for key, dose in doses.items() if dose})


def done(*entries: Prescription, settings: Settings, scale: DoseScale = USUAL) -> list[Shown]:
    """Sets and amount of each entry as the person does it."""
    _, found = dosed_routine(routine(*entries), settings, scale)
    return [(one.sets, one.amount) for one in found]


def pyramid() -> tuple[Prescription, ...]:
    """Three sets of 8, 6 and 4."""
    return tuple(entry(Reps(count, count)) for count in (8, 6, 4))


@pytest.mark.parametrize("is_here", [True, False])
@pytest.mark.parametrize(
    ("reps", "expected"), [(8, [8, 6, 4]), (10, [10, 8, 6]), (5, [5, 3, 1]), (2, [2, 1, 1])]
)
def test_entries_that_differ_keep_their_distance(
    is_here: bool, reps: int, expected: list[int]
) -> None:
    """8-6-4 became 8-8-8. The number is that of the first entry; one rep is always left."""
    dose = ExerciseSettings(reps=reps)
    settings = own(here=dose) if is_here else own(dose)
    found = done(*pyramid(), settings=settings)
    assert found == [(1, Reps(count, count)) for count in expected]


def test_an_open_set_beside_counted_ones_stays_one_open_set() -> None:
    """2 x 10 and one open set became 3 x 12 twice."""
    settings = own(ExerciseSettings(sets=3, reps=12))
    twice = (entry(Reps(10, 10), sets=2), entry(OpenReps()))
    assert done(*twice, settings=settings) == [(3, Reps(12, 12)), (1, OpenReps())]


def test_open_sets_alone_have_as_many_as_the_person_wants() -> None:
    """And stay open."""
    settings = own(ExerciseSettings(sets=3, reps=12, hold_s=20.0))
    assert done(entry(OpenReps()), settings=settings) == [(3, OpenReps())]
    assert done(entry(OpenHold()), settings=settings) == [(3, OpenHold())]


def test_rests_tempo_and_holds_keep_their_distance_too() -> None:
    """Every number does."""
    slow = replace(entry(Hold(30.0)), rest_s=60.0)
    settings = own(ExerciseSettings(rest_s=45.0, hold_s=25.0))
    _, (first, second) = dosed_routine(
        routine(slow, replace(slow, amount=Hold(10.0), rest_s=90.0)), settings, USUAL
    )
    assert (first.amount, first.rest_s) == (Hold(25.0), 45.0)
    assert (second.amount, second.rest_s) == (Hold(5.0), 75.0)


@given(
    st.lists(st.integers(1, 30), min_size=2, max_size=4),
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.integers(1, 100),
    st.integers(1, 8),  # four entries of 130 reps stay below MAX_STEPS
)
def test_no_own_dose_flattens_a_routine(
    counts: list[int], opens: list[bool], reps: int, sets: int
) -> None:
    """What differs goes on in the same order; what is open stays so; what is alike stays alike."""
    entries = [
        entry(OpenReps() if is_one else Reps(count, count))
        for count, is_one in zip(counts, opens, strict=False)
    ]
    _, found = dosed_routine(routine(*entries), own(ExerciseSettings(reps=reps, sets=sets)), USUAL)
    assert [is_open(one) for one in found] == [is_open(one) for one in entries]
    pairs = [
        (old.amount.low, new.amount.low)
        for old, new in zip(entries, found, strict=True)
        if isinstance(old.amount, Reps) and isinstance(new.amount, Reps)
    ]
    for old, new in pairs:
        for other_old, other_new in pairs:
            assert new <= other_new if old <= other_old else new >= other_new
            is_inside = min(new, other_new) > 1 and max(new, other_new) < 100
            assert new - other_new == old - other_old or not is_inside


def test_a_dose_for_one_routine_is_not_that_of_another() -> None:
    """Nor is it on its handout."""
    settings = own(here=ExerciseSettings(reps=12))
    other = replace(routine(entry(Reps(10, 10))), id="physio")
    _, (found,) = dosed_routine(other, settings, USUAL)
    assert found.amount == Reps(10, 10)
    assert origin_text(found) == ""


@pytest.mark.parametrize(
    ("settings", "scale", "words"),
    [
        (Settings(), USUAL, ""),
        (own(here=ExerciseSettings(reps=9)), USUAL, "Your own dose, only in this routine"),
        (own(ExerciseSettings(reps=9)), USUAL, "Your own dose, in every routine"),
        (own(ExerciseSettings(reps=8)), USUAL, ""),  # as the file has it
        (Settings(rest_s=20.0), USUAL, "With your timings for everything"),
        (Settings(), SCALES[DayDose.GENTLE], "Changed by today's dose"),
        (
            own(ExerciseSettings(reps=9)),
            SCALES[DayDose.GENTLE],
            "Your own dose, in every routine. Changed by today's dose",
        ),
    ],
)
def test_a_dose_says_where_it_comes_from(settings: Settings, scale: DoseScale, words: str) -> None:
    """The routine's file says nothing about itself."""
    _, (found,) = dosed_routine(routine(entry(Reps(8, 8))), settings, scale)
    assert origin_text(found) == words
