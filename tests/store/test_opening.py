"""Opening whatever may stand where the history should be."""

import contextlib
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd
from glutetimer.store.database import suspicion
from glutetimer.store.history import History
from glutetimer.store.schema import MIGRATIONS, migrate
from tests.bench.history_fill import fill
from tests.fakes import FakeClock
from tests.store.builders import MONDAY, a_set, a_start, newest_backup, page_of_sets
from tests.store.conftest import Open
from tests.store.test_progress import agree

DATA = Path(__file__).parent.parent / "data"
OLD = DATA / "history_v1.sqlite3"
NEXT = (
    "ALTER TABLE session ADD COLUMN mood INTEGER",
    "UPDATE session SET mood = 5 WHERE ended_how = 'finished'",
)


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith("-running")}


def schema_of(path: Path) -> list[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def test_a_new_history_is_made_with_its_folder(open_history: Open, path: Path) -> None:
    open_history()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for pragma, expected in (
            ("application_id", 0x476C7574),
            ("user_version", len(MIGRATIONS)),
            ("journal_mode", "wal"),
        ):
            assert connection.execute(f"PRAGMA {pragma}").fetchone() == (expected,)


def test_what_was_written_is_safe_against_power_failure(history: History) -> None:
    assert history._database.read("PRAGMA synchronous") == [(2,)], "not FULL"
    assert history._database.read("PRAGMA foreign_keys") == [(1,)]


def test_every_table_is_strict(history: History) -> None:
    tables = history._database.read(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    )
    ours = {name: strict for name, strict in tables if not name.startswith("sqlite_")}
    assert len(ours) == 5
    assert all(ours.values()), ours


# Older and newer files


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_released_migration_was_not_changed(
    tmp_path: Path, clock: FakeClock, version: int
) -> None:
    new = tmp_path / "new.sqlite3"
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:version])
    old = DATA / f"history_v{version}.sqlite3"
    assert schema_of(new) == schema_of(old), "add a migration instead of changing one"


@pytest.mark.parametrize(("version", "sets"), [(1, 40), (2, 42), (3, 42), (4, 42)])
def test_every_version_can_still_be_read(
    open_history: Open, path: Path, version: int, sets: int
) -> None:
    path.parent.mkdir()
    shutil.copy(DATA / f"history_v{version}.sqlite3", path)
    history = open_history()
    assert history.verify() == ()
    assert len(history.sessions()) == 4
    found = (*history.sessions(), *history.unfinished())
    assert sum(len(history.sets(session.id)) for session in found) == sets
    agree(history)


def test_the_second_version_knows_the_days_and_sums_of_the_first(
    open_history: Open, path: Path
) -> None:
    path.parent.mkdir()
    shutil.copy(OLD, path)
    totals = open_history().progress.totals()
    assert [one.day.isoformat() for one in totals] == ["2026-01-03"] * 2 + ["2026-01-04"] * 2
    assert [one.sets_done for one in totals] == [8, 8, 10, 10]
    assert [(one.dose, one.pain_morning) for one in totals] == [("normal", None)] * 4


def test_it_is_copied_before_it_is_migrated(open_history: Open, path: Path) -> None:
    path.parent.mkdir()
    shutil.copy(OLD, path)
    history = open_history(migrations=(*MIGRATIONS, NEXT))
    assert history._database.read("SELECT DISTINCT mood FROM session ORDER BY mood") == [(5,)]
    (backup,) = (path.parent / "backups").iterdir()
    assert backup.name == f"history-20260105T073000Z-before-v{len(MIGRATIONS) + 1}.sqlite3"
    assert schema_of(backup) == schema_of(OLD)
    assert newest_backup(history) == backup


def test_a_migration_that_fails_changes_nothing(open_history: Open, path: Path) -> None:
    path.parent.mkdir()
    shutil.copy(OLD, path)
    with pytest.raises(Trouble, match="no such table: nowhere"):
        open_history(migrations=(*MIGRATIONS, (*NEXT, "UPDATE nowhere SET a = 1")))
    assert schema_of(path) == schema_of(OLD)
    assert len(open_history().sessions()) == 4


def test_a_newer_history_is_refused_and_left_alone(open_history: Open, path: Path) -> None:
    open_history(migrations=(*MIGRATIONS, NEXT)).close()
    before = path.read_bytes()
    with pytest.raises(Trouble, match="written by a newer glutetimer") as caught:
        open_history()
    assert caught.value.where == str(path)
    assert "newer version" in caught.value.cure
    assert path.read_bytes() == before
    assert files(path.parent) == {path.name}


def test_another_programs_database_is_refused_and_left_alone(
    open_history: Open, path: Path
) -> None:
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(Trouble, match="belongs to another program"):
        open_history()
    assert path.read_bytes() == before


