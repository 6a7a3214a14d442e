"""What pain does from week to week: the levels told at rest, before sessions and in the morning."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from glutetimer.core.history.totals import SessionTotals

_WEEK_DAYS = 7
DAYS_COMPARED = 5 * _WEEK_DAYS
"""The last week is held against the week before it, and against the four before it."""


def is_rising(sessions: Sequence[SessionTotals], today: date) -> bool:
    """Whether the median of the last seven days is above that of the week, or of the month, before.

    The month finds what creeps too slowly for a week. Weeks without a level say nothing.
    """
    last = _median(sessions, today, 0, _WEEK_DAYS)
    before = (
        _median(sessions, today, _WEEK_DAYS, 2 * _WEEK_DAYS),
        _median(sessions, today, _WEEK_DAYS, DAYS_COMPARED),
    )
    return last is not None and any(level is not None and last > level for level in before)


def _median(sessions: Sequence[SessionTotals], today: date, after: int, until: int) -> float | None:
    """The median of the sessions that are at least `after` and fewer than `until` days ago."""
    first, last = today - timedelta(days=until - 1), today - timedelta(days=after)
    levels = [
        level
        for session in sessions
        if first <= session.day <= last
        for level in (session.pain_before, session.pain_morning)
        if level is not None
    ]
    return median(levels) if levels else None
