"""The list of backups, what is in one, and putting it in place of the history."""

import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Backup, Extent
from glutetimer.core.history.records import SessionEnd
from glutetimer.store.history import History
from tests.bench.history_fill import fill
from tests.fakes import FakeClock
from tests.store.archive.histories import everything
from tests.store.builders import MONDAY, a_set, a_start, page_of_sets
from tests.store.conftest import Open
from tests.store.killing import Child

OLD = Path(__file__).parents[2] / "data" / "history_v1.sqlite3"
DAY = timedelta(days=1)


@pytest.fixture
def filled(path: Path, open_history: Open) -> History:
    """Three sessions of three sets each, on 3 and 4 January."""
    fill(path, 3, 9)
    return open_history()


def made(history: History, at: datetime = MONDAY) -> str:
    backup = history.backup_if_due(at)
    assert backup is not None
    return backup.name


def test_they_are_listed_newest_first_with_reason_and_size(filled: History, path: Path) -> None:
    folder = path.parent / "backups"
    made(filled, MONDAY - DAY)
    made(filled, MONDAY)
    size = (folder / "history-20260105T073000Z.sqlite3").stat().st_size
    for name in ("20260104T073000Z-before-v2", "20260101T000000Z-before-import-2", "mine", "2026"):
        (folder / f"history-{name}.sqlite3").write_text("four")
    assert filled.archive.backups() == [
        Backup("history-20260105T073000Z.sqlite3", MONDAY, "", size),
        Backup("history-20260104T073000Z.sqlite3", MONDAY - DAY, "", size),
        Backup("history-20260104T073000Z-before-v2.sqlite3", MONDAY - DAY, "before-v2", 4),
        Backup(
            "history-20260101T000000Z-before-import-2.sqlite3",
            datetime(2026, 1, 1, tzinfo=UTC),
            "before-import",
            4,
        ),
    ]


def test_a_preview_tells_what_is_in_it_and_what_would_be_lost(filled: History, path: Path) -> None:
    name = made(filled)
    filled.delete(filled.sessions()[0].id)  # it is in the backup
    number = filled.begin(a_start(started_at=MONDAY))
    filled.add_set(number, a_set())
    before = everything(filled), (path.parent / "backups" / name).read_bytes()

    preview = filled.archive.preview_backup(name)

    day = MONDAY.astimezone().date()
    assert preview.backup.name == name
    assert preview.has == Extent(3, 9, date(2026, 1, 3), date(2026, 1, 4))
    assert preview.lost == Extent(1, 1, day, day)
    assert (everything(filled), (path.parent / "backups" / name).read_bytes()) == before
    assert len(list((path.parent / "backups").iterdir())) == 1


def test_a_backup_of_the_first_version_is_looked_at_and_restored(
    filled: History, path: Path
) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    name = "history-20260101T000000Z.sqlite3"
    shutil.copy(OLD, folder / name)
    preview = filled.archive.preview_backup(name)
    assert preview.has == Extent(4, 40, date(2026, 1, 3), date(2026, 1, 4))
    assert (folder / name).read_bytes() == OLD.read_bytes()

    filled.archive.restore_backup(name)

    assert filled.verify() == ()
    assert [totals.sets_done for totals in filled.progress.totals()] == [8, 8, 10, 10]
    assert (folder / name).read_bytes() == OLD.read_bytes()


def test_restored_in_a_thread_the_open_history_has_it(filled: History) -> None:
    name = made(filled)
    expected = everything(filled)
    for session in filled.sessions():
        filled.delete(session.id)
    names: list[str] = []
    thread = threading.Thread(target=lambda: names.append(filled.archive.restore_backup(name)))
    thread.start()
    thread.join()
    assert names == ["history-20260105T073000Z-before-restore.sqlite3"]
    assert everything(filled) == expected
    assert len(filled.sessions()) == 3
    # What it was before is there, hidden sessions too.
    assert filled.archive.preview_backup(names[0]).has == Extent(0, 0)
    filled.finish(filled.begin(a_start()), SessionEnd.STOPPED, MONDAY, 1.0)
    assert filled.verify() == ()


def test_nothing_to_copy_makes_no_copy(filled: History, path: Path, tmp_path: Path) -> None:
    name = made(filled)
    new = tmp_path / "new" / path.name
    shutil.copytree(path.parent / "backups", new.parent / "backups")
    history = History(new, FakeClock())
    try:
        assert history.archive.restore_backup(name) == ""
        assert len(history.sessions()) == 3
    finally:
        history.close()


def test_not_while_a_session_runs_here_or_in_another_window(filled: History, path: Path) -> None:
    name = made(filled)
    own = filled.begin(a_start())
    with pytest.raises(Trouble, match="A session is running"):
        filled.archive.restore_backup(name)
    filled.finish(own, SessionEnd.STOPPED, MONDAY, 1.0)
    child = Child(path, "0")
    child.go()
    session_id = int(child.expect("session"))
    with pytest.raises(Trouble, match="A session is running"):
        filled.archive.restore_backup(name)
    assert filled.interrupted() is None, "asking has made it ours"
    child.kill()
    found = filled.interrupted()
    assert found is not None
    assert found.id == session_id
    filled.delete(session_id)
    assert filled.archive.restore_backup(name)


def test_one_that_was_interrupted_long_ago_is_no_hindrance(open_history: Open, path: Path) -> None:
    fill(path, 1, 1)
    crashed = open_history()
    crashed.begin(a_start())
    name = made(crashed)
    crashed.close()
    history = open_history()
    assert history.archive.restore_backup(name)
    assert history.interrupted() is not None


def _garbage(path: Path) -> None:
    path.write_bytes(b"once upon a time " * 1000)


def _hole(path: Path) -> None:
    place = page_of_sets(path)
    data = path.read_bytes()
    path.write_bytes(data[:place] + b"\xa5" * 4096 + data[place + 4096 :])


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("harm", "what"),
    [
        (_garbage, "damaged"),
        (_hole, "damaged"),
        (_foreign, "not a backup of a history"),
        (_newer, "newer glutetimer"),
    ],
)
def test_one_that_is_no_good_changes_nothing(
    path: Path, open_history: Open, harm: object, what: str
) -> None:
    fill(path, 20, 600)
    history = open_history()
    name = made(history)
    before = everything(history)
    assert callable(harm)
    harm(path.parent / "backups" / name)
    for call in (history.archive.preview_backup, history.archive.restore_backup):
        with pytest.raises(Trouble, match=what) as caught:
            call(name)
        assert name in caught.value.where
    assert everything(history) == before


@pytest.mark.parametrize("name", ["", "../history.sqlite3", "history-20200101T000000Z.sqlite3"])
def test_a_name_that_is_not_in_the_list_is_trouble(filled: History, name: str) -> None:
    with pytest.raises(Trouble, match="There is no such backup"):
        filled.archive.preview_backup(name)


def test_copies_before_restores_do_not_pile_up(filled: History, clock: FakeClock) -> None:
    daily = made(filled)
    for _ in range(14):
        clock.advance(60.0)
        newest = filled.archive.restore_backup(daily)
        assert filled.archive.backups()[0].name == newest
    reasons = [backup.reason for backup in filled.archive.backups()]
    assert reasons == ["before-restore"] * 10 + [""]
