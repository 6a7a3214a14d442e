"""A clock that runs faster without leaps."""

import pytest

from glutetimer.terminal.scaled_clock import MAX_STEP_S, ScaledClock
from tests.fakes import FakeClock


def test_it_catches_up_in_small_steps(clock: FakeClock) -> None:
    fast = ScaledClock(clock, 60.0)
    begun_s = fast.now_s()
    clock.advance(0.1)

    seen = [fast.now_s()]
    while fast.is_behind():
        seen.append(fast.now_s())

    assert seen[-1] - begun_s == pytest.approx(6.0)
    steps = [b - a for a, b in zip([begun_s, *seen], seen, strict=False)]
    assert max(steps) <= MAX_STEP_S + 1e-9


def test_a_busy_machine_is_no_sleep(clock: FakeClock) -> None:
    fast = ScaledClock(clock, 60.0)
    begun_s = fast.now_s()
    clock.advance(1.9)

    assert fast.now_s() - begun_s == pytest.approx(MAX_STEP_S)


def test_sleep_is_passed_on_as_one_leap(clock: FakeClock) -> None:
    fast = ScaledClock(clock, 60.0)
    begun_s = fast.now_s()
    clock.advance(5.0)

    assert fast.now_s() - begun_s == pytest.approx(300.0)
    assert not fast.is_behind()


def test_a_slow_clock(clock: FakeClock) -> None:
    slow = ScaledClock(clock, 0.5)
    begun_s = slow.now_s()
    clock.advance(0.8)

    assert slow.now_s() - begun_s == pytest.approx(0.4)


def test_the_wall_clock_is_the_real_one(clock: FakeClock) -> None:
    fast = ScaledClock(clock, 60.0)
    clock.advance(10.0)

    assert fast.utc_now() == clock.utc_now()
