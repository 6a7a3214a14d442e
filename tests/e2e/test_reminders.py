"""The real program on a desktop of fakes: a reminder is seen, its answers act, the tray obeys."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import which
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("only Linux has a session bus", allow_module_level=True)

from jeepney import DBusAddress, new_method_call
from jeepney.bus_messages import message_bus

from glutetimer.session_bus import OUR_NAME, NoAnswer, ask, open_bus
from tests.desktop_service import DesktopService
from tests.e2e.program import COMMAND, run, start
from tests.media.session_bus import needs_bus, private_bus
from tests.reminders.desktop import notifications, press

pytestmark = [
    pytest.mark.e2e,
    needs_bus,
    pytest.mark.skipif(which("Xvfb") is None, reason="needs Xvfb (apt: xvfb)"),
]

WATCHER = "org.kde.StatusNotifierWatcher"
DAYS = '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'


def until(is_there: Callable[[], Any], timeout_s: float = 40.0) -> Any:
    """Wait for something that is true."""
    until_s = time.monotonic() + timeout_s
    while not (found := is_there()):
        assert time.monotonic() < until_s
        time.sleep(0.05)
    return found


@pytest.fixture
def home(own_home: Path) -> Path:
    """Somebody who wanted to be reminded a minute after midnight, and has not been."""
    own_home.mkdir()
    lines = ("safety_read = true", "remind = true", f"remind_days = {DAYS}", "remind_at = 00:00:00")
    (own_home / "settings.toml").write_text("\n".join(lines) + "\n")
    return own_home


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """What starts the program anew, as an AppImage would: a checkout's run.py may install first."""
    path = tmp_path / "glutetimer"
    path.write_text("#!/bin/sh\nexec " + shlex.join(COMMAND) + ' "$@"\n')
    path.chmod(0o755)
    return path


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A bus of this test alone."""
    with private_bus(monkeypatch):
        yield


@contextmanager
def screen() -> Iterator[str]:
    """A display without eyes; yields its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().decode().strip()}"
        finally:
            server.terminate()


def is_in_session() -> bool:
    with open_bus() as bus:
        (found,) = ask(bus, message_bus.NameHasOwner(OUR_NAME))
    return bool(found)


def kept(home: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((home / "cache" / "reminders").read_text())
    return found


@pytest.mark.usefixtures("bus")
def test_start_begins_a_session_in_the_window_that_is_open(home: Path, program: Path) -> None:
    with ExitStack() as stack:
        display = stack.enter_context(screen())
        desktop = stack.enter_context(notifications())
        window = stack.enter_context(start(home, DISPLAY=display, QT_QPA_PLATFORM="xcb"))
        stack.callback(window.kill)
        until((home / "cache" / "window.socket").exists)
        reminder = stack.enter_context(
            start(home, "remind", DISPLAY=display, APPIMAGE=str(program))
        )
        desktop.wait_for("Notify", timeout_s=40)
        assert not is_in_session()
        press(desktop, "start")
        assert reminder.wait(40) == 0
        until(is_in_session)
        assert window.poll() is None
    assert run(home, "remind").returncode == 0, "nothing is due any more"


@pytest.mark.usefixtures("bus")
def test_start_opens_the_window_where_none_is_open(home: Path, program: Path) -> None:
    pid_file = home / "pid"
    program.write_text(program.read_text().replace("exec", f"echo $$ > {pid_file}; exec"))
    with ExitStack() as stack:
        display = stack.enter_context(screen())
        desktop = stack.enter_context(notifications())
        more = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "APPIMAGE": str(program)}
        reminder = stack.enter_context(start(home, "remind", **more))
        desktop.wait_for("Notify", timeout_s=40)
        press(desktop, "start")
        assert reminder.wait(40) == 0
        pid = int(until(lambda: pid_file.exists() and pid_file.read_text()))
        stack.callback(os.kill, pid, signal.SIGKILL)
        until(is_in_session)


