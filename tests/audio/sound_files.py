"""Reading sound files without the code that wrote them, and writing one like an engine's."""

import struct
import sys
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

from glutetimer.audio.clips import RATE_HZ, Samples, to_little_endian


def read_wav(path: Path) -> Samples:
    """The samples of a WAV file of ours."""
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def write_wav(path: Path, samples: Samples) -> None:
    """Write a WAV file such as an engine's."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(to_little_endian(samples))


def riff_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(name, body) of the chunks of a RIFF file, or of a list within it."""
    position = 0
    while position < len(data):
        name, size = struct.unpack_from("<4sI", data, position)
        yield name, data[position + 8 : position + 8 + size]
        position += 8 + size + size % 2
    assert position == len(data)
