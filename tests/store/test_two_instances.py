"""Several programs use the history at once: two windows, or a window and the terminal."""

import contextlib
import sqlite3
from pathlib import Path

from glutetimer.store.history import History
from tests.store.builders import a_set, a_start
from tests.store.conftest import Open
from tests.store.killing import Child


def test_all_make_the_file_and_write_at_the_same_time(path: Path, open_history: Open) -> None:
    children = [Child(path, "40") for _ in range(4)]
    for child in children:
        child.go()
    history = open_history(busy_timeout_s=20.0)
    own = history.begin(a_start())
    for index in range(40):
        history.add_set(own, a_set(index))
    sessions = {int(child.expect("session")) for child in children}
    for child in children:
        child.wait()
    assert len(sessions | {own}) == 5
    for session_id in sessions | {own}:
        assert history.sets(session_id) == [a_set(index) for index in range(40)]
    assert history.verify() == ()


def test_a_session_that_runs_in_another_window_was_not_interrupted(
    path: Path, history: History
) -> None:
    child = Child(path, "0")
    child.go()
    session_id = int(child.expect("session"))
    assert history.interrupted() is None
    own = history.begin(a_start())
    found = history.interrupted()
    assert found is not None
    assert found.id == own, "our own is ours to settle"
    history.delete(own)
    child.kill()
    found = history.interrupted()
    assert found is not None
    assert found.id == session_id


def test_it_works_where_files_cannot_be_locked(path: Path, open_history: Open) -> None:
    path.parent.mkdir()
    path.with_name(f"{path.name}-running").mkdir()  # cannot be opened as a file
    history = open_history()
    session_id = history.begin(a_start())
    found = history.interrupted()
    assert found is not None
    assert found.id == session_id
    history.delete(session_id)


def test_a_long_read_by_another_program_does_not_stop_the_session(
    path: Path, open_history: Open
) -> None:
    history = open_history(busy_timeout_s=0.0)
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set(0))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM set_record").fetchone() == (1,)
        history.add_set(session_id, a_set(1))
        assert other.execute("SELECT count(*) FROM set_record").fetchone() == (1,)
    assert len(history.sets(session_id)) == 2
