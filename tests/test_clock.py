"""The machine's clocks."""

import sys
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from glutetimer.clock import LocalZone, SystemClock


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


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="a process cannot change its zone")
def test_the_local_zone_knows_summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        berlin, zone = ZoneInfo("Europe/Berlin"), LocalZone()
        moment = datetime(2026, 3, 28, 12, tzinfo=UTC)
        for hours in [*range(48), *range(24 * 210, 24 * 213)]:
            at = moment + timedelta(hours=hours)
            ours, theirs = at.astimezone(zone), at.astimezone(berlin)
            assert ours.replace(tzinfo=None) == theirs.replace(tzinfo=None)
            assert ours.fold == theirs.fold
            assert ours.utcoffset() == theirs.utcoffset()
            assert ours.astimezone(UTC) == at
        gap = datetime(2026, 3, 29, 2, 30, tzinfo=zone)
        assert gap.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    finally:
        monkeypatch.undo()
        time.tzset()
