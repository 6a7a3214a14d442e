"""The voice: texts in, clips out, from a thread of its own that survives its engine."""

import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Condition, Thread

from glutetimer.audio.cast import Cast, Role
from glutetimer.audio.clip_cache import ClipCache, ClipKey
from glutetimer.audio.clips import Samples, frames, silence
from glutetimer.audio.engines.offer import EngineInfo
from glutetimer.audio.engines.protocol import Manner
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.player_thread import report
from glutetimer.audio.speech import USUAL_PITCH, Speech, VoiceLimits, speaks
from glutetimer.audio.voice_process import WorkerFailed
from glutetimer.command import command
from glutetimer.core.cues.tongues import SpokenPart
from glutetimer.core.notice import Notice
from glutetimer.core.ports.player import Voice

BREATH_S = 0.001
"""Between two clips, so that others get the interpreter at once: hundreds of clips from the disk at
a stretch kept the window waiting for up to 12 ms."""

BETWEEN_PARTS_S = 0.05
"""Silence where the voice of a text changes."""

_NO_ENGINE = Notice(
    "No speech engine could be started, so cues are tones",
    "Install espeak-ng, or install glutetimer again with all of its packages; "
    f"{command('doctor')} says more",
)
_KEEPS_FAILING = Notice(
    "The speech engine stops again and again, so cues without a clip are tones",
    "Choose another voice in the settings; the next routine tries again",
)


