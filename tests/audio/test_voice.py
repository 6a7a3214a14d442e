"""The voice: the real engine in its child process, and what becomes of it when it fails."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from glutetimer.audio.clips import RATE_HZ, Samples, seconds
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.speech import Speech, VoiceLimits, chosen_voice
from glutetimer.audio.voice import VoiceService
from glutetimer.audio.voice_process import VoiceProcess, WorkerFailed, worker_command
from glutetimer.core.ports.player import Voice
from tests.audio.sound_server import wait_until

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
WAIT_S = 30.0


class Studio:
    """A voice service with what it has made."""

    def __init__(self, folder: Path, *command: str, answer_s: float = 10.0) -> None:
        self.notices = NoticeBox()
        self.made: Queue[tuple[Speech, Samples | None]] = Queue()
        self.service = VoiceService(
            folder,
            self.notices,
            lambda speech, samples: self.made.put((speech, samples)),
            command or None,
            VoiceLimits(answer_s=answer_s, start_s=10.0, failures=4, idle_s=WAIT_S),
        )

    def make(self, *speeches: Speech) -> list[Samples | None]:
        self.service.say(speeches)
        return [self.made.get(timeout=WAIT_S)[1] for _ in speeches]

    def length_s(self, text: str, voice: str = "", rate: int = 165) -> float:
        (samples,) = self.make(Speech(text, voice, rate, "en"))
        assert samples is not None
        return seconds(samples)


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    studio = Studio(tmp_path / "clips")
    yield studio
    studio.service.close()


def fake_worker(tmp_path: Path, program: str) -> tuple[str, str]:
    path = tmp_path / "worker.py"
    path.write_text(program)
    return sys.executable, str(path)


def test_a_real_clip_is_rendered_with_a_plausible_length(studio: Studio) -> None:
    assert 1.0 < studio.length_s("Squeeze your glutes at the top.") < 3.5
    assert 0.1 < studio.length_s("One") < 0.8
    assert studio.service.engine is not None
    wait_until(lambda: len(studio.service.voices()) > 10, "the machine's voices", WAIT_S)
    assert any(voice.language.startswith("en") for voice in studio.service.voices())
    assert studio.notices.take() == ()


def test_rate_and_voice_are_respected_clip_by_clip(tmp_path: Path, studio: Studio) -> None:
    text = "Lower slowly, keep your heels down"
    rates = [165, 80, 300, 165, 300, 80] * 4
    clips = studio.make(*(Speech(f"{text} {i}", "", rate, "en") for i, rate in enumerate(rates)))
    lengths = {80: [], 165: [], 300: []}  # type: dict[int, list[float]]
    for rate, samples in zip(rates, clips, strict=True):
        assert samples is not None
        lengths[rate].append(seconds(samples))
    assert max(lengths[300]) < min(lengths[165])
    assert max(lengths[165]) < min(lengths[80])
    english, german = (studio.length_s("Halfway there", v) for v in ("gmw/en", "gmw/de"))
    assert english != german


def test_no_text_is_lost_and_no_property_forgotten(studio: Studio) -> None:
    # pyttsx3 cancels an engine that is busy with a property: about one clip in 300 was empty.
    rates = [80, 300] * 60
    clips = studio.make(*(Speech("Up", "", rate, f"{i}") for i, rate in enumerate(rates)))
    lengths = [len(samples) if samples else 0 for samples in clips]
    assert min(lengths) > 0
    assert max(lengths[1::2]) < min(lengths[0::2])


def test_clips_come_in_the_order_of_asking_and_the_urgent_one_first(studio: Studio) -> None:
    texts = [f"Number {i}" for i in range(8)]
    studio.service.say(Speech(text, "", 165, "en") for text in texts)
    studio.service.say_first(Speech("Urgent", "", 165, "en"))
    order = [studio.made.get(timeout=WAIT_S)[0].text for _ in range(9)]
    assert [text for text in order if text != "Urgent"] == texts
    assert order.index("Urgent") <= 1


def test_the_second_run_finds_the_clips_on_the_disk(tmp_path: Path, studio: Studio) -> None:
    (first,) = studio.make(Speech("Rest", "", 165, "en"))
    other = Studio(tmp_path / "clips")
    assert other.make(Speech("Rest", "", 165, "en")) == [first]
    assert not other.service._cast.is_running  # a model of 190 MB, for nothing
    other.service.close()


@pytest.mark.parametrize("text", ["", "   ", "...", "–"])
def test_what_cannot_be_spoken_is_no_clip(studio: Studio, text: str) -> None:
    good = Speech("Rest", "", 165, "en")
    blank, spoken = studio.make(Speech(text, "", 165, "en"), good)
    assert blank is None
    assert spoken is not None


def test_an_unknown_voice_is_told_once_and_another_speaks(studio: Studio) -> None:
    assert all(studio.make(*(Speech(t, "nobody", 165, "en") for t in ("One", "Two"))))
    (notice,) = studio.notices.take()
    assert "nobody" in notice.text
    assert "settings" in notice.cure


@needs_signals
@pytest.mark.parametrize("kind", ["SIGKILL", "SIGSTOP"])
def test_a_child_that_is_killed_or_hangs_is_replaced(tmp_path: Path, kind: str) -> None:
    studio = Studio(tmp_path / "clips", answer_s=1.0)
    assert studio.length_s("One") > 0
    child = studio.service._cast.at_work.process
    assert child is not None
    os.kill(child._process.pid, getattr(signal, kind))
    assert studio.length_s("Two") > 0
    successor = studio.service._cast.at_work.process
    assert successor is not None
    assert successor._process.pid != child._process.pid
    with pytest.raises(ProcessLookupError):
        os.kill(child._process.pid, 0)  # gone and reaped
    assert studio.notices.take() == ()  # the person heard nothing of it
    studio.service.close()


def test_a_child_that_always_dies_is_given_up_with_one_notice(tmp_path: Path) -> None:
    program = """
