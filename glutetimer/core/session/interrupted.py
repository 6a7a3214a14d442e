"""A session that the program did not live to end: where it goes on, and keeping it as it is."""

from collections.abc import Sequence

from glutetimer.core.history.records import SessionEnd, SessionSummary, SetRecord
from glutetimer.core.ports.history import HistoryStore


def next_set(sets: Sequence[SetRecord]) -> int:
    """The set (from 0) that was running when the program ended: the one after the last record."""
    return sets[-1].result.index + 1 if sets else 0


def keep(history: HistoryStore, summary: SessionSummary) -> None:
    """Mark an interrupted session as ended with its last set. Raises Trouble."""
    sets = history.sets(summary.id)
    ended_at = sets[-1].ended_at if sets else summary.start.started_at
    lasted_s = (ended_at - summary.start.started_at).total_seconds()
    active_s = summary.active_s or max(0.0, lasted_s)
    history.finish(summary.id, SessionEnd.INTERRUPTED, ended_at, active_s)


def discard(history: HistoryStore, summary: SessionSummary) -> None:
    """Take an interrupted session out of the history. Raises Trouble."""
    # Ended first: so it is not offered again should the program end before it is purged.
    keep(history, summary)
    history.delete(summary.id)
