"""Plans and sessions for the tests of plans."""

from datetime import UTC, datetime, timedelta, timezone

from glutetimer.core.history.records import (
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
)
from glutetimer.core.schedule.routine_plan import PlanDay, RoutinePlan

HERE = timezone(timedelta(hours=1))
BEGUN = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)  # a Monday, day 0


def done(
    routine: str, day: float, end: SessionEnd | None = SessionEnd.FINISHED, sets: int = 3
) -> SessionSummary:
    """A session so many days after BEGUN."""
    at = BEGUN + timedelta(days=day)
    start = SessionStart(routine, routine.upper(), at, 600.0, 3)
    return SessionSummary(1, start, end, at, 600.0, sets, SessionReview())


def plan(*days: str) -> RoutinePlan:
    """A plan of days such as "1 Mon a" and "Tue -" (rest, every week)."""
    made = []
    for text in days:
        *week, day, routine = text.split()
        title = routine.upper() if routine != "-" else ""
        made.append(PlanDay(int(week[0]) if week else 0, day, title.lower(), title))
    return RoutinePlan("p", "P", tuple(made))
