"""`glutetimer history import`, `backups` and `restore`."""

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glutetimer.core.history.records import SessionEnd, SessionStart
from glutetimer.store.history import History
from tests.cli.conftest import Run
from tests.cli.test_history import a_set
from tests.fakes import FakeClock

BEGUN = datetime(2026, 1, 5, 10, 30, tzinfo=UTC)


class Terminal(io.StringIO):
    """An input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def exported(run: Run, own_home: Path, tmp_path: Path) -> Path:
    """A file with two sessions; the history has the first of them only."""
    history = History(own_home / "history.db", FakeClock())
    ids = []
    for number in range(2):
        session = history.begin(SessionStart(f"r{number}", "Routine", BEGUN, 600.0, 3))
        history.add_set(session, a_set(0))
        history.finish(session, SessionEnd.FINISHED, BEGUN, 590.0)
        ids.append(session)
    path = tmp_path / "all.json"
    assert run("history", "export", "--format", "json", "-o", str(path)).status == 0
    history.delete(ids[1])
    history.close()
    return path


def answering(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(words))


def listed(run: Run) -> int:
    return len(run("history", "list").out.splitlines()) - 1


def test_import_says_what_it_would_do_and_asks(
    run: Run, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = json.loads(exported.read_text("utf-8"))
    content["sessions"][0]["mood"] = "\x1b[2J"
    exported.write_text(json.dumps(content), "utf-8")
    for words in ("n\n", "", "perhaps\n"):
        answering(monkeypatch, words)
        answer = run("history", "import", str(exported))
        assert answer.status == 0
        assert answer.out.splitlines() == [
            "The file has 2 sessions with 2 sets of 2026-01-05.",
            "1 field of the file is not known here and would be left out: sessions.mood.",
            "New of it: 1 session with 1 set of 2026-01-05. The rest is in the history already.",
            "Import it? [y/n] Nothing was changed.",
        ]
        assert listed(run) == 1

    answering(monkeypatch, "y\n")
    done, undo = run("history", "import", str(exported)).out.splitlines()[-2:]
    assert done == "Import it? [y/n] Imported: 1 session."
    assert listed(run) == 2

    # And the way back that it told.
    way_back = undo.removeprefix("To undo it: glutetimer ").split()
    assert run(*way_back, "--yes").status == 0
    assert listed(run) == 1


def test_without_a_terminal_it_needs_yes(
    run: Run, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    answer = run("history", "import", str(exported))
    assert answer.status == 1
    assert "Add --yes" in answer.err
    assert listed(run) == 1

    assert run("history", "import", str(exported), "--yes").status == 0
    assert listed(run) == 2
    again = run("history", "import", str(exported))
    assert again.status == 0
    assert "there is nothing to import" in again.out


def test_all_that_is_new_is_called_so(run: Run, exported: Path, tmp_path: Path) -> None:
    answer = run("--data-dir", str(tmp_path / "new"), "history", "import", str(exported), "--yes")
    assert "All of that is new." in answer.out


def test_a_wrong_file_is_one_line_of_trouble(run: Run, exported: Path) -> None:
    exported.write_text(exported.read_text("utf-8")[:300], "utf-8")
    answer = run("history", "import", str(exported), "--yes")
    assert answer.status == 1
    assert "The file ends too early" in answer.err
    assert answer.err.count("\n") == 1


def test_backups_are_listed_by_name(run: Run, exported: Path) -> None:
    assert "There is no backup yet" in run("history", "backups").out
    run("history", "import", str(exported), "--yes")
    head, backup = run("history", "backups").out.splitlines()
    assert head.split() == ["made", "why", "size", "name"]
    assert "before import" in backup
    assert backup.endswith("-before-import.db")


def test_restore_says_what_would_be_lost_and_asks(
    run: Run, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("history", "import", str(exported), "--yes")
    name = run("history", "backups").out.split()[-1]
    answering(monkeypatch, "n\n")
    answer = run("history", "restore", name)
    assert answer.out.splitlines() == [
        "The backup has 1 session with 1 set of 2026-01-05.",
        "Not in it, and gone from the history then: 1 session with 1 set of 2026-01-05.",
        "Put it in place of the history? [y/n] Nothing was changed.",
    ]
    answering(monkeypatch, "y\n")
    undo = run("history", "restore", name).out.splitlines()[-1]
    assert listed(run) == 1
    before = undo.split()[-1]
    answer = run("history", "restore", before, "--yes")
    assert "Every session of the history is in it as well." in answer.out
    assert listed(run) == 2


def test_a_backup_that_is_not_there(run: Run, exported: Path) -> None:
    answer = run("history", "restore", "history-2020.db", "--yes")
    assert answer.status == 1
    assert "There is no such backup" in answer.err
