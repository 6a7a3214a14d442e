"""The player: voice, tones, mixer and stream behind the one port that the core knows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Condition, Thread
from types import MappingProxyType

from glutetimer.audio.clip_cache import ClipCache
from glutetimer.audio.clips import Samples, seconds
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
from glutetimer.audio.output import Output
from glutetimer.audio.speech import Speech, VoiceLimits, speeches
from glutetimer.audio.stream import Stream
from glutetimer.audio.stream_clock import StreamClock
from glutetimer.audio.tones import tone
from glutetimer.audio.voice import VoiceService
from glutetimer.core.cues import CueKind, CueSheet, SheetCue
from glutetimer.core.ports import Clock, Notice, SoundStatus, Voice
from glutetimer.core.pronunciation import Say
from glutetimer.core.settings import Settings, Verbosity

PUMP_S = 0.1
"""How often the player looks ahead while something plays."""

LINGER_S = 10.0
"""The stream stays open for so long after the last sound; a pause may be short."""


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
        self._language = "en"
        self._say: Say = ()
        self._wanted: tuple[str, ...] = ()
        self._answered: set[str] = set()
        self._notices = NoticeBox()
        cache = ClipCache(cache_dir, self._on_cache_trouble)
        self._voice = VoiceService(
            cache, self._notices, self._on_clip, worker_command, voice_limits
        )
        self._tones: dict[CueKind, Sound | None] = {}
        self._clips: dict[str, Samples] = {}
        self._lengths_s: Mapping[str, float] = MappingProxyType({})
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
        self._wake = Condition()  # also guards the conductor and the clips
        self._idle_since_s: float | None = None
        self._thread: Thread | None = None
        self._is_closing = False

    # The port

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: Say = (),
    ) -> None:
        """Begin to make the clips of these texts in the background, first ones first."""
        wanted = tuple(dict.fromkeys(texts)) if _speaks(settings) else ()
        with self._wake:
            before = _sound_like(self._settings), self._language, self._say
            if before != (_sound_like(settings), language, say):
                self._clips.clear()
            self._language, self._say = language, say
            self._take(settings)
            missing = [text for text in wanted if text not in self._clips]
            self._wanted = wanted
            self._answered = set(wanted) - set(missing)
        if missing:
            self._voice.say(speeches(missing, settings, language, say))

    def progress(self) -> tuple[int, int]:
        """How many of the texts that were to be prepared are done, and how many they are."""
        return len(self._answered), len(self._wanted)

    def lengths_s(self) -> Mapping[str, float]:
        """Exact seconds of every clip that is ready, by text."""
        return self._lengths_s

    def load(self, sheet: CueSheet) -> None:
        """Take a (new) sheet; what is playing now is not cut."""
        with self._wake:
            self._conductor.load(sheet)
            self._look()

    def run_from(self, step: int, elapsed_s: float, at_s: float, added_s: float = 0.0) -> None:
        """The session stood at `elapsed_s` within `step` at clock time `at_s` and runs on."""
        with self._wake:
            self._conductor.run_from(step, elapsed_s, at_s, added_s)
            self._look()

    def hold(self) -> None:
        """Fall silent (within what the device has buffered); nothing more until run_from."""
        with self._wake:
            self._conductor.hold(self._clock.now_s())
            self._look()

    def announce(self, text: str) -> None:
        """Speak a prepared text now, outside the sheet; a tone if its clip is not ready."""
        with self._wake:
            sound = self._spoken(text) or self._tone(CueKind.NEXT)
            if sound is not None and self._settings.verbosity is not Verbosity.SILENT:
                self._conductor.announce(sound, self._clock.now_s())
                self._look()

    def set_muted(self, muted: bool) -> None:
        """Silence without losing the place."""
        self._mixer.set_muted(muted)

    def set_settings(self, settings: Settings) -> None:
        """Change the volumes at once; voice and rate count from the next `prepare`."""
        with self._wake:
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
        with self._wake:
            self._trying = speech
            self._try(settings)
        self._voice.say_first(speech)

    def try_sound(self, settings: Settings) -> None:
        """Play a tone now through the chosen output device, for the settings dialog."""
        with self._wake:
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

    def close(self) -> None:
        """End child processes and threads; within half a second."""
        with self._wake:
            self._is_closing = True
            self._stream.close(0.1)
            self._wake.notify_all()
        self._voice.close()
        if self._thread is not None:
            self._thread.join(0.1)

    # The player's thread

    def _look(self) -> None:
        """Let the thread look ahead now; it is started by the first sound."""
        if self._thread is None and not self._conductor.is_idle and not self._is_closing:
            self._thread = Thread(target=self._run, name="player", daemon=True)
            self._thread.start()
        self._wake.notify_all()

    def _run(self) -> None:
        with self._wake:
            while not self._is_closing:
                self._step(self._clock.now_s())
                self._wake.wait(PUMP_S if self._stream.is_wanted else None)

    def _step(self, now_s: float) -> None:
        """Keep the stream open while it is needed, and the mixer filled."""
        if not self._conductor.is_idle:
            self._idle_since_s = None
            self._stream.start()
        elif self._stream.is_wanted:
            self._idle_since_s = now_s if self._idle_since_s is None else self._idle_since_s
            if now_s - self._idle_since_s > LINGER_S:
                self._stream.stop()
        self._stream.watch()
        self._conductor.pump(now_s)

    def _pull(self, count: int) -> bytes:
        """The device's thread wants the next frames."""
        self._timing.asked(self._mixer.position, self._clock.now_s())
        return self._mixer.read(count)

    # The voice's thread

    def _on_clip(self, speech: Speech, samples: Samples | None) -> None:
        with self._wake:
            if speech == self._trying:
                self._trying = None
                sound = Sound(samples, False) if samples else self._tone(CueKind.NEXT)
                if sound is not None:
                    self._conductor.announce(sound, self._clock.now_s())
                    self._look()
            if speech in speeches([speech.text], self._settings, self._language, self._say):
                self._answered.add(speech.text)
                if samples:
                    self._clips[speech.text] = samples
                    self._publish_lengths()

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
        samples = self._clips.get(text) if _speaks(self._settings) else None
        return None if samples is None else Sound(samples, is_tone=False)

    def _tone(self, kind: CueKind) -> Sound | None:
        if kind not in self._tones:
            samples = tone(kind)
            self._tones[kind] = None if samples is None else Sound(samples, is_tone=True)
        return self._tones[kind]

    def _take(self, settings: Settings) -> None:
        self._settings = settings
        self._try(settings)
        self._publish_lengths()

    def _try(self, settings: Settings) -> None:
        """Change what needs no new clip."""
        self._conductor.set_volumes(settings.voice_volume, settings.tone_volume)
        if self._output.choose(settings.output_device):
            self._stream.stop()  # the next step opens the other one

    def _publish_lengths(self) -> None:
        is_spoken = _speaks(self._settings)
        lengths_s = {t: seconds(s) for t, s in self._clips.items()} if is_spoken else {}
        self._lengths_s = MappingProxyType(lengths_s)


def _speaks(settings: Settings) -> bool:
    return settings.voice_on and settings.verbosity not in (Verbosity.TONES, Verbosity.SILENT)


def _sound_like(settings: Settings) -> tuple[str, int, int]:
    return settings.voice, settings.voice_rate, settings.voice_pitch
