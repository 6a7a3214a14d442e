"""Where the person's own files are."""

import sys
from pathlib import Path

import pytest

from glutetimer.folders import folders


def test_one_folder_holds_everything(tmp_path: Path) -> None:
    places = folders(str(tmp_path))

    for place in (places.history, places.settings, places.errors, places.clips, places.listings):
        assert tmp_path in place.parents


def test_the_word_wins_over_the_environment(tmp_path: Path, own_home: Path) -> None:
    assert folders(str(tmp_path)).data == tmp_path
    assert folders().data == own_home


def test_a_relative_folder_is_that_of_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert folders("mine").data == tmp_path / "mine"


def test_a_tilde_is_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert folders("~/mine").data == tmp_path / "mine"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked itself")
@pytest.mark.parametrize("value", [None, "", "relative", "/absolute/data"])
def test_without_a_word_they_are_where_platformdirs_says(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    from platformdirs import PlatformDirs

    monkeypatch.delenv("GLUTETIMER_HOME")
    for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
        if value is not None:
            monkeypatch.setenv(variable, value)
    places, dirs = folders(), PlatformDirs("glutetimer", appauthor=False)

    if value == "relative":  # the specification says to ignore it
        assert places.data == Path.home() / ".local/share/glutetimer"
    else:
        assert (places.data, places.cache) == (dirs.user_data_path, dirs.user_cache_path)
