"""A history that was damaged, or cannot be written: every command says so."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from glutetimer.app import build_services, close_services
from glutetimer.core.history.records import SessionEnd
from glutetimer.store.history import History
from tests.bench.history_fill import fill
from tests.cli.conftest import Run
from tests.fakes import FakeClock
from tests.store.builders import MONDAY, a_start

READING = (
    ("history", "list"),
    ("history", "show", "1"),
    ("history", "next"),
    ("history", "export", "--format", "json"),
    ("report", "-o", "out.pdf"),
    ("calendar", "past", "-o", "out.ics"),
)


@pytest.fixture
def path(own_home: Path) -> Path:
    """A history of three sessions with a backup."""
    path = own_home / "history.db"
    fill(path, 3, 60)
    with closing(History(path, FakeClock())) as history:
        assert history.backup_if_due(MONDAY) is not None
    return path


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_command_that_reads_says_what_was_lost_and_fails(
    run: Run,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    is_first: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    path.write_bytes(b"garbage " * 1000)
    if not is_first:
        run("history", "list")
    answer = run(*words)
    assert answer.status == 1
    assert answer.out == ""
    assert "was damaged" in answer.err
    assert "history restore history-" in answer.err
    assert list(tmp_path.glob("out*")) == []
    services = build_services(None, is_silent=True)
    offered = services.opened.offered_backup
    close_services(services)
    assert offered is not None, "the window offers it still"


def test_a_schema_that_is_no_text_goes_the_same_way(run: Run, own_home: Path) -> None:
    path = own_home / "history.db"
    fill(path, 1, 1)
    data = path.read_bytes()
    path.write_bytes(
        data.replace(b"answered_at_us INTEGER NOT NULL", b"answered_at_us INTEGER NOT NUL\xac")
    )
    answer = run("history", "list")
    assert answer.status == 1
    assert "was damaged" in answer.err


def test_the_answer_of_the_terminal_is_to_restore(run: Run, path: Path) -> None:
    path.write_bytes(b"garbage " * 1000)
    run("history", "list")
    (backup,) = (path.parent / "backups").iterdir()
    answer = run("history", "restore", backup.name, "--yes")
    assert answer.status == 0
    answer = run("history", "list")
    assert (answer.status, answer.err) == (0, "")
    assert len(answer.out.splitlines()) == 4


def test_what_came_since_is_told_with_the_notices(run: Run, path: Path) -> None:
    path.unlink()
    with closing(History(path, FakeClock())) as history:
        history.finish(history.begin(a_start()), SessionEnd.FINISHED, MONDAY, 1.0)
    answer = run("history", "list")
    assert answer.status == 0
    assert "Your first session" in answer.out
    assert "there is a backup" in answer.err


def test_a_first_history_is_not_lost(run: Run) -> None:
    answer = run("history", "list")
    assert (answer.status, answer.err) == (0, "")
    assert "No session yet" in answer.out


def test_without_a_backup_the_notice_is_given_until_the_window_has_shown_it(
    run: Run, path: Path
) -> None:
    shutil.rmtree(path.parent / "backups")
    path.write_bytes(b"garbage " * 1000)
    for _ in range(2):
        answer = run("history", "list")
        assert answer.status == 1
        assert "was damaged" in answer.err
    services = build_services(None, is_silent=True)
    assert "was damaged" in services.opened.notices[0].text
    close_services(services)
    assert run("history", "list").status == 0


def test_a_value_that_cannot_be_right_is_told(run: Run, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE session SET pain_after = 99 WHERE id = 2")
    answer = run("history", "list")
    assert answer.status == 0
    assert len(answer.out.splitlines()) == 4
    assert answer.err.count("Session 2 has a value that cannot be right") == 1
    assert "pain_after" in run("history", "export", "--format", "csv").err
