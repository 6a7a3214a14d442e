"""The child that makes the clips of one engine: started when needed, begun anew when it fails."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from glutetimer.audio.clips import Samples, read_clip
from glutetimer.audio.engines.offer import EngineInfo, Offer
from glutetimer.audio.engines.protocol import BROKEN_VOICE, Manner
from glutetimer.audio.speech import VoiceLimits
from glutetimer.audio.voice_process import VoiceProcess, WorkerFailed
from glutetimer.audio.voice_worker import BUNDLED


class VoiceChild:
    """For one thread, but for `close` and what is public.

    With an `offer` the engine is known before it is started; if it then cannot be started it is
    gone for good, since another one takes its place. `process` runs now, if any. `why` is why
    the engine does not speak, "" while it may. `is_hung`: it did not answer last.
    """

    def __init__(
        self, name: str, command: Sequence[str], limits: VoiceLimits, offer: Offer | None = None
    ) -> None:
        self.name = name
        self._command = tuple(command)
        self._limits = limits
        self._is_offered = offer is not None
        self.process: VoiceProcess | None = None
        self.info: EngineInfo | None = offer.info if offer else None
        self.why = offer.why if offer else ""
        self.is_hung = False
        self.is_gone = offer is not None and offer.info is None
        self.was_ready = False
        self._is_bundled = False
        self._is_closing = False
        self._failures = 0

    @property
    def may_speak(self) -> bool:
        """Whether it is still worth asking."""
        return not self.is_gone and self._failures < self._limits.failures

    def engine(self) -> EngineInfo | None:
        """The engine; starts it to find out. None if it does not speak. Raises WorkerFailed."""
        if not self.may_speak:
            return None
        if self.info is None:
            self._running()
        return self.info

    def render(self, text: str, manner: Manner, path: Path) -> Samples | None:
        """Let it write a clip to a file; None if it cannot speak that. Raises WorkerFailed."""
        for _ in range(2):  # an engine may write an empty file once
            process = self._running()
            if process is None:
                return None
            path.unlink(missing_ok=True)
            answer = process.ask(do="render", text=text, path=str(path), **asdict(manner))
            if answer.get("error") == BROKEN_VOICE and self.info is not None:
                self._lose_voice(self.info, manner.voice, str(answer.get("detail")))
            if "error" in answer:
                return None
            with suppress(ValueError, FileNotFoundError):
                if samples := read_clip(path):
                    return samples
        return None

    def note_failure(self, failure: WorkerFailed) -> None:
        """End what failed; after some failures it may speak no more."""
        self.end()
        self._failures += 1
        self.is_hung = failure.is_hung
        self.why = "it does not answer" if failure.is_hung else "it stops again and again"

    def give_up(self) -> None:
        """Start no process any more until somebody forgives."""
        self._failures = self._limits.failures

    def forgive(self) -> None:
        """Try again: another routine or voice is wanted."""
        self._failures = 0

    def end(self) -> None:
        """End the process; the next work starts another."""
        if self.process is not None:
            self.process.end()
            self.process = None

    def close(self) -> None:
        """End the process for good; wakes a thread that waits for its answer."""
        self._is_closing = True
        if (process := self.process) is not None:
            process.end()

    def _running(self) -> VoiceProcess | None:
        """A process that can take a command. Raises WorkerFailed; None if there is none."""
        if self.process is None and self.may_speak:
            self.process = self._new_process()
        return self.process

    def _new_process(self) -> VoiceProcess | None:
        command = (*self._command, *([BUNDLED] if self._is_bundled else []))
        try:
            process = VoiceProcess(command, self._limits.answer_s, self._limits.start_s)
        except OSError as error:
            self._lose(str(error))
            return None
        except WorkerFailed as failure:
            if self._is_offered and not self._is_closing:
                self._lose("it does not answer" if failure.is_hung else "it ends at once")
                return None
            # A system engine without its data ends its process: try ours from now on.
            self._is_bundled = self.info is None
            raise
        if self._is_closing:
            process.end()
        if "error" in process.hello:
            process.end()
            self._lose(str(process.hello.get("detail") or process.hello["error"]))
            return None
        self.info = self.info or EngineInfo.of(process.hello)
        self.why, self.was_ready = "", True
        return process

    def _lose_voice(self, info: EngineInfo, voice_id: str, why: str) -> None:
        """One voice cannot be used: others of the engine take its place."""
        voices = tuple(voice for voice in info.voices if voice.id != voice_id)
        default = info.voice if info.voice != voice_id else next((v.id for v in voices), "")
        self.info = replace(info, voices=voices, voice=default)
        self.why = why

    def _lose(self, why: str) -> None:
        """It cannot be started: nothing will change that while the program runs."""
        self.why = why
        self._failures = self._limits.failures
        self.is_gone = self._is_offered
