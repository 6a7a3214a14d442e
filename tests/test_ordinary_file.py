"""Only files that have an end are opened."""

import os
import socket
from pathlib import Path

import pytest

from glutetimer.core.settings import Settings
from glutetimer.kept_file import KeptFile
from glutetimer.ordinary_file import NotOrdinaryError, open_ordinary
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
