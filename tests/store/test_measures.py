"""Measures in the real history: kept to the last bit, and no training."""

from datetime import UTC, datetime

from glutetimer.core.history.records import SessionEnd
from glutetimer.core.progress.measures import (
    MEASURES_ID,
    Measures,
    measures_of,
    records_of,
    start_of,
)
from glutetimer.core.side import Side
from glutetimer.store.history import History


def test_they_come_back_and_count_as_nothing(history: History) -> None:
    at = datetime(2026, 3, 20, 18, 0, tzinfo=UTC)
    measures = Measures(at, (("Gardening", 6),), ((Side.LEFT, 24.3),), 12)
    session_id = history.begin(start_of(measures, 240.0))
    for record in records_of(measures):
        history.add_set(session_id, record)
    history.finish(session_id, SessionEnd.FINISHED, at, 240.0)

    (kept,) = history.sessions(MEASURES_ID)
    assert kept.sets_done == 0
    assert measures_of(at, history.sets(kept.id)) == measures
    assert history.times_done(MEASURES_ID) == 0
    assert MEASURES_ID not in history.last_done()
    assert history.awaiting_morning(at.date()) is None
