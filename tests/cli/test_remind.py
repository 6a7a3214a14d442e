"""`glutetimer remind`: what is on, and switching it off."""

import sys
from pathlib import Path

import pytest

from glutetimer.app import make_settings_store
from glutetimer.clock import SystemClock
from glutetimer.core.settings import Settings
from glutetimer.folders import folders
from glutetimer.reminders import systemd
from tests.cli.conftest import Run
from tests.reminders.fake_systemd import FakeSystemd

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the timer")

ON = 'remind = true\nremind_days = ["mon"]\nremind_closed = true\n'


@pytest.fixture
def timer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeSystemd:
    """A systemd that only remembers, and a folder for its units."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    fake = FakeSystemd()
    monkeypatch.setattr(systemd.SystemdTimer.__init__, "__defaults__", (fake.run,))
    return fake


def settings_file(own_home: Path, text: str) -> None:
    own_home.mkdir()
    (own_home / "settings.toml").write_text(text)


def test_without_any_that_is_said(run: Run) -> None:
    assert run("remind", "--status").out.splitlines() == [
        "No reminder is on",
        "No reminder is on",
        "While glutetimer is closed no reminder comes",
    ]
    assert run("remind").out == ""
    assert run("remind").status == 0


@pytest.mark.usefixtures("timer")
def test_what_is_wished_is_not_what_is_on(run: Run, own_home: Path) -> None:
    settings_file(own_home, ON)
    first, coming, closed = run("remind", "--status").out.splitlines()
    assert first == "Sessions: Mon at 18:00"
    assert coming.startswith("Next reminder: ")
    assert closed == "They come only while the window of glutetimer is open"


def test_off_is_off_and_removes_the_timer(
    run: Run, own_home: Path, timer: FakeSystemd, tmp_path: Path
) -> None:
    settings_file(own_home, ON)
    units = tmp_path / "systemd" / "user"
    units.mkdir(parents=True)
    (units / systemd.TIMER).write_text("old")
    assert run("remind", "--off").status == 0
    assert not list(units.iterdir())
    assert ("systemctl", "--user", "disable", "--now", systemd.TIMER) in timer.asked
    found, _ = make_settings_store(folders(None), SystemClock()).load()
    assert (found.remind, found.squeezes, found.remind_closed) == (False, False, False)
    assert found.remind_days == Settings(remind_days=found.remind_days).remind_days
