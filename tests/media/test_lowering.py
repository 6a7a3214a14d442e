"""What is lowered, and what is put back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from glutetimer.kept_file import KeptFile
from glutetimer.media.lowering import MOST, Lowering
from glutetimer.media.sources import Levels, SoundSources


@dataclass
class FakeSource:
    """Something that plays; `obeys` False: it says yes and stays as loud."""

    key: str = "music, 1"
    volume: Levels | None = (1.0,)
    family: str = "music"
    share: float = 0.3
    pid: int = 7
    is_playing: bool = True
    is_stream: bool = False
    obeys: bool = True

    def levels(self) -> Levels | None:
        return self.volume

    def set_levels(self, levels: Levels) -> None:
        if self.obeys:
            self.volume = tuple(levels)


@dataclass
class FakeSources(SoundSources):
    """What plays in a test."""

    there: list[FakeSource] = field(default_factory=list)

    def playing(self) -> Iterator[FakeSource]:
        return (one for one in self.there if one.is_playing)

    def all(self) -> Iterator[FakeSource]:
        return iter(self.there)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lowered"


def _lowering(file: Path, *sources: FakeSource) -> Lowering:
    return Lowering(KeptFile(file), FakeSources(there=list(sources)))


def test_it_is_lowered_once_and_put_back_exactly(file: Path) -> None:
    music = FakeSource(volume=(0.8, 0.6))
    lowering = _lowering(file, music)
    lowering.lower()
    lowering.lower()
    assert music.volume == pytest.approx((0.24, 0.18))
    assert file.exists()
    lowering.restore()
    assert music.volume == (0.8, 0.6)
    assert not file.exists()
    lowering.restore()
    assert music.volume == (0.8, 0.6)


def test_what_the_person_changed_meanwhile_stays(file: Path) -> None:
    music = FakeSource()
    lowering = _lowering(file, music)
    lowering.lower()
    music.volume = (0.5,)
    lowering.restore()
    assert music.volume == (0.5,)
    assert not file.exists()


@pytest.mark.parametrize(
    "source",
    [
        FakeSource(volume=None),
        FakeSource(volume=(0.0,)),
        FakeSource(volume=()),
        FakeSource(is_playing=False),
        FakeSource(obeys=False),
    ],
)
def test_what_has_no_volume_or_does_not_play_or_obey_is_left(
    file: Path, source: FakeSource
) -> None:
    before = source.volume
    lowering = _lowering(file, source)
    lowering.lower()
    assert source.volume == before
    assert not file.exists()
    lowering.restore()
    assert source.volume == before


def test_it_stands_in_the_file_before_it_is_lowered(file: Path) -> None:
    seen = []

    class Looking(FakeSource):
        def set_levels(self, levels: Levels) -> None:
            seen.append(file.exists())
            super().set_levels(levels)

    _lowering(file, Looking()).lower()
    assert seen == [True]


def test_the_next_start_puts_back_what_a_killed_one_left(file: Path) -> None:
    music = FakeSource()
    _lowering(file, music).lower()
    _lowering(file, music).restore()
    assert music.volume == (1.0,)
    assert not file.exists()


def test_a_program_that_was_closed_while_lowered_is_put_back_when_it_is_there_again(
    file: Path,
) -> None:
    music = FakeSource()
    sources = FakeSources(there=[music])
    lowering = Lowering(KeptFile(file), sources)
    lowering.lower()
    sources.there = []
    lowering.restore()
    assert file.exists()
    again = FakeSource("music, 2", (0.3,))
    other = FakeSource("video, 3", (0.3,), "video")
    sources.there = [other, again]
    lowering.restore()
    assert (again.volume, other.volume) == ((1.0,), (0.3,))
    assert not file.exists()


def test_a_stream_of_a_player_that_was_lowered_is_not_lowered_twice(file: Path) -> None:
    player, stream = FakeSource("player", pid=7), FakeSource("stream", pid=7, is_stream=True)
    other = FakeSource("other", pid=8, is_stream=True)
    deaf = FakeSource("deaf", pid=9, obeys=False)
    stream_of_deaf = FakeSource("stream of deaf", pid=9, is_stream=True)
    lowering = _lowering(file, player, deaf, stream, other, stream_of_deaf)
    lowering.lower()
    assert [s.volume for s in (player, stream, other, deaf, stream_of_deaf)] == [
        pytest.approx((0.3,)),
        (1.0,),
        pytest.approx((0.3,)),
        (1.0,),
        pytest.approx((0.3,)),
    ]
    lowering.restore()
    assert {one.volume for one in (player, stream, other, deaf, stream_of_deaf)} == {(1.0,)}


def test_programs_of_unknown_process_are_all_lowered(file: Path) -> None:
    both = FakeSource("one", pid=0), FakeSource("two", pid=0, is_stream=True)
    _lowering(file, *both).lower()
    assert [one.volume for one in both] == [pytest.approx((0.3,))] * 2


def test_the_file_does_not_grow_for_ever(file: Path) -> None:
    sources = FakeSources()
    lowering = Lowering(KeptFile(file), sources)
    for number in range(MOST + 20):
        sources.there = [FakeSource(f"{number}", family=f"{number}")]
        lowering.lower()
    kept = KeptFile(file).load()
    assert isinstance(kept, list)
    assert len(kept) == MOST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1, null]",
        '[{"key": "a"}]',
        '[{"key":"a","family":"b","before":[9e9],"now":["x"]}]',
        "[" * 5000,
    ],
)
def test_a_damaged_file_does_no_harm(file: Path, text: str) -> None:
    file.write_text(text)
    music = FakeSource()
    lowering = _lowering(file, music)
    lowering.restore()
    lowering.lower()
    assert music.volume == pytest.approx((0.3,))
