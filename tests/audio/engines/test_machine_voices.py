"""The list of the machine's voices survives whatever a driver of pyttsx3 does."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from glutetimer.audio.cast import Cast
from glutetimer.audio.engines.machine_voices import listed_voices
from glutetimer.audio.engines.offer import EngineInfo
from glutetimer.audio.probe import probed_engine
from glutetimer.audio.speech import VoiceLimits
from tests.audio.sound_server import wait_until
from tests.audio.test_voice import Studio

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stands in for Linux's driver")

DRIVER = Path(__file__).parent / "fake_driver.py"


def worker(kind: str) -> Sequence[str]:
    return sys.executable, str(DRIVER), kind


def listed(kind: str) -> dict[str, tuple[str, str]]:
    info = probed_engine(worker(kind), 20.0)
    assert isinstance(info, EngineInfo)
    return {voice.id: (voice.name, voice.language) for voice in info.voices}


@pytest.mark.parametrize("driver", [None, SimpleNamespace()])
def test_a_driver_that_raises_and_has_no_reader_of_voices_has_none(driver: object) -> None:
    """As on macOS, and with espeak: only the Windows driver reads one voice at a time."""

    def get(name: str) -> object:
        raise ValueError("409;9")

    engine = SimpleNamespace(getProperty=get, proxy=SimpleNamespace(_driver=driver))
    assert list(listed_voices(engine)) == []


def test_a_voice_with_two_languages_costs_no_other() -> None:
    assert listed("two languages") == {
        "good": ("Voice good", "en-us"),
        "both": ("Voice both", "en-us"),
        "odd": ("Voice odd", ""),
    }


def test_odd_entries_cost_themselves_at_most() -> None:
    assert listed("odd") == {
        "good": ("Good", "en-us"),
        "no name": ("no name", "de"),
        "no language": ("N", ""),
        "empty language": ("E", "fr"),
        "text": ("T", "sv"),
    }


def test_five_hundred_voices() -> None:
    assert len(listed("many")) == 500


def test_a_list_that_cannot_be_had_is_empty() -> None:
    assert listed("raises") == {}


@pytest.mark.parametrize(("kind", "why"), [("hangs", "does not answer"), ("dies", "ends at once")])
def test_a_driver_that_hangs_or_dies_while_listing_leaves_the_natural_voice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, why: str
) -> None:
    monkeypatch.setattr("glutetimer.audio.cast.worker_command", lambda: worker(kind))
    cast = Cast(tmp_path, None, VoiceLimits(start_s=2.0))
    cast.look()
    assert [voice.id for voice in cast.voices] == ["natural/heart"]
    wait_until(lambda: cast.silent, "the reason", 20.0)
    (reason,) = cast.silent
    assert reason.startswith("Voices of this computer")
    assert why in reason
    assert [voice.id for voice in cast.voices] == ["natural/heart"]
    role = next(cast.roles("", "en", must_fit=False))  # starts nobody
    assert role.voice.id == "natural/heart"
    assert not cast.is_running


def test_a_voice_of_an_odd_list_speaks(tmp_path: Path) -> None:
    studio = Studio(tmp_path / "clips", *worker("odd"))
    assert studio.length_s("One", "no name") == pytest.approx(5_000 / 22_050, abs=0.01)
    studio.service.close()


def test_looking_does_not_wait(tmp_path: Path) -> None:
    cast = Cast(None, worker("hangs"), VoiceLimits(start_s=1.0))
    begun_s = time.monotonic()
    cast.look()
    cast.look()
    assert cast.voices == ()
    assert time.monotonic() - begun_s < 0.5
    told: Callable[[], object] = lambda: cast.silent  # noqa: E731
    wait_until(told, "the reason", 20.0)
