"""Today's dose: gentle, strong, or what fits into some minutes."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Amount, Hold, OpenHold, OpenReps, Reps, Steps, Tempo
from glutetimer.core.plan import today as today_module
from glutetimer.core.plan.dose import SCALES, USUAL, DoseScale, scaled_rest_s
from glutetimer.core.plan.plan import length_s, plan
from glutetimer.core.plan.today import plan_today, scale_of
from glutetimer.core.routine import Circuit, Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.today import DayDose, Today
from tests.bench.plan_speed import longest
from tests.core.builders import entry, exercise, routine, routines

TEN = Settings(get_ready_s=10.0)
days = st.one_of(
    st.builds(Today, st.sampled_from(DayDose)),
    st.builds(lambda n: Today(minutes=n), st.integers(5, 120)),
)


def count(amount: Amount) -> float:
    match amount:
        case Reps(low, _) | Steps(low):
            return low
        case Hold(seconds):
            return seconds
        case OpenReps() | OpenHold():
            return 1


def big(sets: int = 3, some: int = 4) -> Routine:
    """Some bridges of eight reps of 6 s, rests of 30 and 40 s."""
    return routine(*(entry(Reps(8, 10), sets, what=exercise(f"Bridge {n}")) for n in range(some)))


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("normal", Today()),
        ("gentle", Today(DayDose.GENTLE)),
        ("strong", Today(DayDose.STRONG)),
        ("5 min", Today(minutes=5)),
        ("120 min", Today(minutes=120)),
        ("4 min", Today()),
        ("121 min", Today()),
        ("9999 min", Today()),
        ("20 minutes", Today()),
        ("\u0662\u0660 min", Today()),
        ("GENTLE", Today()),
        ("", Today()),
    ],
)
def test_any_text_is_some_day(text: str, today: Today) -> None:
    """A newer version's word, or an older history's, is a normal day."""
    assert Today.parse(text) == today


@given(days)
def test_a_day_comes_back_from_its_text(today: Today) -> None:
    """The history keeps the text alone."""
    assert Today.parse(str(today)) == today
    assert today.is_usual == (str(today) == "normal")


@pytest.mark.parametrize(
    "wrong", [{"minutes": 4}, {"minutes": 121}, {"dose": DayDose.GENTLE, "minutes": 20}]
)
def test_a_day_that_means_nothing_cannot_be_made(wrong: dict[str, Any]) -> None:
    """Gentle and twenty minutes would be two answers to one question."""
    with pytest.raises(ValueError, match="minutes"):
        Today(**wrong)


@given(routines(), days)
def test_a_length_is_that_of_the_plan(some: Routine, today: Today) -> None:
    """Otherwise the search would look for something else than what is played."""
    scale = scale_of(some, TEN, today)
    assert length_s(some, TEN, scale) == plan(some, TEN, scale).total_s


@given(routines(), days)
def test_no_day_goes_beyond_the_limits(some: Routine, today: Today) -> None:
    """Reps 50 to 125 %, rests 60 to 125 % and none under 15 s, a set always, a rep always."""
    before = replace(some)
    usual, done = plan(some, TEN), plan_today(some, TEN, today)
    assert some == before
    assert done.routine.entries == some.entries
    for old, new, written in zip(usual.entries, done.entries, some.entries, strict=True):
        assert (new.tempo, new.switch_s, new.change_s) == (old.tempo, old.switch_s, old.change_s)
        assert 1 <= new.sets <= old.sets
        least, most = count(old.amount) * 0.5, count(old.amount) * 1.25
        assert type(new.amount) is type(written.amount)
        assert max(1, least) <= count(new.amount) < most + 1
        for was_s, is_s in ((old.rest_s, new.rest_s), (old.rest_after_s, new.rest_after_s)):
            assert min(was_s, 15.0) <= is_s
            assert was_s * 0.6 - 0.5 <= is_s <= was_s * 1.25 + 0.5
    for circuit, circuit_today in zip(some.circuits, done.routine.circuits, strict=True):
        assert 1 <= circuit_today.rounds <= circuit.rounds


@given(routines(), st.integers(5, 119))
def test_more_minutes_never_give_less(some: Routine, minutes: int) -> None:
    """Neither in the whole nor in any set or rep, and the minutes are kept if they can be."""
    least_s, most_s = (plan_today(some, TEN, Today(minutes=n)).total_s for n in (5, 120))
    first, second = (plan_today(some, TEN, Today(minutes=n)) for n in (minutes, minutes + 1))
    assert least_s <= first.total_s <= second.total_s <= most_s
    assert first.total_s <= max(minutes * 60, least_s)
    for one, other in zip(first.entries, second.entries, strict=True):
        assert one.sets <= other.sets
        assert count(one.amount) <= count(other.amount)


LADDER = [
    # 4 x (3 x 48 s of reps, 2 rests of 30 s) + 3 rests of 40 s + 10 s: 946 s
    (120, "strong", DoseScale(125)),
    (16, "946 s fit: as usual", USUAL),
    (15, "all rests shorter", DoseScale(100, 88)),
    (13, "60 %, then a set of the last", DoseScale(100, 73, 0, (3, 3, 3, 2), ())),
    (6, "one set of each is left, but of the first", DoseScale(100, 73, 0, (2, 1, 1, 1), ())),
    (5, "one set of each", DoseScale(100, 81, 0, (1, 1, 1, 1), ())),
]


@pytest.mark.parametrize(("minutes", "why", "scale"), LADDER)
def test_the_ladder(minutes: int, why: str, scale: DoseScale) -> None:
    """Rests first, then sets, then reps; what is left over goes into the rests."""
    assert scale_of(big(), TEN, Today(minutes=minutes)) == scale, why


def test_reps_become_fewer_at_last() -> None:
    """Five sets of eight are 240 s, and there are 60 % of four rests."""
    assert scale_of(big(some=5), TEN, Today(minutes=5)) == DoseScale(75, 68, 0, (1,) * 5, ())


def test_the_lowest_rung_is_given_if_nothing_fits() -> None:
    """Half the reps of one set each, rests of 60 %: longer than the five minutes."""
    done = plan_today(big(some=12), TEN, Today(minutes=5))
    assert {(one.sets, one.amount, one.rest_s) for one in done.entries} == {(1, Reps(4, 5), 18.0)}
    assert done.total_s == 10 + 12 * 4 * 6 + 11 * 24


def test_rounds_of_a_circuit_count_like_sets() -> None:
    """A circuit of four rounds loses one before the two sets beside it do."""
    circuit = entry(Hold(60), what=exercise("Round"), circuit="A")
    some = routine(circuit, entry(Hold(60), sets=2), circuits=(Circuit("A", 4, 60.0),))
    usual = plan(some, TEN)
    done = plan_today(some, TEN, Today(minutes=8))
    assert usual.total_s > 8 * 60 >= done.total_s
    assert (done.routine.circuits[0].rounds, done.entries[1].sets) == (3, 2)
    less = plan_today(some, TEN, Today(minutes=5))
    assert (less.routine.circuits[0].rounds, less.entries[1].sets) == (2, 1)


def test_settings_come_before_the_day() -> None:
    """Her five sets are what minutes are taken from; the replaced exercise is replaced."""
    easy = exercise("Easy")
    bridge = replace(exercise(), easier=("easy",))
    some = replace(routine(entry(sets=3, what=bridge)), alternatives={"easy": easy})
    settings = replace(TEN, exercises={"bridge": ExerciseSettings(instead="easy")})
    done = plan_today(some, settings, Today(DayDose.GENTLE)).entries[0]
    assert (done.exercise, done.sets, done.amount) == (easy, 2, Reps(6, 6))
    settings = replace(TEN, exercises={"bridge": ExerciseSettings(sets=5)})
    assert plan_today(some, settings, Today(DayDose.GENTLE)).entries[0].sets == 4


@pytest.mark.parametrize(
    ("rest_s", "percent", "wanted_s"),
    [
        (45, 60, 27),
        (20, 60, 15),
        (10, 60, 10),
        (0, 60, 0),
        (45, 125, 56),
        (0.3, 125, 0.3),
        (37.4, 99, 37),
        (37.4, 100, 37.4),
    ],
)
def test_rests_are_whole_seconds_and_never_too_short(
    rest_s: float, percent: int, wanted_s: float
) -> None:
    """Never under 15 s, if it was not shorter before."""
    assert scaled_rest_s(rest_s, DoseScale(rest_percent=percent)) == wanted_s


@pytest.mark.parametrize("minutes", [5, 20, 60, 120])
def test_few_sessions_are_measured_and_one_is_made(
    minutes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of a routine of 20,000 steps, for which a plan takes a good while."""
    measured: list[DoseScale] = []

    def counted(some: Routine, settings: Settings, scale: DoseScale) -> float:
        measured.append(scale)
        return length_s(some, settings, scale)

    monkeypatch.setattr(today_module, "length_s", counted)
    scale_of(longest(), TEN, Today(minutes=minutes))
    assert len(measured) <= 8 + 6  # log2 of the 222 rungs and of the 40 lengths of rests


def test_a_rep_without_time_is_trouble_on_any_day() -> None:
    """The search does not take it for a session that is too long."""
    some = routine(replace(entry(), tempo=Tempo(0.0, 0.0, 0.0, 0.0)))
    for today in (Today(DayDose.STRONG), Today(minutes=20)):
        with pytest.raises(Trouble, match="would take 0 s"):
            plan_today(some, TEN, today)


def test_a_strong_day_with_too_many_steps_becomes_less_when_minutes_are_given() -> None:
    """More than 20,000 steps are refused, so that rung is passed over."""
    quick = replace(
        entry(Reps(90, 90), sets=20), tempo=Tempo(0.1, 0.1, 0.2, 0.1), rest_s=0.0, rest_after_s=0.0
    )
    some = routine(*[quick] * 2, replace(quick, sets=14))
    with pytest.raises(Trouble, match="steps"):
        plan_today(some, TEN, Today(DayDose.STRONG))
    assert len(plan_today(some, TEN, Today(minutes=120)).steps) > len(plan(some, TEN).steps)


def test_the_days_scales_are_those_of_the_doses() -> None:
    """Without minutes nothing is searched."""
    for dose in DayDose:
        assert scale_of(big(), TEN, Today(dose)) is SCALES[dose]
