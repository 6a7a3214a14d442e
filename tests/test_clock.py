"""The machine's clocks."""

import sys
import time
from datetime import timedelta

import pytest

from glutetimer.clock import SystemClock


def test_it_does_not_step_back() -> None:
    clock = SystemClock()
    times = [clock.now_s() for _ in range(1000)]

    assert times == sorted(times)
    assert times[-1] > times[0]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count sleep by themselves")
def test_it_counts_while_the_machine_sleeps() -> None:
    assert abs(SystemClock().now_s() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 1.0


def test_the_wall_clock_is_in_utc() -> None:
    assert SystemClock().utc_now().utcoffset() == timedelta(0)
