"""Title and chapter marks, as each format of sound file keeps them."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mutagen.flac import FLAC
from mutagen.id3 import CHAP, COMM, CTOC, ID3, TIT2, TPE1, CTOCFlags, Encoding
from mutagen.oggvorbis import OggVorbis

from glutetimer.audio.clips import RATE_HZ


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a file, from its first frame until the next chapter begins."""

    title: str
    frame: int

    @property
    def at_s(self) -> float:
        """Seconds from the beginning of the file."""
        return self.frame / RATE_HZ


@dataclass(frozen=True, slots=True)
class Label:
    """What a sound file says about itself; chapters are in their order."""

    title: str
    artist: str
    comment: str
    chapters: tuple[Chapter, ...] = ()


def wav_chunks(label: Label) -> bytes:
    """The RIFF chunks that follow the samples: INFO, cue points and their labels."""
    info = b"".join(
        _chunk(name, _zero_ended(text))
        for name, text in (
            (b"INAM", label.title),
            (b"IART", label.artist),
            (b"ICMT", label.comment),
        )
        if text
    )
    numbered = tuple(enumerate(label.chapters, 1))
    points = b"".join(
        struct.pack("<II4sIII", number, chapter.frame, b"data", 0, 0, chapter.frame)
        for number, chapter in numbered
    )
    names = b"".join(
        _chunk(b"labl", struct.pack("<I", number) + _zero_ended(chapter.title))
        for number, chapter in numbered
    )
    chunks = _chunk(b"LIST", b"INFO" + info)
    if numbered:
        chunks += _chunk(b"cue ", struct.pack("<I", len(numbered)) + points)
        chunks += _chunk(b"LIST", b"adtl" + names)
    return chunks


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def _zero_ended(text: str) -> bytes:
    return text.encode() + b"\0"


def tag_comments(kind: type[FLAC | OggVorbis], path: Path, label: Label, frames: int) -> None:
    """Write comments into a FLAC or Ogg Vorbis file. Raises OSError."""
    file = kind(path)
    for name, value in _comments(label):
        file[name] = value
    file.save()


def _comments(label: Label) -> Iterable[tuple[str, str]]:
    yield from (("TITLE", label.title), ("ARTIST", label.artist), ("COMMENT", label.comment))
    for number, chapter in enumerate(label.chapters, 1):
        yield f"CHAPTER{number:03}", _moment(chapter.at_s)
        yield f"CHAPTER{number:03}NAME", chapter.title


def _moment(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"


def tag_mp3(path: Path, label: Label, frames: int) -> None:
    """Write an ID3 tag with chapters before an MP3 stream of so many frames. Raises OSError."""
    tag = ID3()
    utf8 = Encoding.UTF8
    tag.add(TIT2(encoding=utf8, text=[label.title]))
    tag.add(TPE1(encoding=utf8, text=[label.artist]))
    tag.add(COMM(encoding=utf8, lang="eng", desc="", text=[label.comment]))
    ids = [f"chapter{number}" for number in range(1, len(label.chapters) + 1)]
    for name, chapter, end in zip(ids, label.chapters, _ends(label.chapters, frames), strict=True):
        tag.add(
            CHAP(
                element_id=name,
                start_time=round(chapter.at_s * 1000),
                end_time=round(end / RATE_HZ * 1000),
                start_offset=0xFFFF_FFFF,  # times count, not bytes
                end_offset=0xFFFF_FFFF,
                sub_frames=[TIT2(encoding=utf8, text=[chapter.title])],
            )
        )
    if 0 < len(ids) <= 255:  # a table cannot hold more
        flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
        tag.add(CTOC(element_id="contents", flags=flags, child_element_ids=ids))
    tag.save(path, v2_version=3)  # what the players of old phones and cars read


def _ends(chapters: Sequence[Chapter], frames: int) -> Iterable[int]:
    yield from (after.frame for after in chapters[1:])
    if chapters:
        yield frames
