"""When words are heard."""

import pytest

from glutetimer.audio.speech_times import HANG_S, LEAD_S, SpeechTimes
from glutetimer.core.cues.sheet import CueSheet
from tests.audio.rig import Rig, clip, cue


def _told(words: list[tuple[float, float]], until_s: float = 30.0) -> list[tuple[float, bool]]:
    """When it is told what, looking only when it asks to be, to a hundredth."""
    told: list[tuple[float, bool]] = []
    now_s = 0.0
    times = SpeechTimes(lambda is_speaking: told.append((round(now_s, 2), is_speaking)))
    while now_s < until_s:
        wait_s = times.look(now_s, [(begin - now_s, end - now_s) for begin, end in words])
        if wait_s is None:
            break
        now_s += wait_s + 1e-6
    return told


def test_it_is_told_a_little_before_and_a_little_after() -> None:
    assert _told([(3.0, 4.0)]) == [
        (round(3.0 - LEAD_S, 2), True),
        (round(4.0 + HANG_S, 2), False),
    ]


def test_a_countdown_is_one_speech() -> None:
    told = _told([(float(at), at + 0.3) for at in range(3, 9)])
    assert [is_speaking for _, is_speaking in told] == [True, False]
    assert told[-1][0] == pytest.approx(8.3 + HANG_S, abs=0.01)


def test_words_far_apart_are_two() -> None:
    assert [is_speaking for _, is_speaking in _told([(3.0, 4.0), (9.0, 10.0)])] == [
        True,
        False,
        True,
        False,
    ]


def test_without_words_it_need_not_look() -> None:
    assert SpeechTimes(lambda is_speaking: None).look(0.0, []) is None


def test_words_that_were_taken_back_end_it_soon() -> None:
    told: list[bool] = []
    times = SpeechTimes(told.append)
    times.look(0.0, [(0.0, 60.0)])
    times.look(1.0, [])
    assert times.look(1.0 + HANG_S + 0.01, []) is None
    assert told == [True, False]


def test_the_conductor_knows_its_words_and_not_its_tones() -> None:
    rig = Rig({"Up": clip(5, 0.5)}, tone=clip(9, 0.2))
    began_s = rig.start(CueSheet((cue("Up", 1.0),), (10.0,)))
    rig.run(0.5)
    ((begin_s, end_s),) = rig.conductor.spoken_s(rig.clock.now_s())
    assert rig.clock.now_s() + begin_s == pytest.approx(began_s + 1.0, abs=0.002)
    assert end_s - begin_s == pytest.approx(0.5, abs=0.002)
    rig.hold()
    assert not rig.conductor.spoken_s(rig.clock.now_s())
