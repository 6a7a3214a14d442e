"""Without a history the program still works."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Pain, SessionEnd, SessionReview
from glutetimer.core.ports.history import HistoryStore
from glutetimer.store.refuge import Refuge
from glutetimer.store.unavailable import UnavailableHistory
from tests.store.builders import MONDAY, a_set, a_start


def test_it_is_empty_and_refuses_to_write_with_the_reason(tmp_path: Path) -> None:
    history: HistoryStore = UnavailableHistory(
        Trouble("No", "here", "Do this"), Refuge((tmp_path,))
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
