"""Cues under a virtual clock: each where the sheet has it, to the sample."""

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.audio.clips import RATE_HZ
from glutetimer.audio.playing import Sound
from glutetimer.core.cues.sheet import CueKind, CueSheet
from tests.audio.rig import BLOCK_S, BUFFERED_S, Rig, clip, cue

ABC = {"a": clip(1_000, 0.5), "b": clip(2_000, 0.5), "c": clip(3_000, 0.5)}
FRAME_S = 1 / RATE_HZ
SOONEST_S = BUFFERED_S + BLOCK_S  # what has been given to the device cannot be taken back


def sheet(*cues: object, steps: int = 3, durations_s: tuple[float | None, ...] = ()) -> CueSheet:
    return CueSheet(cues, durations_s or (10.0,) * steps)  # type: ignore[arg-type]


def at(rig: Rig, began_s: float) -> list[tuple[int, float]]:
    return [(h.value, round(h.at_s - began_s, 4)) for h in rig.heard()]


def test_cues_begin_on_their_sample_across_steps_and_are_complete() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("a", 2.0), cue("b", 9.4), cue("c", 0.0, 1), cue("a", 3.7, 2)))
    rig.run(26)
    assert [h.value for h in rig.heard()] == [1_000, 2_000, 3_000, 1_000]
    for heard, due_s in zip(rig.heard(), (2.0, 9.4, 10.0, 23.7), strict=True):
        assert abs(heard.at_s - began_s - due_s) < 0.51 * FRAME_S
        assert heard.frames == RATE_HZ // 2


def test_an_open_ended_step_waits_for_the_person() -> None:
    rig = Rig(ABC)
    wanted = sheet(cue("a", 2.0), cue("b", 14.0), cue("c", 1.0, 1), durations_s=(None, 10.0))
    began_s = rig.start(wanted)
    rig.run(20)
    assert at(rig, began_s) == [(1_000, 2.0), (2_000, 14.0)]
    rig.resume(1, 0.0)
    rig.run(3)
    assert at(rig, began_s)[2:] == [(3_000, 21.0)]


def test_a_pause_goes_on_in_the_middle_of_the_word() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("a", 2.0), cue("b", 4.0)))
    rig.run(2.2)
    rig.hold()
    rig.run(3)
    paused = rig.heard()
    assert [h.value for h in paused] == [1_000]
    assert paused[0].at_s + paused[0].frames / RATE_HZ < began_s + 2.2 + SOONEST_S
    rig.resume(0, 2.2)
    rig.run(4)
    first, rest, after = rig.heard()
    soft = RATE_HZ // 200
    assert (first.value, rest.value, after.value) == (1_000, 1_000, 2_000)
    assert abs(first.frames + rest.frames + soft - RATE_HZ // 2) <= 1
    # It ends where the whole word would have ended, later by the pause.
    assert abs(rest.at_s + rest.frames * FRAME_S - (began_s + 3.0 + 2.5)) < 2 * FRAME_S
    assert abs(after.at_s - (began_s + 3.0 + 4.0)) < FRAME_S


def test_a_count_that_was_cut_begins_again() -> None:
    rig = Rig(ABC)
    rig.start(sheet(cue("a", 2.0, kind=CueKind.COUNT)))
    rig.run(2.2)
    rig.hold()
    rig.run(1)
    rig.resume(0, 2.2)
    rig.run(2)
    cut, whole = rig.heard()
    assert cut.frames < RATE_HZ // 2
    assert whole.frames == RATE_HZ // 2


@pytest.mark.parametrize("pauses", [1, 3])
def test_what_was_heard_whole_is_not_repeated_after_a_pause(pauses: int) -> None:
    rig = Rig({"a": clip(1_000, 0.08), "b": clip(2_000, 0.5)})
    began_s = rig.start(sheet(cue("a", 2.0), cue("b", 6.0)))
    rig.run(2.0)  # the short cue is with the device already, though not heard yet
    for _ in range(pauses):
        rig.hold()
        rig.run(2)
        rig.resume(0, 2.0)
    rig.run(6)
    assert at(rig, began_s) == [(1_000, 2.0), (2_000, 6.0 + 2 * pauses)]


def test_a_pause_before_a_cue_moves_it() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("a", 2.0)))
    rig.run(1.5)  # placed, not begun
    rig.hold()
    rig.run(5)
    assert rig.heard() == []
    rig.resume(0, 1.5)
    rig.run(2)
    assert at(rig, began_s) == [(1_000, 7.0)]