def test_a_sqlite_without_strict_tables_is_refused(
    open_history: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(Trouble, match="too old"):
        open_history()


# Damage


def _truncated(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def _only_a_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(100)


def _zeroed_header(path: Path) -> None:
    _overwrite(path, 0, bytes(100))


def _garbage(path: Path) -> None:
    path.write_bytes(b"once upon a time " * 1000)


def _broken_schema(path: Path) -> None:
    _overwrite(path, 100, b"\xa5" * 3000)


def _overwrite(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


DAMAGES = (_truncated, _only_a_header, _zeroed_header, _garbage, _broken_schema)


@pytest.mark.parametrize("has_backup", [True, False])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_history_is_kept_and_the_backup_offered(
    open_history: Open, path: Path, damage: Callable[[Path], None], has_backup: bool
) -> None:
    fill(path, 3, 60)
    first = open_history()
    backup = first.backup_if_due(MONDAY) if has_backup else None
    expected = first.sessions()
    first.close()
    damage(path)
    broken = path.read_bytes()

    history = open_history()
    kept = path.with_name("history.damaged-20260105T073000Z.sqlite3")
    assert kept.read_bytes() == broken
    assert kept.name in history.notices[0].text
    assert str(kept.parent) in history.notices[0].cure
    assert history.sessions() == []
    assert history.offered_backup == backup
    if backup is None:
        assert len(history.notices) == 1
        return
    assert str(backup) in history.notices[1].cure
    history.begin(a_start())  # whoever does not mind can go on
    history.restore_backup(backup)
    assert history.sessions() == expected
    assert history.offered_backup is None


def test_damage_with_its_companions_is_moved_as_a_whole_and_never_overwritten(
    open_history: Open, path: Path
) -> None:
    for _ in range(2):
        path.parent.mkdir(exist_ok=True)
        for old in path.parent.glob("history.sqlite3*"):
            old.unlink()
        path.write_bytes(b"garbage " * 1000)
        path.with_name("history.sqlite3-wal").write_bytes(b"more garbage " * 1000)
        open_history().close()
    kept = "history.damaged-20260105T073000Z"
    assert {f"{kept}.sqlite3", f"{kept}-2.sqlite3"} <= files(path.parent)
    history = open_history()
    history.begin(a_start())
    assert history.verify() == ()


@pytest.mark.parametrize("content", [b"", b"x"])
def test_an_empty_file_is_a_new_history_and_the_backup_is_offered(
    open_history: Open, path: Path, content: bytes
) -> None:
    fill(path, 2, 4)
    first = open_history()
    backup = first.backup_if_due(MONDAY)
    first.close()
    path.write_bytes(content)
    history = open_history()
    assert history.sessions() == []
    assert backup is not None
    assert history.offered_backup == backup
    assert "empty" in history.notices[0].text
    ends = ("", "-wal", "-shm", "-lost")
    assert files(path.parent) == {"backups", *(f"{path.name}{end}" for end in ends)}


def test_damage_in_the_middle_is_found_by_verify_and_acted_on_at_the_next_start(
    open_history: Open, path: Path
) -> None:
    fill(path, 20, 600)
    open_history().close()
    _overwrite(path, page_of_sets(path), b"\xa5" * 4096)
    history = open_history()
    assert history.notices == ()
    assert history.verify()
    history.close()
    assert suspicion(path).exists()
    history = open_history()
    assert "damaged" in history.notices[0].text
    assert not suspicion(path).exists()


def test_damage_met_by_a_query_is_trouble_and_acted_on_at_the_next_start(
    open_history: Open, path: Path
) -> None:
    fill(path, 20, 600)
    open_history().close()
    _overwrite(path, page_of_sets(path), b"\xa5" * 4096)
    history = open_history()
    with pytest.raises(Trouble, match="damaged"):
        [history.sets(session.id) for session in history.sessions()]
    history.close()
    assert "damaged" in open_history().notices[0].text


def test_a_suspicion_that_was_wrong_is_dropped(open_history: Open, path: Path) -> None:
    fill(path, 2, 4)
    suspicion(path).touch()
    history = open_history()
    assert len(history.sessions()) == 2
    assert history.notices == ()
    assert not suspicion(path).exists()


# What cannot be opened


def test_a_folder_in_its_place_is_left_alone(open_history: Open, path: Path) -> None:
    path.mkdir(parents=True)
    (path / "mine.txt").write_text("mine")
    with pytest.raises(Trouble, match="a folder where the history file should be"):
        open_history()
    assert (path / "mine.txt").read_text() == "mine"


def test_a_file_where_the_folder_should_be(open_history: Open, path: Path) -> None:
    path.parent.write_text("mine")
    with pytest.raises(Trouble, match="cannot be made") as caught:
        open_history()
    assert caught.value.where == str(path.parent)


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a history that we may read but not write."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps rights of folders differently")
    folder = Path(tempfile.mkdtemp())  # where a user without rights can get to
    fill(folder / "history.sqlite3", 2, 4)
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written(locked_folder: Path, clock: FakeClock) -> None:
    with pytest.raises(Trouble, match=r"cannot be opened|not written") as caught:
        History(locked_folder / "other.sqlite3", clock)
    assert str(locked_folder) in caught.value.where
    assert "Allow writing" in caught.value.cure


def test_a_file_that_is_locked_for_long_is_trouble(open_history: Open, path: Path) -> None:
    history = open_history(busy_timeout_s=0.01)
    session_id = history.begin(a_start())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Trouble, match="Another program is using the history"):
            history.add_set(session_id, a_set())
        assert history.sets(session_id) == []  # reading goes on
        other.execute("ROLLBACK")
    history.add_set(session_id, a_set())
    history.finish(session_id, SessionEnd.FINISHED, MONDAY, 1.0)
    assert history.sets(session_id) == [a_set()]
