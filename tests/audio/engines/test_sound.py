"""Whatever an engine has written becomes a clip: any rate, both kinds of file, one channel."""

import itertools
import struct
from array import array
from pathlib import Path

import pytest

from glutetimer.audio.clips import RATE_HZ, Samples, read_clip
from glutetimer.audio.engines.sound import as_clip
from tests.audio.test_clips import sine, write_wav


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


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 24_000, 44_100, 48_000])
def test_resampling_keeps_length_and_pitch(tmp_path: Path, rate_hz: int) -> None:
    path = tmp_path / "a.wav"
    write_wav(path, sine(rate_hz, rate_hz=rate_hz), rate_hz)
    as_clip(path)
    result = read_clip(path)
    assert len(result) == pytest.approx(RATE_HZ, abs=20)
    rises = sum(1 for a, b in itertools.pairwise(result) if a < 0 <= b)
    assert rises == pytest.approx(440, abs=1)


def test_what_is_a_clip_already_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    write_wav(path, sine(1_000))
    before = path.read_bytes()
    as_clip(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("compression", [b"", b"NONE", b"sowt"])
def test_aiff_and_wav_give_the_same_clip(tmp_path: Path, compression: bytes) -> None:
    sound = sine(2_000)
    write_wav(tmp_path / "a.wav", sound)
    path = tmp_path / "b.wav"
    path.write_bytes(aiff(sound, compression))  # macOS, whatever the name
    as_clip(path)
    whole, made = read_clip(tmp_path / "a.wav"), read_clip(path)
    assert len(whole) == len(made) == 2_000
    assert max(abs(a - b) for a, b in zip(whole, made, strict=True)) <= 1


def test_stereo_is_mixed_down(tmp_path: Path) -> None:
    both = array("h")
    for sample in sine(1_000):
        both.extend((sample, sample))
    write_wav(tmp_path / "a.wav", both, channels=2)
    as_clip(tmp_path / "a.wav")
    assert len(read_clip(tmp_path / "a.wav")) == 1_000


@pytest.mark.parametrize("data", [b"", b"not sound", bytes(500)])
def test_what_is_no_sound_is_an_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(data)
    with pytest.raises(Exception, match=r".+"):
        as_clip(tmp_path / "a.wav")
