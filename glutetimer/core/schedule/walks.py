"""Walks, which are ticked off by hand: sessions of no set, which count as nothing else."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from glutetimer.core.history.records import SessionStart, SessionSummary
from glutetimer.core.schedule.phase import PlanWalks

WALK_ID, WALK_TITLE = "walk", "Walk"
DAYS = 7


def walk_start(ended_at: datetime, minutes: int) -> SessionStart:
    """A walk that ends at a moment (aware), as its session begins in the history."""
    started_at = ended_at - timedelta(minutes=minutes)
    return SessionStart(WALK_ID, WALK_TITLE, started_at, minutes * 60.0, planned_sets=0)


def days_walked(sessions: Iterable[SessionSummary], now: datetime) -> int:
    """On how many of the last seven days there was a walk; `now` is aware, in local time."""
    days = {one.start.started_at.astimezone(now.tzinfo).date() for one in sessions}
    return sum(0 <= (now.date() - day).days < DAYS for day in days)


def walks_line(walks: PlanWalks, done: int | None = None) -> str:
    """What is asked, and done: "Walks: 1 of 3 days in the last seven, of 10 to 15 minutes"."""
    most = f" to {walks.most_minutes}" if walks.most_minutes else ""
    days = f"{walks.days} days in seven"
    if done is not None:
        days = f"{done} of {walks.days} days in the last seven"
    return f"Walks: {days}, of {walks.minutes}{most} minutes"
