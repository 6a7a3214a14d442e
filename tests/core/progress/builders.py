"""Totals of sessions, and Hypothesis strategies for them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from glutetimer.core.history.totals import ExerciseTotals, SessionTotals
from glutetimer.core.side import Side


def done(
    day: date,
    active_s: float = 600.0,
    under_s: float = 300.0,
    sets: int = 5,
    title: str = "Bridges",
    before: int | None = None,
    after: int | None = None,
) -> SessionTotals:
    """A session on a day; with no sets it does not count."""
    return SessionTotals(
        id=day.toordinal(),
        day=day,
        started_at=datetime.combine(day, time(18), UTC),
        routine_id="bridges",
        routine_title=title,
        dose="normal",
        active_s=active_s,
        under_s=under_s,
        sets_done=sets,
        sets_planned=5,
        pain_before=before,
        pain_after=after,
    )


def of_exercise(
    day: date, side: Side | None = None, sets: int = 2, reps: int = 20, hold_s: float = 0.0
) -> ExerciseTotals:
    """What a session had of one exercise on one side."""
    return ExerciseTotals(day.toordinal(), day, side, sets, reps, hold_s, hold_s + reps * 3.0)


def totals_of(days: Sequence[tuple[date, int]]) -> list[SessionTotals]:
    """A session for every (day, sets), oldest first."""
    return [done(day, sets=sets, under_s=float(sets)) for day, sets in sorted(days)]


days = st.dates(date(2023, 12, 1), date(2026, 2, 28))
histories = st.lists(st.tuples(days, st.integers(0, 3)), max_size=60).map(totals_of)
weekdays = st.integers(1, 7)
