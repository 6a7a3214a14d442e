"""Brings clips to one loudness; in the child that makes them, since it needs numpy."""

from contextlib import suppress
from pathlib import Path

import numpy as np

from glutetimer.audio.clips import RATE_HZ, Samples, read_clip, write_clip
from glutetimer.audio.k_weighting import CEILING_DBTP, TARGET_LUFS, factor
from glutetimer.audio.loudness import Wave, as_wave, loudness_lufs, peaks

NEAR_LU = 0.05
MAX_GAIN_DB = 30.0
"""What is so faint that this does not suffice is breath or noise rather than speech."""

_ROUNDS = 12
_LEAST_SLOPE = 0.25  # what of a step becomes louder where peaks are turned down
_REACH = RATE_HZ // 100  # the limiter turns down 10 ms ahead of a peak, and up again in as much


def level_file(path: Path) -> None:
    """Make a sound file of an engine's a levelled clip; leave it if it is no sound file."""
    with suppress(ValueError, FileNotFoundError):  # whoever reads it next asks for another
        write_clip(path, levelled(read_clip(path)))


def levelled(samples: Samples) -> Samples:
    """The clip, as long as it was, at TARGET_LUFS with no true peak above CEILING_DBTP.

    Peaks that stand out are turned down smoothly, the rest is turned up for it.
    """
    before = as_wave(samples)
    highest = peaks(before)
    after = _limited(before, highest)
    loudness = loudness_lufs(after)
    if loudness == -np.inf:
        return samples
    gain_db, slope = 0.0, 1.0
    for _ in range(_ROUNDS):
        error_db = TARGET_LUFS - loudness
        step_db = min(error_db / slope, MAX_GAIN_DB - gain_db)
        if abs(error_db) < NEAR_LU or abs(step_db) < NEAR_LU:
            break
        gain_db += step_db
        after = _limited(before * factor(gain_db), highest * factor(gain_db))
        louder_db = loudness_lufs(after) - loudness
        loudness += louder_db
        slope = min(1.0, max(_LEAST_SLOPE, louder_db / step_db))
    return _as_samples(after)


def _limited(sound: Wave, highest: Wave) -> Wave:
    """The sound with its peaks below the ceiling; `highest` are its levels between the frames."""
    ceiling = factor(CEILING_DBTP)
    if np.max(highest, initial=0.0) <= ceiling:
        return sound
    needed = np.minimum(1.0, ceiling / np.maximum(highest, ceiling))
    # The lowest within the reach, then twice the mean: it never falls short of what is needed.
    around = np.pad(needed, 2 * _REACH, constant_values=1.0)
    gain = _mean(_mean(_lowest(around, 2 * _REACH + 1), _REACH + 1), _REACH + 1)
    limited: Wave = sound * gain
    return limited


def _lowest(values: Wave, width: int) -> Wave:
    """The lowest of every so many neighbours."""
    reach = 1
    while 2 * reach <= width:
        values = np.minimum(values[:-reach], values[reach:])
        reach *= 2
    rest = width - reach
    return np.minimum(values[:-rest], values[rest:]) if rest else values


def _mean(values: Wave, width: int) -> Wave:
    """The mean of every so many neighbours."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    mean: Wave = (sums[width:] - sums[:-width]) / width
    return mean


def _as_samples(sound: Wave) -> Samples:
    result = Samples("h")
    result.frombytes(np.rint(np.clip(sound, -1.0, 1.0) * 32_767.0).astype(np.int16).tobytes())
    return result
