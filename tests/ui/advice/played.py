"""Sessions that were played as planned, but for what is told."""

from collections.abc import Mapping
from datetime import timedelta

from glutetimer.core.history.records import (
    Outcome,
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
    SetResult,
)
from glutetimer.core.plan.phase import planned
from glutetimer.core.plan.plan import plan
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings
from tests.ui.fakes import World


def play(
    world: World,
    routine: Routine,
    days_ago: float,
    *,
    settings: Settings | None = None,
    pain_after: int | None = 1,
    hurt: Mapping[str, int] | None = None,
) -> None:
    """Put a whole session into the history; `hurt` has the pain that ended an exercise, by id."""
    timeline = plan(routine, settings)
    at = world.ago(days_ago)
    number = max(world.history.summaries, default=0) + 1
    records = []
    hurting = dict(hurt or {})
    for span in timeline.sets:
        entry, first = timeline.entry_of(span), timeline.steps[span.first]
        level = hurting.pop(entry.exercise.id, None)
        result = SetResult(
            index=span.index,
            entry=first.entry,
            exercise_id=entry.exercise.id,
            exercise_name=entry.exercise.name,
            round=first.round,
            set=first.set,
            side=first.side,
            attempt=1,
            planned=planned(entry),
            done=planned(entry),
            outcome=Outcome.DONE if level is None else Outcome.HURT,
        )
        pain = None if level is None else Pain("low back", level)
        records.append(SetRecord(result, at + timedelta(minutes=1 + span.index), pain))
    start = SessionStart(routine.id, routine.title, at, timeline.total_s, len(timeline.sets))
    ended_at = at + timedelta(seconds=timeline.total_s)
    review = SessionReview(pain_after, 5)
    world.history.add(
        SessionSummary(
            number, start, SessionEnd.FINISHED, ended_at, timeline.total_s, len(records), review
        ),
        records,
    )
