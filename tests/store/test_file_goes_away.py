"""The database is removed, moved or replaced while it is open."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Pain, SessionEnd, SessionReview
from glutetimer.core.history.totals import Answer, SuggestionAnswer
from glutetimer.store.history import History
from tests.bench.history_fill import fill
from tests.store.builders import MONDAY, a_set, a_start
from tests.store.conftest import Open
from tests.store.killing import Child

ENDS = ("", "-wal", "-shm")


def _removed(path: Path) -> None:
    for end in ENDS:
        path.with_name(path.name + end).unlink()


def _file_alone_removed(path: Path) -> None:
    path.unlink()


def _moved(path: Path) -> None:
    for end in ENDS:
        path.with_name(path.name + end).rename(path.with_name(f"moved{end}"))


def _folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def _replaced(path: Path) -> None:
    other = path.with_name("other.sqlite3")
    fill(other, 3, 9)
    other.replace(path)  # as tools that keep folders the same do


def _emptied(path: Path) -> None:
    os.truncate(path, 0)


def _spoilt(path: Path) -> None:
    with path.open("rb+") as file:
        file.write(b"no database " * 1000)


WAYS = (
    *(_removed, _file_alone_removed, _moved, _folder_moved, _replaced),
    *(_emptied, _spoilt),
)


@pytest.mark.parametrize("way", WAYS)
def test_what_this_session_did_is_kept_in_the_file_that_is_there_then(
    open_history: Open, path: Path, way: object
) -> None:
    history = open_history()
    history.begin(a_start("another", MONDAY.replace(hour=5)))
    session_id = history.begin(a_start())
    history.note_pain_before(session_id, 2)
    history.add_set(session_id, a_set(0))
    history.note_pain(session_id, 0, 1, Pain("knee", 4))
    assert history.take_notices() == ()
    assert callable(way)
    way(path)
    history.add_set(session_id, a_set(1))
    (told, *_) = history.take_notices()
    assert "removed, moved or replaced" in told.text
    assert str(path) in told.cure
    history.finish(session_id, SessionEnd.FINISHED, MONDAY, 60.0)
    history.review(session_id, SessionReview(3, 6, "fine"))
    assert history.sets(session_id) == [a_set(0, pain=Pain("knee", 4)), a_set(1)]
    history.close()

    again = open_history()
    assert again.verify() == ()
    (session,) = (s for s in again.sessions() if s.start.started_at == MONDAY)
    assert session.start.pain_before == 2
    assert session.end is SessionEnd.FINISHED
    assert session.review == SessionReview(3, 6, "fine")
    assert again.sets(session.id) == [a_set(0, pain=Pain("knee", 4)), a_set(1)]
    assert len(again.sessions()) == (4 if way is _replaced else 1)


def test_a_backup_that_is_copied_over_the_open_file_gets_what_this_session_did(
    open_history: Open, path: Path
) -> None:
    path.parent.mkdir(exist_ok=True)
    fill(path, 40, 900)
    backup = path.with_name("other.sqlite3")
    fill(backup, 3, 40)
    history = open_history()
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set(0))
    shutil.copyfile(backup, path)  # as `cp` does: the file stays the same one
    history.add_set(session_id, a_set(1))
    (told, *_) = history.take_notices()
    assert "replaced" in told.text
    history.finish(session_id, SessionEnd.FINISHED, MONDAY, 60.0)
    history.close()

    again = open_history()
    assert again.verify() == ()
    (session,) = (s for s in again.sessions() if s.start.started_at == MONDAY)
    assert again.sets(session.id) == [a_set(0), a_set(1)]
    assert len(again.sessions()) == 4


def test_a_session_that_was_begun_by_another_process_is_kept_whole(
    open_history: Open, path: Path
) -> None:
    before = open_history()
    session_id = before.begin(a_start())
    before.add_set(session_id, a_set(0))
    before.close()
    history = open_history()
    history.add_set(session_id, a_set(1))
    _removed(path)
    history.add_set(session_id, a_set(2))
    assert history.sets(session_id) == [a_set(0), a_set(1), a_set(2)]
    (session,) = history.unfinished()
    assert session.start == before_start(history)
    assert history.verify() == ()


def before_start(history: History) -> object:
    (session,) = history.unfinished()
    return session.start


def test_an_older_copy_of_the_same_history_gets_only_what_it_lacks(
    open_history: Open, path: Path
) -> None:
    history = open_history()
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set(0))
    backup = history.backup_if_due(MONDAY)
    assert backup is not None
    history.add_set(session_id, a_set(1))
    shutil.copy(backup, path.with_name("copy"))
    path.with_name("copy").replace(path)
    history.add_set(session_id, a_set(2))
    assert [session.id for session in history.unfinished()] == [session_id]
    assert history.sets(session_id) == [a_set(0), a_set(1), a_set(2)]


def test_an_answer_does_not_go_into_a_file_that_is_gone(open_history: Open, path: Path) -> None:
    history = open_history()
    progress = history.progress
    _removed(path)
    answer = SuggestionAnswer("glute-bridge", "rule", Answer.NEVER, MONDAY)
    progress.answer(answer)
    assert open_history().progress.answers() == [answer]


def test_a_place_that_is_gone_is_trouble_until_it_is_back(open_history: Open, path: Path) -> None:
    history = open_history()
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set(0))
    path.parent.rename(path.parent.with_name("pulled"))
    path.parent.write_text("no folder")  # so that none can be made
    for _ in range(2):
        with pytest.raises(Trouble, match="cannot be made"):
            history.add_set(session_id, a_set(1))
        with pytest.raises(Trouble, match="cannot be made"):
            history.sets(session_id)
    assert history.take_notices() == ()
    path.parent.unlink()
    path.parent.with_name("pulled").rename(path.parent)
    history.add_set(session_id, a_set(1))
    assert history.sets(session_id) == [a_set(0), a_set(1)]
    assert history.verify() == ()


def test_two_processes_follow_to_the_same_new_file(open_history: Open, path: Path) -> None:
    child = Child(path, "30")
    history = open_history(busy_timeout_s=5.0)
    session_id = history.begin(a_start("mine", MONDAY.replace(hour=4)))
    _replaced(path)
    history.add_set(session_id, a_set(0))
    child.go()
    other_id = int(child.expect("session"))
    for index in range(1, 20):
        history.add_set(session_id, a_set(index))
    child.wait()
    history.close()
    again = open_history()
    assert again.verify() == ()
    (mine,) = (s.id for s in again.unfinished() if s.start.routine_id == "mine")
    assert len(again.sets(mine)) == 20
    assert len(again.sets(other_id)) == 30


def test_two_connections_that_were_both_open_end_in_one_sound_file(
    open_history: Open, path: Path
) -> None:
    one, two = open_history(), open_history(busy_timeout_s=5.0)
    first = one.begin(a_start("one", MONDAY.replace(hour=3)))
    second = two.begin(a_start("two", MONDAY.replace(hour=4)))
    _replaced(path)
    for index in range(10):
        one.add_set(first, a_set(index))
    for index in range(10):
        two.add_set(second, a_set(index))
        one.add_set(first, a_set(index + 10))
    one.close()
    two.close()
    again = open_history()
    assert again.verify() == ()
    found = {s.start.routine_id: s.id for s in again.unfinished()}
    assert len(again.sets(found["one"])) == 20
    assert len(again.sets(found["two"])) == 10


def test_what_sqlite_itself_writes_into_the_file_is_no_other_content(
    open_history: Open, path: Path
) -> None:
    history, other = open_history(), open_history()
    session_id = history.begin(a_start())
    other.begin(a_start("another", MONDAY.replace(hour=5)))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    history.add_set(session_id, a_set(0))
    assert history.take_notices() == ()
    assert other.sets(session_id) == [a_set(0)]