def test_a_pause_at_the_seam_of_two_steps_repeats_nothing() -> None:
    rig = Rig({"a": clip(1_000, 0.2), "b": clip(2_000, 0.2)})
    began_s = rig.start(sheet(cue("a", 9.7), cue("b", 0.0, 1)))
    rig.run(10.0)
    rig.hold()
    rig.run(1)
    rig.resume(0, 9.98)  # the session saw the last moment of the step before
    rig.run(2)
    assert [value for value, _ in at(rig, began_s)] == [1_000, 2_000]


def test_a_jump_drops_the_rest_of_a_cue() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("a", 2.0), cue("b", 4.0), cue("c", 1.0, 2)))
    rig.run(2.2)
    rig.hold()
    rig.resume(2, 0.0)
    rig.run(5)
    first, after = rig.heard()
    assert first.frames < RATE_HZ // 2
    assert after.value == 3_000
    assert abs(after.at_s - began_s - 3.2) < FRAME_S


def test_a_jump_back_says_it_again() -> None:
    rig = Rig(ABC)
    rig.start(sheet(cue("a", 2.0)))
    rig.run(4)
    rig.hold()
    rig.resume(0, 0.0)
    rig.run(4)
    assert [h.value for h in rig.heard()] == [1_000, 1_000]


def test_more_rest_moves_the_countdown_and_the_next_step_but_repeats_no_words() -> None:
    rig = Rig(ABC)
    rest = sheet(cue("a", 1.0), cue("b", 9.0, kind=CueKind.COUNTDOWN), cue("c", 0.0, 1))
    began_s = rig.start(rest)
    rig.run(3)
    rig.hold()
    rig.resume(0, 3.0, added_s=10.0)
    rig.run(20)
    assert at(rig, began_s) == [(1_000, 1.0), (2_000, 19.0), (3_000, 20.0)]


def test_more_rest_in_the_middle_of_a_count_begins_it_at_its_new_time() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("b", 9.0, kind=CueKind.COUNTDOWN)))
    rig.run(9.1)
    rig.hold()
    rig.resume(0, 9.1, added_s=10.0)
    rig.run(12)
    cut, whole = rig.heard()
    assert cut.frames < RATE_HZ // 2
    assert abs(whole.at_s - began_s - 19.0) < FRAME_S


def test_a_new_sheet_cuts_and_repeats_nothing() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("a", 2.0), cue("b", 4.0)))
    rig.run(2.2)
    rig.conductor.load(sheet(cue("a", 2.4), cue("b", 4.6), cue("c", 6.0)))
    rig.run(6)
    assert at(rig, began_s) == [(1_000, 2.0), (2_000, 4.6), (3_000, 6.0)]
    assert all(h.frames == RATE_HZ // 2 for h in rig.heard())


def test_a_new_sheet_leaves_in_the_mixer_what_stays_as_it_was() -> None:
    """The device may ask between the new sheet and the next look ahead."""
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("a", 1.7), cue("b", 2.4)))
    rig.run(1.4)
    rig.conductor.load(sheet(cue("a", 1.7), cue("b", 2.6), cue("c", 4.0)))
    rig.run(6)  # begins with the device, which asks for what is heard at 1.7 s
    assert at(rig, began_s) == [(1_000, 1.7), (2_000, 2.6), (3_000, 4.0)]


def test_the_same_words_may_come_twice_in_a_step() -> None:
    rig = Rig(ABC)
    twice = sheet(cue("a", 1.0), cue("a", 1.6), cue("a", 4.0), cue("b", 8.0))
    began_s = rig.start(twice)
    rig.run(2.0)
    rig.conductor.load(sheet(cue("a", 1.0), cue("a", 1.6), cue("a", 4.2), cue("b", 8.0)))
    rig.run(8)
    assert at(rig, began_s) == [(1_000, 1.0), (1_000, 1.6), (1_000, 4.2), (2_000, 8.0)]


def test_the_very_first_words_are_said_as_soon_as_the_device_can() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("a", 0.0), cue("b", 0.6), cue("c", 3.0)))
    rig.run(5)
    heard = rig.heard()
    assert [h.value for h in heard] == [1_000, 2_000, 3_000]
    assert heard[0].at_s - began_s <= SOONEST_S + FRAME_S
    assert heard[1].at_s >= heard[0].at_s + 0.5 - FRAME_S  # never two at once
    assert abs(heard[2].at_s - began_s - 3.0) < FRAME_S


def test_late_words_give_way_to_a_count() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(cue("a", 0.0), cue("b", 0.6, kind=CueKind.COUNT)))
    rig.run(3)
    assert at(rig, began_s) == [(2_000, 0.6)]