import json, sys
voices = {"voices": [["v", "V", "en"]], "default": "v"}
print(json.dumps({"engine": "e", "version": "1", "clips_per_process": 0, **voices}), flush=True)
for line in sys.stdin:
    sys.exit(3)
"""
    studio = Studio(tmp_path / "clips", *fake_worker(tmp_path, program))
    assert studio.make(*(Speech(str(i), "", 165, "en") for i in range(20))) == [None] * 20
    (notice,) = studio.notices.take()
    assert "again and again" in notice.text
    assert notice.cure
    studio.service.close()


def test_one_text_that_kills_the_engine_spoils_no_other(tmp_path: Path) -> None:
    program = f"""
import json, sys, wave
voices = {{"voices": [["v", "V", "en"]], "default": "v"}}
print(json.dumps({{"engine": "e", "version": "1", "clips_per_process": 1, **voices}}), flush=True)
for line in sys.stdin:
    command = json.loads(line)
    if command["text"] == "poison":
        sys.exit(3)
    with wave.open(command["path"], "wb") as file:
        file.setnchannels(1); file.setsampwidth(2); file.setframerate({RATE_HZ})
        file.writeframes(b"\\x00\\x10" * 1000)
    print(json.dumps({{"ok": True}}), flush=True)
"""
    studio = Studio(tmp_path / "clips", *fake_worker(tmp_path, program))
    texts = ("a", "poison", "b", "c")
    made = studio.make(*(Speech(text, "", 165, "en") for text in texts))
    assert [samples is not None for samples in made] == [True, False, True, True]
    assert studio.notices.take() == ()
    studio.service.close()


def test_a_clip_that_cannot_be_read_is_answered_and_told(tmp_path: Path) -> None:
    program = """
import json, os, sys
voices = {"voices": [["v", "V", "en"]], "default": "v"}
print(json.dumps({"engine": "e", "version": "1", "clips_per_process": 0, **voices}), flush=True)
for line in sys.stdin:
    os.mkdir(json.loads(line)["path"])
    print(json.dumps({"ok": True}), flush=True)
