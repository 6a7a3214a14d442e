"""A whole session of the real program beside a music player, killed while the coach speaks."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.audio.sound_server import MISSING, SoundServer
from tests.e2e.program import start
from tests.media.session_bus import OtherPlayer, needs_bus, private_bus

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.sound,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets us"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    needs_bus,
]


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with TemporaryDirectory(prefix="glute") as folder:
        made = SoundServer(Path(folder))
        made.start()
        yield made
        made.stop()


def _play(home: Path, server: SoundServer, way: str) -> "subprocess.Popen[str]":
    home.mkdir(exist_ok=True)
    settings = f'other_music = "{way}"\nsafety_read = true\n'
    (home / "settings.toml").write_text(settings)
    return start(home, "play", "first-session", **server.variables)


def test_it_is_lowered_by_the_first_words_and_put_back_after_kill_9(
    own_home: Path, server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_bus(monkeypatch), OtherPlayer(volume=0.8) as music:
        with _play(own_home, server, "lower") as program:
            music.wait_for(0.24, 30.0)
            program.send_signal(signal.SIGKILL)
            music.wait_for(0.8)
        music.wait_until(lambda: not (own_home / "cache" / "lowered").exists())


def test_it_is_paused_and_goes_on_after_ctrl_c(
    own_home: Path, server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        private_bus(monkeypatch),
        OtherPlayer() as music,
        _play(own_home, server, "pause") as program,
    ):
        music.wait_until(lambda: music.status == "Paused", 30.0)
        program.send_signal(signal.SIGINT)
        music.wait_until(lambda: music.status == "Playing", 20.0)
