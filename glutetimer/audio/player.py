"""The player: voice, tones, mixer and stream behind the one port that the core knows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from glutetimer.audio.clip_shelf import ClipShelf, tone_of
from glutetimer.audio.clips import Samples
from glutetimer.audio.device import DeviceOpener, device_names, device_words, open_device
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.output_choice import Output
from glutetimer.audio.playback import Playback
from glutetimer.audio.playing import Sound
from glutetimer.audio.speech import Speech, VoiceLimits, speeches
from glutetimer.audio.voice import VoiceService
from glutetimer.core.cues.pronunciation import Say
from glutetimer.core.cues.sheet import CueKind, CueSheet
from glutetimer.core.cues.tongues import Own
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.player import SoundStatus, Voice
from glutetimer.core.settings import Settings, Verbosity


class Player:
    """Implements core.ports.CuePlayer. Makes its thread, child and device when first needed.

    `cache_dir` is the folder of the clips, `voices_dir` that of the person's own voices;
    `on_speech` is called from a thread of ours when words are about to be heard (True) and when
    no more are (False).
    """

    def __init__(
        self,
        clock: Clock,
        cache_dir: Path,
        *,
        opener: DeviceOpener = open_device,
        list_devices: Callable[[], Sequence[str]] = device_names,
        worker_command: Sequence[str] | None = None,
        voice_limits: VoiceLimits | None = None,
        voices_dir: Path | None = None,
        on_speech: Callable[[bool], None] | None = None,
    ) -> None:
        self._clock = clock
        self._settings = Settings()
        self._notices = notices = NoticeBox()
        self._voice = VoiceService(
            cache_dir, notices, self._on_clip, worker_command, voice_limits, voices_dir
        )
        self._shelf = ClipShelf()
        self._output = Output(opener, list_devices, notices)
        self._playback = Playback(clock, self._shelf, self._output, notices, on_speech)
        self._trying: Speech | None = None

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: Say = (),
        own: Own = (),
    ) -> None:
        """Begin to make the clips of these texts in the background, first ones first."""
        with self._playback.lock:
            missing = self._shelf.ask(texts, settings, language, say, own)
        self._settings = settings
        self._try(settings)
        if missing:
            self._voice.say(missing)

    def warm_up(self) -> None:
        """Open the device; it closes again if nothing sounds for a while."""
        self._playback.warm_up()

    def progress(self) -> tuple[int, int]:
        """How many of the texts that were to be prepared are done, and how many they are."""
        return self._shelf.progress

    def lengths_s(self) -> Mapping[str, float]:
        """Exact seconds of every clip that is ready, by text."""
        return self._shelf.lengths_s

    def load(self, sheet: CueSheet) -> None:
        """Take a (new) sheet; what is playing now is not cut."""
        with self._playback.conducting() as conductor:
            conductor.load(sheet)

    def run_from(self, step: int, elapsed_s: float, clock_s: float, added_s: float = 0.0) -> None:
        """The session stood at `elapsed_s` within `step` at clock time `clock_s` and runs on."""
        with self._playback.conducting() as conductor:
            conductor.run_from(step, elapsed_s, clock_s, added_s)

    def hold(self) -> None:
        """Fall silent (within what the device has buffered); nothing more until run_from."""
        with self._playback.conducting() as conductor:
            conductor.hold(self._clock.now_s())

    def announce(self, text: str) -> None:
        """Speak a prepared text now, outside the sheet; a tone if its clip is not ready."""
        if self._settings.verbosity is not Verbosity.SILENT:
            self._sound(self._shelf.spoken(text) or tone_of(CueKind.NEXT))

    def signal(self, kind: CueKind) -> None:
        """Sound the tone of a kind now, outside the sheet; nothing where silence is set."""
        if self._settings.verbosity is not Verbosity.SILENT:
            self._sound(tone_of(kind))

    def set_muted(self, muted: bool) -> None:
        """Silence without losing the place."""
        self._playback.mixer.set_muted(muted)

    def set_settings(self, settings: Settings) -> None:
        """Change the volumes at once; voice and rate count from the next `prepare`."""
        old = self._settings
        self._settings = replace(
            settings, voice=old.voice, voice_rate=old.voice_rate, voice_pitch=old.voice_pitch
        )
        with self._playback.lock:
            self._shelf.set_settings(settings)
        self._try(settings)

    def try_voice(self, text: str, settings: Settings) -> None:
        """Speak a text now, for the settings dialog."""
        (self._trying,) = speeches([text], settings, "en")
        self._try(settings)
        self._voice.say_first(self._trying)

    def try_sound(self, settings: Settings) -> None:
        """Play a tone now through the chosen output device, for the settings dialog."""
        self._try(settings)
        self._sound(tone_of(CueKind.BEGIN))

    def outputs(self) -> Sequence[str]:
        """The output devices of the machine by name; looks for them every few seconds."""
        return self._output.names(self._clock.now_s())

    def status(self) -> SoundStatus:
        """What makes the sound now."""
        info, voice, device = self._voice.engine, self._voice.voice, self._playback.device
        return SoundStatus(
            info.key if info else "",
            f"{voice.name} ({voice.id})" if voice else "",
            device_words(device) if device else "",
            self._voice.silent,
        )

    def voices(self) -> Sequence[Voice]:
        """All voices, the natural ones first; asks for the machine's when first called."""
        return self._voice.voices()

    def take_notices(self) -> Sequence[Notice]:
        """Notices since the last call, each once."""
        return self._notices.take()

    def take_settled(self) -> Sequence[Notice]:
        """Notices that were taken and are no longer true, each once."""
        return self._notices.take_settled()

    def close(self) -> None:
        """End child processes and threads; within half a second."""
        self._playback.close()
        self._voice.close()

    def _try(self, settings: Settings) -> None:
        """Change what needs no new clip."""
        if self._output.choose(settings.output_device):
            self._playback.change_device()
        self._playback.set_lead_in(settings.lead_in)
        with self._playback.conducting() as conductor:
            conductor.set_volumes(settings.voice_volume, settings.tone_volume)

    def _sound(self, sound: Sound | None) -> None:
        if sound is not None:
            with self._playback.conducting() as conductor:
                conductor.announce(sound, self._clock.now_s())

    def _on_clip(self, speech: Speech, samples: Samples | None) -> None:
        """A clip is made; called from the voice's thread."""
        with self._playback.lock:
            self._shelf.put(speech, samples)
            is_tried = speech == self._trying
        if is_tried:
            self._trying = None
            self._sound(Sound(samples, False) if samples else tone_of(CueKind.NEXT))
