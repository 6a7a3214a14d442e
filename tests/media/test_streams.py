"""Streams of a private sound server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from glutetimer.core.settings import MusicWay
from glutetimer.media.music import GuardedMusic
from glutetimer.media.streams import has_streams, streams
from tests.audio.sound_server import MISSING, SoundServer, wait_until

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets us"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with TemporaryDirectory(prefix="glute") as folder:
        made = SoundServer(Path(folder))
        for name, value in made.variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        made.start()
        yield made
        made.stop()


@pytest.fixture
def radio(server: SoundServer) -> Iterator["subprocess.Popen[bytes]"]:
    """Something that plays at 80 %."""
    with _playing() as player:
        wait_until(lambda: streams(0), "the stream to be there")
        yield player
        player.kill()


def _playing(*words: str) -> "subprocess.Popen[bytes]":
    command = ["pacat", "--playback", "--raw", "--client-name=radio", "--volume=52429", *words]
    with Path("/dev/zero").open("rb") as zeros:
        return subprocess.Popen(command, stdin=zeros)


def _levels() -> list[list[float]]:
    return [[round(level, 2) for level in one.levels() or ()] for one in streams(0)]


@pytest.mark.usefixtures("radio")
def test_a_stream_is_lowered_while_the_coach_speaks(tmp_path: Path) -> None:
    music = GuardedMusic(tmp_path / "lowered", last_words_s=0.01)
    assert _levels() == [[0.8, 0.8]]
    music.begin(MusicWay.LOWER)
    music.hear(True)
    wait_until(lambda: _levels() == [[0.48, 0.48]], "it to be lowered")
    music.hear(False)
    wait_until(lambda: _levels() == [[0.8, 0.8]], "it to be put back")
    music.hear(True)
    wait_until(lambda: _levels() == [[0.48, 0.48]], "it to be lowered")
    music.end()
    wait_until(lambda: _levels() == [[0.8, 0.8]], "it to be put back")


def test_our_own_stream_and_calls_are_left(
    server: SoundServer, radio: "subprocess.Popen[bytes]"
) -> None:
    assert streams(radio.pid) == []
    assert [one.is_playing for one in streams(os.getpid())] == [True]
    with _playing("--property=media.role=phone") as call:
        wait_until(lambda: len(streams(0)) == 2, "the call to be there")
        assert [one.is_playing for one in streams(0)] == [True, False]
        call.kill()


def test_a_stream_that_is_gone_is_no_trouble(
    server: SoundServer, radio: "subprocess.Popen[bytes]"
) -> None:
    (one,) = streams(0)
    radio.kill()
    wait_until(lambda: not streams(0), "the stream to go")
    one.set_levels((0.1, 0.1))


def test_without_a_sound_server_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    assert not has_streams()
    assert streams(0) == []
    monkeypatch.setenv("PATH", str(tmp_path))
    assert streams(0) == []
