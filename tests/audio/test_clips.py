"""Clips: trimmed to the sample, at one rate, from both kinds of file."""

import math
import wave
from array import array
from pathlib import Path

import pytest

from glutetimer.audio.clips import (
    RATE_HZ,
    SILENCE_BELOW,
    Samples,
    faded,
    read_clip,
    scaled,
    trimmed,
)


def sine(count: int, peak: int = 10_000, hz: float = 440.0, rate_hz: int = RATE_HZ) -> Samples:
    return array(
        "h", [round(peak * math.cos(2 * math.pi * hz * i / rate_hz)) for i in range(count)]
    )


def write_wav(path: Path, samples: Samples, rate_hz: int = RATE_HZ, channels: int = 1) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(samples.tobytes())


@pytest.mark.parametrize(("before", "after"), [(0, 0), (1_150, 7_300), (50, 0), (0, 50)])
def test_trimming_keeps_the_sound_and_two_milliseconds_around_it(before: int, after: int) -> None:
    margin = RATE_HZ // 500
    hiss = array("h", [SILENCE_BELOW, -SILENCE_BELOW])
    sound = array("h", [5_000]) * 4_000
    clip = trimmed((hiss * before)[:before] + sound + (hiss * after)[:after])
    assert len(clip) == 4_000 + min(margin, before) + min(margin, after)
    assert clip[0] == clip[-1] == 0


def test_trimming_silence_leaves_nothing() -> None:
    assert len(trimmed(array("h", [SILENCE_BELOW]) * 500)) == 0
    assert len(trimmed(array("h"))) == 0


@pytest.mark.parametrize("data", [b"", b"RIFF", b"not sound", b"FORM\0\0\0\4AIFF", bytes(500)])
def test_what_is_no_sound_is_a_value_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(data)
    with pytest.raises(ValueError, match="WAV"):
        read_clip(tmp_path / "a.wav")


def test_a_file_at_another_rate_is_refused(tmp_path: Path) -> None:
    write_wav(tmp_path / "a.wav", sine(1_000), rate_hz=24_000)
    with pytest.raises(ValueError, match="24000"):
        read_clip(tmp_path / "a.wav")


def test_volume_and_fades() -> None:
    assert scaled(array("h", [1_000, -1_000]), 50) == array("h", [500, -500])
    assert set(scaled(sine(100), 0)) <= {0}
    assert scaled(sine(100), 100) == sine(100)
    soft = faded(array("h", [1_000]) * 30, 10, 10)
    assert soft[0] == soft[-1] == 0
    assert max(soft) == 1_000
    assert len(faded(array("h", [1, 2]), 10, 10)) == 2
