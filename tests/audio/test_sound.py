"""What a loudspeaker would get: the real player into a private sound server, recorded."""

import os
import shutil
import subprocess
import threading
import time
from array import array
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean

import pytest

from glutetimer.audio.clips import RATE_HZ, Samples
from glutetimer.audio.player import Player
from glutetimer.audio.tones import tone
from glutetimer.core.cues import TONE_LENGTHS_S, CueKind, CueSheet, SheetCue
from glutetimer.core.settings import Settings

pytestmark = pytest.mark.sound

_MISSING = [name for name in ("pulseaudio", "parec", "pactl") if shutil.which(name) is None]
needs_server = pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}")

RECORDED_HZ = 48_000


class RealClock:
    def now_s(self) -> float:
        return time.monotonic()

    def utc_now(self) -> datetime:
        return datetime.now(UTC)


class Server:
    """A sound server of our own with a sink that leads nowhere, and a recorder behind it."""

    def __init__(self, folder: Path) -> None:
        self._config = folder / "server.pa"
        self._socket = folder / "s"
        self._config.write_text(
            "load-module module-null-sink sink_name=ci rate=48000 channels=2\n"
            f"load-module module-native-protocol-unix auth-anonymous=1 socket={self._socket}\n"
            "set-default-sink ci\n"
        )
        self.variables = {
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_RUNTIME_PATH": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
        }
        self._environment = {**os.environ, **self.variables}
        self._server = self._recorder = None  # type: subprocess.Popen[bytes] | None
        self._blocks: list[tuple[float, bytes]] = []

    def start(self) -> None:
        self._blocks.clear()
        self._server = subprocess.Popen(
            [
                "pulseaudio", "-n", "-F", str(self._config), "--daemonize=no",
                "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes",
            ],
            env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_until(self._answers, "the sound server to answer")
        self._recorder = subprocess.Popen(
            [
                "parec", "-d", "ci.monitor", "--format=s16le", f"--rate={RECORDED_HZ}",
                "--channels=1", "--latency-msec=4", "--raw",
            ],
            env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        threading.Thread(target=self._record, args=(self._recorder,), daemon=True).start()
        # Without a client in a hurry a null sink works in blocks of two seconds.
        wait_until(lambda: bool(self._blocks), "the first recorded block")

    def stop(self) -> None:
        for process in (self._recorder, self._server):
            if process is not None:
                process.kill()
                process.wait()
        if self._recorder is not None and self._recorder.stdout is not None:
            self._recorder.stdout.close()
        self._socket.unlink(missing_ok=True)

    def onsets(self) -> list[tuple[float, float]]:
        """(clock time, seconds) of every stretch of sound, by the recorder's own count."""
        blocks = list(self._blocks)
        count, began_s, samples = 0, float("inf"), array("h")
        for at_s, data in blocks:
            count += len(data) // 2
            began_s = min(began_s, at_s - count / RECORDED_HZ)
        data = b"".join(block for _, block in blocks)
        samples.frombytes(data[: len(data) // 2 * 2])
        loud = [i for i, sample in enumerate(samples) if abs(sample) > 300]
        found: list[tuple[int, int]] = []
        for i in loud:
            if found and i - found[-1][1] < RECORDED_HZ // 20:
                found[-1] = (found[-1][0], i)
            else:
                found.append((i, i))
        return [(began_s + a / RECORDED_HZ, (b - a) / RECORDED_HZ) for a, b in found]

    def _answers(self) -> bool:
        ask = ["pactl", "info"]
        return (
            subprocess.run(ask, check=False, env=self._environment, capture_output=True).returncode
            == 0
        )

    def _record(self, recorder: "subprocess.Popen[bytes]") -> None:
        assert recorder.stdout is not None
        try:
            while data := os.read(recorder.stdout.fileno(), 65_536):
                self._blocks.append((time.monotonic(), data))
        except (OSError, ValueError):
            pass  # closed at the end


def wait_until(is_so: object, what: str, within_s: float = 10.0) -> None:
    assert callable(is_so)
    until_s = time.monotonic() + within_s
    pause = threading.Event()
    while not is_so():
        if time.monotonic() > until_s:
            pytest.fail(f"waited in vain for {what}")
        pause.wait(0.02)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("p")
    if len(str(folder)) > 90:
        pytest.skip("the temporary folder's path is too long for a socket")
    server = Server(folder)
    server.start()
    yield server
    server.stop()


def sheet(kind: CueKind, every_s: float, count: int) -> CueSheet:
    length_s = TONE_LENGTHS_S[kind]
    # The device is opened when the session begins: its first half second can be late.
    offsets_s = [round(1.0 + every_s * i, 3) for i in range(count)]
    cues = tuple(SheetCue(at_s, at_s, length_s, kind, "", 0, is_tone=True) for at_s in offsets_s)
    return CueSheet(cues, (60.0,))


def loud_seconds(samples: Samples | None) -> float:
    assert samples is not None
    loud = [i for i, sample in enumerate(samples) if abs(sample) > 300 / 0.7]
    return (loud[-1] - loud[0]) / RATE_HZ


@needs_server
def test_tones_are_heard_on_their_beat_and_whole(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    player = Player(RealClock(), tmp_path / "clips")
    player.set_settings(Settings(tone_volume=70))
    wanted = sheet(CueKind.COUNT, 0.5, 9)
    player.load(wanted)
    began_s = time.monotonic()
    player.run_from(0, 0.0, began_s)
    wait_until(lambda: time.monotonic() > began_s + 5.7, "the tones to be played")
    heard = server.onsets()
    assert player.take_notices() == ()
    player.close()
    assert len(heard) == 9
    late_s = [
        at_s - began_s - cue.offset_s for (at_s, _), cue in zip(heard, wanted.cues, strict=True)
    ]
    middle_s = fmean(late_s[3:])
    assert max(abs(late - middle_s) for late in late_s) < 0.005, late_s
    assert abs(middle_s) < 0.030, late_s
    length_s = loud_seconds(tone(CueKind.COUNT))
    assert all(abs(seconds - length_s) < 0.004 for _, seconds in heard), heard


@needs_server
def test_sound_comes_back_after_the_server_was_killed(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    player = Player(RealClock(), tmp_path / "clips")
    player.load(sheet(CueKind.COUNT, 0.25, 100))
    player.run_from(0, 0.0, time.monotonic())
    wait_until(lambda: len(server.onsets()) >= 2, "the first tones")
    server.stop()
    told: list[str] = []

    def has_told() -> bool:
        told.extend(notice.text for notice in player.take_notices())
        return bool(told)

    wait_until(has_told, "the notice")
    server.start()
    wait_until(lambda: len(server.onsets()) >= 2, "sound to come back", 12.0)
    assert len(told) == 1
    player.close()
