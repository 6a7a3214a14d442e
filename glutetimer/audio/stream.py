"""The stream: one device kept playing while it is wanted, opened and closed beside everything."""

from collections.abc import Callable
from threading import Lock, Thread

from glutetimer.audio.device import NO_DEVICE_CURE, DeviceOpener, OpenDevice, Pull, open_device
from glutetimer.audio.notices import NoticeBox
from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice

SILENT_S = 1.0
"""A device that has not asked for a block for so long is gone: there is no other sign."""

SLOW_OPEN_S = 5.0
_RETRY_S = (1.0, 2.0, 4.0, 8.0, 15.0)

GONE = Notice(
    "The sound device has stopped", "The session goes on; sound comes back when the device does"
)
_FROZEN = Notice(
    "The sound system does not answer",
    "The session goes on; restart the sound system, or log out and in again",
)


class _Feed:
    """The tie between one device and the stream; cut, it gives silence for ever."""

    def __init__(self, pull: Pull) -> None:
        self._pull: Pull | None = pull

    def pull(self, count: int) -> bytes:
        pull = self._pull
        return bytes(2 * count) if pull is None else pull(count)

    def cut(self) -> None:
        self._pull = None


class Stream:
    """Opens, watches and reopens a device. No method but `close` blocks; for one thread.

    `pull` gives the frames; `on_restart` is called, from the thread of `watch`, before another
    device begins to ask. `now_s` is the clock that `watch` is told. `on_gone` tells the person
    that the device has fallen silent, if more is known than that.
    """

    def __init__(
        self,
        pull: Pull,
        now_s: Callable[[], float],
        notices: NoticeBox,
        on_restart: Callable[[], None],
        opener: DeviceOpener = open_device,
        on_gone: Callable[[], None] | None = None,
    ) -> None:
        self._pull = pull
        self._now_s = now_s
        self._notices = notices
        self._on_restart = on_restart
        self._opener = opener
        self._on_gone = on_gone or self._tell_gone
        self._is_wanted = False
        self._feed: _Feed | None = None
        self._device: OpenDevice | None = None
        self._opening: _Opening | None = None
        self._asked_at_s = 0.0
        self._watched_at_s = 0.0
        self._retry_at_s = 0.0
        self._failures = 0
        self._closing: list[Thread] = []

    @property
    def is_wanted(self) -> bool:
        """Whether it should play."""
        return self._is_wanted

    @property
    def device(self) -> OpenDevice | None:
        """The device that plays now."""
        return self._device

    def start(self) -> None:
        """Begin to play as soon as a device can be opened."""
        if not self._is_wanted:
            self._is_wanted = True
            self._retry_at_s = 0.0
            self.watch()

    def stop(self) -> None:
        """End the playing; what is buffered in the device is lost."""
        self._is_wanted = False
        if self._opening is not None:
            self._opening.abandon()
            self._opening = None
        self._let_go()

    def close(self, timeout_s: float) -> None:
        """Stop, and wait so long at most for the device to close."""
        self.stop()
        for thread in self._closing:
            thread.join(timeout_s)

    def watch(self) -> None:
        """Look after the device: call it several times a second while the stream is wanted."""
        now_s = self._now_s()
        if now_s - self._watched_at_s > SILENT_S:
            self._asked_at_s = now_s  # we ourselves were asleep: let the device speak first
        self._watched_at_s = now_s
        if self._opening is not None:
            self._look_at_opening(self._opening, now_s)
        elif self._device is not None:
            if now_s - self._asked_at_s > SILENT_S:
                self._on_gone()
                self._let_go()
        elif self._is_wanted and now_s >= self._retry_at_s:
            self._open(now_s)

    # One device after another

    def _open(self, now_s: float) -> None:
        self._on_restart()
        self._asked_at_s = now_s
        self._feed = _Feed(self._note_and_pull)
        self._opening = _Opening(self._opener, self._feed, now_s)

    def _tell_gone(self) -> None:
        self._notices.add("sound", GONE)

    def _note_and_pull(self, count: int) -> bytes:
        self._asked_at_s = self._now_s()
        return self._pull(count)

    def _look_at_opening(self, opening: "_Opening", now_s: float) -> None:
        if not opening.is_done:
            if now_s - opening.begun_at_s > SLOW_OPEN_S:
                self._notices.add("sound", _FROZEN)
            return
        self._opening = None
        if opening.device is not None:
            self._device = opening.device
            self._asked_at_s = max(self._asked_at_s, now_s)
            self._failures = 0
            self._notices.is_over("sound")
        else:
            self._notices.add("sound", opening.notice)
            self._retry_at_s = now_s + _RETRY_S[min(self._failures, len(_RETRY_S) - 1)]
            self._failures += 1

    def _let_go(self) -> None:
        """Cut the device off and close it in a thread of its own: that may take long."""
        if self._feed is not None:
            self._feed.cut()
            self._feed = None
        device, self._device = self._device, None
        if device is not None:
            thread = Thread(target=device.close, name="closing sound", daemon=True)
            self._closing = [*(t for t in self._closing if t.is_alive()), thread]
            thread.start()


class _Opening:
    """An attempt to open a device, in a thread that may hang for as long as it likes."""

    def __init__(self, opener: DeviceOpener, feed: _Feed, begun_at_s: float) -> None:
        self.begun_at_s = begun_at_s
        self.device: OpenDevice | None = None
        self.notice = Notice("No sound device could be opened", NO_DEVICE_CURE)
        self.is_done = False
        self._opener = opener
        self._feed = feed
        self._lock = Lock()
        self._is_abandoned = False
        Thread(target=self._run, name="opening sound", daemon=True).start()

    def abandon(self) -> None:
        """Nobody waits any more: close the device as soon as it is open."""
        self._feed.cut()
        with self._lock:
            self._is_abandoned = True
            device = self.device
        if device is not None:
            Thread(target=device.close, name="closing sound", daemon=True).start()

    def _run(self) -> None:
        try:
            device = self._opener(self._feed.pull)
            with self._lock:
                self.device = device
                is_late = self._is_abandoned
            if is_late:
                device.close()
        except Trouble as trouble:
            what = f"{trouble.what} ({trouble.where})" if trouble.where else trouble.what
            self.notice = Notice(f"{what}, so cues are not heard", trouble.cure)
        except (ImportError, OSError) as error:
            self.notice = Notice(
                f"Sound cannot be played ({error}), so cues are not heard",
                "Install glutetimer again with all of its packages",
            )
        finally:
            self.is_done = True
