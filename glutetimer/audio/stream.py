"""The stream: one device kept playing while it is wanted, opened and closed beside everything."""

from collections.abc import Callable
from threading import Event, Thread

from glutetimer.audio.device import OpenDevice
from glutetimer.audio.device_terms import NO_DEVICE_CURE, Pull
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.output_choice import Output
from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice

SILENT_S = 3.0
"""A device that has not asked for a block for so long is gone: there is no other sign. A
loudspeaker that sleeps takes 2 s to wake, and a slow sink asks once a second."""

FIRST_S = 6.0
"""The same until it has asked for the first time: a large buffer is filled before it plays."""

SLOW_OPEN_S = 5.0
_RETRY_S = (1.0, 2.0, 4.0, 8.0, 15.0)

_FROZEN = Notice(
    "The sound system does not answer",
    "The session goes on; restart the sound system, or log out and in again",
)


class Stream:
    """Opens, watches and reopens a device. No method but `close` blocks; for one thread.

    `pull` gives the frames; `on_restart` is called, from the thread of `watch`, before another
    device begins to ask. `now_s` is the clock; `is_wanted` says whether it should play.
    """

    def __init__(
        self,
        pull: Pull,
        now_s: Callable[[], float],
        notices: NoticeBox,
        on_restart: Callable[[], None],
        output: Output,
    ) -> None:
        self._pull = pull
        self._now_s = now_s
        self._notices = notices
        self._on_restart = on_restart
        self._output = output
        self.is_wanted = False
        self._line: _Line | None = None
        self._asked_at_s = self._watched_at_s = self._retry_at_s = 0.0
        self._has_asked = False
        self._failures = 0

    @property
    def device(self) -> OpenDevice | None:
        """The device that plays now."""
        return self._line.device if self._line is not None else None

    def start(self) -> None:
        """Begin to play as soon as a device can be opened."""
        if not self.is_wanted:
            self.is_wanted = True
            self._retry_at_s = 0.0
            self.watch()

    def stop(self) -> None:
        """End the playing; what is buffered in the device is lost."""
        self.is_wanted = False
        self._output.forget_gone()
        self._let_go()

    def close(self, timeout_s: float) -> None:
        """Stop, and wait so long at most for the device to close."""
        line = self._line
        self.stop()
        if line is not None:
            line.join(timeout_s)

    def watch(self) -> None:
        """Look after the device: call it several times a second while the stream is wanted."""
        now_s = self._now_s()
        if now_s - self._watched_at_s > SILENT_S:
            self._asked_at_s = now_s  # we ourselves were asleep: let the device speak first
        self._watched_at_s = now_s
        line = self._line
        if line is None:
            if self.is_wanted and now_s >= self._retry_at_s:
                self._open(now_s)
        elif line.trouble is not None:
            self._notices.add("sound", line.trouble)
            self._retry_at_s = now_s + _RETRY_S[min(self._failures, len(_RETRY_S) - 1)]
            self._failures += 1
            self._let_go()
        elif line.device is None:
            if now_s - line.begun_at_s > SLOW_OPEN_S:
                self._notices.add("sound", _FROZEN)
            self._asked_at_s = now_s
        elif now_s - self._asked_at_s > (SILENT_S if self._has_asked else FIRST_S):
            self._output.tell_gone()
            self._let_go()

    # One device after another

    def _open(self, now_s: float) -> None:
        self._on_restart()
        self._has_asked = False
        self._line = _Line(self._output, self._note_and_pull, now_s)
        self._line.start()

    def _let_go(self) -> None:
        if self._line is not None:
            self._line.let_go()
            self._line = None

    def _note_and_pull(self, count: int) -> bytes:
        self._asked_at_s = self._now_s()
        if not self._has_asked:
            self._has_asked = True
            self._failures = 0
            self._notices.is_over("sound")
        return self._pull(count)


class _Line(Thread):
    """A device from its opening to its closing, either of which may hang as long as it likes."""

    def __init__(self, output: Output, pull: Pull, begun_at_s: float) -> None:
        super().__init__(name="sound device", daemon=True)
        self.begun_at_s = begun_at_s
        self.device: OpenDevice | None = None
        self.trouble: Notice | None = None
        self._output = output
        self._pull = pull
        self._is_let_go = Event()

    def let_go(self) -> None:
        """Give it silence from now on, and close it as soon as that is possible."""
        self._is_let_go.set()

    def run(self) -> None:
        """Open the device, and close it when it is let go."""
        try:
            self.device = self._output.open(self._pull_or_silence)
        except Trouble as trouble:
            what = f"{trouble.what} ({trouble.where})" if trouble.where else trouble.what
            self.trouble = Notice(f"{what}, so cues are not heard", trouble.cure)
        except (ImportError, OSError) as error:
            self.trouble = Notice(
                f"Sound cannot be played ({error}), so cues are not heard",
                "Install glutetimer again with all of its packages",
            )
        except Exception:
            self.trouble = Notice("No sound device could be opened", NO_DEVICE_CURE)
            raise
        else:
            self._is_let_go.wait()
            self.device.close()

    def _pull_or_silence(self, count: int) -> bytes:
        return bytes(2 * count) if self._is_let_go.is_set() else self._pull(count)
