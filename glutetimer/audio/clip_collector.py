"""All clips of a session, waited for: from the cache, else made now."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from time import monotonic

from glutetimer.audio.clip_cache import ClipCache
from glutetimer.audio.clips import Samples
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.speech import Speech, VoiceLimits, speeches
from glutetimer.audio.voice import VoiceService
from glutetimer.core.cues.pronunciation import Say
from glutetimer.core.notice import Notice
from glutetimer.core.settings import Settings
from glutetimer.core.watch import Watch

_POLL_S = 0.1


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited for the next clip, and for all of them; the rest are lacking then."""

    clip_s: float = 45.0
    all_s: float = 900.0


class ClipCollector:
    """Asks a voice of its own for clips. `language` and `say` are as for `CuePlayer.prepare`."""

    def __init__(
        self,
        cache_dir: Path,
        notices: NoticeBox,
        *,
        language: str = "en",
        say: Say = (),
        worker_command: Sequence[str] | None = None,
        voice_limits: VoiceLimits | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._language = language
        self._say = say
        self._notices = notices
        self._patience = patience or Patience()
        self._made: Queue[tuple[str, Samples | None]] = Queue()
        cache = ClipCache(cache_dir, self._on_cache_trouble)
        self._voice = VoiceService(cache, notices, self._on_clip, worker_command, voice_limits)

    def collect(self, texts: Sequence[str], settings: Settings, watch: Watch) -> dict[str, Samples]:
        """The clips that there are. Raises what the watch raises; the voice is closed then."""
        try:
            return self._collect(texts, settings, watch)
        finally:
            self._voice.close()

    def _collect(
        self, texts: Sequence[str], settings: Settings, watch: Watch
    ) -> dict[str, Samples]:
        self._voice.say(speeches(texts, settings, self._language, self._say))
        clips: dict[str, Samples] = {}
        answered = 0
        began_s = last_s = monotonic()
        while answered < len(texts):
            watch(answered / len(texts))
            try:
                text, samples = self._made.get(timeout=_POLL_S)
            except Empty:
                now_s = monotonic()
                if now_s - last_s > self._patience.clip_s:
                    self._notices.add("late", _LATE)
                    break
            else:
                answered, last_s = answered + 1, monotonic()
                if samples:
                    clips[text] = samples
            if monotonic() - began_s > self._patience.all_s:
                self._notices.add("late", _LATE)
                break
        return clips

    def _on_clip(self, speech: Speech, samples: Samples | None) -> None:
        self._made.put((speech.text, samples))

    def _on_cache_trouble(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        self._notices.add(
            "cache",
            Notice(
                f"Spoken cues cannot be kept on the disk ({reason}); they are made anew each time",
                "Free some disk space or check the rights of the cache folder",
            ),
        )


_LATE = Notice(
    "The voice takes too long, so cues without a clip are tones",
    "Try again: the clips that were made are kept",
)
