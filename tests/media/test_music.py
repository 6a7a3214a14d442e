"""The music of other programs on a private bus, in a session and after every kind of end."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from glutetimer.core.settings import MusicWay
from glutetimer.media.music import GuardedMusic
from tests.media.session_bus import OtherPlayer, needs_bus

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets us"),
    needs_bus,
]

PROGRAM = """
import sys, time
from pathlib import Path
from glutetimer.core.settings import MusicWay
from glutetimer.media.music import GuardedMusic
music = GuardedMusic(Path(sys.argv[1]))
music.begin(MusicWay(sys.argv[2]))
music.hear(True)
time.sleep(60)
"""
"""A program in whose session the coach speaks."""


@pytest.fixture(autouse=True)
def _no_sound_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lowered"


@pytest.fixture
def music(file: Path) -> Iterator[GuardedMusic]:
    made = GuardedMusic(file, last_words_s=0.01)
    yield made
    made.end()
    _wait_for_no_child()


@pytest.fixture
def other(bus: str) -> Iterator[OtherPlayer]:
    with OtherPlayer(volume=0.9) as player:
        yield player


def _children(pid: int | None = None) -> list[psutil.Process]:
    """The processes that watch over the music for this one, or another."""
    found = []
    for child in psutil.Process(pid).children():
        with suppress(psutil.NoSuchProcess):
            is_alive = child.status() != psutil.STATUS_ZOMBIE
            if is_alive and "glutetimer.media.music_child" in child.cmdline():
                found.append(child)
    return found


def _wait_for_no_child() -> None:
    until_s = time.monotonic() + 10.0
    while _children():
        assert time.monotonic() < until_s
        time.sleep(0.02)


def _started(file: Path, way: MusicWay) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", PROGRAM, str(file), way.value])


def test_it_is_lowered_while_the_coach_speaks_and_put_back(
    music: GuardedMusic, other: OtherPlayer, file: Path
) -> None:
    music.begin(MusicWay.LOWER)
    music.hear(True)
    other.wait_for(0.27)
    assert file.exists()
    music.hear(False)
    other.wait_for(0.9)
    music.hear(True)
    other.wait_for(0.27)
    music.end()
    other.wait_for(0.9)
    assert "Pause" not in other.asked


def test_it_is_paused_during_the_session_and_goes_on_after(
    music: GuardedMusic, other: OtherPlayer
) -> None:
    music.begin(MusicWay.PAUSE)
    other.wait_until(lambda: other.status == "Paused")
    music.begin(MusicWay.PAUSE)
    music.hear(True)
    music.end()
    other.wait_until(lambda: other.status == "Playing")
    assert other.volume == 0.9


def test_music_that_was_paused_already_stays_so(music: GuardedMusic, bus: str) -> None:
    with OtherPlayer("quiet", status="Paused") as quiet, OtherPlayer("loud") as loud:
        music.begin(MusicWay.PAUSE)
        loud.wait_until(lambda: loud.status == "Paused")
        music.end()
        loud.wait_until(lambda: loud.status == "Playing")
        assert quiet.status == "Paused"


def test_left_alone_it_is_not_even_asked(music: GuardedMusic, other: OtherPlayer) -> None:
    music.begin(MusicWay.LEAVE)
    music.hear(True)
    music.end()
    assert _children() == []
    assert other.asked == []


@pytest.mark.parametrize("way", [MusicWay.LOWER, MusicWay.PAUSE])
def test_after_kill_9_all_is_as_before(other: OtherPlayer, file: Path, way: MusicWay) -> None:
    with _started(file, way) as program:
        if way is MusicWay.LOWER:
            other.wait_for(0.27)
        else:
            other.wait_until(lambda: other.status == "Paused")
        program.send_signal(signal.SIGKILL)
        other.wait_for(0.9)
        other.wait_until(lambda: other.status == "Playing")


def test_when_the_child_is_killed_as_well_the_next_start_puts_it_back(
    other: OtherPlayer, file: Path
) -> None:
    with _started(file, MusicWay.LOWER) as program:
        other.wait_for(0.27)
        for child in _children(program.pid):
            child.kill()
        program.send_signal(signal.SIGKILL)
    assert other.volume == pytest.approx(0.27)
    later = GuardedMusic(file)
    later.put_back()
    other.wait_for(0.9)
    _wait_for_no_child()
    assert not file.exists()
    asked = len(other.asked)
    later.put_back()
    _wait_for_no_child()
    assert len(other.asked) == asked, "there is nothing to put back any more"


def test_a_child_that_is_asked_to_end_puts_it_back(other: OtherPlayer, file: Path) -> None:
    with _started(file, MusicWay.LOWER) as program:
        other.wait_for(0.27)
        (child,) = _children(program.pid)
        child.terminate()
        other.wait_for(0.9)
        program.kill()


def test_a_player_that_vanishes_or_has_no_volume_keeps_nobody_from_the_others(
    music: GuardedMusic, bus: str
) -> None:
    with (
        OtherPlayer("a", volume=None) as silent,
        OtherPlayer("b") as closed,
        OtherPlayer("c", takes_volume=False) as deaf,
        OtherPlayer("d", volume=0.5) as loud,
    ):
        music.begin(MusicWay.LOWER)
        music.hear(True)
        loud.wait_for(0.15)
        closed.vanish()
        music.hear(False)
        loud.wait_for(0.5)
        assert deaf.volume == 1.0
        assert silent.volume is None


def test_a_frozen_player_delays_the_others_once(music: GuardedMusic, bus: str) -> None:
    with OtherPlayer("a", is_frozen=True) as frozen, OtherPlayer("b") as loud:
        music.begin(MusicWay.LOWER)
        music.hear(True)
        loud.wait_for(0.3)
        music.hear(False)
        loud.wait_for(1.0)
        asked = [word for word in frozen.asked if word == "Get"]
        assert len(asked) == 1


def test_without_a_bus_nothing_happens(
    music: GuardedMusic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    for way in MusicWay:
        music.begin(way)
        music.hear(True)
        music.end()
        _wait_for_no_child()


def test_a_child_that_cannot_be_started_harms_nobody(
    music: GuardedMusic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    music.begin(MusicWay.LOWER)
    music.hear(True)
    music.end()
