"""The voice: texts in, clips out, from a thread of its own that survives its engine."""

import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Condition, Thread

from glutetimer.audio.clip_cache import ClipCache, ClipKey
from glutetimer.audio.clips import Samples
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.player_thread import report
from glutetimer.audio.speech import (
    USUAL_PITCH,
    EngineInfo,
    Speech,
    VoiceLimits,
    chosen_voice,
    speaks,
)
from glutetimer.audio.voice_child import VoiceChild
from glutetimer.audio.voice_process import WorkerFailed
from glutetimer.core.notice import Notice
from glutetimer.core.ports.player import Voice

BREATH_S = 0.001
"""Between two clips, so that others get the interpreter at once: hundreds of clips from the disk at
a stretch kept the window waiting for up to 12 ms."""


class VoiceService:
    """Makes clips in the background, and keeps them in a folder. No method blocks or raises.

    `on_clip` is called from the service's thread with every clip, or with None for a text that
    cannot be spoken. The child is started when first needed and ended when idle.
    """

    def __init__(
        self,
        cache_dir: Path,
        notices: NoticeBox,
        on_clip: Callable[[Speech, Samples | None], None],
        command: Sequence[str] | None = None,
        limits: VoiceLimits | None = None,
    ) -> None:
        self._cache = ClipCache(cache_dir, self._on_cache_trouble)
        self._notices = notices
        self._on_clip = on_clip
        self._child = VoiceChild(notices, command, limits)
        self._wake = Condition()
        self._urgent: deque[Speech] = deque()
        self._queue: deque[Speech] = deque()
        self._wants_engine = False
        self._is_closing = False
        self._thread: Thread | None = None
        self.voice: Voice | None = None
        """The voice that spoke last."""

    @property
    def info(self) -> EngineInfo | None:
        """The engine as far as it is known; None before its first start."""
        return self._child.info

    def say(self, speeches: Iterable[Speech]) -> None:
        """Make these clips, in this order, in place of those still waiting."""
        with self._wake:
            self._queue = deque(speeches)
            self._child.forgive()
            self._start()

    def say_first(self, speech: Speech) -> None:
        """Make this clip before all others."""
        with self._wake:
            self._urgent.append(speech)
            self._child.forgive()
            self._start()

    def ask_engine(self) -> None:
        """Find out what engine and voices there are."""
        with self._wake:
            self._wants_engine = True
            self._start()

    def close(self, timeout_s: float = 0.3) -> None:
        """End the child and the thread."""
        with self._wake:
            self._is_closing = True
            self._wake.notify()
        self._child.close()
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
                        self._child.give_up(Notice(f"The voice cannot work ({error})", cure))
                    else:
                        report(error)
                    if isinstance(job, Speech):
                        self._on_clip(job, None)
                time.sleep(BREATH_S)
            self._child.end()

    def _next(self) -> Speech | str | None:
        """The next job, once there is one; None when closing."""
        with self._wake:
            while not self._is_closing:
                if self._wants_engine:
                    self._wants_engine = False
                    return "engine"
                if self._urgent or self._queue:
                    return (self._urgent or self._queue).popleft()
                is_woken = self._wake.wait(self._child.idle_s if self._child.process else None)
                if not is_woken and not (self._urgent or self._queue or self._wants_engine):
                    self._child.end()
            return None

    def _do(self, job: Speech | str, folder: Path) -> None:
        samples: Samples | None = None
        for _ in range(2):  # a text that kills the engine twice is not tried again
            try:
                if isinstance(job, str):
                    self._child.engine()
                    return
                samples = self._clip(job, folder)
                if samples is not None:
                    self._notices.is_over("voice")
                break
            except WorkerFailed as failure:
                self._child.note_failure(failure)
        if not self._is_closing and isinstance(job, Speech):
            self._on_clip(job, samples)

    def _clip(self, speech: Speech, folder: Path) -> Samples | None:
        info = self._child.engine()
        if info is None:
            return None
        voice = chosen_voice(info.voices, speech.voice, speech.language, info.voice)
        if voice is None:
            return None
        if speech.voice and voice.id != speech.voice:
            self._notices.add(f"voice {speech.voice}", _unknown_voice(speech.voice, voice))
        elif not speech.voice and not speaks(voice, speech.language):
            self._notices.add(f"language {speech.language}", _no_voice(speech.language, voice))
        pitch = speech.pitch if info.has_pitch else USUAL_PITCH
        speech = replace(speech, voice=voice.id, pitch=pitch)
        self.voice = voice
        key = ClipKey(speech.words, voice.id, speech.rate, info.key, pitch)
        samples = self._cache.get(key)
        if samples is None:
            samples = self._child.render(speech, folder / "clip.wav")
            if samples is not None:
                self._cache.put(key, samples)
        return samples

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
        f"The voice “{wanted}” is not on this computer; {used.name} speaks instead",
        "Choose another voice in the settings",
    )


def _no_voice(language: str, used: Voice) -> Notice:
    return Notice(
        f"No voice of this computer speaks the routine's language ({language}); {used.name} speaks",
        "Install a voice for it, or choose one in the settings",
    )
