"""A small file of plain values: what is wrong with it costs nothing but time."""

from pathlib import Path

import pytest

from glutetimer.kept_file import KeptFile

VALUE = {"key": "x", "rows": [[1, 2.5, None, "ü", True]]}


def test_what_was_stored_comes_back(tmp_path: Path) -> None:
    file = KeptFile(tmp_path / "new" / "file")
    file.store(VALUE)
    assert file.load() == VALUE


def test_nothing_and_a_folder_have_no_value(tmp_path: Path) -> None:
    assert KeptFile(tmp_path / "none").load() is None
    assert KeptFile(tmp_path).load() is None


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"NaN and more"])
def test_a_damaged_file_has_no_value(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert KeptFile(path).load() is None


def test_a_place_that_cannot_be_written_harms_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    KeptFile(blocked / "file").store(VALUE)
    assert blocked.read_text() == "no folder"
