"""How loud a sound is, and how high its true peak; for the child and for tests: needs numpy.

Loudness is the integrated loudness of ITU-R BS.1770-5 (400 ms blocks, three quarters overlapping,
gated at -70 LUFS and then at 10 LU below the rest). The standard says
nothing of sounds that are shorter than a block, such as a count: of these it is the weighted
mean over all of the sound.
"""

import math
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from glutetimer.audio.clips import RATE_HZ, Samples
from glutetimer.audio.k_weighting import FILTER_RATE_HZ, factor, k_gain, lufs

Wave: TypeAlias = NDArray[np.float64]
"""Mono frames, 1.0 at full scale."""

OVERSAMPLING = 4
_BLOCK, _STEP = RATE_HZ * 2 // 5, RATE_HZ // 10
_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0
_TAIL = RATE_HZ // 10  # what rings on after the last frame, and keeps end and beginning apart
_SIZE = 4_096  # lengths are rounded up to it: few lengths, and such that transform fast


def as_wave(samples: Samples) -> Wave:
    """The frames as numbers from -1 to 1."""
    return np.asarray(samples, dtype=np.float64) / 32_768.0


def loudness_lufs(wave: Wave) -> float:
    """The loudness; -inf for silence."""
    weighted = _weighted(wave)
    if len(wave) < _BLOCK:
        return lufs(float(np.sum(weighted**2)) / max(1, len(wave)))
    sums = np.concatenate(([0.0], np.cumsum(weighted[: len(wave)] ** 2)))
    first = np.arange(0, len(wave) - _BLOCK + 1, _STEP)
    powers = (sums[first + _BLOCK] - sums[first]) / _BLOCK
    heard = powers[powers > _power(_GATE_LUFS)]
    if not len(heard):
        return -math.inf
    threshold = float(np.mean(heard)) * 10.0 ** (_RELATIVE_GATE_LU / 10.0)
    return lufs(float(np.mean(heard[heard > threshold])))


def true_peak_dbtp(wave: Wave) -> float:
    """The highest peak between and at the frames; -inf for silence."""
    peak = float(np.max(peaks(wave), initial=0.0))
    return 20.0 * math.log10(peak) if peak > 0.0 else -math.inf


def peaks(wave: Wave) -> Wave:
    """For each frame the highest level from it to the next, by four times as many frames."""
    size = _padded(len(wave))
    between = np.fft.irfft(np.fft.rfft(wave, size), OVERSAMPLING * size) * OVERSAMPLING
    highest: Wave = np.max(np.abs(between.reshape(size, OVERSAMPLING)), axis=1)[: len(wave)]
    return highest


def _weighted(wave: Wave) -> Wave:
    size = _padded(len(wave))
    weighted: Wave = np.fft.irfft(np.fft.rfft(wave, size) * _response(size), size)
    return weighted


@lru_cache(maxsize=64)
def _response(size: int) -> Wave:
    """The filter's gain at each frequency; without its phase, which moves no energy far."""
    hz = np.fft.rfftfreq(size, 1.0 / RATE_HZ)
    gain: Wave = k_gain(np.exp(-2j * np.pi * hz / FILTER_RATE_HZ))
    return gain


def _padded(count: int) -> int:
    return math.ceil((count + _TAIL) / _SIZE) * _SIZE


def _power(level_lufs: float) -> float:
    return factor(level_lufs - lufs(1.0)) ** 2
