"""Clips: 16-bit mono samples at one rate, read from what an engine wrote, trimmed, scaled."""

import sys
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

RATE_HZ = 22_050
"""Frames a second of every clip, tone and stream."""

if TYPE_CHECKING:
    Samples: TypeAlias = array[int]
else:
    Samples = array  # cannot be subscripted before Python 3.12
"""Signed 16-bit mono frames, type code "h"."""

SILENCE_BELOW = round(0.003 * 32_767)
"""Anything quieter before and after a clip is trimmed."""

_MARGIN = RATE_HZ // 500  # 2 ms kept around the sound, faded, so that no edge clicks


def seconds(samples: Samples) -> float:
    """The exact length of a clip."""
    return len(samples) / RATE_HZ


def frames(duration_s: float) -> int:
    """The whole number of frames nearest to a duration."""
    return round(duration_s * RATE_HZ)


def silence(count: int) -> Samples:
    """So many frames of silence."""
    return array("h", bytes(2 * count))


def trimmed(samples: Samples) -> Samples:
    """The clip without the silence around it, softly edged; empty if all is silence."""
    first = next((i for i, s in enumerate(samples) if abs(s) > SILENCE_BELOW), None)
    if first is None:
        return array("h")
    last = next(i for i in range(len(samples) - 1, -1, -1) if abs(samples[i]) > SILENCE_BELOW)
    kept = samples[max(0, first - _MARGIN) : last + 1 + _MARGIN]
    return faded(kept, _MARGIN, _MARGIN)


def faded(samples: Samples, fade_in: int, fade_out: int) -> Samples:
    """A copy whose first and last frames rise from and fall to nothing in a straight line."""
    result = samples[:]
    count = len(result)
    for i in range(min(fade_in, count)):
        result[i] = result[i] * i // fade_in
    for i in range(min(fade_out, count)):
        result[count - 1 - i] = result[count - 1 - i] * i // fade_out
    return result


def scaled(samples: Samples, percent: int) -> Samples:
    """The clip at a volume of 0 to 100 percent."""
    if percent >= 100:
        return samples
    factor = max(0, percent) * 65_536 // 100
    return array("h", [s * factor >> 16 for s in samples])


def read_clip(path: Path) -> Samples:
    """Read the child's WAV file as a trimmed clip. Raises ValueError, OSError if it is none."""
    with _opened_clip(path) as file:
        return trimmed(from_little_endian(file.readframes(file.getnframes())))


def is_clip(path: Path) -> bool:
    """Whether `read_clip` reads a file as it is. Raises OSError."""
    try:
        with _opened_clip(path):
            return True
    except ValueError:
        return False


def write_clip(path: Path, samples: Samples) -> None:
    """Write a WAV file that `read_clip` reads. Raises OSError."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(to_little_endian(samples))


@contextmanager
def _opened_clip(path: Path) -> Iterator[wave.Wave_read]:
    """The file, once its form is known to be a clip's. Raises ValueError, OSError."""
    try:
        with wave.open(str(path), "rb") as file:
            form = file.getnchannels(), file.getsampwidth(), file.getframerate()
            if form != (1, 2, RATE_HZ):
                raise ValueError(f"not 16-bit mono at {RATE_HZ} Hz: {form}")
            yield file
    except (wave.Error, EOFError) as error:
        raise ValueError(f"not a WAV file: {error}") from error


def from_little_endian(data: bytes) -> Samples:
    """Samples from the bytes of a file."""
    samples = array("h", data)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def to_little_endian(samples: Samples) -> bytes:
    """Samples as the bytes of a file."""
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    return samples.tobytes()
