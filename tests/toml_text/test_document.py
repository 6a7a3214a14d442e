"""Files that are no document at all: every one is refused with its one reason."""

import os
from pathlib import Path

import pytest

from glutetimer.core.problem import Problem
from glutetimer.toml_text.document import Document, read_document

NO_FILE = "the file cannot be read: it is not an ordinary file"


def refusal(path: Path) -> Problem:
    """The reason why a file was not read."""
    document = read_document(path)
    assert isinstance(document, Problem)
    return document


def test_a_file_of_50_mb_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "huge.toml"
    file.touch()
    os.truncate(file, 50_000_000)
    assert refusal(file) == Problem(0, "the file is larger than 256 KiB, the most that is read")


def test_256_kib_are_read(tmp_path: Path) -> None:
    file = tmp_path / "full.toml"
    file.write_bytes(b"a = 1\n" + b"#" * (256 * 1024 - 6))
    assert isinstance(read_document(file), Document)
    with file.open("ab") as more:
        more.write(b"#")
    assert refusal(file).message.startswith("the file is larger")


def test_missing_folder_and_device(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.toml").message == "there is no such file"
    assert refusal(tmp_path).message == "this is a folder, not a file"
    assert refusal(Path(os.devnull)).message == NO_FILE
    assert refusal(tmp_path / "a\0b").message.startswith("the file cannot be read")
    assert refusal(tmp_path / ("x" * 5000)).message.startswith("the file cannot be read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_make_it_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert refusal(tmp_path / "pipe.toml").message == NO_FILE


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file"
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "secret.toml"
    file.write_text("a = 1")
    file.chmod(0)
    assert refusal(file).message == "the file may not be read; change its permissions"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('a = 1\nb = "Übung"\n'.encode("latin-1"), 2),
        ("title = 1\n".encode("utf-16"), 1),
        (b"\n\n\n\xff", 4),
    ],
)
def test_what_is_not_utf_8_is_told_with_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    file = tmp_path / "odd.toml"
    file.write_bytes(content)
    reason = "this is not UTF-8 text; save the file in UTF-8 encoding"
    assert refusal(file) == Problem(line, reason)


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa = 1\n", b"a = 1\r\n", b"\r\na = 1"])
def test_files_of_other_systems_are_read(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "foreign.toml"
    file.write_bytes(content)
    document = read_document(file)
    assert isinstance(document, Document)
    assert document.values == {"a": 1}
    assert document.line_of(("a",)) == content[: content.index(b"a =")].count(b"\n") + 1


def test_a_key_without_a_line_has_that_of_the_table_around_it(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("x = 1\n[t]\ny = 1\n")
    document = read_document(file)
    assert isinstance(document, Document)
    assert document.line_of(("t", "missing", 3)) == 2
    assert document.line_of(("missing",)) == 1