@pytest.mark.usefixtures("bus")
def test_the_timer_s_process_lets_systemd_start_the_window(
    home: Path, program: Path, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    fake = tmp_path / "bin" / "systemd-run"
    fake.parent.mkdir()
    fake.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {said}.part; mv {said}.part {said}\n')
    fake.chmod(0o755)
    more = {
        "APPIMAGE": str(program),
        "GLUTETIMER_BY_TIMER": "1",
        "DISPLAY": ":7",
        "PATH": f"{fake.parent}:{os.environ['PATH']}",
    }
    with notifications() as desktop, start(home, "remind", **more) as reminder:
        desktop.wait_for("Notify", timeout_s=40)
        press(desktop, "start", "a-token")
        assert reminder.wait(40) == 0
    until(said.exists)
    assert said.read_text().split() == [
        *("--user", "--quiet", "--collect", "--setenv=DISPLAY=:7"),
        "--setenv=XDG_ACTIVATION_TOKEN=a-token",
        *(str(program), "open", "--today", "--data-dir", str(home)),
    ]


@pytest.mark.usefixtures("bus")
def test_in_an_hour_is_kept_and_said(home: Path) -> None:
    with notifications() as desktop, start(home, "remind") as reminder:
        desktop.wait_for("Notify", timeout_s=40)
        press(desktop, "later")
        assert reminder.wait(40) == 0
    assert kept(home)["later_at"] is not None
    said = run(home, "remind", "--status")
    assert said.stdout.splitlines()[0] == "Sessions: every day at 0:00"
    assert "Next reminder: " in said.stdout
    assert "They come only while the window of glutetimer is open" in said.stdout


@pytest.mark.usefixtures("bus")
def test_without_notifications_one_line_says_so(home: Path) -> None:
    said = run(home, "remind")
    assert said.returncode == 1
    assert said.stderr.startswith("glutetimer: No reminder can be shown here (")
    assert said.stderr.count("\n") == 1


@pytest.mark.usefixtures("bus")
def test_the_process_of_the_timer_reads_no_qt_and_is_small(home: Path) -> None:
    with notifications() as desktop, start(home, "remind") as reminder:
        desktop.wait_for("Notify", timeout_s=40)
        process = Path(f"/proc/{reminder.pid}")
        rollup = (process / "smaps_rollup").read_text()
        pss_kb = next(int(line.split()[1]) for line in rollup.splitlines() if "Pss:" in line)
        maps = (process / "maps").read_text()
        press(desktop, "not-today")
        assert reminder.wait(40) == 0
    assert "PySide6" not in maps
    assert "libQt6" not in maps
    assert pss_kb < 25_000


@pytest.mark.usefixtures("bus")
def test_the_tray_says_when_the_next_one_comes_and_pauses_for_today(home: Path) -> None:
    (home / "cache").mkdir()
    watcher = DesktopService(
        WATCHER,
        {"RegisterStatusNotifierItem": ("", ())},
        {"IsStatusNotifierHostRegistered": ("b", True), "ProtocolVersion": ("i", 0)},
    )
    with ExitStack() as stack:
        display = stack.enter_context(screen())
        stack.enter_context(notifications())
        stack.enter_context(watcher)
        window = stack.enter_context(start(home, DISPLAY=display, QT_QPA_PLATFORM="xcb"))
        stack.callback(window.kill)
        (name,) = watcher.wait_for("RegisterStatusNotifierItem", timeout_s=40)
        menu = until(lambda: menu_of(name))
        assert [text for text in menu if text.startswith("Next reminder: ")]
        click(name, menu["Pause for today"])
        until(lambda: (home / "cache" / "reminders").exists() and kept(home)["quiet_day"])
        click(name, menu["Pause for today"])
        until(lambda: not kept(home)["quiet_day"])


def menu_of(name: str) -> dict[str, int]:
    """The entries of an item's menu, by their words; empty as long as there are none."""
    with open_bus() as bus:
        try:
            call = new_method_call(_menu(name), "GetLayout", "iias", (0, -1, []))
            (_, (_, _, entries)) = ask(bus, call)
        except NoAnswer:
            return {}
    found = (entry for _, entry in entries)
    return {values["label"][1]: number for number, values, _ in found if "label" in values}


def click(name: str, number: int) -> None:
    """Choose an entry."""
    with open_bus() as bus:
        clicked = (number, "clicked", ("s", ""), 0)
        ask(bus, new_method_call(_menu(name), "Event", "isvu", clicked))


def _menu(name: str) -> DBusAddress:
    return DBusAddress("/MenuBar", name, "com.canonical.dbusmenu")
