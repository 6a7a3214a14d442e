"""Files that are there only once they are whole."""

import sys
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.whole_file import check_place, check_target, part_of, sweep, write_whole


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"

    write_whole(b"first", path)
    write_whole(b"second", path, may_replace=True)

    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"mine")

    with pytest.raises(Trouble, match="already"):
        write_whole(b"new", path)

    assert path.read_bytes() == b"mine"


def test_a_file_that_came_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"

    def write_while_another_comes() -> None:
        with part_of(path) as part:
            part.write_bytes(b"new")
            path.write_bytes(b"came")
            check_place(path, may_replace=False)

    with pytest.raises(Trouble, match="already"):
        write_while_another_comes()

    assert path.read_bytes() == b"came"
    assert list(tmp_path.iterdir()) == [path]


def test_whatever_goes_wrong_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"mine")

    def be_interrupted() -> None:
        with part_of(path) as part:
            part.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        be_interrupted()

    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_trouble_says_why_and_where(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"

    with (
        pytest.raises(Trouble, match="Cannot write the file: No space left") as caught,
        part_of(path),
    ):
        raise OSError(28, "No space left on device")

    assert caught.value.where == str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "sheet.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_whole(b"new", link, may_replace=True)

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("sheet.txt", "This is to be a PDF file"),
        ("folder.pdf", "There is a folder of this name"),
        ("nowhere/sheet.pdf", "There is no such folder"),
    ],
)
def test_a_wrong_place_is_told_before(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "folder.pdf").mkdir()

    with pytest.raises(Trouble, match=what):
        check_target(tmp_path / name, ".pdf", may_replace=True)


def test_what_a_killed_process_left_goes_with_the_next_file(tmp_path: Path) -> None:
    (tmp_path / ".glutetimer-0123456789ab.part").write_bytes(b"half")
    (tmp_path / "mine.part").write_bytes(b"mine")
    write_whole(b"new", tmp_path / "sheet.pdf")
    assert {path.name for path in tmp_path.iterdir()} == {"sheet.pdf", "mine.part"}


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_what_is_still_being_written_stays(tmp_path: Path) -> None:
    with part_of(tmp_path / "one.pdf") as part:
        part.write_bytes(b"one")
        write_whole(b"two", tmp_path / "two.pdf")
        sweep(tmp_path, "*")
    assert (tmp_path / "one.pdf").read_bytes() == b"one"


def test_sweeping_a_folder_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    sweep(tmp_path / "none")
