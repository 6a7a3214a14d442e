"""From samples to the bytes of a sound file, in each format."""

import struct
from array import array
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from mutagen import MutagenError
from mutagen.flac import FLAC
from mutagen.oggvorbis import OggVorbis

from glutetimer.audio.chapters import Label, tag_comments, tag_mp3, wav_chunks
from glutetimer.audio.clips import RATE_HZ, to_little_endian
from glutetimer.core.errors import Trouble


class SoundFormat(StrEnum):
    """The formats, by the ending of a file's name."""

    WAV = "wav"
    FLAC = "flac"
    OGG = "ogg"
    MP3 = "mp3"


class Encoder(Protocol):
    """Turns samples into the bytes of a file; both methods raise OSError."""

    def write(self, block: bytes) -> None:
        """Add 16-bit mono frames in the byte order of this machine."""

    def close(self) -> None:
        """Write what is left; a second call does nothing. The file stays open."""


class _Recipe(NamedTuple):
    """How libsndfile is asked for a format, and who labels the file afterwards."""

    subtype: str
    options: dict[str, Any]
    tag: Callable[[Path, Label, int], None]


_RECIPES = {
    SoundFormat.FLAC: _Recipe("PCM_16", {}, partial(tag_comments, FLAC)),
    SoundFormat.OGG: _Recipe("VORBIS", {}, partial(tag_comments, OggVorbis)),
    # A constant bit rate, in which players find a chapter to the millisecond: 56 kbit/s. Less has
    # no room for the frame that tells them how much silence the encoder puts in front.
    SoundFormat.MP3: _Recipe(
        "MPEG_LAYER_III", {"compression_level": 0.68, "bitrate_mode": "CONSTANT"}, tag_mp3
    ),
}


def format_of(path: Path) -> SoundFormat:
    """The format that a file's name ends in. Raises Trouble."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in set(SoundFormat):
        what = f"No sound file ends in .{ending}" if ending else "The file's name has no ending"
        raise Trouble(what, str(path), "Let it end in .mp3, .ogg, .flac or .wav")
    return SoundFormat(ending)


def check_format(sound_format: SoundFormat) -> None:
    """Raise Trouble if files of this format cannot be made on this computer."""
    if sound_format is SoundFormat.WAV:
        return
    cure = "Let the file's name end in .wav, or install glutetimer again with all of its packages"
    try:
        soundfile = _library()
    except (ImportError, OSError) as error:
        what = f"Without its library no .{sound_format} file can be made"
        raise Trouble(what, str(error), cure) from error
    if sound_format.upper() not in soundfile.available_formats():
        what = f"The sound library of this computer cannot write .{sound_format}"
        raise Trouble(what, soundfile.__libsndfile_version__, cure)


def new_encoder(file: BinaryIO, sound_format: SoundFormat, label: Label, frames: int) -> Encoder:
    """An encoder that writes into an empty open file. Raises OSError."""
    if sound_format is SoundFormat.WAV:
        return _WavEncoder(file, label, frames)
    return _LibraryEncoder(file, sound_format)


def add_label(path: Path, sound_format: SoundFormat, label: Label, frames: int) -> None:
    """Label a file that an encoder has closed. Raises OSError."""
    if sound_format is SoundFormat.WAV:
        return  # its encoder did it
    try:
        _RECIPES[sound_format].tag(path, label, frames)
    except MutagenError as error:
        cause = error.args[0] if error.args else None
        raise (cause if isinstance(cause, OSError) else OSError(str(error))) from error


def _library() -> Any:
    import soundfile  # late: see the docstring of the package

    return soundfile


class _WavEncoder:
    """WAV needs no library: a head, the samples, and behind them the chunks of the label."""

    def __init__(self, file: BinaryIO, label: Label, frames: int) -> None:
        self._file = file
        self._chunks = wav_chunks(label)
        size = 2 * frames
        whole = 4 + (8 + 16) + (8 + size) + len(self._chunks)
        file.write(
            struct.pack("<4sI4s", b"RIFF", whole, b"WAVE")
            + struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE_HZ, 2 * RATE_HZ, 2, 16)
            + struct.pack("<4sI", b"data", size)
        )

    def write(self, block: bytes) -> None:
        self._file.write(to_little_endian(array("h", block)))

    def close(self) -> None:
        if self._chunks:
            self._file.write(self._chunks)
            self._chunks = b""


class _LibraryEncoder:
    """What libsndfile writes."""

    def __init__(self, file: BinaryIO, sound_format: SoundFormat) -> None:
        soundfile = _library()
        self._errors = (soundfile.SoundFileRuntimeError, AssertionError)
        self._disk = _Disk(file)
        recipe = _RECIPES[sound_format]
        try:
            self._library: Any = soundfile.SoundFile(
                self._disk,
                "w",
                RATE_HZ,
                1,
                recipe.subtype,
                format=sound_format.upper(),
                **recipe.options,
            )
        except self._errors as error:
            raise self._disk.error or OSError(str(error)) from error

    def write(self, block: bytes) -> None:
        self._do(self._library.buffer_write, block, "int16")

    def close(self) -> None:
        self._do(self._library.close)

    def _do(self, act: Callable[..., object], *words: object) -> None:
        try:
            act(*words)
        except self._errors as error:
            raise self._disk.error or OSError(str(error)) from error
        if self._disk.error is not None:
            raise self._disk.error


class _Disk:
    """The file as libsndfile sees it.

    It calls from C, where an exception would be lost, and overlooks failures itself: so
    nothing is raised here, but the first error is kept, and what follows it goes nowhere.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        if self.error is None:
            try:
                self._file.write(data)
            except OSError as error:
                self.error = error
        return len(data)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self._file.seek(offset, whence)
        except OSError as error:  # a seek writes what waits in the buffer
            self.error = self.error or error
            return 0

    def tell(self) -> int:
        return self._file.tell()
