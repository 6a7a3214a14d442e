"""The stream's time, from requests as a real server makes them."""

import pytest

from glutetimer.audio.clips import RATE_HZ
from glutetimer.audio.stream_clock import StreamClock

BLOCK = 4_410


def heard_s(timing: StreamClock, at_s: float) -> float:
    """When the frame is heard, by the estimate, that is asked for at a time."""
    return timing.frame_at(at_s) / RATE_HZ


def test_a_saw_tooth_of_requests_gives_one_steady_time() -> None:
    timing = StreamClock(0.12)
    estimates = []
    for i in range(300):  # a minute; 0.8 ms later each time, back by 20 ms now and then
        slip_s = (i % 25) * 0.0008
        timing.asked(i * BLOCK, 50.0 + i * 0.2 + slip_s)
        if i > 40:
            estimates.append(timing.frame_at(1_000.0))
    assert max(estimates) - min(estimates) <= 1
    assert estimates[-1] == pytest.approx((1_000.0 - 50.0 - 0.12) * RATE_HZ, abs=1)


def test_the_first_request_alone_tells_nothing() -> None:
    timing = StreamClock(0.1)
    assert not timing.is_known
    timing.asked(0, 1.0)
    assert not timing.is_known
    timing.asked(BLOCK, 1.076)
    assert timing.is_known
    timing.reset()
    assert not timing.is_known
    with pytest.raises(ValueError, match="not run"):
        timing.frame_at(1.0)


def test_it_says_when_its_time_is_known_and_when_it_has_moved() -> None:
    timing = StreamClock(0.1)
    assert [timing.asked(i * BLOCK, i * 0.2) for i in range(4)] == [False, True, False, False]
    slipped = [timing.asked(i * BLOCK, i * 0.2 + 0.06) for i in range(4, 10)]
    assert slipped.count(True) == 1
    timing.reset()
    assert [timing.asked(i * BLOCK, i * 0.2) for i in range(2)] == [False, True]


def test_an_underrun_is_followed_within_a_second() -> None:
    timing = StreamClock(0.1)
    for i in range(50):
        timing.asked(i * BLOCK, i * 0.2)
    before = timing.frame_at(100.0)
    for i in range(50, 55):
        timing.asked(i * BLOCK, i * 0.2 + 0.5)
    assert before - timing.frame_at(100.0) == round(0.5 * RATE_HZ)


def test_a_buffer_that_ran_dry_is_noticed_at_once() -> None:
    timing = StreamClock(0.1)
    for i in range(50):
        timing.asked(i * 500, i * 500 / RATE_HZ)
    before = timing.frame_at(100.0)
    timing.asked(50 * 500, 50 * 500 / RATE_HZ + 0.113)  # 13 ms after the last frame was heard
    assert before - timing.frame_at(100.0) == pytest.approx(0.013 * RATE_HZ, abs=50)
    for i in range(51, 150):
        timing.asked(i * 500, i * 500 / RATE_HZ + 0.014)
    assert before - timing.frame_at(100.0) == pytest.approx(0.014 * RATE_HZ, abs=1)


def test_a_little_slip_behind_a_late_request_is_followed_too() -> None:
    timing = StreamClock(0.146)
    for i in range(500):
        timing.asked(i * 500, i * 500 / RATE_HZ)
    before = timing.frame_at(100.0)
    for i in range(500, 506):  # late by 140 ms, then piece by piece until the buffer is full
        timing.asked(i * 500, 500 * 500 / RATE_HZ + 0.140)
    for i in range(506, 520):
        timing.asked(i * 500, i * 500 / RATE_HZ + 0.016)
    assert before - timing.frame_at(100.0) == pytest.approx(0.016 * RATE_HZ, abs=1)


def test_one_late_request_is_not_an_underrun() -> None:
    timing = StreamClock(0.1)
    for i in range(50):
        timing.asked(i * BLOCK, i * 0.2 + (0.15 if i in (30, 40, 41) else 0.0))
    assert timing.frame_at(100.0) == round(99.9 * RATE_HZ)


def test_a_device_with_another_idea_of_a_second_is_followed() -> None:
    timing = StreamClock(0.1)
    for i in range(6_000):  # 20 minutes, 100 parts in a million slow
        timing.asked(i * BLOCK, i * 0.2 * 1.0001)
    due_s = 6_000 * 0.2 * 1.0001
    assert timing.frame_at(due_s + 0.1) == pytest.approx(6_000 * BLOCK, abs=0.001 * RATE_HZ)
