"""A disk that is full: said, survived, and nothing half-written."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from glutetimer.app import open_history_at
from glutetimer.core.errors import Trouble
from glutetimer.core.settings import Settings
from glutetimer.folders import folders
from glutetimer.store.history import History
from glutetimer.store.settings_file import SettingsFile
from tests.fakes import FakeClock
from tests.store.builders import a_set, a_start
from tests.store.conftest import Open
from tests.store.killing import ROOT


def test_a_full_database_is_trouble_and_goes_on_when_there_is_space(history: History) -> None:
    session_id = history.begin(a_start())
    ((pages,),) = history._database.read("PRAGMA page_count")
    history._database.read(f"PRAGMA max_page_count = {pages + 5}")
    stored = 0
    trouble: Trouble | None = None
    while trouble is None and stored < 10_000:
        try:
            history.add_set(session_id, a_set(stored))
            stored += 1
        except Trouble as caught:
            trouble = caught
    assert trouble is not None
    assert trouble.what.startswith("The disk is full")
    assert len(history.sets(session_id)) == stored > 0
    assert history.verify() == ()

    history._database.read("PRAGMA max_page_count = 1000000")
    history.add_set(session_id, a_set(stored))
    assert len(history.sets(session_id)) == stored + 1


def fill_up(history: History, session_id: int) -> None:
    for index in range(10_000, 20_000):
        history.add_set(session_id, a_set(index))


def test_room_is_made_once_before_a_full_disk_is_trouble(open_history: Open) -> None:
    asked: list[int] = []

    def make_room() -> bool:
        asked.append(1)
        if len(asked) > 1:
            return False
        history._database.read("PRAGMA max_page_count = 1000000")
        return True

    history = open_history(make_room=make_room)
    session_id = history.begin(a_start())
    ((pages,),) = history._database.read("PRAGMA page_count")
    history._database.read(f"PRAGMA max_page_count = {pages + 1}")
    stored = 0
    while not asked and stored < 10_000:
        history.add_set(session_id, a_set(stored))
        stored += 1
    assert asked == [1]
    assert len(history.sets(session_id)) == stored
    ((pages,),) = history._database.read("PRAGMA page_count")
    history._database.read(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Trouble, match="disk is full"):
        fill_up(history, session_id)
    assert asked == [1, 1], "asked once for each"
    assert history.verify() == ()


def test_the_program_gives_its_clips_for_the_history(own_home: Path) -> None:
    places = folders()
    places.clips.mkdir(parents=True)
    clip = places.clips / "one.clip"
    clip.write_bytes(b"x" * 1000)
    with closing(open_history_at(places, FakeClock())) as history:
        session_id = history.begin(a_start())
        ((pages,),) = history._database.read("PRAGMA page_count")
        history._database.read(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(Trouble, match="disk is full"):
            fill_up(history, session_id)
    assert not clip.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on files there")
def test_files_that_cannot_grow(tmp_path: Path, open_history: Open, path: Path) -> None:
    path.parent.mkdir()
    command = [sys.executable, "-m", "tests.store.full_disk_child", str(path.parent)]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (child.returncode, child.stderr) == (0, "")
    stored, history_trouble, settings_trouble = child.stdout.splitlines()
    assert "disk" in history_trouble
    assert "space" in history_trouble
    assert settings_trouble.startswith("The settings could not be saved")

    history = open_history()
    assert history.verify() == ()
    found = history.interrupted()
    assert found is not None
    assert stored == f"stored {found.sets_done}"
    assert found.sets_done > 5
    settings = SettingsFile(path.parent / "settings.toml", FakeClock())
    assert settings.load() == (Settings(voice="small"), ())
    assert not list(path.parent.glob(".*.part"))
