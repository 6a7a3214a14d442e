"""The real window in a child process: signals, and its own bugs."""

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.program import run, start

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals"),
]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_it_in_order(own_home: Path, number: signal.Signals) -> None:
    with start(own_home, QT_QPA_PLATFORM="offscreen") as process:
        until_s = time.monotonic() + 30
        while not (own_home / "cache" / "listings").exists():
            assert time.monotonic() < until_s
            time.sleep(0.05)
        time.sleep(0.3)  # from the list to the event loop
        process.send_signal(number)
        out, err = process.communicate(timeout=20)

    assert (process.returncode, out, err) == (0, "", "")
    assert not (own_home / "history.db-wal").exists()  # closed, not left
    assert (own_home / "cache" / "window").exists(), "the next window stands where this one did"
    assert run(own_home, "history").returncode == 0


def until_there(path: Path) -> None:
    """Wait until the program has made a file."""
    until_s = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < until_s
        time.sleep(0.05)


def test_a_second_start_ends_at_once_and_a_killed_window_is_no_obstacle(own_home: Path) -> None:
    socket = own_home / "cache" / "window.socket"
    with start(own_home, QT_QPA_PLATFORM="offscreen") as first:
        until_there(socket)
        second = run(own_home, QT_QPA_PLATFORM="offscreen")
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        assert first.poll() is None
        first.kill()
    assert socket.exists(), "a kill leaves it behind"

    made = socket.stat().st_ino
    with start(own_home, QT_QPA_PLATFORM="offscreen") as third:
        until_s = time.monotonic() + 30
        while not socket.exists() or socket.stat().st_ino == made:
            assert time.monotonic() < until_s
            time.sleep(0.05)
        third.send_signal(signal.SIGTERM)
        assert third.wait(20) == 0
    assert not socket.exists()
