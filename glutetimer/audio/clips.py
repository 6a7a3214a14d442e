"""Clips: 16-bit mono samples at one rate, read from what an engine wrote, trimmed, scaled."""

import struct
import sys
import wave
from array import array
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


def resampled(samples: Samples, rate_hz: int) -> Samples:
    """The clip at RATE_HZ, interpolated in a straight line between its own frames."""
    if rate_hz == RATE_HZ or not samples:
        return samples
    count = len(samples) * RATE_HZ // rate_hz
    result = silence(count)
    last = len(samples) - 1
    for i in range(count):
        place, part = divmod(i * rate_hz, RATE_HZ)
        here, after = samples[place], samples[min(place + 1, last)]
        result[i] = here + (after - here) * part // RATE_HZ
    return result


def read_clip(path: Path) -> Samples:
    """Read a WAV or AIFF file as a trimmed clip. Raises ValueError, OSError if it is neither."""
    with path.open("rb") as file:
        is_aiff = file.read(4) == b"FORM"  # what macOS writes, whatever the file is called
    channels, rate_hz, samples = _aiff(path.read_bytes()) if is_aiff else _wav(path)
    mono = samples if channels == 1 else _mixed_down(samples, channels)
    return trimmed(resampled(mono, rate_hz))


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


def _mixed_down(samples: Samples, channels: int) -> Samples:
    lanes = (samples[lane::channels] for lane in range(channels))
    return array("h", [sum(frame) // channels for frame in zip(*lanes, strict=False)])


def _wav(path: Path) -> tuple[int, int, Samples]:
    try:
        with wave.open(str(path), "rb") as file:
            if file.getsampwidth() != 2:
                raise ValueError(f"{8 * file.getsampwidth()}-bit samples, 16 expected")
            data = file.readframes(file.getnframes())
            return file.getnchannels(), file.getframerate(), from_little_endian(data)
    except (wave.Error, EOFError) as error:
        raise ValueError(f"not a WAV file: {error}") from error


def _aiff(data: bytes) -> tuple[int, int, Samples]:
    """Read AIFF and uncompressed AIFF-C (Python lost its own reader in 3.13)."""
    channels = rate_hz = 0
    is_little_endian = False
    position = 12
    while position + 8 <= len(data):
        name, size = struct.unpack_from(">4sI", data, position)
        body = data[position + 8 : position + 8 + size]
        if name == b"COMM" and size >= 18:
            channels, _, bits, exponent, mantissa = struct.unpack_from(">hIhHQ", body)
            rate_hz = mantissa >> (16_383 + 63 - exponent)
            compression = body[18:22]
            if bits != 16 or compression not in (b"", b"NONE", b"sowt"):
                raise ValueError(f"{bits}-bit AIFF {compression!r}, plain 16-bit expected")
            is_little_endian = compression == b"sowt"
        elif name == b"SSND" and channels and rate_hz:
            samples = array("h", body[8 : 8 + (size - 8) // 2 * 2])
            if is_little_endian is (sys.byteorder == "big"):
                samples.byteswap()
            return channels, rate_hz, samples
        position += 8 + size + size % 2
    raise ValueError("an AIFF file without sound")
