"""Sound files: what players find in them, and that they are whole or not there."""

import errno
import os
import struct
import subprocess
import sys
from array import array
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import soundfile
from mutagen.flac import FLAC
from mutagen.id3 import ID3
from mutagen.oggvorbis import OggVorbis

from glutetimer.audio.chapters import Chapter, Label
from glutetimer.audio.clips import RATE_HZ, Samples
from glutetimer.audio.encoders import SoundFormat, new_encoder
from glutetimer.audio.sound_file import sound_file
from glutetimer.core.errors import Trouble
from tests.audio.sound_files import read_wav, riff_chunks

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

ROOT = Path(__file__).parents[2]
FRAMES = 3 * RATE_HZ
CHAPTERS = (
    Chapter("Clam shell, left side", 0),
    Chapter("Gesäß, „Brücke“", RATE_HZ * 5 // 4),
    Chapter("The last", 2 * RATE_HZ + 7),
)
LABEL = Label("First session", "glutetimer", "After an article", CHAPTERS)
FORMATS = pytest.mark.parametrize("sound_format", SoundFormat)


def chirps() -> Samples:
    """Short beeps that begin at known frames, on silence."""
    samples = array("h", bytes(2 * FRAMES))
    for start in (1_000, 30_000, 55_000):
        for i in range(800):
            samples[start + i] = 9_000 if i // (10 + i // 80) % 2 else -9_000
    return samples


def write(path: Path, label: Label = LABEL, may_replace: bool = False) -> None:
    data = chirps().tobytes()
    with sound_file(path, label, FRAMES, may_replace=may_replace) as encoder:
        for begin in range(0, len(data), 44_100):
            encoder.write(data[begin : begin + 44_100])


@FORMATS
def test_a_file_has_all_its_frames_in_their_places(
    tmp_path: Path, sound_format: SoundFormat
) -> None:
    path = tmp_path / f"some.{sound_format.upper()}"
    write(path)

    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    read, rate_hz = soundfile.read(path, dtype="int16")
    assert (len(read), rate_hz) == (FRAMES, RATE_HZ)
    for start in (1_000, 30_000, 55_000):
        loud = [i for i in range(start - 400, start + 400) if abs(int(read[i])) > 4_000]
        assert abs(loud[0] - start) <= 12  # a lossy format smears half a millisecond


def test_wav_and_flac_lose_nothing(tmp_path: Path) -> None:
    write(tmp_path / "some.wav")
    write(tmp_path / "some.flac")

    assert read_wav(tmp_path / "some.wav") == chirps()
    read, _ = soundfile.read(tmp_path / "some.flac", dtype="int16")
    assert array("h", read.tobytes()) == chirps()


def test_mp3_chapters(tmp_path: Path) -> None:
    write(tmp_path / "some.mp3")

    tag = ID3(tmp_path / "some.mp3")
    assert tag["TIT2"].text == ["First session"]
    assert tag["TPE1"].text == ["glutetimer"]
    assert tag.getall("COMM")[0].text == ["After an article"]
    [contents] = tag.getall("CTOC")
    found = [tag[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [(c.start_time, c.end_time) for c in found] == [(0, 1250), (1250, 2000), (2000, 3000)]
    assert [c.sub_frames["TIT2"].text[0] for c in found] == [c.title for c in CHAPTERS]


@pytest.mark.parametrize(("kind", "name"), [(FLAC, "some.flac"), (OggVorbis, "some.ogg")])
def test_flac_and_ogg_chapters(tmp_path: Path, kind: type[FLAC | OggVorbis], name: str) -> None:
    write(tmp_path / name)

    file = kind(tmp_path / name)
    assert file["TITLE"] == ["First session"]
    assert file["COMMENT"] == ["After an article"]
    moments = [file[f"CHAPTER{number:03}"][0] for number in (1, 2, 3)]
    assert moments == ["00:00:00.000", "00:00:01.250", "00:00:02.000"]
    assert file["CHAPTER002NAME"] == [CHAPTERS[1].title]


def test_wav_chapters(tmp_path: Path) -> None:
    write(tmp_path / "some.wav")

    data = (tmp_path / "some.wav").read_bytes()
    assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8
    chunks = list(riff_chunks(data[12:]))
    assert [name for name, _ in chunks] == [b"fmt ", b"data", b"LIST", b"cue ", b"LIST"]
    info = dict(riff_chunks(chunks[2][1][4:]))
    assert info[b"INAM"] == b"First session\0"
    cue = chunks[3][1]
    assert struct.unpack_from("<I", cue)[0] == 3
    points = [struct.unpack_from("<II4sIII", cue, 4 + 24 * n) for n in range(3)]
    assert [(p[0], p[5]) for p in points] == [(n, c.frame) for n, c in enumerate(CHAPTERS, 1)]
    names = [body[4:-1].decode() for _, body in riff_chunks(chunks[4][1][4:])]
    assert names == [c.title for c in CHAPTERS]


@FORMATS
def test_no_chapters_and_no_words_are_fine(tmp_path: Path, sound_format: SoundFormat) -> None:
    write(tmp_path / f"some.{sound_format}", Label("", "", ""))
    assert soundfile.info(tmp_path / f"some.{sound_format}").frames == FRAMES


def test_a_thousand_chapters_are_still_a_file(tmp_path: Path) -> None:
    chapters = tuple(Chapter(f"Set {n}", n * 60) for n in range(1_000))
    write(tmp_path / "some.mp3", Label("Many", "glutetimer", "", chapters))
    assert len(ID3(tmp_path / "some.mp3").getall("CHAP")) == 1_000
    assert soundfile.info(tmp_path / "some.mp3").frames == FRAMES


@FORMATS
def test_a_file_that_is_there_is_replaced_only_if_it_may(
    tmp_path: Path, sound_format: SoundFormat
) -> None:
    path = tmp_path / f"some.{sound_format}"
    path.write_bytes(b"old")
    with pytest.raises(Trouble, match="already"):
        write(path)
    assert path.read_bytes() == b"old"
    write(path, may_replace=True)
    assert soundfile.info(path).frames == FRAMES


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "some.wav"
    with pytest.raises(Trouble, match="already"), sound_file(path, LABEL, 0):
        path.write_bytes(b"another")
    assert path.read_bytes() == b"another"
    assert len(list(tmp_path.iterdir())) == 1


@FORMATS
def test_a_mistake_on_the_way_leaves_nothing(tmp_path: Path, sound_format: SoundFormat) -> None:
    path = tmp_path / f"some.{sound_format}"
    with suppress(ZeroDivisionError), sound_file(path, LABEL, FRAMES) as encoder:
        encoder.write(bytes(2_000))
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.wav").write_bytes(b"old")
    (tmp_path / "link.wav").symlink_to("real.wav")
    write(tmp_path / "link.wav", may_replace=True)
    assert (tmp_path / "link.wav").is_symlink()
    assert read_wav(tmp_path / "real.wav") == chirps()


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("some.aac", "No sound file ends in .aac"),
        ("some", "has no ending"),
        ("folder.mp3", "There is a folder"),
        ("nowhere/some.mp3", "There is no such folder"),
        ("pipe.mp3", "no ordinary file"),
    ],
)
def test_names_that_cannot_be(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "folder.mp3").mkdir()
    if name == "pipe.mp3":
        if sys.platform == "win32":
            pytest.skip("no such pipes there")
        os.mkfifo(tmp_path / name)
    with (
        pytest.raises(Trouble, match=what) as caught,
        sound_file(tmp_path / name, LABEL, FRAMES, may_replace=True),
    ):
        pass
    assert caught.value.cure


def test_a_very_long_name_is_fine(tmp_path: Path) -> None:
    name = "x" * 240 + ".ogg"
    write(tmp_path / name)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def write_in_child(path: Path, limit: int) -> str:
    """What a child says whose files cannot grow beyond a limit; 0 for none."""
    command = [sys.executable, "-m", "tests.audio.full_disk_child", str(path), str(limit)]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (child.returncode, child.stderr) == (0, "")
    return child.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on files there")
@FORMATS
@pytest.mark.parametrize("missing", [0.999, 0.5, 0.002])
def test_a_full_disk_is_told_and_leaves_what_was_there(
    tmp_path: Path, sound_format: SoundFormat, missing: float
) -> None:
    path = tmp_path / f"some.{sound_format}"
    size = int(write_in_child(path, 0))
    path.write_bytes(b"old")
    said = write_in_child(path, int(size * (1 - missing)))

    assert said.startswith(f"The disk is full; no file was made ({path}). Free some")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"old"


class Hiccup(BytesIO):
    """A file that once cannot be written."""

    def __init__(self) -> None:
        super().__init__()
        self._writes = 0

    def write(self, data: "ReadableBuffer", /) -> int:
        self._writes += 1
        if self._writes == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


@FORMATS
def test_a_failure_in_the_middle_is_not_overlooked(sound_format: SoundFormat) -> None:
    encoder = new_encoder(Hiccup(), sound_format, LABEL, FRAMES)
    troubles: list[OSError] = []
    try:
        encoder.write(chirps().tobytes())
    except OSError as trouble:
        troubles.append(trouble)
    try:
        encoder.close()
    except OSError as trouble:
        troubles.append(trouble)
    assert troubles
    assert {trouble.errno for trouble in troubles} == {errno.ENOSPC}


@pytest.mark.parametrize("sound_format", [SoundFormat.FLAC, SoundFormat.OGG, SoundFormat.MP3])
def test_without_the_library_there_is_still_wav(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound_format: SoundFormat
) -> None:
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(Trouble, match=f"no .{sound_format} file can be made") as caught:
        write(tmp_path / f"some.{sound_format}")
    assert ".wav" in caught.value.cure
    write(tmp_path / "some.wav")
    assert read_wav(tmp_path / "some.wav") == chirps()