"""
    studio = Studio(tmp_path / "clips", *fake_worker(tmp_path, program))
    assert studio.make(Speech("One", "", 165, "en"), Speech("Two", "", 165, "en")) == [None, None]
    (notice,) = studio.notices.take()
    assert "cannot work" in notice.text
    studio.service.close()


@pytest.mark.skipif(sys.platform != "linux", reason="breaks the library that Linux loads")
def test_without_an_engine_there_is_one_notice_and_no_clip(tmp_path: Path) -> None:
    program = """
import ctypes, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name == "espeakng_loader":
            raise ModuleNotFoundError(name)

def no_library(name, *args, **kwargs):
    raise OSError(f"{name}: cannot open shared object file")

sys.meta_path.insert(0, Blocker())
ctypes.CDLL = ctypes.cdll.LoadLibrary = no_library
from glutetimer.audio.voice_worker import main
sys.exit(main(sys.argv[1:]))
"""
    studio = Studio(tmp_path / "clips", *fake_worker(tmp_path, program))
    assert studio.make(*(Speech(t, "", 165, "en") for t in ("One", "Two"))) == [None, None]
    (notice,) = studio.notices.take()
    assert "No speech engine" in notice.text
    assert "espeak-ng" in notice.cure
    studio.service.close()


@pytest.mark.skipif(sys.platform != "linux", reason="breaks the data that Linux loads")
def test_a_system_engine_without_its_data_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import espeakng_loader

    # A library that the loader's search finds as the system's, with data that are not there:
    # it ends its process at once, with no exception to catch.
    library = Path(espeakng_loader.get_library_path()).parent
    monkeypatch.setenv("LD_LIBRARY_PATH", str(library))
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(tmp_path))
    with pytest.raises(WorkerFailed) as failure:
        VoiceProcess(worker_command(), 10.0, 10.0)
    assert not failure.value.is_hung
    studio = Studio(tmp_path / "clips")
    assert studio.length_s("One") > 0
    studio.service.close()


def test_a_program_that_is_not_there_is_a_notice(tmp_path: Path) -> None:
    studio = Studio(tmp_path / "clips", str(tmp_path / "missing"))
    assert studio.make(Speech("One", "", 165, "en")) == [None]
    assert len(studio.notices.take()) == 1
    studio.service.close()


@needs_signals
def test_the_child_ends_with_its_input(tmp_path: Path) -> None:
    process = VoiceProcess(worker_command(), 10.0, 10.0)
    assert process.hello["engine"]
    assert process.ask(do="dance")["error"] == "unknown-command"
    stdin = process._process.stdin
    assert stdin is not None
    stdin.close()
    assert process._process.wait(10.0) == 0
    process.end()


VOICES = (
    Voice("gmw/de", "German", "de"),
    Voice("mb/mb-en1", "Mbrola", "en"),
    Voice("gmw/en-us-nyc", "New York", "en-us-nyc"),
    Voice("gmw/en-us", "America", "en-us"),
    Voice("gmw/en", "Great Britain", "en-gb"),
)


@pytest.mark.parametrize(
    ("wanted", "language", "default", "chosen"),
    [
        ("gmw/de", "en", "gmw/en", "gmw/de"),  # the setting comes first
        ("", "en", "gmw/en", "gmw/en"),  # the engine's own, if it fits
        ("gone", "en", "gmw/en", "gmw/en"),
        ("", "en", "gmw/de", "gmw/en"),  # plain tags first, MBROLA last
        ("", "en-us", "gmw/en", "gmw/en-us"),
        ("", "de", "gmw/en", "gmw/de"),
        ("", "fi", "gmw/en", "gmw/en"),  # nobody speaks it
        ("", "fi", "", "gmw/de"),
    ],
)
def test_which_voice_speaks(wanted: str, language: str, default: str, chosen: str) -> None:
    voice = chosen_voice(VOICES, wanted, language, default)
    assert voice is not None
    assert voice.id == chosen


def test_no_voice_at_all() -> None:
    assert chosen_voice((), "", "en") is None
