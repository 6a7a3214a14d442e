"""The log of our own mistakes."""

from pathlib import Path

from glutetimer import __version__, bugs
from glutetimer.bugs import write_down, write_line


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
