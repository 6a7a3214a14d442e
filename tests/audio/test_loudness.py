"""Loudness: measured as the standard says, brought to one level, with no peak too high."""

import math
import random
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer.audio.clips import RATE_HZ, Samples, faded, silence
from glutetimer.audio.k_weighting import CEILING_DBTP, TARGET_LUFS, k_power
from glutetimer.audio.levelling import level_file, levelled
from glutetimer.audio.loudness import as_wave, loudness_lufs, true_peak_dbtp
from glutetimer.audio.tones import tone
from glutetimer.core.cues.sheet import TONE_LENGTHS_S, CueKind
from tests.audio import sound_meter
from tests.audio.sound_files import read_wav, write_wav


def sine(hz: float, peak: float, duration_s: float) -> Samples:
    count = round(duration_s * RATE_HZ)
    turn = 2 * math.pi * hz / RATE_HZ
    return array("h", [round(peak * 32_767 * math.sin(turn * i)) for i in range(count)])


def babble(peak: float, duration_s: float, seed: int = 1) -> Samples:
    """Syllables of a buzzing voice: strong peaks, gaps, soft edges."""
    chance = random.Random(seed)
    result = array("h")
    while len(result) < duration_s * RATE_HZ:
        count = chance.randrange(2_000, 5_000)
        period = chance.randrange(100, 220)
        strength = peak * chance.uniform(0.4, 1.0)
        for i in range(count):
            ring = math.exp(-(i % period) / 60) * math.sin(0.35 * (i % period))
            result.append(round(32_000 * strength * math.sin(math.pi * i / count) * ring))
        result.extend(silence(chance.randrange(200, 1_500)))
    return result[: round(duration_s * RATE_HZ)]


def noise(peak: float, duration_s: float) -> Samples:
    """As a hiss: with less and less above 2 kHz."""
    chance = random.Random(2)
    value, result = 0.0, array("h")
    for _ in range(round(duration_s * RATE_HZ)):
        value += 0.4 * (chance.uniform(-1, 1) - value)
        result.append(round(peak * 32_767 * value))
    return result


def test_a_full_sine_is_as_loud_as_the_standard_says() -> None:
    assert loudness_lufs(as_wave(sine(997, 1.0, 5.0))) == pytest.approx(-3.01, abs=0.02)
    assert 10 * math.log10(k_power(997)) == pytest.approx(0.691, abs=0.01)


@pytest.mark.parametrize("duration_s", [0.08, 0.3, 0.41, 1.7])
@pytest.mark.parametrize("make", [noise, babble])
def test_both_meters_agree(make: Callable[[float, float], Samples], duration_s: float) -> None:
    samples = make(0.3, duration_s)
    ours = loudness_lufs(as_wave(samples))
    assert ours == pytest.approx(sound_meter.lufs(samples), abs=0.25)
    peak = true_peak_dbtp(as_wave(samples))
    assert peak == pytest.approx(sound_meter.true_peak_dbtp(samples), abs=0.5)


def test_long_pauses_and_what_is_far_below_do_not_count() -> None:
    loud, faint = sine(997, 0.5, 2.0), sine(997, 0.01, 2.0)
    alone = loudness_lufs(as_wave(loud))
    assert loudness_lufs(as_wave(loud + silence(3 * RATE_HZ))) == pytest.approx(alone, abs=0.5)
    assert loudness_lufs(as_wave(loud + faint)) == pytest.approx(alone, abs=0.5)
    assert loudness_lufs(as_wave(silence(RATE_HZ))) == -math.inf
    assert loudness_lufs(as_wave(silence(10))) == true_peak_dbtp(as_wave(silence(10))) == -math.inf


def test_a_peak_between_two_frames_is_seen() -> None:
    turn = math.pi / 2  # its frames lie at 45 degrees, 3 dB below its peaks
    samples = array("h", [round(20_000 * math.sin(turn * (i + 0.5))) for i in range(900)])
    wanted = 20 * math.log10(20_000 / 32_768)
    assert max(samples) < 0.71 * 20_000
    assert true_peak_dbtp(as_wave(samples[100:800])) == pytest.approx(wanted, abs=0.6)


@pytest.mark.parametrize("duration_s", [0.25, 0.5, 1.5, 3.0])
def test_clips_of_any_loudness_come_out_alike(duration_s: float) -> None:
    clips = [
        *(babble(peak, duration_s, seed) for seed, peak in enumerate((0.05, 0.1, 0.5, 1.0))),
        *(noise(peak, duration_s) for peak in (0.03, 0.3, 1.0)),
        *(sine(hz, 0.2, duration_s) for hz in (150, 400, 3_000)),
    ]
    clips = [faded(clip, 44, 44) for clip in clips]  # as all clips are
    found = [levelled(clip) for clip in clips]
    levels = [sound_meter.lufs(samples) for samples in found]
    assert max(levels) - min(levels) < 0.5
    assert levels == pytest.approx([TARGET_LUFS] * len(levels), abs=0.4)
    assert max(map(sound_meter.true_peak_dbtp, found)) < CEILING_DBTP + 0.3
    assert list(map(len, found)) == list(map(len, clips))


def test_only_what_stands_out_is_turned_down() -> None:
    """A limiter, not a clipper: around a single peak the sound is as it was, but for its gain."""
    samples = sine(400, 0.1, 1.0)
    samples[11_000:11_010] = array("h", [30_000] * 10)
    after = levelled(samples)
    gains = [b / a for a, b in zip(samples, after, strict=True) if abs(a) > 2_000]
    far = [b / a for a, b in zip(samples[:9_000], after, strict=False) if abs(a) > 2_000]
    assert max(far) == pytest.approx(min(far), rel=0.01)
    assert min(gains) < 0.7 * max(gains)
    assert true_peak_dbtp(as_wave(after)) < CEILING_DBTP + 0.1


def test_silence_and_breath_are_not_blown_up() -> None:
    assert levelled(silence(RATE_HZ)) == silence(RATE_HZ)
    assert levelled(silence(0)) == silence(0)
    faint = levelled(noise(0.000_2, 1.0))
    assert max(map(abs, faint)) < 0.01 * 32_767


@pytest.mark.parametrize("kind", TONE_LENGTHS_S)
def test_every_tone_is_as_loud_as_a_clip(kind: CueKind) -> None:
    samples = tone(kind)
    assert samples is not None
    assert sound_meter.lufs(samples) == pytest.approx(TARGET_LUFS, abs=0.3)
    assert sound_meter.true_peak_dbtp(samples) < CEILING_DBTP


def test_a_file_of_an_engine_becomes_a_levelled_clip(tmp_path: Path) -> None:
    path = tmp_path / "clip.wav"
    write_wav(path, silence(2_000) + babble(0.05, 1.0) + silence(9_000))
    level_file(path)
    samples = read_wav(path)
    assert 0.8 * RATE_HZ < len(samples) <= RATE_HZ + 100
    assert sound_meter.lufs(samples) == pytest.approx(TARGET_LUFS, abs=0.4)


def test_what_is_no_sound_file_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "clip.wav"
    level_file(path)
    assert not path.exists()
    path.write_bytes(b"no sound")
    level_file(path)
    assert path.read_bytes() == b"no sound"
    write_wav(path, silence(500))
    level_file(path)
    assert read_wav(path) == silence(0)
