"""The suggestions of a whole routine: how many, in which order, and what they change."""

from dataclasses import replace

from glutetimer.core.advice.advise import advise, exercise_ids
from glutetimer.core.advice.rules import RULES, rule_name
from glutetimer.core.advice.suggestion import switched_off
from glutetimer.core.exercise import Hold, Reps
from glutetimer.core.history.totals import Answer
from glutetimer.core.plan.alternatives import unmet_wishes
from glutetimer.core.plan.plan import plan
from glutetimer.core.settings import ExerciseSettings, Settings
from tests.core.advice.builders import (
    BRIDGE,
    CLAM,
    ISO,
    NOW,
    THRUST,
    a_routine,
    answer,
    dose,
    mastered,
    session,
)

ENTRIES = tuple(dose(what, 2, Reps(10, 12)) for what in (BRIDGE, CLAM, THRUST))
ROUTINE = a_routine(*ENTRIES, dose(ISO, 3, Hold(20.0)))
GOOD = {entry.exercise.id: [session(2, entry), session(4, entry)] for entry in ROUTINE.entries}


def test_without_a_history_nothing_is_suggested() -> None:
    assert advise(ROUTINE, Settings(), {}, (), NOW) == ()


def test_two_at_a_time_in_the_order_of_the_routine() -> None:
    found = advise(ROUTINE, Settings(), GOOD, (), NOW)

    assert [one.words for one in found] == [
        "Glute bridge: 2 x 10 -> 2 x 11 reps",
        "Clam: 2 x 10 -> 2 x 11 reps",
    ]


def test_what_hurt_comes_first_and_a_step_back_before_a_step_up() -> None:
    past = GOOD | {
        "clam": [session(2, ENTRIES[1], after=7)],
        "thrust": [session(1, ENTRIES[2], hurt=6)],
    }

    found = advise(ROUTINE, Settings(), past, (), NOW)

    assert [one.rule.id for one in found] == ["back-hurt", "back-after"]


def test_an_answer_makes_no_room_before_the_next_session() -> None:
    said = [answer(1, "glute-bridge", "more-reps")]
    assert [one.exercise_id for one in advise(ROUTINE, Settings(), GOOD, said, NOW)] == ["clam"]

    said.append(answer(0.5, "clam", "more-reps", Answer.DECLINED))
    assert advise(ROUTINE, Settings(), GOOD, said, NOW) == ()

    later = GOOD | {"iso": [session(0.1, ROUTINE.entries[3]), session(4, ROUTINE.entries[3])]}
    found = advise(ROUTINE, Settings(), later, said, NOW)
    assert [one.exercise_id for one in found] == ["thrust", "iso"]


def test_what_hurt_is_told_however_many_were_answered() -> None:
    said = [answer(1, one, "more-reps") for one in ("glute-bridge", "clam", "iso")]
    past = GOOD | {"thrust": [session(2, ENTRIES[2], hurt=6)]}

    found = advise(ROUTINE, Settings(), past, said, NOW)

    assert [one.rule.id for one in found] == ["back-hurt"]


def test_an_exercise_that_stands_twice_is_left_alone() -> None:
    twice = a_routine(ENTRIES[0], dose(BRIDGE, 1, Reps(5, 5)), ENTRIES[1])

    assert exercise_ids(twice, Settings()) == ("clam",)


def test_taking_it_gives_the_dose_that_was_told() -> None:
    (first, *_) = advise(ROUTINE, Settings(), GOOD, (), NOW)

    after = plan(ROUTINE, first.change.applied(Settings()))

    assert after.entries[0].amount == Reps(11, 11)
    assert after.entries[1:] == plan(ROUTINE).entries[1:]


