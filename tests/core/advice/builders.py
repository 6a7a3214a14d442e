"""Exercises with alternatives, and past sessions, for the tests of the next step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from glutetimer.core.advice.current_dose import Standing, standings
from glutetimer.core.exercise import Amount, Exercise, Hold, Kind, Position, Reps, Sides
from glutetimer.core.history.records import Achieved, Outcome, Pain, SetRecord, SetResult
from glutetimer.core.history.totals import Answer, PastExercise, SessionTotals, SuggestionAnswer
from glutetimer.core.routine import DoseSource, Prescription, Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.side import Side
from tests.core.builders import exercise, routine

NOW = datetime(2026, 3, 20, 18, 0, tzinfo=UTC)

BRIDGE = replace(
    exercise("Glute bridge", easier=("squeeze",)),
    harder=("ball", "walk", "thrust", "single-leg-bridge"),
)
CLAM = replace(
    exercise("Clam", position=Position.SIDE_LYING, sides=Sides.EACH), easier=("squeeze",)
)
THRUST = replace(exercise("Thrust"), easier=("glute-bridge",))
SINGLE = replace(exercise("Single-leg bridge", sides=Sides.EACH), easier=("glute-bridge", "thrust"))
BALL = replace(exercise("Ball"), needed=("stability ball",))
WALK = exercise("Walk", Kind.STEPS, Position.STANDING)
SQUEEZE = exercise("Squeeze", Kind.HOLD, Position.STANDING)
ISO = exercise("Iso", Kind.HOLD)
ALL = {one.id: one for one in (BRIDGE, CLAM, THRUST, SINGLE, BALL, WALK, SQUEEZE, ISO)}


def dose(what: Exercise, sets: int, amount: Amount, circuit: str = "") -> Prescription:
    """A dose of an article."""
    return Prescription(
        exercise=what,
        sets=sets,
        amount=amount,
        tempo=what.tempo,
        sides=what.sides,
        circuit=circuit,
        dose_source=DoseSource.ARTICLE,
    )


def a_routine(*entries: Prescription, known: Mapping[str, Exercise] = ALL) -> Routine:
    """A routine whose exercises know their alternatives."""
    return replace(routine(*entries), alternatives=known)


def settings(**own: ExerciseSettings) -> Settings:
    """Settings with own doses; an underscore in a name stands for a hyphen."""
    return Settings(exercises={name.replace("_", "-"): dose for name, dose in own.items()})


def standing(entry: Prescription, own: Settings | None = None) -> Standing:
    """How the only exercise of a routine stands."""
    (found,) = standings(a_routine(entry), own or Settings())
    return found


def session(
    days_ago: float,
    entry: Prescription,
    *,
    before: int | None = None,
    after: int | None = 1,
    morning: int | None = None,
    worst: int | None = None,
    effort: int | None = 5,
    dose: str = "normal",
    sets: int | None = None,
    count: int | None = None,
    done: int | None = None,
    outcome: Outcome = Outcome.DONE,
    hurt: int | None = None,
    sides: Sequence[Side | None] | None = None,
) -> PastExercise:
    """A session in which the exercise was done as prescribed, but for what is told here.

    `count` is the plan of every set (reps or seconds), `done` what the last one had; `outcome`
    and `hurt` are of the last one, too.
    """
    at = NOW - timedelta(days=days_ago)
    if sides is None:
        sides = (Side.LEFT, Side.RIGHT) if entry.sides is Sides.EACH else (None,)
    count = count or _count(entry)
    is_hold = isinstance(entry.amount, Hold)
    records = []
    numbers = [(number, side) for number in range(sets or entry.sets) for side in sides]
    for index, (number, side) in enumerate(numbers):
        is_last = index == len(numbers) - 1
        got = done if is_last and done is not None else count
        result = SetResult(
            index=index,
            entry=0,
            exercise_id=entry.exercise.id,
            exercise_name=entry.exercise.name,
            round=1,
            set=number + 1,
            side=side,
            attempt=1,
            planned=_achieved(count, is_hold),
            done=_achieved(got, is_hold),
            outcome=(Outcome.HURT if hurt is not None else outcome) if is_last else Outcome.DONE,
        )
        pain = Pain("low back", hurt) if is_last and hurt is not None else None
        records.append(SetRecord(result, at + timedelta(minutes=index), pain))
    totals = SessionTotals(
        id=int(10_000 - days_ago * 10),
        day=at.date(),
        started_at=at,
        routine_id="test",
        routine_title="Test routine",
        dose=dose,
        active_s=600.0,
        under_s=300.0,
        sets_done=len(records),
        sets_planned=len(records),
        pain_before=before,
        pain_after=after,
        pain_morning=morning,
        effort=effort,
        worst_pain=worst if hurt is None else hurt,
    )
    return PastExercise(totals, tuple(records))


def mastered(entry: Prescription, count: int | None = None) -> list[PastExercise]:
    """Four whole sessions."""
    return [session(days, entry, count=count) for days in (2, 4, 6, 8)]


def answer(
    days_ago: float, exercise_id: str, rule: str, said: Answer = Answer.TAKEN
) -> SuggestionAnswer:
    """What was said so many days ago."""
    return SuggestionAnswer(exercise_id, rule, said, NOW - timedelta(days=days_ago))


def _count(entry: Prescription) -> int:
    match entry.amount:
        case Reps(low, _):
            return low
        case Hold(seconds):
            return int(seconds)
        case _:
            return 5


def _achieved(count: int, is_hold: bool) -> Achieved:
    return Achieved(None, float(count)) if is_hold else Achieved(count, count * 5.0)
