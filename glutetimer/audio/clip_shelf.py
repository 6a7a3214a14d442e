"""The shelf: the clips of the texts that were asked for last, as far as they are ready."""

from collections.abc import Iterable, Mapping

from glutetimer.audio.clips import Samples, seconds
from glutetimer.audio.playing import Sound
from glutetimer.audio.speech import Speech, speeches
from glutetimer.audio.tones import tone
from glutetimer.core.cues.pronunciation import Say
from glutetimer.core.cues.sheet import CueKind, SheetCue
from glutetimer.core.cues.tongues import Own
from glutetimer.core.settings import Settings


class ClipShelf:
    """For one thread at a time; `progress`, `lengths_s` and `spoken` may be read from any other."""

    def __init__(self) -> None:
        self._settings = Settings()  # as they were when the clips were asked for
        self._language = "en"
        self._say: Say = ()
        self._own: Own = ()
        self._is_spoken = True
        self._wanted: tuple[str, ...] = ()
        self._answered: set[str] = set()
        self._clips: dict[str, Samples] = {}

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the texts are done, and how many they are."""
        return len(self._answered), len(self._wanted)

    @property
    def lengths_s(self) -> Mapping[str, float]:
        """Exact seconds of every clip that is ready, by text; none while tones are wanted."""
        clips = self._clips.copy() if self._is_spoken else {}  # another thread may add to them
        return {text: seconds(samples) for text, samples in clips.items()}

    def ask(
        self, texts: Iterable[str], settings: Settings, language: str, say: Say, own: Own
    ) -> tuple[Speech, ...]:
        """Make room for these texts; returns what has to be made, the first ones first."""
        wanted = tuple(dict.fromkeys(texts)) if settings.says_words else ()
        before = _sound_like(self._settings), self._language, self._say, self._own
        if before != (_sound_like(settings), language, say, own):
            self._clips.clear()
        self._settings, self._language, self._say, self._own = settings, language, say, own
        self._wanted = wanted
        missing = [text for text in wanted if text not in self._clips]
        self._answered = set(wanted) - set(missing)
        self.set_settings(settings)
        return speeches(missing, settings, language, say, own)

    def put(self, speech: Speech, samples: Samples | None) -> None:
        """Take a clip, or None for a text that cannot be spoken; leave it if it is outdated."""
        wanted = self._settings, self._language, self._say, self._own
        if speech not in speeches([speech.text], *wanted):
            return
        self._answered.add(speech.text)
        if samples:
            self._clips[speech.text] = samples

    def sound_of(self, cue: SheetCue) -> Sound | None:
        """The clip of a cue or, where it is not ready, its kind's tone.

        None where the words of a cue that can wait are being made, or are there by now: then the
        next sheet has them.
        """
        if cue.is_tone and cue.can_wait and self._has_hope(cue.text):
            return None
        return (None if cue.is_tone else self.spoken(cue.text)) or tone_of(cue.kind)

    def spoken(self, text: str) -> Sound | None:
        """A clip that is ready; None also while tones are wanted."""
        samples = self._clips.get(text) if self._is_spoken else None
        return None if samples is None else Sound(samples, is_tone=False)

    def _has_hope(self, text: str) -> bool:
        is_lost = text in self._answered and text not in self._clips
        return self._is_spoken and text in self._wanted and not is_lost

    def set_settings(self, settings: Settings) -> None:
        """Give the clips out, or keep them back while the settings want tones."""
        self._is_spoken = settings.says_words


def tone_of(kind: CueKind) -> Sound | None:
    """The tone of a kind, None if it has none."""
    samples = tone(kind)
    return None if samples is None else Sound(samples, is_tone=True)


def _sound_like(settings: Settings) -> tuple[str, int, int]:
    return settings.voice, settings.voice_rate, settings.voice_pitch
