"""Clips: trimmed to the sample, at one rate, from both kinds of file."""

import itertools
import math
import struct
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
    resampled,
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


def aiff(samples: Samples, compression: bytes = b"") -> bytes:
    is_little = compression == b"sowt"
    body = struct.pack(f"{'<' if is_little else '>'}{len(samples)}h", *samples)
    rate = struct.pack(">HQ", 16_383 + 14, RATE_HZ << (63 - 14))
    comm = struct.pack(">hIh", 1, len(samples), 16) + rate
    if compression:
        comm += compression + b"\0\0"
    chunks = [(b"FVER", b"\0\0\0\1"), (b"COMM", comm), (b"SSND", bytes(8) + body)]
    data = b"".join(struct.pack(">4sI", n, len(b)) + b + b"\0" * (len(b) % 2) for n, b in chunks)
    kind = b"AIFC" if compression else b"AIFF"
    return b"FORM" + struct.pack(">I", len(data) + 4) + kind + data


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


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 48_000])
def test_resampling_keeps_length_and_pitch(rate_hz: int) -> None:
    result = resampled(sine(rate_hz, rate_hz=rate_hz), rate_hz)
    assert len(result) == RATE_HZ
    rises = sum(1 for a, b in itertools.pairwise(result) if a < 0 <= b)
    assert rises == 440


@pytest.mark.parametrize("compression", [b"", b"NONE", b"sowt"])
def test_aiff_and_wav_give_the_same_clip(tmp_path: Path, compression: bytes) -> None:
    sound = sine(2_000)
    write_wav(tmp_path / "a.wav", sound)
    (tmp_path / "b.wav").write_bytes(aiff(sound, compression))  # macOS, whatever the name
    assert read_clip(tmp_path / "a.wav") == read_clip(tmp_path / "b.wav")
    assert len(read_clip(tmp_path / "a.wav")) == 2_000


def test_stereo_is_mixed_down(tmp_path: Path) -> None:
    both = array("h")
    for sample in sine(1_000):
        both.extend((sample, sample))
    write_wav(tmp_path / "a.wav", both, channels=2)
    assert len(read_clip(tmp_path / "a.wav")) == 1_000


@pytest.mark.parametrize("data", [b"", b"RIFF", b"not sound", b"FORM\0\0\0\4AIFF", bytes(500)])
def test_what_is_no_sound_is_a_value_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(data)
    with pytest.raises(ValueError, match=r"WAV|AIFF"):
        read_clip(tmp_path / "a.wav")


def test_volume_and_fades() -> None:
    assert scaled(array("h", [1_000, -1_000]), 50) == array("h", [500, -500])
    assert set(scaled(sine(100), 0)) <= {0}
    assert scaled(sine(100), 100) == sine(100)
    soft = faded(array("h", [1_000]) * 30, 10, 10)
    assert soft[0] == soft[-1] == 0
    assert max(soft) == 1_000
    assert len(faded(array("h", [1, 2]), 10, 10)) == 2
