"""What a loudspeaker would get: the real player into a private sound server, recorded."""

import os
import signal
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean

import pytest

from glutetimer.audio.clips import RATE_HZ, Samples
from glutetimer.audio.player import Player
from glutetimer.audio.speech import VoiceLimits
from glutetimer.audio.tones import tone
from glutetimer.core.cues.sheet import TONE_LENGTHS_S, CueKind, CueSheet, SheetCue
from glutetimer.core.settings import LeadIn, Settings
from tests.audio.sound_server import (
    MAX_FOLDER,
    MISSING,
    SoundServer,
    Stretch,
    busy_cores,
    wait_until,
)

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

PAUSE_S = 0.25
LOUD = Settings(voice_volume=100, tone_volume=100, lead_in=LeadIn.OFF)


class RealClock:
    def now_s(self) -> float:
        return time.monotonic()

    def utc_now(self) -> datetime:
        return datetime.now(UTC)

    def asleep_s(self) -> float | None:
        return None


class Room:
    """A player before a sound server that is recorded, and all its notices so far."""

    def __init__(self, folder: Path, server: SoundServer) -> None:
        self.server = server
        self.player = Player(
            RealClock(),
            folder,
            voice_limits=VoiceLimits(answer_s=1.0, start_s=10.0, failures=4, idle_s=30.0),
        )
        self.told: list[str] = []

    def run(self, sheet: CueSheet) -> float:
        """Run a sheet from now on; returns when it began."""
        self.player.load(sheet)
        began_s = time.monotonic()
        self.player.run_from(0, 0.0, began_s)
        return began_s

    @property
    def is_wireless(self) -> bool | None:
        device = self.player._playback.device
        assert device is not None
        return device.is_wireless

    def has_told(self, words: str) -> bool:
        """Whether a notice with these words has come by now."""
        self.told.extend(f"{n.text} | {n.cure}" for n in self.player.take_notices())
        return any(words in text for text in self.told)

    def heard_since(self, began_s: float, within_s: float = 10.0) -> None:
        """Wait until something sounds again."""
        server = self.server
        wait_until(lambda: server.loud_blocks(began_s) > 3, "sound to be heard", within_s)

    def wait_for(self, clock_s: float) -> None:
        wait_until(lambda: time.monotonic() > clock_s, "the time", 60.0)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    folder = tmp_path_factory.mktemp("p")
    if len(str(folder)) > MAX_FOLDER:
        pytest.skip("the temporary folder's path is too long for a socket")
    server = SoundServer(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def room(server: SoundServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    room = Room(tmp_path / "clips", server)
    yield room
    room.player.close()


def beats(kind: CueKind, every_s: float, count: int) -> CueSheet:
    length_s = TONE_LENGTHS_S[kind]
    # A session's first words leave the device a second to open.
    offsets_s = [round(1.0 + every_s * i, 3) for i in range(count)]
    cues = tuple(SheetCue(at_s, at_s, length_s, kind, "", 0, is_tone=True) for at_s in offsets_s)
    return CueSheet(cues, (600.0,))


def said(text: str, length_s: float, offset_s: float = 1.0) -> CueSheet:
    return CueSheet((SheetCue(offset_s, offset_s, length_s, CueKind.FORM, text, 0),), (600.0,))


def loud_seconds(samples: Samples | None) -> float:
    assert samples is not None
    loud = [i for i, sample in enumerate(samples) if abs(sample) > 300]
    return (loud[-1] - loud[0]) / RATE_HZ


def assert_on_the_beat(heard: list[Stretch], began_s: float, sheet: CueSheet) -> None:
    assert len(heard) == len(sheet.cues)
    late_s = [one.at_s - began_s - cue.offset_s for one, cue in zip(heard, sheet.cues, strict=True)]
    middle_s = fmean(late_s)
    assert max(abs(late - middle_s) for late in late_s) < 0.005, late_s
    assert abs(middle_s) < 0.030, late_s


def test_tones_are_heard_on_their_beat_and_whole_though_the_machine_is_busy(room: Room) -> None:
    room.player.set_settings(LOUD)
    wanted = beats(CueKind.COUNT, 0.4, 9)
    busy = busy_cores(1)
    try:
        began_s = room.run(wanted)
        room.wait_for(began_s + 5.0)
    finally:
        for process in busy:
            process.kill()
            process.wait()
    heard = room.server.recording().stretches()
    assert_on_the_beat(heard, began_s, wanted)
    length_s = loud_seconds(tone(CueKind.COUNT))
    assert all(abs(one.length_s - length_s) < 0.004 for one in heard), heard
    assert room.player.take_notices() == ()


def test_pause_mute_and_volume_are_heard_within_a_quarter_of_a_second(room: Room) -> None:
    long = array("h", [9_000, -9_000] * (5 * RATE_HZ // 2))
    room.player.prepare(["Long"], LOUD)
    wait_until(room.player.lengths_s, "the clip")
    with room.player._playback.lock:
        room.player._shelf._clips["Long"] = long  # a clip that is equally loud all the time

    acted_s = 0.0

    def silent_after(act: Callable[[], None], back: Callable[[], None]) -> float:
        nonlocal acted_s
        acted_s = time.monotonic()
        act()
        room.wait_for(acted_s + 0.6)
        loud = [one for one in room.server.recording().stretches() if one.at_s < acted_s]
        back()
        room.heard_since(time.monotonic())
        return loud[-1].at_s + loud[-1].length_s - acted_s

    began_s = room.run(said("Long", 5.0))
    room.heard_since(began_s)
    room.wait_for(began_s + 1.0)
    player = room.player
    muted_s = silent_after(lambda: player.set_muted(True), lambda: player.set_muted(False))
    quiet = replace(LOUD, voice_volume=0)
    quiet_s = silent_after(lambda: player.set_settings(quiet), lambda: player.set_settings(LOUD))
    paused_s = silent_after(
        player.hold, lambda: player.run_from(0, acted_s - began_s, time.monotonic())
    )
    assert 0.0 < max(muted_s, quiet_s, paused_s) < PAUSE_S, (muted_s, quiet_s, paused_s)


def test_sound_comes_back_after_the_server_was_killed(room: Room) -> None:
    began_s = room.run(beats(CueKind.COUNT, 0.25, 400))
    room.heard_since(began_s)
    room.server.stop()
    wait_until(lambda: room.has_told("stopped"), "the notice")
    room.server.start()
    room.heard_since(time.monotonic(), 15.0)
    assert len(room.told) == 1
    assert "comes back" in room.told[0]


def test_sound_comes_back_by_itself_after_the_server_was_frozen(room: Room) -> None:
    wanted = beats(CueKind.COUNT, 0.25, 400)
    began_s = room.run(wanted)
    room.heard_since(began_s)
    room.server.freeze()
    try:
        wait_until(lambda: room.has_told("stopped"), "the notice")
        begun_s = time.monotonic()
        room.player.hold()
        room.player.set_muted(False)
        room.player.run_from(0, begun_s - began_s, begun_s)
        assert time.monotonic() - begun_s < 5.0  # a frozen server blocks for 20 s and more
        room.wait_for(begun_s + 1.5)
    finally:
        room.server.thaw()
    room.heard_since(time.monotonic(), 15.0)
    assert len(room.told) == 1


def test_sound_moves_on_when_its_sink_is_unplugged(room: Room) -> None:
    room.server.control("load-module", "module-null-sink", "sink_name=other", "rate=48000")
    began_s = room.run(beats(CueKind.COUNT, 0.25, 400))
    room.heard_since(began_s)
    room.server.control("unload-module", "module-null-sink")  # both, as a dock with two outputs
    wait_until(lambda: room.has_told(""), "the notice")
    room.server.control("load-module", "module-null-sink", "sink_name=later", "rate=48000")
    room.server.control("set-default-sink", "later")
    room.server.record("later")
    room.heard_since(time.monotonic(), 20.0)
    assert len(room.told) == 1


@pytest.mark.parametrize("kind", ["SIGKILL", "SIGSTOP"])
@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_worker_killed_or_stopped_in_a_session_leaves_no_gap(room: Room, kind: str) -> None:
    room.player.prepare(["One"], LOUD)
    wait_until(lambda: "One" in room.player.lengths_s(), "the first clip")
    wanted = beats(CueKind.COUNT, 0.3, 8)
    began_s = room.run(wanted)
    child = room.player._voice._cast.at_work.process
    assert child is not None
    os.kill(child._process.pid, getattr(signal, kind))
    room.player.prepare(["One", "Halfway there", "Squeeze"], LOUD)
    wait_until(lambda: "Squeeze" in room.player.lengths_s(), "the clips of another worker")
    room.wait_for(began_s + 3.8)
    assert_on_the_beat(room.server.recording().stretches(), began_s, wanted)
    assert room.player.take_notices() == ()


def test_a_full_disk_and_a_damaged_cache_are_not_heard(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    room.player.prepare(["Squeeze"], LOUD)
    wait_until(room.player.lengths_s, "the clip")
    length_s = room.player.lengths_s()["Squeeze"]
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:-100])  # what a power cut leaves
    other = Room(folder, room.server)
    other.player.prepare(["Squeeze"], LOUD)
    wait_until(other.player.lengths_s, "the clip")
    assert other.player.lengths_s()["Squeeze"] == pytest.approx(length_s, abs=0.05)
    began_s = other.run(said("Squeeze", length_s))
    room.heard_since(began_s)
    assert other.player.take_notices() == ()
    other.player.close()


def test_a_chosen_device_is_used_and_left_for_the_default_when_it_goes(room: Room) -> None:
    words = ["module-null-sink", "sink_name=dock", "sink_properties=device.description=Dock"]
    dock = room.server.control("load-module", *words)
    wait_until(lambda: "Dock" in room.player.outputs(), "the list of devices")
    room.player.prepare([], replace(LOUD, output_device="Dock"))
    room.server.record("dock")
    began_s = room.run(beats(CueKind.COUNT, 0.25, 400))
    room.heard_since(began_s)
    assert room.player.status().device == "Dock of PulseAudio"
    assert room.is_wireless is None
    room.server.control("unload-module", dock)
    room.server.record("ci")
    room.heard_since(time.monotonic(), 20.0)
    assert room.has_told("“Dock” is not there")
    assert len(room.told) == 1


@pytest.mark.parametrize("driver", ["bluez_output.AA_BB_CC_DD_EE_FF.1", "alsa_output.pci-0.analog"])
@pytest.mark.parametrize("is_chosen", [False, True])
def test_a_wireless_loudspeaker_is_known_by_its_driver(
    room: Room, driver: str, is_chosen: bool
) -> None:
    """Also where it is the system's own default, which the library opens without a name."""
    words = ["module-null-sink", f"sink_name={driver}", "sink_properties=device.description=Box"]
    room.server.control("load-module", *words)
    if not is_chosen:
        room.server.control("set-default-sink", driver)
    room.server.record(driver)
    room.player.prepare([], replace(LOUD, output_device="Box" if is_chosen else ""))
    began_s = room.run(beats(CueKind.COUNT, 0.25, 400))
    room.heard_since(began_s)
    assert room.is_wireless is driver.startswith("bluez")
