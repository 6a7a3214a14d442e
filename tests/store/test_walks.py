"""A walk in the history: it is listed, and counts as no session of a routine."""

from datetime import UTC, datetime
from pathlib import Path

from glutetimer.core.history.records import SessionEnd
from glutetimer.core.progress.weeks import counted
from glutetimer.core.schedule.walks import WALK_ID, days_walked, walk_start
from glutetimer.store.history import History
from tests.fakes import FakeClock

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_a_walk_is_listed_and_counts_as_no_session(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db", FakeClock())
    number = history.begin(walk_start(NOW, 25))
    history.finish(number, SessionEnd.FINISHED, NOW, 1500.0)

    [walk] = history.sessions(routine_id=WALK_ID)
    assert (walk.start.routine_title, walk.active_s, walk.ended_at) == ("Walk", 1500.0, NOW)
    assert days_walked([walk], NOW) == 1
    assert counted(history.progress.totals()) == ()
    assert history.last_done() == {}
    assert history.interrupted() is None
    history.delete(number)
    assert history.sessions() == []
    history.close()
