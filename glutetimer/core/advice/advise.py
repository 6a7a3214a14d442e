"""The next steps of a routine: at most one for an exercise, the most urgent ones first."""

from collections.abc import Mapping, Sequence, Set
from datetime import datetime, timedelta

from glutetimer.core.advice.answers import PastAnswers
from glutetimer.core.advice.current_dose import Standing, standings
from glutetimer.core.advice.rules import MOST_AT_ONCE, Urgency
from glutetimer.core.advice.step_down import after_break, days_since, is_long_break, step_back
from glutetimer.core.advice.step_up import step_up
from glutetimer.core.advice.suggestion import Suggestion
from glutetimer.core.advice.weekly_pain import DAYS_COMPARED, is_rising
from glutetimer.core.history.totals import (
    PastExercise,
    ProgressStore,
    SessionTotals,
    SuggestionAnswer,
)
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings

SESSIONS_READ = 8
"""So many of the last sessions of an exercise are looked at."""

PastExercises = Mapping[str, Sequence[PastExercise]]


def exercise_ids(routine: Routine, settings: Settings) -> tuple[str, ...]:
    """The exercises whose last sessions `advise` wants to see."""
    return tuple(standing.id for standing in standings(routine, settings))


def next_steps(
    routine: Routine, settings: Settings, progress: ProgressStore, now: datetime
) -> tuple[Suggestion, ...]:
    """What the history suggests for a routine; see `advise`. Raises Trouble."""
    past = {name: progress.recent(name, SESSIONS_READ) for name in exercise_ids(routine, settings)}
    if not any(past.values()):
        return ()
    weeks = progress.totals(since=now.date() - timedelta(days=DAYS_COMPARED))
    return advise(routine, settings, past, progress.answers(), now, weeks)


def advise(
    routine: Routine,
    settings: Settings,
    past: PastExercises,
    answers: Sequence[SuggestionAnswer],
    now: datetime,
    weeks: Sequence[SessionTotals] = (),
) -> tuple[Suggestion, ...]:
    """What could be the next steps, the most urgent first.

    `past` has the last sessions of each exercise by id, newest first; `now` is aware and in the
    person's own time zone; `weeks` are the last sessions of all routines, for what pain does from
    week to week. From one session to the next a routine gets two suggestions at most,
    answered ones included; those for an exercise that hurt come first and always.
    """
    found = []
    every = standings(routine, settings)
    rises = is_rising(weeks, now.date())
    for standing in every:
        said = PastAnswers(standing.id, answers, now)
        suggestion = suggest(standing, past.get(standing.id, ()), said, now, rises)
        if suggestion is not None:
            found.append(suggestion)
    found.sort(key=lambda suggestion: suggestion.rule.urgency)
    ids = {entry.exercise.id for entry in routine.entries} | {standing.id for standing in every}
    left = MOST_AT_ONCE - _answered(ids, past, answers)
    hurting = [one for one in found if one.rule.urgency is Urgency.HURT]
    return tuple(found[: max(left, min(len(hurting), MOST_AT_ONCE))])


def suggest(
    standing: Standing,
    past: Sequence[PastExercise],
    said: PastAnswers,
    now: datetime,
    is_pain_rising: bool = False,
) -> Suggestion | None:
    """The one suggestion for an exercise: back before lighter before up; None if there is none.

    There is no step up while pain rises from week to week.
    """
    lower = step_back(standing, past, said) or after_break(standing, past, said, now.date())
    if lower is not None or is_pain_rising or is_long_break(days_since(past, now.date())):
        return lower
    return step_up(standing, past, said)


def _answered(ids: Set[str], past: PastExercises, answers: Sequence[SuggestionAnswer]) -> int:
    """How many suggestions for these exercises were answered since they were last done."""
    begun = [one.session.started_at for sessions in past.values() for one in sessions]
    last = max(begun, default=None)
    return sum(
        one.exercise_id in ids and (last is None or one.answered_at > last) for one in answers
    )
