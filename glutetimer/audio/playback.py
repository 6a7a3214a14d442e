"""Playback: the conductor with a device under it, and the thread that keeps both going."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock

from glutetimer.audio.clip_shelf import ClipShelf, tone_of
from glutetimer.audio.conductor import Conductor
from glutetimer.audio.device import BUFFERED_S, OpenDevice
from glutetimer.audio.mixer import Mixer
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.output_choice import Output
from glutetimer.audio.player_thread import Lookout
from glutetimer.audio.speech_times import SpeechTimes
from glutetimer.audio.stream import Stream
from glutetimer.audio.stream_clock import StreamClock
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.core.settings import LeadIn

OPENING_S = 0.1
"""How often it is looked whether the device is open by now."""

WATCH_S = 0.5
"""How often it is looked whether the device still plays; cues and slips of the stream wake too."""

LINGER_S = 10.0
"""The stream stays open for so long after the last sound; a pause may be short."""

_MISTAKE = Notice(
    "A mistake in glutetimer itself interrupted the sound; it was begun anew",
    "The session goes on; what happened is in the error log",
)


class Playback:
    """Opens the device when something is to sound, and closes it LINGER_S after the last sound.

    `lock` guards all of it, and the shelf with the clips. Nobody waits for the device. `on_speech`
    is called with whether words are heard, in the thread of the player: it must not wait.
    """

    def __init__(
        self,
        clock: Clock,
        shelf: ClipShelf,
        output: Output,
        notices: NoticeBox,
        on_speech: Callable[[bool], None] | None = None,
    ) -> None:
        self.lock = RLock()
        self.mixer = Mixer()
        self._clock = clock
        self._notices = notices
        self._timing = StreamClock(BUFFERED_S)
        self._conductor = Conductor(self.mixer, self._timing, shelf.sound_of, tone_of)
        self._stream = Stream(self._pull, clock.now_s, notices, self._conductor.restart, output)
        self._lookout = Lookout("player", self.lock, self._step, self._begin_anew)
        self._speech_times = SpeechTimes(on_speech) if on_speech is not None else None
        self._is_awaited = False
        self._idle_since_s: float | None = None
        self._lead_in = LeadIn.AUTO

    @property
    def device(self) -> OpenDevice | None:
        """The device that plays now."""
        return self._stream.device

    @contextmanager
    def conducting(self) -> Iterator[Conductor]:
        """Yield the conductor, for one thread at a time; then the player's own looks ahead."""
        with self.lock:
            yield self._conductor
            if not self._conductor.is_idle:
                self._lookout.start()
            self._lookout.nudge()

    def warm_up(self) -> None:
        """Open the device; it closes again if nothing sounds within LINGER_S."""
        with self.lock:
            self._is_awaited = True
            self._lookout.start()
            self._lookout.nudge()

    def set_lead_in(self, lead_in: LeadIn) -> None:
        """Keep the loudspeaker awake or not, from the next look ahead on."""
        with self.lock:
            self._lead_in = lead_in

    def change_device(self) -> None:
        """Another one was chosen: it is opened as soon as something is to sound."""
        with self.lock:
            self._stream.stop()

    def close(self) -> None:
        """Close the device and end the thread; within a quarter of a second."""
        with self.lock:
            self._stream.close(0.1)
        self._lookout.close(0.1)

    # The thread

    def _begin_anew(self) -> None:
        """After a mistake of our own: forget what was placed, keep sheet and place, and say so."""
        self._conductor.restart()
        self._notices.add("mistake", _MISTAKE)

    def _step(self) -> float | None:
        """Keep the stream open while it is needed, and the mixer filled.

        Returns the seconds until something is due again; None if nothing is.
        """
        now_s = self._clock.now_s()
        if self._is_awaited or not self._conductor.is_idle:
            self._is_awaited = False
            self._idle_since_s = None
            self._stream.start()
        elif self._stream.is_wanted:
            self._idle_since_s = now_s if self._idle_since_s is None else self._idle_since_s
            if now_s - self._idle_since_s > LINGER_S:
                self._stream.stop()
        self._stream.watch()
        self.mixer.is_keeping_awake = self._keeps_awake()
        due_s = self._conductor.pump(now_s)
        speech_s = self._tell_speech(now_s)
        if not self._stream.is_wanted:
            return speech_s
        watch_s = OPENING_S if self._stream.device is None else WATCH_S
        if speech_s is not None:
            watch_s = min(watch_s, speech_s)
        return watch_s if due_s is None else min(watch_s, max(0.0, due_s - now_s))

    def _tell_speech(self, now_s: float) -> float | None:
        """Tell whether words are heard; returns the seconds until that may change."""
        if self._speech_times is None:
            return None
        spoken_s = () if self.mixer.is_muted else self._conductor.spoken_s(now_s)
        return self._speech_times.look(now_s, spoken_s)

    def _keeps_awake(self) -> bool:
        device = self._stream.device
        if self._lead_in is not LeadIn.AUTO or device is None:
            return self._lead_in is LeadIn.ON
        return device.is_wireless is not False

    def _pull(self, count: int) -> bytes:
        """The device's thread wants the next frames."""
        if self._timing.asked(self.mixer.position, self._clock.now_s()):
            self._lookout.nudge()
        return self.mixer.read(count)
