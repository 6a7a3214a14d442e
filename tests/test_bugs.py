"""The log of our own mistakes."""

import threading
from pathlib import Path

import pytest

from glutetimer import __version__, bugs
from glutetimer.__main__ import main
from glutetimer.bugs import BugReports, write_down, write_line


def a_bug() -> ZeroDivisionError:
    try:
        raise ZeroDivisionError("half a character: \ud800")
    except ZeroDivisionError as bug:
        return bug


def test_a_bug_is_written_with_its_traceback(tmp_path: Path) -> None:
    log = tmp_path / "new" / "errors.log"

    assert write_down(a_bug(), log) == log
    text = log.read_text("utf-8")
    assert f"glutetimer {__version__}" in text
    assert 'raise ZeroDivisionError("half' in text


def test_lines_are_added(tmp_path: Path) -> None:
    log = tmp_path / "errors.log"
    write_line("one", log)
    write_line("two", log)

    assert [line.split()[-1] for line in log.read_text("utf-8").splitlines()] == ["one", "two"]


def test_a_large_log_is_begun_anew(tmp_path: Path) -> None:
    log = tmp_path / "errors.log"
    log.write_bytes(b"x" * (bugs.MAX_LOG_BYTES + 1))
    write_line("new", log)

    assert log.stat().st_size < 100
    assert (tmp_path / "errors.old.log").stat().st_size == bugs.MAX_LOG_BYTES + 1


def test_nowhere_to_write(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert write_down(a_bug(), tmp_path / "file" / "errors.log") is None


def _raise_in_thread(error: Exception) -> None:
    def fail() -> None:
        raise error

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def test_the_mistake_of_any_thread_is_written_down_and_its_kind_told_once(tmp_path: Path) -> None:
    told: list[str] = []
    log = tmp_path / "errors.log"
    before = threading.excepthook
    with BugReports(log, told.append).of_all_threads():
        _raise_in_thread(KeyError("first"))
        _raise_in_thread(KeyError("second"))
        _raise_in_thread(ValueError("third"))
    assert threading.excepthook is before
    assert [sentence.partition(".")[0] for sentence in told] == [
        "A mistake in glutetimer itself (KeyError)",
        "A mistake in glutetimer itself (ValueError)",
    ]
    text = log.read_text("utf-8")
    assert all(word in text for word in ("first", "second", "third"))


def test_a_command_tells_the_mistake_of_a_thread_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    from glutetimer.cli import check

    def spoilt(given: object) -> int:
        _raise_in_thread(ZeroDivisionError())
        return 0

    monkeypatch.setattr(check, "check", spoilt)
    assert main(["check", "x.toml"]) == 0
    err = capsys.readouterr().err
    assert err.startswith("glutetimer: a mistake in glutetimer itself (ZeroDivisionError).")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert "ZeroDivisionError" in (own_home / "errors.log").read_text("utf-8")
