"""The player as the core sees it: nothing blocks, nothing raises, something always sounds."""

import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from glutetimer.audio.clips import RATE_HZ
from glutetimer.audio.conductor import AHEAD_S
from glutetimer.audio.device import BUFFERED_S
from glutetimer.audio.device_terms import Pull
from glutetimer.audio.hush import LEAD_IN_S
from glutetimer.audio.playback import LINGER_S, WATCH_S
from glutetimer.audio.player import Player
from glutetimer.audio.silent import SilentPlayer
from glutetimer.audio.speech import VoiceLimits
from glutetimer.audio.tones import tone
from glutetimer.core.cues.sheet import TONE_LENGTHS_S, CueKind, CueSheet, SheetCue
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.settings import LeadIn, Settings, Verbosity
from tests.fakes import FakeClock

SPEAKING = Settings(voice_volume=100, tone_volume=100)
BLOCK = 2_205


class FakeDevice:
    backend = "fake"
    is_wireless: bool | None = False

    def __init__(self, pull: Pull, name: str = "") -> None:
        self.pull = pull
        self.name = name
        self.closed = Event()

    def close(self) -> None:
        self.closed.set()


class Room:
    """A player with a device that asks when it is told to, and all that it was given."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.devices: list[FakeDevice] = []
        self.output = array("h")
        self.there = ["Headphones", "Speakers"]
        self.speech: list[bool] = []
        self.is_wireless: bool | None = False
        self.player = Player(
            self.clock,
            folder,
            opener=self.open,
            list_devices=lambda: tuple(self.there),
            on_speech=self.speech.append,
        )

    def open(self, pull: Pull, name: str = "") -> FakeDevice:
        self.devices.append(FakeDevice(pull, name if name in self.there else ""))
        self.devices[-1].is_wireless = self.is_wireless
        return self.devices[-1]

    def play(self, duration_s: float) -> None:
        """Let the device ask for so many seconds, once it is open."""
        eventually(lambda: bool(self.devices))
        for _ in range(round(duration_s * 10)):
            self.output.frombytes(self.devices[-1].pull(BLOCK))
            self.clock.advance(0.1)
            with self.player._playback.lock:  # what the player's own thread does
                self.player._playback._step()

    def prepared(self, *texts: str, settings: Settings = SPEAKING) -> None:
        self.player.prepare(texts, settings)
        eventually(lambda: set(self.player.lengths_s()) >= set(texts))

    @property
    def loud_frames(self) -> int:
        return sum(1 for sample in self.output if abs(sample) > 100)


def eventually(is_so: Callable[[], bool], within_s: float = 5.0) -> None:
    pause = Event()
    until_s = time.monotonic() + within_s
    while not is_so():
        if time.monotonic() > until_s:
            pytest.fail("it did not come to pass")
        pause.wait(0.002)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path / "clips")
    yield room
    room.player.close()


def sheet(kind: CueKind, text: str, offset_s: float = 1.0) -> CueSheet:
    cue = SheetCue(offset_s, offset_s, 0.3, kind, text, 0)
    return CueSheet((cue,), (20.0, 20.0))


def test_both_players_are_cue_players(room: Room) -> None:
    players: tuple[CuePlayer, ...] = (room.player, SilentPlayer())
    for player in players:
        assert all(voice.is_natural for voice in player.voices())  # others are known later
        assert player.take_notices() == ()


def test_importing_the_player_loads_neither_device_nor_engine() -> None:
    program = (
        "import sys; import glutetimer.audio.player, glutetimer.audio.silent;"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " ('hibari', 'onnxruntime', 'piper', 'numpy', 'soundfile', 'miniaudio', 'pyttsx3',"
        " 'cffi', '_cffi_backend', 'asyncio', 'PySide6', 'sqlite3')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_sheet_is_spoken_with_the_lengths_that_were_told(room: Room) -> None:
    room.prepared("Squeeze")
    room.player.load(sheet(CueKind.FORM, "Squeeze"))
    room.player.run_from(0, 0.0, room.clock.now_s())
    room.play(4)
    first = next(i for i, s in enumerate(room.output) if s)
    last = next(i for i in range(len(room.output) - 1, -1, -1) if room.output[i])
    expected = room.player.lengths_s()["Squeeze"] * RATE_HZ
    assert abs(last - first - expected) < RATE_HZ * 0.004  # its faded edges begin with zeros


def test_it_tells_when_words_are_heard_and_when_no_more_are(room: Room) -> None:
    room.prepared("Squeeze")
    room.player.load(sheet(CueKind.FORM, "Squeeze", 2.0))
    room.player.run_from(0, 0.0, room.clock.now_s())
    room.play(1)
    assert room.speech == []
    room.play(1.2)
    assert room.speech == [True]
    room.play(4)
    assert room.speech == [True, False]
    room.player.set_muted(True)
    room.player.announce("Squeeze")
    room.play(1)
    assert room.speech == [True, False], "what nobody hears lowers nothing"


def test_a_tone_is_no_speech(room: Room) -> None:
    room.player.signal(CueKind.BEGIN)
    room.play(3)
    assert room.loud_frames
    assert room.speech == []


def test_a_missing_clip_is_a_tone_and_words_without_one_are_left_out(room: Room) -> None:
    room.player.set_settings(SPEAKING)
    begin = tone(CueKind.BEGIN)
    assert begin is not None
    room.player.load(sheet(CueKind.BEGIN, "never prepared"))
    room.player.run_from(0, 0.0, room.clock.now_s())
    room.play(3)
    assert begin.tobytes() in room.output.tobytes()
    room.output = array("h")
    room.player.load(sheet(CueKind.FORM, "never prepared", 5.0))
    room.play(4)
    assert room.loud_frames == 0


def test_with_speech_off_there_is_no_child_and_no_length(room: Room) -> None:
    for settings in (
        replace(SPEAKING, voice_on=False),
        replace(SPEAKING, verbosity=Verbosity.TONES),
        replace(SPEAKING, verbosity=Verbosity.SILENT),
    ):
        room.player.prepare(["One", "Two"], settings)
        assert room.player._voice._thread is None
        assert room.player.lengths_s() == {}


def test_announcements_are_spoken_or_sounded_or_silent(room: Room) -> None:
    room.prepared("Paused")
    room.player.announce("Paused")
    room.play(3)
    assert room.loud_frames > 0.2 * RATE_HZ
    room.output = array("h")
    room.player.announce("not prepared")
    room.play(1)
    assert 0 < room.loud_frames <= TONE_LENGTHS_S[CueKind.NEXT] * RATE_HZ
    room.output = array("h")
    room.player.set_settings(replace(SPEAKING, verbosity=Verbosity.SILENT))
    room.player.announce("Paused")
    room.play(1)
    assert room.loud_frames == 0


def test_try_voice_speaks_without_a_session(room: Room) -> None:
    room.player.try_voice("Lift your hips", replace(SPEAKING, voice_rate=200))
    room.play(4)
    assert room.loud_frames > 0.3 * RATE_HZ


def test_mute_and_volume_act_on_what_is_given_next(room: Room) -> None:
    room.player.load(
        CueSheet(
            tuple(SheetCue(t, t, 0.1, CueKind.COUNTDOWN, "1", 0) for t in range(1, 9)), (20.0,)
        )
    )
    room.player.set_settings(SPEAKING)
    room.player.run_from(0, 0.0, room.clock.now_s())
    room.play(3)
    loud = max(room.output)
    room.player.set_settings(replace(SPEAKING, tone_volume=10))
    room.output = array("h")
    room.play(2)
    assert max(room.output) == pytest.approx(loud / 10, rel=0.01)
    room.player.set_muted(True)
    room.play(0.1)
    room.output = array("h")
    room.play(2)
    assert max(room.output) == 0
    room.player.set_muted(False)
    room.play(2)
    assert max(room.output) > 0


def test_the_stream_is_open_only_around_a_session(room: Room) -> None:
    room.player.load(sheet(CueKind.BEGIN, "Hold"))
    assert room.devices == []
    room.player.run_from(0, 0.0, room.clock.now_s())
    room.play(4)
    room.player.hold()
    room.play(LINGER_S - 1)
    assert not room.devices[0].closed.is_set()
    room.play(3)
    assert room.devices[0].closed.wait(5)
    room.player.run_from(0, 4.0, room.clock.now_s())
    eventually(lambda: len(room.devices) == 2)


def test_a_device_that_is_warm_plays_the_first_words_in_time(room: Room) -> None:
    room.player.warm_up()
    room.play(0.5)  # the window makes its page meanwhile
    room.player.load(sheet(CueKind.COUNT, "1", 0.2))
    room.player.run_from(0, 0.0, room.clock.now_s())
    with room.player._playback.lock:
        room.player._playback._step()
    room.play(1)
    first = next(i for i, sample in enumerate(room.output) if sample)
    assert first / RATE_HZ == pytest.approx(0.5 + 0.2 - BUFFERED_S, abs=0.002)
    assert len(room.devices) == 1


def test_a_device_that_was_warmed_for_nothing_is_closed(room: Room) -> None:
    room.player.warm_up()
    room.play(LINGER_S + 1)
    assert room.devices[0].closed.wait(5)


def test_the_player_looks_only_when_something_is_due(room: Room) -> None:
    """It sleeps as long as it can: a session that is minimised costs the less."""
    with room.player._playback.lock:
        assert room.player._playback._step() is None
    room.player.load(sheet(CueKind.COUNT, "1", 2.0))
    room.player.run_from(0, 0.0, room.clock.now_s())
    room.play(0.5)
    with room.player._playback.lock:
        assert room.player._playback._step() == pytest.approx(2.0 - 0.5 - AHEAD_S, abs=0.01)
    room.play(1)
    with room.player._playback.lock:
        assert room.player._playback._step() == WATCH_S


def test_a_stream_that_slips_wakes_the_player(room: Room) -> None:
    """What is placed already is placed anew, though nothing else would be due for long."""
    room.player.load(sheet(CueKind.COUNT, "1", 2.0))
    room.player.run_from(0, 0.0, room.clock.now_s())
    room.play(1)
    placed = set(room.player._playback.mixer._placed)
    room.clock.advance(0.06)
    for _ in range(4):
        room.devices[0].pull(1_102)
        room.clock.advance(0.05)
    eventually(lambda: set(room.player._playback.mixer._placed).isdisjoint(placed))


def test_a_device_that_asks_no_more_is_replaced_and_the_session_is_heard_again(room: Room) -> None:
    cues = tuple(SheetCue(t, t, 0.1, CueKind.COUNT, "1", 0) for t in range(1, 19))
    room.player.load(CueSheet(cues, (20.0,)))
    room.player.run_from(0, 0.0, room.clock.now_s())
    room.play(3)
    for _ in range(40):
        room.clock.advance(0.1)
        with room.player._playback.lock:
            room.player._playback._step()
    told = room.player.take_notices()
    assert ["stopped" in notice.text for notice in told] == [True]
    eventually(lambda: len(room.devices) == 2)
    room.output = array("h")
    room.play(3)
    assert room.loud_frames > 0
    assert room.player.take_settled() == told


def test_another_voice_makes_new_clips(room: Room) -> None:
    room.prepared("Halfway there")
    before = dict(room.player.lengths_s())
    faster = replace(SPEAKING, voice_rate=300)
    room.player.prepare(["Halfway there"], faster)
    eventually(lambda: bool(room.player.lengths_s()))
    assert room.player.lengths_s()["Halfway there"] < before["Halfway there"]


def test_voices_come_once_they_are_known(room: Room) -> None:
    assert [voice.id for voice in room.player.voices()] == ["natural/heart"]
    eventually(lambda: len(room.player.voices()) > 10)
    assert not any(voice.is_natural for voice in room.player.voices()[1:])
    assert all(voice.has_pitch for voice in room.player.voices()[1:])


def test_a_cache_without_a_disk_is_one_notice_and_the_clips_are_there(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("in the way")
    room = Room(tmp_path / "clips")
    room.prepared("One", "Two", "Three")
    (notice,) = room.player.take_notices()
    assert "kept" in notice.text
    assert notice.cure
    room.player.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of our own with room for a clip or two."""
    place = tmp_path / "disk"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=32k", "none", str(place)]
    try:
        subprocess.run(words, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs the right to mount a file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_really_full_is_one_notice_and_the_clips_are_there(small_disk: Path) -> None:
    room = Room(small_disk / "clips")
    room.prepared("Squeeze your glutes", "Lower slowly", "Nearly done", "Hold", "Rest")
    (notice,) = room.player.take_notices()
    assert "No space left on device" in notice.text
    room.player.close()
    assert not list(small_disk.glob("clips/*.part"))
    again = Room(small_disk / "clips")
    again.prepared("Squeeze your glutes", "Lower slowly", "Nearly done", "Hold", "Rest")
    again.player.close()


def test_nothing_blocks_though_engine_and_sound_system_hang(tmp_path: Path) -> None:
    gate = Event()

    def frozen(pull: Pull, name: str) -> FakeDevice:
        gate.wait(60)
        return FakeDevice(pull)

    hung = (sys.executable, "-c", "import time; time.sleep(60)")
    clock = FakeClock()
    player = Player(
        clock, tmp_path, opener=frozen, worker_command=hung, voice_limits=VoiceLimits(10.0, 10.0)
    )
    begun_s = time.perf_counter()
    player.prepare(["One"], SPEAKING)
    player.load(sheet(CueKind.BEGIN, "One"))
    player.run_from(0, 0.0, clock.now_s())
    player.announce("One")
    player.try_voice("One", SPEAKING)
    player.voices()
    player.set_muted(True)
    player.set_settings(SPEAKING)
    player.hold()
    player.take_notices()
    player.close()
    assert time.perf_counter() - begun_s < 30.0  # what hangs would hang for a minute
    gate.set()


def test_the_chosen_device_is_used_and_the_default_while_it_is_not_there(room: Room) -> None:
    chosen = replace(SPEAKING, output_device="Speakers")
    room.player.try_sound(chosen)
    room.play(1)
    assert room.devices[-1].name == "Speakers"
    assert room.player.status().device == "Speakers of fake"
    room.there.remove("Headphones")
    room.player.try_sound(replace(SPEAKING, output_device="Headphones"))
    eventually(lambda: len(room.devices) == 2)
    room.play(1)
    assert room.devices[0].closed.wait(5)
    assert room.devices[-1].name == ""
    (notice,) = room.player.take_notices()
    assert "Headphones" in notice.text
    assert notice.cure
    assert room.loud_frames > 0


def test_devices_are_listed_beside_everything_and_again_after_a_while(room: Room) -> None:
    eventually(lambda: room.player.outputs() == ("Headphones", "Speakers"))
    room.there.append("Dock")
    assert "Dock" not in room.player.outputs()
    room.clock.advance(60)
    eventually(lambda: "Dock" in room.player.outputs())


def test_progress_counts_the_texts_that_are_done(room: Room) -> None:
    assert room.player.progress() == (0, 0)
    room.player.prepare(["One", "Two", "..."], SPEAKING)  # the last cannot be spoken
    assert room.player.progress()[1] == 3
    eventually(lambda: room.player.progress() == (3, 3))
    room.player.prepare(["One"], replace(SPEAKING, voice_on=False))
    assert room.player.progress() == (0, 0)


def test_words_are_spoken_otherwise_than_written(room: Room) -> None:
    room.player.prepare(["RDL"], SPEAKING)
    eventually(lambda: bool(room.player.lengths_s()))
    letters_s = room.player.lengths_s()["RDL"]
    room.player.prepare(["RDL"], SPEAKING, "en", (("rdl", "single leg romanian deadlift"),))
    eventually(lambda: bool(room.player.lengths_s()))
    assert room.player.lengths_s()["RDL"] > 1.5 * letters_s


def test_the_routine_s_language_chooses_the_voice(room: Room) -> None:
    room.player.prepare(["Eins"], SPEAKING, "de-DE", (), ("Eins",))
    eventually(lambda: bool(room.player.lengths_s()))
    assert "gmw/de" in room.player.status().voice
    room.player.prepare(["One"], SPEAKING, "de-DE", (), ("Eins",))  # the program's own word
    eventually(lambda: "One" in room.player.lengths_s())
    assert "natural/heart" in room.player.status().voice
    room.player.prepare(["Eins"], SPEAKING, "xx", (), ("Eins",))  # nobody speaks it
    eventually(lambda: bool(room.player.lengths_s()))
    (notice,) = room.player.take_notices()
    assert "(xx)" in notice.text


def test_closing_twice_or_unused_is_fine(tmp_path: Path) -> None:
    player = Player(FakeClock(), tmp_path)
    player.close()
    player.close()
    player.prepare(["One"], SPEAKING)
    player.announce("One")
    player.run_from(0, 0.0, 1_000.0)
    assert player._playback._lookout._thread is None


QUIET = 16


@pytest.mark.parametrize(
    ("lead_in", "is_wireless", "is_kept_awake"),
    [
        (LeadIn.AUTO, True, True),
        (LeadIn.AUTO, None, True),
        (LeadIn.AUTO, False, False),
        (LeadIn.ON, False, True),
        (LeadIn.OFF, True, False),
    ],
)
def test_a_loudspeaker_that_may_sleep_is_kept_awake(
    room: Room, lead_in: LeadIn, is_wireless: bool | None, is_kept_awake: bool
) -> None:
    """By a noise that is hardly heard, from the opening of the device on; the beat is as ever."""
    room.is_wireless = is_wireless
    room.player.set_settings(replace(SPEAKING, lead_in=lead_in))
    room.player.warm_up()
    room.play(0.5)
    room.player.load(sheet(CueKind.COUNT, ""))
    room.player.run_from(0, 0.0, room.clock.now_s())
    run_at = len(room.output)
    room.play(2)
    quiet = room.output[BLOCK * 2 : BLOCK * 6]
    assert max(map(abs, quiet)) <= QUIET
    assert any(quiet) is is_kept_awake
    beep = tone(CueKind.COUNT)
    assert beep is not None
    at = room.output.tobytes().find(beep[5:-5].tobytes()) // 2 - 5
    assert at == run_at + round((1.0 - BUFFERED_S) * RATE_HZ)
    after = room.output[at + len(beep) :]
    assert any(after) is is_kept_awake
    assert max(map(abs, after)) <= QUIET


@pytest.mark.parametrize("is_wireless", [True, False])
def test_the_first_words_wait_until_a_sleeping_loudspeaker_is_awake(
    room: Room, is_wireless: bool
) -> None:
    room.is_wireless = is_wireless
    room.player.try_sound(SPEAKING)
    room.play(3)
    first = next(i for i, s in enumerate(room.output) if abs(s) > QUIET)
    assert (first >= LEAD_IN_S * RATE_HZ) is is_wireless
    assert first < 1.5 * RATE_HZ
    begin = tone(CueKind.BEGIN)
    assert begin is not None
    assert room.output.tobytes().find(begin[20:-20].tobytes()) >= 0
