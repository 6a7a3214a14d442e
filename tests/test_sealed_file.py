"""What can be made again is kept sealed: whatever is wrong with it counts as nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.sealed_file import SealedFile

VALUE = ("key", {"a": [1, 2.5, None, True], "b": "ä"}, ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sealed file with VALUE."""
    SealedFile(tmp_path / "new" / "file").store(VALUE)
    return tmp_path / "new" / "file"


def test_plain_values_come_back(path: Path) -> None:
    """In a folder that was made for them, with nothing left lying about."""
    assert SealedFile(path).load() == VALUE
    assert list(path.parent.iterdir()) == [path]


def test_no_file_is_nothing(tmp_path: Path) -> None:
    """Nor is a folder."""
    assert SealedFile(tmp_path / "none").load() is None
    assert SealedFile(tmp_path).load() is None


@given(st.data())
def test_any_damage_is_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A changed byte, a lost end, another Python's head."""
    path = tmp_path_factory.mktemp("sealed") / "file"
    SealedFile(path).store(VALUE)
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        path.write_bytes(content[:at])
    else:
        changed = content[at] ^ data.draw(st.integers(1, 255))
        path.write_bytes(content[:at] + bytes([changed]) + content[at + 1 :])
    assert SealedFile(path).load() is None


def test_a_value_that_is_not_plain_is_not_kept(path: Path) -> None:
    """The old one stays."""
    SealedFile(path).store(datetime(2026, 1, 1, tzinfo=UTC))
    assert SealedFile(path).load() == VALUE