class VoiceService:
    """Makes clips in the background, and keeps them in a folder. No method blocks or raises.

    `on_clip` is called from the service's thread with every clip, or with None for a text that
    cannot be spoken. A child is started when its engine is first needed, and ended when idle.
    `voices_dir` is the folder of the person's own voices.
    """

    def __init__(
        self,
        cache_dir: Path,
        notices: NoticeBox,
        on_clip: Callable[[Speech, Samples | None], None],
        command: Sequence[str] | None = None,
        limits: VoiceLimits | None = None,
        voices_dir: Path | None = None,
    ) -> None:
        limits = limits or VoiceLimits()
        self._cache = ClipCache(cache_dir, self._on_cache_trouble)
        self._notices = notices
        self._on_clip = on_clip
        self._cast = Cast(voices_dir, command, limits)
        self._idle_s = limits.idle_s
        self._wake = Condition()
        self._urgent: deque[Speech] = deque()
        self._queue: deque[Speech] = deque()
        self._is_closing = False
        self._thread: Thread | None = None
        self.voice: Voice | None = None
        """The voice that spoke last."""

    @property
    def engine(self) -> EngineInfo | None:
        """The engine that speaks; None while it is not known."""
        return self._cast.engine

    @property
    def silent(self) -> tuple[str, ...]:
        """Why engines do not speak that one could expect to."""
        return self._cast.silent

    def voices(self) -> tuple[Voice, ...]:
        """The voices that are known by now, the natural ones first; looks for the others."""
        self._cast.look()
        return self._cast.voices

    def say(self, speeches: Iterable[Speech]) -> None:
        """Make these clips, in this order, in place of those still waiting."""
        with self._wake:
            self._queue = deque(speeches)
            self._cast.forgive()
            self._start()

    def say_first(self, speech: Speech) -> None:
        """Make this clip before all others."""
        with self._wake:
            self._urgent.append(speech)
            self._cast.forgive()
            self._start()

    def close(self, timeout_s: float = 0.3) -> None:
        """End the child and the thread."""
        with self._wake:
            self._is_closing = True
            self._wake.notify()
        self._cast.close()
        if self._thread is not None:
            self._thread.join(timeout_s)

    # The thread

    def _start(self) -> None:
        if self._thread is None and not self._is_closing:
            self._thread = Thread(target=self._run, name="voice", daemon=True)
            self._thread.start()
        self._wake.notify()

    def _run(self) -> None:
        with tempfile.TemporaryDirectory(
            prefix="glutetimer-voice-", ignore_cleanup_errors=True
        ) as folder:
            while (job := self._next()) is not None:
                try:
                    self._do(job, Path(folder))
                except Exception as error:  # this clip is lost, those that follow need not be
                    if isinstance(error, OSError):
                        cure = "Free some disk space"
                        self._cast.give_up()
                        self._notices.add("voice", Notice(f"The voice cannot work ({error})", cure))
                    else:
                        report(error)
                    self._on_clip(job, None)
                time.sleep(BREATH_S)
            self._cast.end()

    def _next(self) -> Speech | None:
        """The next job, once there is one; None when closing."""
        with self._wake:
            while not self._is_closing:
                if self._urgent or self._queue:
                    return (self._urgent or self._queue).popleft()
                is_woken = self._wake.wait(self._idle_s if self._cast.is_running else None)
                if not is_woken and not (self._urgent or self._queue):
                    self._cast.end()
            return None

    def _do(self, speech: Speech, folder: Path) -> None:
        samples: Samples | None = None
        for _ in range(2):  # a text that kills the engine twice is not tried again
            try:
                samples = self._clip(speech, folder)
                break
            except WorkerFailed as failure:
                self._cast.at_work.note_failure(failure)
        if self._is_closing:
            return
        if samples is not None:
            self._notices.is_over("voice")
        elif not self._cast.may_speak:
            notice = _KEEPS_FAILING if self._cast.has_spoken else _NO_ENGINE
            if self._cast.at_work.is_hung:
                notice = notice._replace(text=f"{notice.text} (it does not answer)")
            self._notices.add("voice", notice)
        self._on_clip(speech, samples)

    def _clip(self, speech: Speech, folder: Path) -> Samples | None:
        """The whole text, each part by its voice; None if one cannot be spoken."""
        made: Samples | None = None
        for part in speech.parts:
            samples = self._part(speech, part, folder)
            if samples is None:
                return None
            made = samples if made is None else made + silence(frames(BETWEEN_PARTS_S)) + samples
        return made

    def _part(self, speech: Speech, part: SpokenPart, folder: Path) -> Samples | None:
        """A clip of the first voice that can make it; None if none can. Raises WorkerFailed."""
        if not any(c.isalnum() for c in part.words):
            return None
        for role in self._cast.roles(speech.voice, part.language, must_fit=part.is_ours):
            samples = self._spoken(speech, part, role, folder)
            if samples is not None:
                self._tell_of(speech, part, role.voice)
                self.voice = role.voice
                return samples
        return None

    def _spoken(self, speech: Speech, part: SpokenPart, role: Role, folder: Path) -> Samples | None:
        pitch = speech.pitch if role.info.has_pitch else USUAL_PITCH
        manner = Manner(role.voice.id, speech.rate, pitch)
        key = ClipKey(part.words, manner.voice, manner.rate, role.info.key, pitch)
        samples = self._cache.get(key)
        if samples is None:
            samples = role.child.render(part.words, manner, folder / "clip.wav")
            if samples is not None:
                self._cache.put(key, samples)
        return samples

    def _tell_of(self, speech: Speech, part: SpokenPart, voice: Voice) -> None:
        """Say it where another one speaks than one would think."""
        wanted, language = speech.voice, part.language
        if wanted and voice.id != wanted and not part.is_ours:
            self._notices.add(f"voice {wanted}", _unknown_voice(wanted, voice))
        elif not wanted and not speaks(voice, language):
            self._notices.add(f"language {language}", _no_voice(language, voice))

    def _on_cache_trouble(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        self._notices.add(
            "cache",
            Notice(
                f"Spoken cues cannot be kept on the disk ({reason}); they are made anew each time",
                "Free some disk space or check the rights of the cache folder",
            ),
        )


def _unknown_voice(wanted: str, used: Voice) -> Notice:
    return Notice(
        f"The voice “{wanted}” cannot be used on this computer; {used.name} speaks instead",
        "Choose another voice in the settings",
    )


def _no_voice(language: str, used: Voice) -> Notice:
    return Notice(
        f"No voice of this computer speaks the routine's language ({language}); {used.name} speaks",
        "Install a voice for it, or choose one in the settings",
    )
