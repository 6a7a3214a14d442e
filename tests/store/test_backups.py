"""Dated copies of the history, and taking one back."""

import contextlib
import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from glutetimer.app import open_history_at
from glutetimer.core.errors import Trouble
from glutetimer.folders import folders
from glutetimer.store.history import History
from glutetimer.store.schema import MIGRATIONS
from tests.bench.history_fill import fill
from tests.store.archive.histories import everything
from tests.store.builders import MONDAY, a_set, a_start, newest_backup, page_of_sets
from tests.store.conftest import Open

DAY = timedelta(days=1)


@pytest.fixture
def filled(path: Path, open_history: Open) -> History:
    fill(path, 3, 9)
    return open_history()


def names(path: Path) -> list[str]:
    return sorted(backup.name for backup in (path.parent / "backups").iterdir())


def test_there_is_none_at_first(filled: History) -> None:
    assert newest_backup(filled) is None


def test_a_backup_is_one_whole_file_with_what_is_still_in_the_log(
    filled: History, path: Path
) -> None:
    session_id = filled.begin(a_start())
    filled.add_set(session_id, a_set())
    backup = filled.backup_if_due(MONDAY)
    assert backup == path.parent / "backups" / "history-20260105T073000Z.sqlite3"
    assert newest_backup(filled) == backup
    with contextlib.closing(sqlite3.connect(f"{backup.as_uri()}?mode=ro", uri=True)) as copy:
        assert copy.execute("SELECT count(*) FROM set_record").fetchone() == (10,)
    assert names(path) == [backup.name]
    # Even a reader without a right to write, and without companions, can open it.
    assert backup.read_bytes()[18:20] == b"\x01\x01", "it says that it has a write-ahead log"


def test_there_is_at_most_one_a_day_and_old_ones_go(filled: History, path: Path) -> None:
    made = [filled.backup_if_due(MONDAY + DAY * day) for day in range(10)]
    assert None not in made
    assert filled.backup_if_due(MONDAY + DAY * 9 + timedelta(hours=23, minutes=59)) is None
    # The newest seven and the newest of those of their week that are older.
    assert names(path) == [backup.name for backup in made[2:] if backup]


def test_a_clock_that_was_set_back_does_not_stop_them(filled: History) -> None:
    assert filled.backup_if_due(MONDAY + DAY * 400)
    assert filled.backup_if_due(MONDAY)
    assert filled.backup_if_due(MONDAY) is None


def test_others_files_and_other_backups_are_not_removed(filled: History, path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    kept = ["history-mine.sqlite3", "history-20200101T000000Z-before-v2.sqlite3", "letter.txt"]
    for name in kept:
        (folder / name).write_text("mine")
    for day in range(9):
        filled.backup_if_due(MONDAY + DAY * day)
    assert set(kept) <= set(names(path))
    assert len(names(path)) == len(kept) + 7 + 1


def test_an_empty_history_pushes_out_no_good_backup(history: History, path: Path) -> None:
    assert history.backup_if_due(MONDAY) is None
    assert not (path.parent / "backups").exists()


def test_a_damaged_history_pushes_out_no_good_backup(open_history: Open, path: Path) -> None:
    fill(path, 20, 600)
    open_history().close()
    with path.open("r+b") as file:
        file.seek(page_of_sets(path))
        file.write(b"\xa5" * 4096)
    history = open_history()
    with pytest.raises(Trouble, match="damaged"):
        history.backup_if_due(MONDAY)
    assert names(path) == []


def test_a_folder_that_cannot_be_made_is_trouble(filled: History, path: Path) -> None:
    (path.parent / "backups").write_text("mine")
    with pytest.raises(Trouble, match="backup could not be written"):
        filled.backup_if_due(MONDAY)


def test_it_is_made_in_a_thread_while_sets_are_stored(filled: History) -> None:
    session_id = filled.begin(a_start())
    made: list[Path | None] = []
    thread = threading.Thread(target=lambda: made.append(filled.backup_if_due(MONDAY)))
    thread.start()
    for index in range(50):
        filled.add_set(session_id, a_set(index))
    thread.join()
    assert made == [newest_backup(filled)]
    assert len(filled.sets(session_id)) == 50


def test_restoring_brings_everything_back_and_keeps_what_was_there(filled: History) -> None:
    expected = everything(filled)
    backup = filled.backup_if_due(MONDAY - DAY)
    assert backup
    for session in filled.sessions()[1:]:
        filled.delete(session.id)
    replaced = everything(filled)
    filled.restore_backup(backup)
    assert everything(filled) == expected
    assert filled.verify() == ()
    newest = newest_backup(filled)
    assert newest
    assert newest.name == "history-20260105T073000Z-before-restore.sqlite3"
    filled.restore_backup(newest)  # within the same second
    assert everything(filled) == replaced
    last = newest_backup(filled)
    assert last
    assert last.name == "history-20260105T073000Z-before-restore-2.sqlite3"


def test_an_older_backup_is_migrated(open_history: Open, path: Path) -> None:
    fill(path, 3, 9)
    first = open_history()
    backup = first.backup_if_due(MONDAY)
    first.close()
    assert backup
    history = open_history(migrations=(*MIGRATIONS, ("ALTER TABLE session ADD mood INTEGER",)))
    history.restore_backup(backup)
    assert history._database.read("SELECT DISTINCT mood FROM session") == [(None,)]
    assert history._database.read("PRAGMA foreign_keys") == [(1,)]
    assert history._database.read("PRAGMA journal_mode") == [("wal",)]


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "does not exist"), (b"garbage " * 1000, "damaged"), (b"", "not a backup")],
)
def test_a_bad_backup_changes_nothing(
    filled: History, tmp_path: Path, content: bytes | None, message: str
) -> None:
    expected = filled.sessions()
    bad = tmp_path / "bad.sqlite3"
    if content is not None:
        bad.write_bytes(content)
    with pytest.raises(Trouble, match=message) as caught:
        filled.restore_backup(bad)
    assert caught.value.where == str(bad)
    assert filled.sessions() == expected


def test_a_newer_backup_is_refused(open_history: Open, tmp_path: Path, path: Path) -> None:
    fill(path, 3, 9)
    history = open_history()
    backup = history.backup_if_due(MONDAY)
    assert backup
    with contextlib.closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(Trouble, match="newer glutetimer"):
        history.restore_backup(backup)
    assert len(history.sessions()) == 3


def test_what_a_killed_backup_left_goes_with_the_next_start(own_home: Path) -> None:
    folder = own_home / "backups"
    folder.mkdir(parents=True)
    left = [
        folder / "history-20260105T073000Z.sqlite3.4711.part",
        folder / ".glutetimer-0123456789ab.part",
        own_home / ".settings.toml.4711.part",
        own_home / ".glutetimer-0123456789ab.part",
    ]
    for path in left:
        path.write_bytes(b"half")
    open_history_at(folders()).close()
    assert [path for path in left if path.exists()] == []
