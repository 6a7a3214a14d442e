"""The mixer: the same samples however they are read."""

import itertools
from array import array

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.audio.clips import Samples
from glutetimer.audio.mixer import Mixer
from tests.audio.rig import clip

KNEE = 0.79 * 32_767  # -2 dB: a clip alone goes no higher
CEILING = 10 ** (-1.3 / 20) * 32_767

placements = st.lists(
    st.tuples(st.integers(0, 900), st.integers(1, 300), st.integers(-20_000, 20_000)), max_size=6
)


def filled(wanted: list[tuple[int, int, int]]) -> Mixer:
    mixer = Mixer()
    for frame, length, value in wanted:
        mixer.place(array("h", [value]) * length, frame)
    return mixer


def samples_of(data: bytes) -> Samples:
    return array("h", data)


@given(placements, st.lists(st.integers(1, 400), min_size=1, max_size=30))
def test_any_block_sizes_give_the_same_samples(
    wanted: list[tuple[int, int, int]], blocks: list[int]
) -> None:
    whole = filled(wanted).read(sum(blocks))
    mixer = filled(wanted)
    assert b"".join(mixer.read(count) for count in blocks) == whole


@given(placements)
def test_what_overlaps_is_added_and_never_wraps_around(wanted: list[tuple[int, int, int]]) -> None:
    read = samples_of(filled(wanted).read(1_300))
    if len(wanted) <= 2:  # with more, what is clipped depends on their order
        for frame in (0, 1, 450, 899, 1_000, 1_199):
            values = [value for at, length, value in wanted if at <= frame < at + length]
            total = sum(values)
            if len(values) < 2 or abs(total) <= KNEE:
                assert read[frame] == total
            else:
                assert KNEE < abs(read[frame]) < min(abs(total) + 1, CEILING)
                assert read[frame] * total > 0


def test_what_is_placed_in_the_past_begins_now_and_whole() -> None:
    mixer = Mixer()
    mixer.read(100)
    ticket = mixer.place(clip(5, 0.01), 20)
    assert mixer.start_of(ticket) == 100
    assert samples_of(mixer.read(500)) == clip(5, 0.01) + array("h", [0] * (500 - 220))
    assert mixer.start_of(ticket) is None


def test_a_dropped_clip_fades_within_five_milliseconds_and_tells_what_was_read() -> None:
    mixer = Mixer()
    ticket = mixer.place(array("h", [10_000]) * 5_000, 100)
    mixer.read(1_100)
    assert mixer.drop(ticket) == 1_000
    rest = samples_of(mixer.read(500))
    assert max(abs(a - b) for a, b in itertools.pairwise(rest)) < 200  # no click
    assert rest[0] > 9_000
    assert rest[110:] == array("h", [0]) * 390
    assert mixer.drop(ticket) is None


def test_only_what_has_not_begun_can_be_taken_back() -> None:
    mixer = Mixer()
    first, second = mixer.place(clip(1, 1.0), 0), mixer.place(clip(2, 1.0), 50)
    mixer.read(50)
    assert not mixer.take_back(first)
    assert mixer.take_back(second)
    assert not mixer.take_back(second)
    assert set(samples_of(mixer.read(100))) == {1}


def test_mute_keeps_the_place() -> None:
    mixer = Mixer()
    ramp = array("h", range(1, 4_001))
    mixer.place(ramp, 0)
    mixer.read(1_000)
    mixer.set_muted(True)
    muted = samples_of(mixer.read(1_000))
    assert muted[110:] == array("h", [0]) * 890
    mixer.set_muted(False)
    back = samples_of(mixer.read(1_000))
    assert back[110:] == ramp[2_110:3_000]
    assert back[0] == 0


def test_another_volume_is_taken_in_the_middle() -> None:
    mixer = Mixer()
    ticket = mixer.place(array("h", [100]) * 200, 0)
    mixer.read(100)
    mixer.replace(ticket, array("h", [50]) * 200)
    mixer.replace(ticket, array("h", [1]) * 7)  # another clip altogether: refused
    assert set(samples_of(mixer.read(100))) == {50}


def test_a_tone_under_the_loudest_word_stays_below_the_ceiling() -> None:
    said, tone = clip(round(KNEE), 0.1), clip(6_000, 0.05)
    mixer = Mixer()
    mixer.place(said, 0)
    mixer.place(tone, 500)
    read = samples_of(mixer.read(2_205))
    assert read[:500] == said[:500]
    assert KNEE < max(read) < CEILING
    assert read[-500:] == said[-500:]


@given(placements, st.lists(st.integers(1, 400), min_size=1, max_size=30))
def test_a_hush_sounds_between_the_clips_however_it_is_read(
    wanted: list[tuple[int, int, int]], blocks: list[int]
) -> None:
    with_hush = [filled(wanted), filled(wanted)]
    for mixer in with_hush:
        mixer.is_keeping_awake = True
    whole, parts = with_hush
    heard = whole.read(sum(blocks))
    assert b"".join(parts.read(count) for count in blocks) == heard
    plain = filled(wanted).read(sum(blocks))
    for frame, (with_it, without) in enumerate(
        zip(samples_of(heard), samples_of(plain), strict=True)
    ):
        if any(at <= frame < at + length for at, length, _ in wanted):
            assert with_it == without
        else:
            assert abs(with_it) <= 16


def test_the_hush_goes_on_while_muted_and_over_the_seconds() -> None:
    mixer = filled([(500, 30_000, 9_000)])
    mixer.is_keeping_awake = True
    mixer.set_muted(True)
    heard = samples_of(mixer.read(3 * 22_050))
    assert max(map(abs, heard)) <= 16
    for first in range(0, len(heard), 2_000):
        assert any(heard[first : first + 2_000])
