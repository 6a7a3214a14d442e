"""Sound files: written block by block, there only once they are whole."""

import errno
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

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
from glutetimer.whole_file import check_place, replaced

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def check_target(path: Path, may_replace: bool) -> None:
    """Raise Trouble if a file of this name cannot be made, as far as can be known before."""
    sound_format = format_of(path)
    check_place(path, may_replace)
    check_format(sound_format)


@contextmanager
def sound_file(
    path: Path, label: Label, frames: int, *, may_replace: bool = False
) -> Iterator[Encoder]:
    """Yield the encoder of a sound file of so many frames, which is there at the end.

    If anything is raised meanwhile nothing is left behind, and what was there before stays. Raises
    Trouble when the name or the disk is no good.
    """
    check_target(path, may_replace)
    sound_format = format_of(path)
    try:
        with replaced(path.resolve()) as part:  # a link stays a link
            with (
                part.open("wb+") as file,
                closing(new_encoder(file, sound_format, label, frames)) as encoder,
            ):
                yield encoder
            add_label(part, sound_format, label, frames)
            check_place(path, may_replace)  # it may have come meanwhile
    except OSError as error:
        raise _trouble(error, path, sound_format) from error


def _trouble(error: OSError, path: Path, sound_format: SoundFormat) -> Trouble:
    if error.errno in _FULL:
        cure = "Free some disk space, or choose another place"
        if sound_format in (SoundFormat.WAV, SoundFormat.FLAC):
            cure += ", or .ogg, the smallest format"
        return Trouble("The disk is full; no file was made", str(path), cure)
    reason = error.strerror or str(error)
    cure = "Choose another name or folder"
    return Trouble(f"The file cannot be written: {reason}", str(path), cure)
