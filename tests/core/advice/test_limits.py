"""Whatever the history: no step goes beyond its limits, and none back asks for more."""

from dataclasses import replace

from hypothesis import event, given
from hypothesis import strategies as st

from glutetimer.core.advice.advise import advise, exercise_ids, suggest
from glutetimer.core.advice.answers import PastAnswers
from glutetimer.core.advice.current_dose import Standing, load_of, standings
from glutetimer.core.advice.rules import (
    LONGEST_HOLD_S,
    MOST_AT_ONCE,
    MOST_SETS,
    SESSIONS_NEEDED,
    SESSIONS_TO_MASTER,
    Urgency,
)
from glutetimer.core.advice.steps import top_of
from glutetimer.core.exercise import Amount, Exercise, Hold, Kind, OpenHold, OpenReps, Reps, Steps
from glutetimer.core.history.records import Outcome
from glutetimer.core.history.totals import Answer, PastExercise, SuggestionAnswer
from glutetimer.core.plan.plan import plan
from glutetimer.core.routine import DoseSource, Prescription, Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.side import Side
from tests.core.advice.builders import ALL, NOW, a_routine, answer, dose, session

_LEVELS = st.none() | st.integers(0, 10)


@st.composite
def entries(draw: st.DrawFn, what: Exercise) -> Prescription:
    amount: Amount
    if what.kind is Kind.HOLD:
        amount = draw(st.one_of(st.integers(1, 90).map(float).map(Hold), st.just(OpenHold())))
    elif what.kind is Kind.STEPS:
        amount = Steps(draw(st.integers(1, 12)))
    else:
        fixed = st.builds(
            lambda low, more: Reps(low, low + more), st.integers(1, 20), st.integers(0, 5)
        )
        amount = draw(st.one_of(fixed, st.just(OpenReps())))
    made = dose(what, draw(st.integers(1, 5)), amount)
    return replace(made, dose_source=draw(st.sampled_from(DoseSource)))


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    some = draw(st.lists(st.sampled_from(list(ALL.values())), min_size=1, max_size=4, unique=True))
    return a_routine(*(draw(entries(what)) for what in some))


@st.composite
def own_settings(draw: st.DrawFn) -> Settings:
    doses = st.builds(
        ExerciseSettings,
        sets=st.none() | st.integers(1, 6),
        reps=st.none() | st.integers(1, 30),
        hold_s=st.none() | st.integers(1, 60).map(float),
        instead=st.none() | st.sampled_from(list(ALL)),
    )
    return Settings(exercises=draw(st.dictionaries(st.sampled_from(list(ALL)), doses, max_size=4)))


@st.composite
def pasts(draw: st.DrawFn, standing: Standing) -> list[PastExercise]:
    """Good sessions or any, newest first."""
    days = sorted(draw(st.lists(st.integers(0, 60), max_size=4, unique=True)))
    sides = (Side.LEFT, Side.RIGHT) if standing.sides == 2 else (None,)
    count = standing.now.amount.count if isinstance(standing.now.amount, Steps) else None
    if draw(st.booleans()):  # as good as can be, which chance alone hardly ever makes
        last = draw(st.integers(1, 19))
        days = [last + 3 * number for number in range(4)]
        return [session(day, standing.now, sides=sides, count=count) for day in days]
    return [
        session(
            day,
            standing.now,
            after=draw(_LEVELS),
            before=draw(_LEVELS),
            morning=draw(_LEVELS),
            effort=draw(_LEVELS),
            dose=draw(st.sampled_from(["normal", "strong", "gentle", "20 min"])),
            outcome=draw(st.sampled_from(Outcome)),
            hurt=draw(_LEVELS),
            sides=sides,
            count=count,
        )
        for day in days
    ]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Routine, Settings, dict[str, list[PastExercise]]]:
    routine, own = draw(routines()), draw(own_settings())
    return routine, own, {one.id: draw(pasts(one)) for one in standings(routine, own)}


@st.composite
def answers(draw: st.DrawFn) -> list[SuggestionAnswer]:
    rules = ("back-hurt", "back-after", "back-morning", "break", "more-reps", "more-sets", "harder")
    made = st.builds(
        answer,
        st.integers(0, 30),
        st.sampled_from(list(ALL)),
        st.sampled_from(rules),
        st.sampled_from(Answer),
    )
    return draw(st.lists(made, max_size=4))


@given(worlds(), answers())
def test_no_step_leaves_its_limits(
    world: tuple[Routine, Settings, dict[str, list[PastExercise]]], said: list[SuggestionAnswer]
) -> None:
    routine, own, past = world
    for standing in standings(routine, own):
        of_it = past[standing.id]
        found = suggest(standing, of_it, PastAnswers(standing.id, said, NOW), NOW)
        if found is None:
            continue
        changed = found.change.applied(own)
        after = next(
            one
            for one in standings(routine, changed)
            if one.file.exercise.id == standing.file.exercise.id
        )
        event(found.rule.id)
        assert after.now != standing.now
        is_same = after.id == standing.id
        if not found.rule.is_up:
            assert of_it
            assert not is_same or load_of(after.now) < load_of(standing.now)
            continue
        assert len(of_it) >= (SESSIONS_NEEDED if is_same else SESSIONS_TO_MASTER)
        if is_same:
            assert load_of(after.now) > load_of(standing.now)
            assert after.now.sets <= max(MOST_SETS, standing.now.sets)
            match after.now.amount:
                case Reps(count, _) | Steps(count) if after.now.sets == standing.now.sets:
                    assert count <= top_of(standing)
                case Hold(seconds) if after.now.sets == standing.now.sets:
                    assert seconds <= LONGEST_HOLD_S
        plan(routine, changed)  # it can be played


@given(worlds(), answers())
def test_the_same_history_gives_the_same_few_suggestions(
    world: tuple[Routine, Settings, dict[str, list[PastExercise]]], said: list[SuggestionAnswer]
) -> None:
    routine, own, past = world

    found = advise(routine, own, past, said, NOW)

    assert found == advise(routine, own, past, tuple(said), NOW)
    assert len(found) <= MOST_AT_ONCE
    assert len({one.exercise_id for one in found}) == len(found)
    assert {one.exercise_id for one in found} <= set(exercise_ids(routine, own))
    urgencies = [one.rule.urgency for one in found]
    assert urgencies == sorted(urgencies)
    for one in found:
        is_off = [
            a
            for a in said
            if (a.exercise_id, a.rule, a.answer) == (one.exercise_id, one.rule.id, Answer.NEVER)
        ]
        assert not is_off
        assert one.rule.urgency in Urgency
