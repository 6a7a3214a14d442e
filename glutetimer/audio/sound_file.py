"""Sound files: written block by block, there only once they are whole."""

import errno
import os
import secrets
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from glutetimer.audio.chapters import Label
from glutetimer.audio.encoders import (
    Encoder,
    SoundFormat,
    add_label,
    check_format,
    format_of,
    new_encoder,
)
from glutetimer.core.errors import Trouble
from glutetimer.whole_file import check_place, held, sweep

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def check_target(path: Path, may_replace: bool) -> None:
    """Raise Trouble if a file of this name cannot be made, as far as can be known before."""
    sound_format = format_of(path)
    check_place(path, may_replace)
    check_format(sound_format)


class SoundFile:
    """A sound file of `frames` 16-bit mono frames; use it in a `with`.

    It stands under its name once `finish` has returned; without that nothing is left behind, and
    what was there before stays. Raises Trouble when the name or the disk is no good.
    """

    def __init__(self, path: Path, label: Label, frames: int, may_replace: bool = False) -> None:
        check_target(path, may_replace)
        self._named = path
        self._path = path.resolve()  # a link stays a link
        self._format = format_of(path)
        self._label = label
        self._frames = frames
        self._may_replace = may_replace
        self._part = self._path.with_name(f".glutetimer-{secrets.token_hex(6)}.part")
        self._hold = ExitStack()
        self._file: BinaryIO | None = None
        self._encoder: Encoder | None = None

    def __enter__(self) -> Self:
        try:
            sweep(self._part.parent)
            self._hold.enter_context(held(self._part))
            self._file = self._part.open("wb+")
            self._encoder = new_encoder(self._file, self._format, self._label, self._frames)
        except OSError as error:
            self._clean_up()
            raise self._trouble(error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._clean_up()

    def write(self, block: bytes) -> None:
        """Add frames, in the byte order of this machine."""
        if self._encoder is None:
            raise ValueError("use it in a `with`")
        try:
            self._encoder.write(block)
        except OSError as error:
            raise self._trouble(error) from error

    def finish(self) -> int:
        """Close the file, label it and give it its name; returns its size in bytes."""
        if self._encoder is None or self._file is None:
            raise ValueError("use it in a `with`")
        try:
            self._encoder.close()
            self._file.close()
            add_label(self._part, self._format, self._label, self._frames)
            with self._part.open("rb+") as file:
                os.fsync(file.fileno())
                size = file.seek(0, os.SEEK_END)
            if not self._may_replace:
                check_target(self._named, may_replace=False)  # it may have come meanwhile
            self._part.replace(self._path)
        except OSError as error:
            raise self._trouble(error) from error
        return size

    def _clean_up(self) -> None:
        with suppress(OSError, ValueError):
            if self._encoder is not None and self._file is not None and not self._file.closed:
                self._encoder.close()
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)
        self._hold.close()

    def _trouble(self, error: OSError) -> Trouble:
        if error.errno in _FULL:
            cure = "Free some disk space, or choose another place"
            if self._format in (SoundFormat.WAV, SoundFormat.FLAC):
                cure += ", or .ogg, the smallest format"
            return Trouble("The disk is full; no file was made", str(self._named), cure)
        reason = error.strerror or str(error)
        cure = "Choose another name or folder"
        return Trouble(f"The file cannot be written: {reason}", str(self._named), cure)
