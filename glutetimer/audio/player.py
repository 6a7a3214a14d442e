"""The player: voice, tones, mixer and stream behind the one port that the core knows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock

from glutetimer.audio.clip_cache import ClipCache
from glutetimer.audio.clip_shelf import ClipShelf
from glutetimer.audio.clips import Samples
from glutetimer.audio.conductor import Conductor, Sound
from glutetimer.audio.device import (
    BUFFERED_S,
    NamedDeviceOpener,
    device_names,
    device_words,
    open_device,
)
from glutetimer.audio.mixer import Mixer
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.output_choice import Output
from glutetimer.audio.player_thread import Lookout
from glutetimer.audio.speech import Speech, VoiceLimits, speeches
from glutetimer.audio.stream import Stream
from glutetimer.audio.stream_clock import StreamClock
from glutetimer.audio.tones import tone
from glutetimer.audio.voice import VoiceService
from glutetimer.core.cues.pronunciation import Say
from glutetimer.core.cues.sheet import CueKind, CueSheet, SheetCue
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.player import SoundStatus, Voice
from glutetimer.core.settings import Settings, Verbosity

OPENING_S = 0.1
"""How often the player looks whether the device is open by now."""

WATCH_S = 0.5
"""How often it looks whether the device still plays; cues and slips of the stream wake it too."""

LINGER_S = 10.0
"""The stream stays open for so long after the last sound; a pause may be short."""


_MISTAKE = Notice(
    "A mistake in glutetimer itself interrupted the sound; it was begun anew",
    "The session goes on; what happened is in the error log",
)


class Player:
    """Implements core.ports.CuePlayer. Makes its thread, child and device when first needed.

    `cache_dir` is the folder of the clips.
    """

    def __init__(
        self,
        clock: Clock,
        cache_dir: Path,
        *,
        opener: NamedDeviceOpener = open_device,
        list_devices: Callable[[], Sequence[str]] = device_names,
        worker_command: Sequence[str] | None = None,
        voice_limits: VoiceLimits | None = None,
    ) -> None:
        self._clock = clock
        self._settings = Settings()
        self._notices = NoticeBox()
        cache = ClipCache(cache_dir, self._on_cache_trouble)
        self._voice = VoiceService(
            cache, self._notices, self._on_clip, worker_command, voice_limits
        )
        self._tones: dict[CueKind, Sound | None] = {}
        self._shelf = ClipShelf()
        self._trying: Speech | None = None
        self._mixer = Mixer()
        self._timing = StreamClock(BUFFERED_S)
        self._conductor = Conductor(self._mixer, self._timing, self._sound_of, self._tone)
        self._output = Output(opener, list_devices, self._notices)
        self._stream = Stream(
            self._pull,
            clock.now_s,
            self._notices,
            self._conductor.restart,
            self._output.open,
            self._output.tell_gone,
        )
        self._lock = RLock()  # guards the conductor, the stream and the clips
        self._lookout = Lookout("player", self._lock, self._step, self._begin_anew)
        self._is_awaited = False
        self._idle_since_s: float | None = None

    # The port

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: Say = (),
    ) -> None:
        """Begin to make the clips of these texts in the background, first ones first."""
        with self._lock:
            missing = self._shelf.ask(texts, settings, language, say)
            self._take(settings)
        if missing:
            self._voice.say(missing)

    def warm_up(self) -> None:
        """Open the device; it closes again if nothing sounds within LINGER_S."""
        with self._lock:
            self._is_awaited = True
            self._lookout.start()
            self._lookout.nudge()

    def progress(self) -> tuple[int, int]:
        """How many of the texts that were to be prepared are done, and how many they are."""
        return self._shelf.progress

    def lengths_s(self) -> Mapping[str, float]:
        """Exact seconds of every clip that is ready, by text."""
        return self._shelf.lengths_s

    def load(self, sheet: CueSheet) -> None:
        """Take a (new) sheet; what is playing now is not cut."""
        with self._lock:
            self._conductor.load(sheet)
            self._look()

    def run_from(self, step: int, elapsed_s: float, clock_s: float, added_s: float = 0.0) -> None:
        """The session stood at `elapsed_s` within `step` at clock time `clock_s` and runs on."""
        with self._lock:
            self._conductor.run_from(step, elapsed_s, clock_s, added_s)
            self._look()

    def hold(self) -> None:
        """Fall silent (within what the device has buffered); nothing more until run_from."""
        with self._lock:
            self._conductor.hold(self._clock.now_s())
            self._look()

    def announce(self, text: str) -> None:
        """Speak a prepared text now, outside the sheet; a tone if its clip is not ready."""
        with self._lock:
            sound = self._spoken(text) or self._tone(CueKind.NEXT)
            if sound is not None and self._settings.verbosity is not Verbosity.SILENT:
                self._conductor.announce(sound, self._clock.now_s())
                self._look()

    def signal(self, kind: CueKind) -> None:
        """Sound the tone of a kind now, outside the sheet; nothing where silence is set."""
        with self._lock:
            sound = self._tone(kind)
            if sound is not None and self._settings.verbosity is not Verbosity.SILENT:
                self._conductor.announce(sound, self._clock.now_s())
                self._look()

    def set_muted(self, muted: bool) -> None:
        """Silence without losing the place."""
        self._mixer.set_muted(muted)

    def set_settings(self, settings: Settings) -> None:
        """Change the volumes at once; voice and rate count from the next `prepare`."""
        with self._lock:
            old = self._settings
            self._take(
                replace(
                    settings,
                    voice=old.voice,
                    voice_rate=old.voice_rate,
                    voice_pitch=old.voice_pitch,
                )
            )

    def try_voice(self, text: str, settings: Settings) -> None:
        """Speak a text now, for the settings dialog."""
        (speech,) = speeches([text], settings, "en")
        with self._lock:
            self._trying = speech
            self._try(settings)
        self._voice.say_first(speech)

    def try_sound(self, settings: Settings) -> None:
        """Play a tone now through the chosen output device, for the settings dialog."""
        with self._lock:
            self._try(settings)
            sound = self._tone(CueKind.BEGIN)
            if sound is not None:
                self._conductor.announce(sound, self._clock.now_s())
                self._look()

    def outputs(self) -> Sequence[str]:
        """The output devices of the machine by name; looks for them every few seconds."""
        return self._output.names(self._clock.now_s())

    def status(self) -> SoundStatus:
        """What makes the sound now."""
        info, voice, device = self._voice.info, self._voice.voice, self._stream.device
        return SoundStatus(
            info.key if info else "",
            f"{voice.name} ({voice.id})" if voice else "",
            device_words(device) if device else "",
            info.has_pitch if info else None,
        )

    def voices(self) -> Sequence[Voice]:
        """The voices of the machine; asks for them when first called."""
        info = self._voice.info
        if info is None:
            self._voice.ask_engine()
            return ()
        return info.voices

    def take_notices(self) -> Sequence[Notice]:
        """Notices since the last call, each once."""
        return self._notices.take()

    def take_settled(self) -> Sequence[Notice]:
        """Notices that were taken and are no longer true, each once."""
        return self._notices.take_settled()

    def close(self) -> None:
        """End child processes and threads; within half a second."""
        with self._lock:
            self._stream.close(0.1)
        self._voice.close()
        self._lookout.close(0.1)

    # The player's thread

    def _look(self) -> None:
        """Let the thread look ahead now; it is started by the first sound."""
        if not self._conductor.is_idle:
            self._lookout.start()
        self._lookout.nudge()

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
        due_s = self._conductor.pump(now_s)
        if not self._stream.is_wanted:
            return None
        watch_s = OPENING_S if self._stream.device is None else WATCH_S
        return watch_s if due_s is None else min(watch_s, max(0.0, due_s - now_s))

    def _pull(self, count: int) -> bytes:
        """The device's thread wants the next frames."""
        if self._timing.asked(self._mixer.position, self._clock.now_s()):
            self._lookout.nudge()
        return self._mixer.read(count)

    # The voice's thread

    def _on_clip(self, speech: Speech, samples: Samples | None) -> None:
        with self._lock:
            if speech == self._trying:
                self._trying = None
                sound = Sound(samples, False) if samples else self._tone(CueKind.NEXT)
                if sound is not None:
                    self._conductor.announce(sound, self._clock.now_s())
                    self._look()
            self._shelf.put(speech, samples)

    def _on_cache_trouble(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        self._notices.add(
            "cache",
            Notice(
                f"Spoken cues cannot be kept on the disk ({reason}); they are made anew each time",
                "Free some disk space or check the rights of the cache folder",
            ),
        )

    # Sounds

    def _sound_of(self, cue: SheetCue) -> Sound | None:
        spoken = None if cue.is_tone else self._spoken(cue.text)
        return spoken or self._tone(cue.kind)

    def _spoken(self, text: str) -> Sound | None:
        samples = self._shelf.get(text)
        return None if samples is None else Sound(samples, is_tone=False)

    def _tone(self, kind: CueKind) -> Sound | None:
        if kind not in self._tones:
            samples = tone(kind)
            self._tones[kind] = None if samples is None else Sound(samples, is_tone=True)
        return self._tones[kind]

    def _take(self, settings: Settings) -> None:
        self._settings = settings
        self._shelf.set_settings(settings)
        self._try(settings)

    def _try(self, settings: Settings) -> None:
        """Change what needs no new clip."""
        self._conductor.set_volumes(settings.voice_volume, settings.tone_volume)
        if self._output.choose(settings.output_device):
            self._stream.stop()  # the next step opens the other one
