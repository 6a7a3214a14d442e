"""Several programs use the history at once: two windows, or a window and the terminal."""

import contextlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.store.history import History
from glutetimer.store.settings_file import SettingsFile
from tests.fakes import FakeClock
from tests.store.builders import a_set, a_start
from tests.store.conftest import Open
from tests.store.killing import ROOT, Child
from tests.store.setting_child import SETTINGS


def test_all_make_the_file_and_write_at_the_same_time(path: Path, open_history: Open) -> None:
    children = [Child(path, "40") for _ in range(4)]
    for child in children:
        child.go()
    history = open_history(busy_timeout_s=20.0)
    own = history.begin(a_start())
    for index in range(40):
        history.add_set(own, a_set(index))
    sessions = {int(child.expect("session")) for child in children}
    for child in children:
        child.wait()
    assert len(sessions | {own}) == 5
    for session_id in sessions | {own}:
        assert history.sets(session_id) == [a_set(index) for index in range(40)]
    assert history.verify() == ()


def test_a_session_that_runs_in_another_window_was_not_interrupted(
    path: Path, history: History
) -> None:
    child = Child(path, "0")
    child.go()
    session_id = int(child.expect("session"))
    assert history.interrupted() is None
    own = history.begin(a_start())
    found = history.interrupted()
    assert found is not None
    assert found.id == own, "our own is ours to settle"
    history.delete(own)
    child.kill()
    found = history.interrupted()
    assert found is not None
    assert found.id == session_id


def test_it_works_where_files_cannot_be_locked(path: Path, open_history: Open) -> None:
    path.parent.mkdir()
    path.with_name(f"{path.name}-running").mkdir()  # cannot be opened as a file
    history = open_history()
    session_id = history.begin(a_start())
    found = history.interrupted()
    assert found is not None
    assert found.id == session_id
    history.delete(session_id)


def test_a_long_read_by_another_program_does_not_stop_the_session(
    path: Path, open_history: Open
) -> None:
    history = open_history(busy_timeout_s=0.0)
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set(0))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM set_record").fetchone() == (1,)
        history.add_set(session_id, a_set(1))
        assert other.execute("SELECT count(*) FROM set_record").fetchone() == (1,)
    assert len(history.sets(session_id)) == 2


def test_a_delete_can_be_undone_after_another_process_was_started(
    path: Path, open_history: Open
) -> None:
    history = open_history()
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set())
    history.delete(session_id)
    child = Child(path, "1")
    child.go()
    child.expect("session")
    child.wait()
    history.restore(session_id)
    assert history.sets(session_id) == [a_set()]
    history.delete(session_id)
    history.close()
    child = Child(path, "1")
    child.go()
    child.expect("session")
    child.wait()
    with pytest.raises(Trouble, match="no longer in the history"):
        open_history().restore(session_id)


def test_settings_of_two_processes_meet_in_the_file(tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "settings.toml"
    command = [sys.executable, "-m", "tests.store.setting_child", str(path)]
    names = ("voice_rate", "voice_pitch", "weekly_goal")
    children = [subprocess.Popen([*command, name], cwd=ROOT) for name in names]
    assert [child.wait(60) for child in children] == [0, 0, 0]
    settings, notices = SettingsFile(path, clock).load()
    assert notices == ()
    last = SETTINGS[-1]
    assert (settings.voice_rate, settings.voice_pitch, settings.weekly_goal) == (
        last["voice_rate"],
        last["voice_pitch"],
        last["weekly_goal"],
    )
