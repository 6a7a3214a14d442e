"""Without a history the program still works."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Pain, SessionEnd, SessionReview
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.session.journal import RETRY_S, Journal, Keeping
from glutetimer.store.history import History
from glutetimer.store.refuge import Refuge
from glutetimer.store.unavailable import UnavailableHistory
from tests.built_in import library
from tests.fakes import FakeClock
from tests.store.builders import MONDAY, a_set, a_start


def test_it_is_empty_and_refuses_to_write_with_the_reason(tmp_path: Path) -> None:
    history: HistoryStore = UnavailableHistory(
        Trouble("No", "here", "Do this"), Refuge(tmp_path / "history.db", ())
    )
    assert list(history.sessions()) == []
    assert list(history.sets(1)) == []
    assert history.last_done() == {}
    assert list(history.routines_done()) == []
    assert history.interrupted() is None
    writing: tuple[Callable[[], object], ...] = (
        lambda: history.begin(a_start()),
        lambda: history.add_set(1, a_set()),
        lambda: history.note_pain(1, 0, 1, Pain("hip", 1)),
        lambda: history.finish(1, SessionEnd.FINISHED, MONDAY, 1.0),
        lambda: history.review(1, SessionReview()),
        lambda: history.delete(1),
        lambda: history.restore(1),
    )
    for write in writing:
        with pytest.raises(Trouble) as caught:
            write()
        assert str(caught.value) == "No (here). Do this."


def test_a_history_that_was_busy_at_the_start_takes_the_session_when_it_is_free(
    tmp_path: Path,
) -> None:
    path = tmp_path / "history.db"
    clock = FakeClock()
    refuge = Refuge(path, ())
    tries = []

    def open_again() -> History:
        tries.append(path)
        if len(tries) < 4:
            raise Trouble("Another program is using the history")
        return History(path, clock)

    history = UnavailableHistory(Trouble("Another program"), refuge, open_again)
    journal = Journal(clock, history, None)
    journal.begin(library().routine("first-session"), 60.0, 2, "normal")
    journal.add_set(a_set(0).result)
    states = [journal.keeping]
    for _ in range(2):
        clock.advance(RETRY_S)
        journal.retry()
        states.append(journal.keeping)
    assert states == [Keeping.ELSEWHERE, Keeping.ELSEWHERE, Keeping.KEPT]
    journal.add_set(a_set(1).result)
    journal.finish(SessionEnd.FINISHED, 60.0)
    history.close()
    assert [*tmp_path.glob("glutetimer-rescued*")] == []
    with closing(History(path, clock)) as again:
        [session] = again.sessions()
        assert [record.result.index for record in again.sets(session.id)] == [0, 1]