def test_taking_a_harder_exercise_puts_it_in_the_place() -> None:
    own = Settings(exercises={"glute-bridge": ExerciseSettings(sets=3, reps=12)})
    entry = dose(BRIDGE, 3, Reps(12, 12))
    past = {"glute-bridge": mastered(entry)}
    routine = a_routine(ENTRIES[0], ENTRIES[1])

    (found,) = advise(routine, own, past, (), NOW)
    after = found.change.applied(own)

    assert found.words == "Glute bridge, 3 x 12 reps -> Single-leg bridge, 2 x 8 reps each side"
    assert "Dr Josh Alvarado" in found.rule.source
    assert plan(routine, after).entries[0].exercise.id == "single-leg-bridge"
    assert after.for_exercise("glute-bridge").reps == 12  # elsewhere, and for the way back
    assert after.for_exercise("glute-bridge").instead is None
    assert advise(routine, after, past, (), NOW) == ()


def test_a_harder_exercise_that_is_in_the_routine_is_no_step() -> None:
    own = Settings(exercises={"glute-bridge": ExerciseSettings(sets=3, reps=12)})
    entry = dose(BRIDGE, 3, Reps(12, 12))
    single = dose(replace(CLAM, id="single-leg-bridge"), 3, Reps(10, 12))
    past = {"glute-bridge": mastered(entry)}

    assert advise(a_routine(ENTRIES[0], single), own, past, (), NOW) == ()


def test_a_dose_as_the_routine_has_it_needs_no_setting() -> None:
    own = Settings(exercises={"test/glute-bridge": ExerciseSettings(reps=12)})
    past = {"glute-bridge": [session(2, dose(BRIDGE, 2, Reps(12, 12)), hurt=8)]}

    (found,) = advise(a_routine(ENTRIES[0]), own, past, (), NOW)

    assert found.change.applied(own) == Settings()


def test_a_step_counts_in_its_routine_only() -> None:
    own = Settings(exercises={"glute-bridge": ExerciseSettings(reps=12, rest_s=20.0)})
    past = {"glute-bridge": [session(2, dose(BRIDGE, 2, Reps(12, 12)), hurt=8)]}
    other = replace(ROUTINE, id="other")

    (found,) = advise(a_routine(ENTRIES[0]), own, past, (), NOW)
    after = found.change.applied(own)

    assert found.words == "Glute bridge: 2 x 12 -> 2 x 10 reps"
    assert plan(other, after) == plan(other, own)
    (here,) = plan(a_routine(ENTRIES[0]), after).entries
    assert (here.amount, here.rest_s) == (Reps(10, 10), 20.0)


def test_the_routines_own_exercise_comes_back_against_a_wish_for_every_routine() -> None:
    own = Settings(
        exercises={
            "glute-bridge": ExerciseSettings(instead="thrust"),
            "thrust": ExerciseSettings(sets=1),
        }
    )
    past = {"thrust": [session(2, dose(THRUST, 1, Reps(8, 8)), hurt=8)]}
    routine = a_routine(ENTRIES[0])

    (found,) = advise(routine, own, past, (), NOW)
    after = found.change.applied(own)

    assert found.words == "Thrust, 1 x 8 reps -> Glute bridge, 2 x 10 reps"
    assert plan(routine, after).entries[0].exercise.id == "glute-bridge"
    assert plan(replace(routine, id="other"), after).entries[0].exercise.id == "thrust"
    assert unmet_wishes(routine, after) == ()


def test_what_was_switched_off_is_told_once() -> None:
    never = [
        answer(3, "clam", "more-reps", Answer.NEVER),
        answer(2, "clam", "more-reps", Answer.NEVER),
        answer(1, "clam", "harder", Answer.DECLINED),
    ]

    (found,) = switched_off(never)

    assert (found.exercise_id, found.rule, found.answers) == ("clam", "more-reps", tuple(never[:2]))


def test_every_rule_has_an_id_of_its_own_words_and_a_source() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.words.endswith(".")
        assert rule.source.endswith(".")
        assert rule_name(rule.id) == rule.name
    assert rule_name("of-a-later-version") == "of-a-later-version"
