"""The timer of systemd: what is written, what is on, and that nothing is left behind."""

import shutil
import subprocess
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.reminders import TimerState
from glutetimer.core.settings import Settings, Weekday
from glutetimer.reminders.systemd import (
    SERVICE,
    TIMER,
    SystemdTimer,
    service_text,
    timer_text,
    usual_folder,
)
from tests.reminders.fake_systemd import FakeSystemd

PROGRAM = ("/opt/my glutetimer/run", "remind", "--data-dir", '/home/me/50% "$HOME" \\x')
ON = Settings(remind=True, remind_at=time(18, 5), remind_closed=True)
SQUEEZES = Settings(
    squeezes=True,
    squeeze_every_min=240,
    squeeze_from=time(20, 0),
    squeeze_until=time(4, 0),
    squeeze_days=(Weekday.MONDAY, Weekday.SUNDAY),
    remind_closed=True,
)


@pytest.fixture
def systemd() -> FakeSystemd:
    return FakeSystemd()


@pytest.fixture
def timer(tmp_path: Path, systemd: FakeSystemd) -> SystemdTimer:
    return SystemdTimer(tmp_path / "units", PROGRAM, systemd.run)


def test_it_is_on_when_systemd_says_so(timer: SystemdTimer, systemd: FakeSystemd) -> None:
    assert timer.state(ON) == TimerState(False)
    assert timer.set(ON) == TimerState(True)
    assert [words[2:] for words in systemd.asked if words[2] in ("enable", "restart")] == [
        ("enable", TIMER),
        ("restart", TIMER),
    ]
    assert timer.state(ON) == TimerState(True)
    systemd.active.clear()
    assert timer.state(ON) == TimerState(False, "systemd says that the timer is inactive")
    systemd.enabled.clear()
    assert timer.state(ON) == TimerState(False, "systemd says that the timer is disabled")


def test_other_settings_and_another_place_of_the_program_are_not_what_is_on(
    timer: SystemdTimer, systemd: FakeSystemd, tmp_path: Path
) -> None:
    timer.set(ON)
    assert not timer.state(replace(ON, remind_at=time(7, 0))).is_on
    moved = SystemdTimer(tmp_path / "units", ("/elsewhere/run", "remind"), systemd.run)
    assert not moved.state(ON).is_on
    assert moved.set(ON).is_on


@pytest.mark.parametrize(
    "off", [Settings(), replace(ON, remind=False), replace(ON, remind_closed=False)]
)
def test_switched_off_nothing_is_left(
    timer: SystemdTimer, systemd: FakeSystemd, tmp_path: Path, off: Settings
) -> None:
    timer.set(ON)
    assert not timer.set(off).is_on
    assert not list((tmp_path / "units").iterdir())
    assert not systemd.enabled
    assert not systemd.active


def test_nothing_is_asked_of_systemd_while_there_was_never_a_timer(
    timer: SystemdTimer, systemd: FakeSystemd
) -> None:
    timer.remove()
    assert not systemd.asked


@pytest.mark.parametrize("verb", ["daemon-reload", "enable", "restart"])
def test_what_systemd_refuses_is_told_and_taken_back(
    timer: SystemdTimer, systemd: FakeSystemd, tmp_path: Path, verb: str
) -> None:
    systemd.refuses.add(verb)
    with pytest.raises(Trouble, match=f"Failed to {verb}"):
        timer.set(ON)
    assert not list((tmp_path / "units").iterdir())
    assert not timer.state(ON).is_on


def test_without_systemd_that_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    timer = SystemdTimer(tmp_path / "units", PROGRAM, FakeSystemd(runs=False).run)
    why = "systemd does not run for you (Failed to connect to bus: No medium found)"
    assert timer.state(ON) == TimerState(False, why)
    with pytest.raises(Trouble, match="systemd does not run for you"):
        timer.set(ON)
    assert not (tmp_path / "units").exists()


def test_where_there_is_no_systemctl_at_all(tmp_path: Path) -> None:
    def nothing(words: object) -> tuple[int, str]:
        raise FileNotFoundError(2, "No such file")

    why = "systemd does not run for you (there is no systemctl)"
    assert SystemdTimer(tmp_path, PROGRAM, nothing).state(ON) == TimerState(False, why)


def test_a_folder_that_cannot_be_written_is_trouble(tmp_path: Path, systemd: FakeSystemd) -> None:
    (tmp_path / "units").write_text("a file")
    with pytest.raises(Trouble, match="No timer can remind you"):
        SystemdTimer(tmp_path / "units", PROGRAM, systemd.run).set(ON)


def test_the_moments_are_those_of_the_settings() -> None:
    assert "OnCalendar=Mon,Wed,Fri *-*-* 18:05:00\n" in timer_text(ON)
    night = [line for line in timer_text(SQUEEZES).splitlines() if line.startswith("OnCal")]
    assert night == [
        "OnCalendar=Mon,Sun *-*-* 20:00:00",
        "OnCalendar=Tue,Mon *-*-* 00:00:00",
        "OnCalendar=Tue,Mon *-*-* 04:00:00",
    ]


def test_units_stand_where_systemd_looks() -> None:
    config = {"XDG_CONFIG_HOME": "/home/me/config"}
    assert usual_folder(config) == Path("/home/me/config/systemd/user")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
@pytest.mark.parametrize("settings", [ON, SQUEEZES, replace(SQUEEZES, squeeze_every_min=15)])
def test_systemd_understands_the_units(tmp_path: Path, settings: Settings) -> None:
    program = tmp_path / "my 50% program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    (tmp_path / SERVICE).write_text(service_text((str(program), *PROGRAM[1:])))
    (tmp_path / TIMER).write_text(timer_text(settings))
    files = [str(tmp_path / name) for name in (TIMER, SERVICE)]
    found = subprocess.run(
        ["systemd-analyze", "--user", "verify", "--man=no", *files],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    lines = (found.stdout + found.stderr).splitlines()
    assert not [line for line in lines if "glutetimer" in line or str(tmp_path) in line]
