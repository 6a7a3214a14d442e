"""Only files that have an end are opened."""

import os
import socket
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.settings import Settings
from glutetimer.kept_file import KeptFile
from glutetimer.ordinary_file import NotOrdinaryError, content_of, open_ordinary
from glutetimer.store.settings_file import SettingsFile
from tests.fakes import FakeClock


def test_a_file_and_a_link_to_one_are_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a\r\nb\x1a")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for name in ("file", "link"):
        with open_ordinary(tmp_path / name) as file:
            assert file.read() == b"a\r\nb\x1a"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_what_has_no_end_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
        for name in ("pipe", "link", "socket"):
            with pytest.raises(NotOrdinaryError):
                open_ordinary(tmp_path / name)
    with pytest.raises(IsADirectoryError):
        open_ordinary(tmp_path)
    with pytest.raises(FileNotFoundError):
        open_ordinary(tmp_path / "nothing")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_settings_and_caches_that_are_pipes_keep_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.toml")
    settings, notices = SettingsFile(tmp_path / "settings.toml", FakeClock()).load()
    assert settings == Settings()
    assert "not an ordinary file" in notices[0].text
    assert KeptFile(tmp_path / "settings.toml").load() is None


def test_of_a_large_file_no_more_is_read_than_shows_that_it_is(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 100)
    assert content_of(tmp_path / "large", 100) == b"x" * 100
    assert content_of(tmp_path / "large", 10) == b"x" * 11


@pytest.mark.parametrize("name", ["none", "", "nul\0"])
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str) -> None:
    with pytest.raises(Trouble, match="The file cannot be read: ") as caught:
        content_of(tmp_path / name, 10)
    assert caught.value.cure
