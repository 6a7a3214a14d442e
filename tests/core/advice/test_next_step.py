"""The rules of the next step as a table of cases: last sessions in, one suggestion out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest

from glutetimer.core.advice.advise import suggest
from glutetimer.core.advice.answers import PastAnswers
from glutetimer.core.advice.current_dose import standings
from glutetimer.core.exercise import Hold, OpenReps, Reps, Sides, Steps
from glutetimer.core.history.records import Feel, Outcome
from glutetimer.core.history.totals import Answer, PastExercise, SuggestionAnswer
from glutetimer.core.routine import Circuit, DoseSource, Prescription
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.side import Side
from tests.core.advice.builders import (
    BRIDGE,
    CLAM,
    ISO,
    NOW,
    SINGLE,
    THRUST,
    WALK,
    a_routine,
    answer,
    dose,
    mastered,
    session,
    settings,
    standing,
)

Sessions = Callable[[Prescription], Sequence[PastExercise]]

THREE = dose(BRIDGE, 3, Reps(10, 12))
ONE = dose(BRIDGE, 1, Reps(10, 12))
TOP = settings(glute_bridge=ExerciseSettings(reps=12))


@dataclass(frozen=True)
class Case:
    """What is suggested: the rule, and what changes; both empty for nothing."""

    name: str
    entry: Prescription
    past: Sequence[PastExercise]
    rule: str = ""
    change: str = ""
    own: Settings = Settings()  # noqa: RUF009 (it cannot change)
    answers: tuple[SuggestionAnswer, ...] = ()
    reason: str = ""


def twice(entry: Prescription, **told: object) -> list[PastExercise]:
    """Two whole sessions, two and five days ago."""
    return [session(2, entry, **told), session(5, entry, **told)]  # type: ignore[arg-type]


def twice_ago(days: float, entry: Prescription, **told: object) -> list[PastExercise]:
    """Two whole sessions, the last one so many days ago."""
    return [session(days, entry, **told), session(days + 2, entry, **told)]  # type: ignore[arg-type]


def at(count: int, entry: Prescription = THREE) -> list[PastExercise]:
    return twice(entry, count=count)


UP = [
    Case("no session", THREE, []),
    Case("one session", THREE, [session(2, THREE)]),
    Case(
        "two whole sessions",
        THREE,
        twice(THREE, after=2),
        "more-reps",
        "3 x 10 -> 3 x 11 reps",
        reason="You did all 3 sets of 10 in your last two full sessions, with pain at most 2.",
    ),
    Case(
        "without any pain",
        ONE,
        twice(ONE, after=0),
        "more-reps",
        "10 -> 11 reps",
        reason="You did your set of 10 in your last two full sessions, with no pain.",
    ),
    Case("strong days count", THREE, twice(THREE, dose="strong", count=13), "more-reps"),
    Case("gentle days prove nothing", THREE, twice(THREE, dose="gentle", count=8)),
    Case("short days prove nothing", THREE, twice(THREE, dose="20 min", sets=2)),
    Case(
        "a gentle day in between",
        THREE,
        [
            session(2, THREE),
            session(4, THREE, dose="gentle", count=8),
            session(6, THREE),
        ],
        "more-reps",
    ),
    Case(
        "a painful gentle day in between",
        THREE,
        [session(2, THREE), session(4, THREE, dose="gentle", after=4), session(6, THREE)],
    ),
    Case("pain in between", THREE, twice(THREE, after=3)),
    Case("pain not told", THREE, twice(THREE, after=None)),
    Case("pain the morning after", THREE, twice(THREE, morning=3), "back-morning"),
    Case("as before, and settled", THREE, twice(THREE, before=4, after=4, morning=4), "more-reps"),
    Case(
        "less than before",
        THREE,
        twice(THREE, before=4, morning=3),
        "more-reps",
        reason="You did all 3 sets of 10 in your last two full sessions, with pain at most 3, "
        "settled by the next morning.",
    ),
    Case("as before, morning not told", THREE, twice(THREE, before=3, after=3), "more-reps"),
    Case("a little more, morning not told", THREE, twice(THREE, before=3, after=4)),
    Case("two more each time", THREE, twice(THREE, before=0, after=2, morning=2)),
    Case("two more by the morning", THREE, twice(THREE, before=0, after=1, morning=2)),
    Case("falling, but above 5", THREE, twice(THREE, before=7, after=6, morning=5)),
    Case("high before, then calm", THREE, twice(THREE, before=6, after=2, morning=2)),
    Case("it hurt as much as before", THREE, twice(THREE, before=4, after=4, worst=4), "more-reps"),
    Case("it hurt more than before", THREE, twice(THREE, before=3, after=3, worst=4)),
    Case("pain in another exercise", THREE, twice(THREE, worst=4)),
    Case("effort very high", THREE, twice(THREE, effort=9)),
    Case("effort high", THREE, twice(THREE, effort=8), "more-reps"),
    Case("effort not told", THREE, twice(THREE, effort=None), "more-reps"),
    Case("a set cut short", THREE, twice(THREE, done=9)),
    Case("a set skipped", THREE, twice(THREE, done=3, outcome=Outcome.SKIPPED)),
    Case("a set stopped", THREE, twice(THREE, done=10, outcome=Outcome.STOPPED)),
    Case("a set too few", THREE, twice(THREE, sets=2)),
    Case("a little pain ended a set", THREE, twice(THREE, hurt=1)),
    Case("done at another dose", THREE, at(12)),
    Case(
        "only once at this dose", THREE, [session(2, THREE, count=11), session(5, THREE)], own=TOP
    ),
    Case(
        "the middle of the range",
        THREE,
        at(11),
        "more-reps",
        "3 x 11 -> 3 x 12 reps",
        own=settings(glute_bridge=ExerciseSettings(reps=11)),
    ),
    Case(
        "the top of the range, one set",
        ONE,
        at(12, ONE),
        "more-sets",
        "1 x 12 -> 2 x 10 reps",
        own=TOP,
    ),
    Case(
        "the top and all sets",
        THREE,
        mastered(THREE, 12),
        "harder",
        "Glute bridge, 3 x 12 reps -> Single-leg bridge, 2 x 8 reps each side",
        own=TOP,
        reason="You did all 3 sets of 12 in your last four full sessions, with pain at most 1.",
    ),
    Case("the top and all sets, not mastered yet", THREE, mastered(THREE, 12)[:3], own=TOP),
    Case(
        "beyond the range",
        THREE,
        mastered(THREE, 20),
        "harder",
        own=settings(glute_bridge=ExerciseSettings(reps=20)),
    ),
    Case(
        "an article's number is no range",
        dose(CLAM, 1, Reps(12, 12)),
        twice(dose(CLAM, 1, Reps(12, 12))),
        "more-sets",
        "1 x 12 -> 2 x 12 reps",
    ),
    Case(
        "a number of ours goes to the usual range",
        replace(dose(CLAM, 1, Reps(8, 8)), dose_source=DoseSource.EDITORIAL),
        twice(dose(CLAM, 1, Reps(8, 8))),
        "more-reps",
        "8 -> 9 reps",
    ),
    Case(
        "both sides", dose(CLAM, 1, Reps(10, 12)), twice(dose(CLAM, 1, Reps(10, 12))), "more-reps"
    ),
    Case(
        "only one side",
        dose(CLAM, 2, Reps(10, 12)),
        twice(dose(CLAM, 2, Reps(10, 12)), sides=(Side.LEFT,)),
    ),
    Case(
        "the right side much weaker",
        dose(CLAM, 2, Reps(10, 12)),
        twice(dose(CLAM, 2, Reps(10, 12)), done=6),
    ),
    Case(
        "in turns",
        replace(ONE, sides=Sides.ALTERNATING),
        twice(replace(ONE, sides=Sides.ALTERNATING)),
        "more-reps",
    ),
    Case("open-ended", dose(BRIDGE, 1, OpenReps()), twice(dose(BRIDGE, 1, OpenReps()))),
    Case(
        "steps, a set more",
        dose(WALK, 2, Steps(5)),
        twice(dose(WALK, 2, Steps(5)), sides=(Side.LEFT, Side.RIGHT)),
        "more-sets",
        "2 x 5 -> 3 x 5 steps",
    ),
    Case(
        "steps, nothing left",
        dose(WALK, 3, Steps(5)),
        twice(dose(WALK, 3, Steps(5)), sides=(Side.LEFT, Side.RIGHT)),
    ),
    Case(
        "hold, a set more first",
        dose(ISO, 2, Hold(15.0)),
        twice(dose(ISO, 2, Hold(15.0))),
        "more-sets",
        "2 x 15 -> 3 x 15 s",
    ),
    Case(
        "hold, then longer",
        dose(ISO, 3, Hold(15.0)),
        twice(dose(ISO, 3, Hold(15.0))),
        "longer-hold",
        "3 x 15 -> 3 x 20 s",
        reason="You did all 3 holds of 15 s in your last two full sessions, with pain at most 1.",
    ),
    Case(
        "hold, at twice the routine's",
        dose(ISO, 3, Hold(5.0)),
        twice(dose(ISO, 3, Hold(5.0)), count=10),
        own=settings(iso=ExerciseSettings(hold_s=10.0)),
    ),
    Case("hold, never above 30 s", dose(ISO, 3, Hold(28.0)), twice(dose(ISO, 3, Hold(28.0)))),
]

DOWN = [
    Case(
        "it hurt, above the low end",
        THREE,
        [session(2, THREE, count=12, hurt=6)],
        "back-hurt",
        "3 x 12 -> 3 x 10 reps",
        own=TOP,
        reason="It hurt at 6 of 10 during this exercise, the last time you did it.",
    ),
    Case(
        "it hurt, at the low end",
        THREE,
        [session(2, THREE, hurt=6)],
        "back-hurt",
        "3 x 10 -> 2 x 10 reps",
    ),
    Case(
        "it hurt, at the least",
        dose(SINGLE, 1, Reps(10, 12)),
        [session(2, dose(SINGLE, 1, Reps(10, 12)), hurt=9)],
        "back-hurt",
        "Single-leg bridge, 1 x 10 reps each side -> Glute bridge, 2 x 8 reps",
    ),
    Case(
        "it hurt, nothing easier",
        dose(WALK, 1, Steps(5)),
        [session(2, dose(WALK, 1, Steps(5)), hurt=6)],
        "back-hurt",
        "5 -> 3 steps",
    ),
    Case(
        "it hurt, open-ended",
        dose(WALK, 2, OpenReps()),
        [session(2, dose(WALK, 2, OpenReps()), hurt=6)],
        "back-hurt",
        "2 x as many as you like -> 1 x as many as you like",
    ),
    Case(
        "it hurt, a longer hold",
        dose(ISO, 3, Hold(15.0)),
        [session(2, dose(ISO, 3, Hold(15.0)), hurt=6)],
        "back-hurt",
        "3 x 25 -> 3 x 15 s",
        own=settings(iso=ExerciseSettings(hold_s=25.0)),
    ),
    Case("it hurt no more than 5", THREE, [session(2, THREE, hurt=5)]),
    Case("it hurt, but not the last time", THREE, [session(2, THREE), session(4, THREE, hurt=8)]),
    Case(
        "it hurt, then passed over",
        THREE,
        [
            session(2, THREE, done=0, count=0, sets=1, outcome=Outcome.SKIPPED),
            session(4, THREE, hurt=8),
        ],
        "back-hurt",
    ),
    Case(
        "pain after, above 5",
        THREE,
        [session(2, THREE, after=6)],
        "back-after",
        "3 x 10 -> 2 x 10 reps",
        reason="Pain was 6 of 10 after the last session with it.",
    ),
    Case("pain after, 5", THREE, [session(2, THREE, after=5)]),
    Case(
        "not settled",
        THREE,
        [session(2, THREE, before=2, after=4, morning=3)],
        "back-morning",
        reason="Pain was 3 of 10 the morning after the last session with it.",
    ),
    Case("settled", THREE, [session(2, THREE, before=2, after=4, morning=2)]),
    Case("as it was before", THREE, [session(2, THREE, before=4, after=5, morning=4)]),
    Case(
        "above 5 in the morning",
        THREE,
        [session(2, THREE, before=6, after=5, morning=6)],
        "back-morning",
    ),
    Case("above 5, but falling", THREE, [session(2, THREE, before=7, after=6)]),
    Case("falling into the morning", THREE, [session(2, THREE, before=8, after=7, morning=6)]),
    Case("above 5 as before", THREE, [session(2, THREE, before=6, after=6)], "back-after"),
    Case("in a gentle session", THREE, [session(2, THREE, dose="gentle", after=7)], "back-after"),
    Case(
        "a break of three weeks",
        THREE,
        twice_ago(21, THREE),
        "break",
        "3 x 10 -> 2 x 10 reps",
        reason="You last did it 21 days ago.",
    ),
    Case("a break of twenty days", THREE, twice_ago(20, THREE), "more-reps"),
    Case(
        "a break at one set", ONE, twice_ago(40, ONE, count=12), "break", "12 -> 10 reps", own=TOP
    ),
    Case("a break at the least", ONE, twice_ago(40, ONE)),
    Case(
        "a break ended by passing it over",
        THREE,
        [
            session(2, THREE, done=0, count=0, sets=1, outcome=Outcome.SKIPPED),
            *twice_ago(30, THREE),
        ],
        "break",
    ),
    Case(
        "a break ended by a rep before a stop",
        THREE,
        [session(2, THREE, done=1, sets=1, outcome=Outcome.STOPPED), *twice_ago(30, THREE)],
        "break",
        reason="You last did it 30 days ago.",
    ),
    Case(
        "a break ended by a set that hurt a little",
        THREE,
        [session(2, THREE, done=1, sets=1, hurt=3), *twice_ago(30, THREE)],
    ),
    Case("pain before a break", THREE, [session(30, THREE, after=8)], "back-after"),
]

INSTEAD = settings(glute_bridge=ExerciseSettings(instead="single-leg-bridge"))
S = dose(SINGLE, 2, Reps(8, 8))
OTHERS = [
    Case(
        "hurt by the harder one",
        THREE,
        [session(2, S, count=11, hurt=8)],
        "back-hurt",
        "2 x 11 -> 2 x 8 reps",
        own=Settings(
            exercises={
                "glute-bridge": ExerciseSettings(instead="single-leg-bridge"),
                "single-leg-bridge": ExerciseSettings(reps=11),
            }
        ),
    ),
    Case(
        "hurt by the harder one at its least",
        THREE,
        [session(2, dose(SINGLE, 1, Reps(8, 8)), hurt=8)],
        "back-hurt",
        "Single-leg bridge, 1 x 8 reps each side -> Glute bridge, 3 x 10 reps",
        own=Settings(
            exercises={
                "glute-bridge": ExerciseSettings(instead="single-leg-bridge"),
                "single-leg-bridge": ExerciseSettings(sets=1),
            }
        ),
    ),
    Case(
        "an alternative goes up to its usual range",
        THREE,
        twice(S),
        "more-reps",
        "2 x 8 -> 2 x 9 reps",
        own=INSTEAD,
    ),
    Case(
        "the easier one is light again",
        dose(THRUST, 1, Reps(8, 8)),
        mastered(dose(BRIDGE, 3, Reps(10, 10))),
        "harder",
        "Glute bridge, 3 x 10 reps -> Thrust, 1 x 8 reps",
        own=Settings(
            exercises={
                "thrust": ExerciseSettings(instead="glute-bridge"),
                "glute-bridge": ExerciseSettings(sets=3, reps=10),
            }
        ),
    ),
]

SAID = [
    Case(
        "declined",
        THREE,
        twice(THREE),
        answers=(answer(1, "glute-bridge", "more-reps", Answer.DECLINED),),
    ),
    Case(
        "declined long ago",
        THREE,
        twice(THREE),
        "more-reps",
        answers=(answer(14.1, "glute-bridge", "more-reps", Answer.DECLINED),),
    ),
    Case(
        "declined for another exercise",
        THREE,
        twice(THREE),
        "more-reps",
        answers=(answer(1, "clam", "more-reps", Answer.DECLINED),),
    ),
    Case(
        "never again, a moment ago",
        ONE,
        twice(ONE),
        answers=(answer(0.1, "glute-bridge", "more-reps", Answer.NEVER),),
    ),
    Case(
        "never again, so the next rule",
        ONE,
        twice(ONE),
        "more-sets",
        answers=(answer(900, "glute-bridge", "more-reps", Answer.NEVER),),
    ),
    Case(
        "taken, no session since",
        THREE,
        at(11),
        own=settings(glute_bridge=ExerciseSettings(reps=11)),
        answers=(answer(1, "glute-bridge", "more-reps"),),
    ),
    Case(
        "taken, one session since",
        THREE,
        at(11),
        own=settings(glute_bridge=ExerciseSettings(reps=11)),
        answers=(answer(3, "glute-bridge", "more-reps"),),
    ),
    Case(
        "taken, two sessions since",
        THREE,
        at(11),
        "more-reps",
        own=settings(glute_bridge=ExerciseSettings(reps=11)),
        answers=(answer(6, "glute-bridge", "more-reps"),),
    ),
    Case(
        "step back taken",
        THREE,
        [session(2, THREE, hurt=8)],
        own=settings(glute_bridge=ExerciseSettings(sets=2)),
        answers=(answer(1, "glute-bridge", "back-hurt"),),
    ),
    Case(
        "step back taken, and hurt once more",
        THREE,
        [session(2, THREE, hurt=8)],
        "back-hurt",
        own=settings(glute_bridge=ExerciseSettings(sets=2)),
        answers=(answer(3, "glute-bridge", "back-hurt"),),
    ),
    Case(
        "step back declined",
        THREE,
        [session(2, THREE, hurt=8)],
        answers=(answer(1, "glute-bridge", "back-hurt", Answer.DECLINED),),
    ),
    Case(
        "step back declined, the morning was bad",
        THREE,
        [session(2, THREE, after=6, morning=6)],
        "back-morning",
        answers=(answer(1, "glute-bridge", "back-after", Answer.DECLINED),),
    ),
    Case(
        "step back never",
        THREE,
        [session(2, THREE, hurt=8)],
        answers=(answer(100, "glute-bridge", "back-hurt", Answer.NEVER),),
    ),
    Case(
        "step up taken before the bad morning",
        THREE,
        [session(2, THREE, after=4, morning=5)],
        "back-morning",
        answers=(answer(1.9, "glute-bridge", "more-reps"),),
    ),
    Case(
        "begun lighter already",
        THREE,
        twice_ago(30, THREE),
        own=settings(glute_bridge=ExerciseSettings(sets=2)),
        answers=(answer(0.1, "glute-bridge", "break"),),
    ),
    Case(
        "a lighter start declined",
        THREE,
        twice_ago(30, THREE),
        answers=(answer(0.1, "glute-bridge", "break", Answer.DECLINED),),
    ),
    Case(
        "a step up taken before the break",
        THREE,
        twice_ago(30, THREE),
        "break",
        own=settings(glute_bridge=ExerciseSettings(reps=11)),
        answers=(answer(29, "glute-bridge", "more-reps"),),
    ),
]


@pytest.mark.parametrize("case", [*UP, *DOWN, *OTHERS, *SAID], ids=lambda case: case.name)
def test_the_next_step(case: Case) -> None:
    now = standing(case.entry, case.own)

    found = suggest(now, case.past, PastAnswers(now.id, case.answers, NOW), NOW)

    if not case.rule:
        assert found is None
        return
    assert found is not None
    assert found.rule.id == case.rule
    if case.change:
        assert f"{found.change.before} -> {found.change.after}" == case.change
    if case.reason:
        assert found.reason == case.reason


def test_rounds_of_a_circuit_stay_and_all_of_them_count() -> None:
    entry = dose(BRIDGE, 1, Reps(10, 10), circuit="A")
    routine = replace(a_routine(entry), circuits=(Circuit("A", 3, 30.0),))
    (now,) = standings(routine, Settings())
    said = PastAnswers(now.id, (), NOW)

    assert now.rounds == 3
    assert suggest(now, twice(entry), said, NOW) is None  # one round of three
    whole = [session(days, entry, sets=3) for days in (2, 4, 6, 8)]
    found = suggest(now, whole, said, NOW)

    assert found is not None
    assert found.rule.id == "harder"
    assert found.reason.startswith("You did all 3 sets of 10")


def felt(past: PastExercise, feel: Feel) -> PastExercise:
    """The session with how the exercise was for the person."""
    return replace(past, sets=tuple(replace(record, feel=feel) for record in past.sets))


@pytest.mark.parametrize(
    ("feels", "sessions", "rule"),
    [
        ((), 1, ""),
        ((), 2, "more-reps"),
        ((Feel.EASY,), 1, "more-reps"),  # one session is enough
        ((Feel.RIGHT,), 1, ""),
        ((Feel.RIGHT, Feel.EASY), 2, "more-reps"),
        ((Feel.HARD,), 2, ""),  # not more of what was too hard
        ((Feel.RIGHT, Feel.HARD), 2, ""),
        ((Feel.EASY, Feel.HARD), 2, "more-reps"),  # since then it is easy
    ],
)
def test_how_it_was_feeds_the_next_step(feels: tuple[Feel, ...], sessions: int, rule: str) -> None:
    past = [session(2 + 3 * number, THREE) for number in range(sessions)]
    for number, feel in enumerate(feels):
        past[number] = felt(past[number], feel)
    now = standing(THREE)
    found = suggest(now, past, PastAnswers(now.id, (), NOW), NOW)
    assert (found.rule.id if found is not None else "") == rule
    if sessions == 1 and found is not None:
        assert found.reason == "You did all 3 sets of 10 in your last full session, too easy, " + (
            "with pain at most 1."
        )


def test_pain_counts_more_than_what_was_easy() -> None:
    past = [felt(session(2, THREE, after=6), Feel.EASY)]
    now = standing(THREE)
    found = suggest(now, past, PastAnswers(now.id, (), NOW), NOW)
    assert found is not None
    assert not found.rule.is_up
