"""The stream: opening, watching and reopening, with devices that only pretend."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event

import pytest

from glutetimer.audio.device_terms import Pull
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.output_choice import Output
from glutetimer.audio.stream import FIRST_S, SILENT_S, SLOW_OPEN_S, Stream
from glutetimer.core.errors import Trouble
from tests.fakes import FakeClock


class FakeDevice:
    backend = "fake"
    is_wireless = False
    name = ""

    def __init__(self, pull: Pull) -> None:
        self.pull = pull
        self.closed = Event()

    def close(self) -> None:
        self.closed.set()


class Hall:
    """A place with devices; `is_there` says whether one can be opened, `gate` when."""

    def __init__(self) -> None:
        self.is_there = True
        self.gate = Event()
        self.gate.set()
        self.devices: list[FakeDevice] = []
        self.tried = Event()
        self.attempts = 0

    def open(self, pull: Pull, name: str) -> FakeDevice:
        self.gate.wait()
        try:
            if not self.is_there:
                raise Trouble("No sound device could be opened", "none", "Plug one in")
            self.devices.append(FakeDevice(pull))
            return self.devices[-1]
        finally:
            self.attempts += 1


class Rig:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.hall = Hall()
        self.notices = NoticeBox()
        self.output = Output(self.hall.open, tuple, self.notices)
        self.restarts = 0
        self.stream = Stream(
            lambda count: b"\1\0" * count,
            self.clock.now_s,
            self.notices,
            self._restarted,
            self.output,
        )

    def _restarted(self) -> None:
        self.restarts += 1

    def watch_until(self, is_so: Callable[[], bool]) -> None:
        """Watch while the clock stands still, as the opening thread needs real time."""
        pause = Event()
        for _ in range(2_000):
            self.stream.watch()
            if is_so():
                return
            pause.wait(0.001)
        pytest.fail("it did not come to pass")

    def pass_time(self, seconds: float, *, asks: bool) -> None:
        for _ in range(round(seconds * 10)):
            self.clock.advance(0.1)
            if asks:
                self.hall.devices[-1].pull(100)
            self.stream.watch()


@pytest.fixture
def rig() -> Iterator[Rig]:
    rig = Rig()
    yield rig
    rig.hall.gate.set()
    rig.stream.close(1.0)


def test_it_plays_while_wanted_and_then_not(rig: Rig) -> None:
    assert rig.hall.attempts == 0
    rig.stream.start()
    rig.watch_until(lambda: rig.stream.device is not None)
    device = rig.hall.devices[0]
    assert device.pull(3) == b"\1\0" * 3
    rig.pass_time(30, asks=True)
    assert rig.hall.attempts == 1
    rig.stream.stop()
    assert device.closed.wait(5)
    assert device.pull(3) == bytes(6)  # a device that lingers hears nothing
    rig.pass_time(30, asks=True)
    assert rig.hall.attempts == 1
    assert rig.notices.take() == ()


def test_a_device_that_falls_silent_is_told_and_replaced(rig: Rig) -> None:
    rig.stream.start()
    rig.watch_until(lambda: rig.stream.device is not None)
    rig.pass_time(5, asks=True)
    rig.pass_time(SILENT_S + 0.2, asks=False)
    rig.watch_until(lambda: len(rig.hall.devices) == 2 and rig.stream.device is not None)
    assert rig.hall.devices[0].closed.wait(5)
    assert rig.restarts == 2
    (notice,) = rig.notices.take()
    assert "stopped" in notice.text
    rig.pass_time(5, asks=True)
    assert rig.hall.attempts == 2


def test_a_loudspeaker_that_takes_two_seconds_to_wake_is_no_loss(rig: Rig) -> None:
    rig.stream.start()
    rig.watch_until(lambda: rig.stream.device is not None)
    rig.pass_time(5, asks=True)
    rig.pass_time(2.2, asks=False)
    rig.pass_time(5, asks=True)
    assert rig.notices.take() == ()
    assert rig.hall.attempts == 1


def test_a_slow_sink_is_not_taken_for_a_dead_one_at_the_start(rig: Rig) -> None:
    rig.stream.start()
    rig.watch_until(lambda: rig.stream.device is not None)
    rig.pass_time(FIRST_S - 0.5, asks=False)  # it fills its buffer before it asks
    rig.pass_time(5, asks=True)
    assert rig.notices.take() == ()
    assert rig.hall.attempts == 1


def test_the_notice_is_settled_when_sound_is_back_and_a_second_loss_is_told(rig: Rig) -> None:
    def is_replaced(devices: int) -> bool:
        return len(rig.hall.devices) == devices and rig.stream.device is not None

    rig.stream.start()
    for losses in (1, 2):
        rig.watch_until(lambda: rig.stream.device is not None)
        rig.pass_time(5, asks=True)
        rig.pass_time(SILENT_S + 0.2, asks=False)
        rig.watch_until(partial(is_replaced, losses + 1))
        (notice,) = rig.notices.take()
        assert "stopped" in notice.text
        assert rig.notices.take_settled() == ()
        rig.hall.devices[-1].pull(3)
        assert rig.notices.take_settled() == (notice,)


@pytest.mark.parametrize("is_read", [True, False])
def test_a_loss_is_no_news_when_nothing_is_to_sound_any_more(rig: Rig, is_read: bool) -> None:
    """Else the next session, whose device plays, would begin with it."""
    rig.stream.start()
    rig.watch_until(lambda: rig.stream.device is not None)
    rig.pass_time(5, asks=True)
    rig.pass_time(SILENT_S + 0.2, asks=False)
    told = rig.notices.take() if is_read else ()
    rig.stream.stop()
    assert rig.notices.take() == ()
    assert rig.notices.take_settled() == told


def test_without_a_device_it_tries_again_and_tells_once(rig: Rig) -> None:
    rig.hall.is_there = False
    rig.stream.start()
    rig.watch_until(lambda: rig.hall.attempts == 1 and rig.stream._line is None)
    while rig.hall.attempts < 5:
        before = rig.hall.attempts
        rig.clock.advance(16)
        rig.watch_until(lambda: rig.hall.attempts > before and rig.stream._line is None)  # noqa: B023
    (notice,) = rig.notices.take()
    assert notice.cure == "Plug one in"
    rig.hall.is_there = True
    rig.clock.advance(16)
    rig.watch_until(lambda: rig.stream.device is not None)
    assert rig.notices.take() == ()


def test_a_frozen_sound_system_blocks_nobody_and_is_told(rig: Rig) -> None:
    rig.hall.gate.clear()
    rig.stream.start()  # returns though the opening does not
    for _ in range(round((SLOW_OPEN_S + 1) * 10)):
        rig.clock.advance(0.1)
        rig.stream.watch()
    (notice,) = rig.notices.take()
    assert "does not answer" in notice.text
    rig.hall.gate.set()
    rig.watch_until(lambda: rig.stream.device is not None)
    assert rig.hall.attempts == 1


def test_a_device_that_opens_after_the_stop_is_closed_again(rig: Rig) -> None:
    rig.hall.gate.clear()
    rig.stream.start()
    rig.stream.stop()
    rig.hall.gate.set()
    rig.watch_until(lambda: bool(rig.hall.devices))
    assert rig.hall.devices[0].closed.wait(5)
    assert rig.stream.device is None


def test_our_own_sleep_is_not_the_device_s_fault(rig: Rig) -> None:
    rig.stream.start()
    rig.watch_until(lambda: rig.stream.device is not None)
    rig.pass_time(2, asks=True)
    rig.clock.advance(3_600)  # stopped, or the lid closed
    rig.stream.watch()
    rig.pass_time(2, asks=True)
    assert rig.notices.take() == ()
    assert rig.hall.attempts == 1


def test_a_missing_library_is_a_notice(rig: Rig) -> None:
    def broken(pull: Pull, name: str) -> FakeDevice:
        raise ImportError("No module named 'miniaudio'")

    rig.output._opener = broken
    rig.stream.start()
    rig.watch_until(lambda: rig.stream._line is None)
    (notice,) = rig.notices.take()
    assert "miniaudio" in notice.text
    assert notice.cure
