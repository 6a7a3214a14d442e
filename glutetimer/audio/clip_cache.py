"""The clips on disk: kept between runs, shared between processes, never trusted blindly."""

import os
import struct
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from glutetimer.audio.clips import Samples, from_little_endian, to_little_endian

MAX_BYTES = 100_000_000
"""Above this the clips that were used longest ago go."""

_MAGIC = b"GTC2"  # those of 1 were as loud as the engine made them
_HEADER = struct.Struct("<4sII")  # magic, number of bytes, their CRC-32
_STALE_S = 3600.0  # a half-written file this old belongs to a process that was killed
_MANY = 200  # clips stored between two looks at the size


@dataclass(frozen=True, slots=True)
class ClipKey:
    """What a clip depends on: the words as they are spoken; the engine with its version."""

    text: str
    voice: str
    rate: int
    engine: str
    pitch: int = 50

    @property
    def file_name(self) -> str:
        """The name of the clip's file."""
        parts = "\0".join((self.text, self.voice, str(self.rate), self.engine, str(self.pitch)))
        return blake2b(parts.encode(), digest_size=16).hexdigest() + ".clip"


class ClipCache:
    """A folder of clips. No method raises; without a disk it only remembers nothing.

    `on_trouble` is told once why storing does not work. For one thread.
    """

    def __init__(
        self, folder: Path, on_trouble: Callable[[OSError], None], max_bytes: int = MAX_BYTES
    ) -> None:
        self._folder = folder
        self._on_trouble = on_trouble
        self._max_bytes = max_bytes
        self._until_prune = 0
        self._is_broken = False

    def get(self, key: ClipKey) -> Samples | None:
        """A stored clip, or None; a damaged file is removed."""
        path = self._folder / key.file_name
        try:
            data = path.read_bytes()
        except OSError:
            return None
        samples = _decoded(data)
        with suppress(OSError):
            if samples is None:
                path.unlink()
            else:
                os.utime(path)  # "used now", for the pruning
        return samples

    def put(self, key: ClipKey, samples: Samples) -> None:
        """Store a clip whole or not at all; after a failure nothing is tried any more."""
        if self._is_broken:
            return
        try:
            self._write(self._folder / key.file_name, _encoded(samples))
            self._until_prune -= 1
            if self._until_prune < 0:
                self._until_prune = _MANY
                self.prune()
        except OSError as error:
            self._is_broken = True
            self._on_trouble(error)

    def prune(self) -> None:
        """Remove what is over the size limit, oldest use first, and what a kill left behind."""
        now_s = time.time()
        found: list[tuple[float, int, Path]] = []
        for path in self._folder.glob("*"):
            with suppress(OSError):  # another process may be pruning too
                stat = path.stat()
                if path.suffix == ".clip":
                    found.append((stat.st_mtime, stat.st_size, path))
                elif path.suffix == ".part" and stat.st_mtime < now_s - _STALE_S:
                    path.unlink()
        left = sum(size for _, size, _ in found)
        for _, size, path in sorted(found):
            if left <= self._max_bytes:
                break
            with suppress(OSError):
                path.unlink()
            left -= size

    def _write(self, path: Path, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".part", dir=self._folder)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            part.replace(path)  # no fsync: what a power cut damages, its checksum tells
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise


def remove_clips(folder: Path) -> bool:
    """Remove every clip: the disk is full, and they can be made again; False without any."""
    has_removed = False
    for path in folder.glob("*.clip"):
        with suppress(OSError):
            path.unlink()
            has_removed = True
    return has_removed


def _encoded(samples: Samples) -> bytes:
    body = to_little_endian(samples)
    return _HEADER.pack(_MAGIC, len(body), zlib.crc32(body)) + body


def _decoded(data: bytes) -> Samples | None:
    if len(data) < _HEADER.size:
        return None
    magic, size, checksum = _HEADER.unpack_from(data)
    body = data[_HEADER.size :]
    if magic != _MAGIC or size != len(body) or size % 2 or checksum != zlib.crc32(body):
        return None
    return from_little_endian(body)
