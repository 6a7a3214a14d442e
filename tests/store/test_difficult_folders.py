"""Folders in which a history cannot be used as usual."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.store.history import History
from tests.bench.history_fill import fill
from tests.fakes import FakeClock
from tests.store.builders import a_set, a_start
from tests.store.conftest import Open

DATA = Path(__file__).parent.parent / "data"


def journal_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        return str(mode)


# No shared memory


@pytest.mark.parametrize("is_old", [True, False])
def test_without_shared_memory_another_journal_is_used_and_that_is_said_once(
    open_history: Open, path: Path, is_old: bool
) -> None:
    if is_old:
        fill(path, 3, 60)
        open_history().close()
    path.parent.mkdir(exist_ok=True)
    path.with_name(f"{path.name}-shm").mkdir()  # what cannot be opened cannot be mapped
    history = open_history()
    (told,) = history.notices
    assert "share memory" in told.text
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set())
    assert len(history.sessions()) == (3 if is_old else 0)
    history.close()
    assert journal_of(path) == "delete"
    again = open_history()
    assert again.notices == ()
    assert again.sets(session_id) == [a_set()]
    assert again.backup_if_due(FakeClock().utc_now()) is not None
    assert again.verify() == ()


def test_what_a_kill_left_in_the_log_is_not_lost_without_shared_memory(
    open_history: Open, path: Path
) -> None:
    history = open_history()
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set())
    copies = {}
    for end in ("", "-wal"):
        copies[end] = path.with_name(path.name + end).read_bytes()
    history.close()
    for end, data in copies.items():
        path.with_name(path.name + end).write_bytes(data)
    assert copies["-wal"]
    path.with_name(f"{path.name}-shm").mkdir()
    assert open_history().sets(session_id) == [a_set()]


def test_two_programs_get_on_without_shared_memory(open_history: Open, path: Path) -> None:
    path.parent.mkdir()
    path.with_name(f"{path.name}-shm").mkdir()
    one, two = open_history(), open_history()
    first, second = one.begin(a_start()), two.begin(a_start("two"))
    for index in range(5):
        one.add_set(first, a_set(index))
        two.add_set(second, a_set(index))
    assert one.sets(second) == two.sets(first)
    assert one.verify() == ()


# Nothing can be written


@pytest.fixture
def closed_folder(tmp_path: Path) -> Path:
    if sys.platform == "win32":
        pytest.skip("Windows keeps rights of folders differently")
    return tmp_path / "data"


class Closed:
    """A folder that nobody may write, not even root, while this lasts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parents = [p for p in (folder.parent, folder.parent.parent) if "pytest" in p.name]

    def __enter__(self) -> None:
        for path in self._folder.iterdir():
            path.chmod(0o444)
        self._folder.chmod(0o555)
        for parent in self._parents:
            parent.chmod(0o755)
        if os.geteuid() == 0:
            for parent in self._folder.parents:
                if parent.name:
                    parent.chmod(parent.stat().st_mode | 0o055)
            os.seteuid(65534)

    def __exit__(self, *_: object) -> None:
        if os.getuid() == 0:
            os.seteuid(0)
        self._folder.chmod(0o755)
        for path in self._folder.iterdir():
            path.chmod(0o644)


@pytest.mark.parametrize("kind", ["closed", "killed", "first version"])
def test_a_history_that_cannot_be_written_is_read_and_exported(
    closed_folder: Path, clock: FakeClock, tmp_path: Path, kind: str
) -> None:
    path = closed_folder / "history.sqlite3"
    path.parent.mkdir()
    if kind == "first version":
        shutil.copy(DATA / "history_v1.sqlite3", path)
    else:
        fill(path, 4, 40)
        history = History(path, clock)
        session_id = history.begin(a_start())
        history.add_set(session_id, a_set())
        data = {end: path.with_name(path.name + end).read_bytes() for end in ("", "-wal")}
        history.close()
        if kind == "killed":
            for end, content in data.items():
                path.with_name(path.name + end).write_bytes(content)
    out = tmp_path / "out"
    out.mkdir()
    out.chmod(0o777)
    with Closed(closed_folder), closing(History(path, clock)) as history:
        (told,) = history.notices
        assert "can be read but not written" in told.text
        assert len(history.sessions()) == 4
        assert len(history.progress.totals()) == 4
        if kind != "first version":
            assert history.sets(session_id) == [a_set()]
        history.archive.export_csv(str(out / "all.csv"))
        assert history.archive.export_json(str(out / "all.json")).sessions >= 4
        with pytest.raises(Trouble, match="can be read but not written"):
            history.begin(a_start())
        copy = history._database.file
        assert copy != path
    assert not copy.exists()