def test_an_announcement_is_whole_and_words_wait_while_counts_become_tones() -> None:
    said = clip(5_000, 1.5)
    rig = Rig(ABC, tone=clip(700, 0.08))
    began_s = rig.start(
        sheet(cue("a", 1.0), cue("b", 2.2, kind=CueKind.COUNT), cue("c", 2.8), cue("a", 8.0))
    )
    rig.run(1.3)
    rig.conductor.announce(Sound(said, is_tone=False), rig.clock.now_s())
    rig.run(8)
    values = [h.value for h in rig.heard()]
    assert values == [1_000, 5_000, 5_244, 5_000, 3_000, 1_000]  # the tone sounds under it
    assert rig.heard()[0].frames == RATE_HZ // 2
    assert sum(h.frames for h in rig.heard()[1:4]) == len(said)
    assert abs(rig.heard()[2].at_s - began_s - 2.2) < FRAME_S


def test_an_announcement_sounds_while_the_session_is_held_and_goes_stale_without_a_device() -> None:
    rig = Rig(ABC)
    rig.hold()
    rig.conductor.announce(Sound(ABC["a"], is_tone=False), rig.clock.now_s())
    rig.run(1)
    assert [h.value for h in rig.heard()] == [1_000]
    rig.timing.reset()
    rig.conductor.announce(Sound(ABC["b"], is_tone=False), rig.clock.now_s())
    rig.conductor.pump(rig.clock.advance(6))
    assert rig.conductor.is_idle


def test_after_a_slip_of_the_stream_cues_are_in_time_again() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(*(cue("a", t, kind=CueKind.COUNT) for t in (2.0, 4.7, 8.0))))
    rig.run(3)
    rig.began_s += 0.3  # for 0.3 s the device asks for nothing
    rig.clock.advance(0.3)
    rig.run(7)
    # The second had been placed before the slip was known.
    for heard, due_s in zip(rig.heard()[1:], (4.7, 8.0), strict=True):
        assert abs(heard.at_s - began_s - due_s) < 2 * FRAME_S


def test_a_new_device_goes_on_in_time_and_plays_nothing_stale() -> None:
    rig = Rig(ABC)
    began_s = rig.start(sheet(*(cue("abc"[i % 3], 1.0 + i) for i in range(9))))
    rig.run(2.5)
    lost = 3.0
    rig.began_s += lost  # the device is gone for so long
    rig.clock.advance(lost)
    rig.conductor.restart()
    before = len(rig.heard())
    rig.run(3)
    late = list(rig.heard()[before:])
    offsets = [round(h.at_s - began_s, 3) for h in late]
    assert offsets[-2:] == [7.0, 8.0]
    assert all(o >= 5.5 for o in offsets)


def test_volume_changes_what_sounds_and_what_comes() -> None:
    rig = Rig(ABC)
    rig.start(sheet(cue("a", 2.0), cue("a", 4.0, kind=CueKind.NEXT)))
    rig.run(2.2)
    rig.conductor.set_volumes(50, 100)
    rig.run(4)
    assert [h.value for h in rig.heard()] == [1_000, 500, 500]


def test_twenty_thousand_steps_are_walked_once() -> None:
    rig = Rig(ABC)
    count = 20_000
    rig.start(CueSheet((), (0.5,) * count))
    rig.conductor.pump(rig.clock.advance(count * 0.5 - 60))
    place = rig.conductor._place
    assert place is not None
    assert place.step > count - 130  # it goes on from there, not from the first step


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 8)), max_size=8))
def test_any_pauses_lose_nothing_repeat_nothing_and_cut_nothing(
    pauses: list[tuple[int, int]],
) -> None:
    # Each word has a value and a length of its own; they stand a tenth apart.
    values = {f"w{i}": clip(1_000 + i, 0.2 + 0.1 * i) for i in range(8)}
    starts_s = [1.0, 1.4, 1.8, 2.3, 2.9, 3.6, 4.4, 5.3]
    rig = Rig(values)
    rig.start(sheet(*(cue(f"w{i}", at_s) for i, at_s in enumerate(starts_s))))
    elapsed = 0
    for run, wait in pauses:
        rig.run(run / 10)
        elapsed += run
        rig.hold()
        rig.run(wait / 10)
        if elapsed >= 100:
            break
        rig.resume(0, elapsed / 10)
    rig.run(12)
    heard = [h for h in rig.heard() if h.value >= 1_000]
    assert [value for value, _ in groupby(heard, key=lambda h: h.value)] == sorted(
        1_000 + i for i in range(8)
    )
    for i in range(8):
        pieces = [h.frames for h in heard if h.value == 1_000 + i]
        soft = RATE_HZ // 200 * (len(pieces) - 1)  # each goes on with a soft start
        assert abs(sum(pieces) + soft - len(values[f"w{i}"])) <= 12 * len(pieces)
