"""The real program at a terminal, driven by playerctl from outside."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("only Linux has a session bus", allow_module_level=True)

from tests.e2e.test_play_at_a_terminal import Terminal
from tests.media.session_bus import needs_bus, needs_playerctl, playerctl, private_bus

pytestmark = [pytest.mark.e2e, needs_bus, needs_playerctl]


def _wait_until(terminal: Terminal, is_there: Callable[[], bool]) -> None:
    until_s = time.monotonic() + 20.0
    while not is_there():
        assert time.monotonic() < until_s, terminal.shown[-2000:]
        terminal._read(0.05)


def test_playerctl_pauses_goes_on_and_ends_sets(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_home.mkdir()
    settings = "safety_read = true\nask_pain_before = false\n"
    (own_home / "settings.toml").write_text(settings)
    with private_bus(monkeypatch):
        terminal = Terminal(own_home, "play", "first-session", "--voice", "off")
        _wait_until(terminal, lambda: playerctl("status") == "Playing")
        assert playerctl("metadata", "xesam:title") == "Glute bridge, set 1 of 2"
        playerctl("pause")
        _wait_until(terminal, lambda: playerctl("status") == "Paused")
        terminal.wait_for("PAUSED")
        playerctl("play")
        _wait_until(terminal, lambda: playerctl("status") == "Playing")
        playerctl("next")  # the wait; then its countdown
        terminal.wait_for("LIFT")
        playerctl("next")
        _wait_until(terminal, lambda: playerctl("metadata", "xesam:trackNumber") == "2")
        playerctl("previous")
        terminal.press("q")
        terminal.wait_for("no, go on")
        terminal.press("y")
        _wait_until(terminal, lambda: playerctl("status") == "No players found")
        terminal.hang_up()
