"""The cache: whole clips or none, whatever happens to the process or the disk."""

import os
import subprocess
import sys
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from glutetimer.audio.clip_cache import ClipCache, ClipKey

KEY = ClipKey("Lift", "gmw/en", 165, "espeak-ng 1.52.0")
CLIP = array("h", range(-500, 500))


def refuse(error: OSError) -> None:
    raise AssertionError(error)


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips", refuse)


def only_file(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "clips").iterdir()
    return path


def test_a_clip_comes_back_in_another_run(cache: ClipCache, tmp_path: Path) -> None:
    assert cache.get(KEY) is None
    cache.put(KEY, CLIP)
    assert ClipCache(tmp_path / "clips", refuse).get(KEY) == CLIP


@pytest.mark.parametrize(
    "other",
    [
        replace(KEY, text="Lower"),
        replace(KEY, voice="gmw/en-us"),
        replace(KEY, rate=170),
        replace(KEY, engine="espeak-ng 1.53"),
    ],
)
def test_every_part_of_the_request_counts(cache: ClipCache, other: ClipKey) -> None:
    cache.put(KEY, CLIP)
    assert cache.get(other) is None


@pytest.mark.parametrize("place", [0, 5, 9, 400, -1])
def test_a_flipped_bit_is_noticed_and_the_file_removed(
    cache: ClipCache, tmp_path: Path, place: int
) -> None:
    cache.put(KEY, CLIP)
    path = only_file(tmp_path)
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert cache.get(KEY) is None
    assert not path.exists()
    cache.put(KEY, CLIP)
    assert cache.get(KEY) == CLIP


@pytest.mark.parametrize("length", [0, 4, 12, 500])
def test_a_short_file_is_noticed(cache: ClipCache, tmp_path: Path, length: int) -> None:
    cache.put(KEY, CLIP)
    path = only_file(tmp_path)
    path.write_bytes(path.read_bytes()[:length])
    assert cache.get(KEY) is None


def test_the_clips_used_longest_ago_go_first(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "clips", refuse, max_bytes=3 * 2_100)
    keys = [replace(KEY, rate=rate) for rate in range(100, 106)]
    for age, key in enumerate(keys):
        cache.put(key, CLIP)
        os.utime(tmp_path / "clips" / key.file_name, (1_000 + age, 1_000 + age))
    assert cache.get(keys[0]) == CLIP  # used again: now the youngest
    stale = tmp_path / "clips" / "x.part"
    stale.write_bytes(b"half")
    os.utime(stale, (1_000, 1_000))
    cache.prune()
    left = [key.rate for key in keys if cache.get(key) is not None]
    assert left == [100, 104, 105]
    assert not stale.exists()


def test_without_a_disk_it_says_so_once(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("a file where the folder should be")
    told: list[OSError] = []
    cache = ClipCache(tmp_path / "clips", told.append)
    cache.put(KEY, CLIP)
    cache.put(KEY, CLIP)
    assert len(told) == 1
    assert cache.get(KEY) is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_no_half_file(
    cache: ClipCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[OSError] = []
    cache = ClipCache(tmp_path / "clips", told.append)

    def on_full_disk(suffix: str, dir: Path) -> tuple[int, str]:
        (dir / f"x{suffix}").touch()
        return os.open("/dev/full", os.O_WRONLY), str(dir / f"x{suffix}")

    monkeypatch.setattr("tempfile.mkstemp", on_full_disk)
    cache.put(KEY, CLIP)
    assert [error.strerror for error in told] == ["No space left on device"]
    assert list((tmp_path / "clips").iterdir()) == []


_WRITER = """
import sys
from array import array
from pathlib import Path
from glutetimer.audio.clip_cache import ClipCache, ClipKey

def fail(error):
    raise error

cache = ClipCache(Path(sys.argv[1]), fail)
print("ready", flush=True)
for i in range(100_000):
    value = i % 200
    cache.put(ClipKey("Lift", "v", i % 20, "e"), array("h", [value]) * 20_000)
"""


def test_killed_and_concurrent_writers_leave_only_whole_clips(tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    command = [sys.executable, "-c", _WRITER, str(folder)]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    cache = ClipCache(folder, refuse)
    keys = [ClipKey("Lift", "v", rate, "e") for rate in range(20)]
    seen = 0
    try:
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
        while seen < 300:
            for key in keys:
                clip = cache.get(key)
                if clip is not None:
                    seen += 1
                    assert len(clip) == 20_000
                    assert len(set(clip)) == 1
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    whole = list(folder.glob("*.clip"))
    assert len(whole) == 20
    assert all(cache.get(key) is not None for key in keys)
