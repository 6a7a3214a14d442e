"""The child that makes the clips: started when needed, begun anew when it fails, or given up."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from glutetimer.audio.clips import Samples, read_clip
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.speech import EngineInfo, Speech, VoiceLimits
from glutetimer.audio.voice_process import VoiceProcess, WorkerFailed, worker_command
from glutetimer.audio.voice_worker import BUNDLED
from glutetimer.command import command
from glutetimer.core.notice import Notice

_NO_ENGINE = Notice(
    "No speech engine could be started, so cues are tones",
    "Install espeak-ng, or install glutetimer again with all of its packages; "
    f"{command('doctor')} says more",
)
_KEEPS_FAILING = Notice(
    "The speech engine stops again and again, so cues without a clip are tones",
    "Choose another voice in the settings; the next routine tries again",
)


class VoiceChild:
    """For one thread, but for `close`, `forgive` and what is public.

    `process` runs now, if any; `info` is the engine, None before its first start; after `idle_s`
    without work the process is to be ended.
    """

    def __init__(
        self,
        notices: NoticeBox,
        command: Sequence[str] | None = None,
        limits: VoiceLimits | None = None,
    ) -> None:
        self._notices = notices
        self._command = tuple(command or worker_command())
        self._limits = limits or VoiceLimits()
        self.idle_s = self._limits.idle_s
        self.process: VoiceProcess | None = None
        self.info: EngineInfo | None = None
        self._is_bundled = False
        self._is_closing = False
        self._failures = 0
        self._rendered = 0  # by the process that runs now

    def engine(self) -> EngineInfo | None:
        """The engine; starts it to find out. None if there is none. Raises WorkerFailed."""
        if self.info is None:
            self._running()
        return self.info

    def render(self, speech: Speech, path: Path) -> Samples | None:
        """Let it write a clip to a file; None if it cannot speak that. Raises WorkerFailed."""
        for _ in range(2):  # an engine may write an empty file once
            process = self._running()
            if process is None:
                return None
            path.unlink(missing_ok=True)
            answer = process.ask(
                do="render",
                text=speech.words,
                voice=speech.voice,
                rate=speech.rate,
                pitch=speech.pitch,
                path=str(path),
            )
            self._rendered += 1
            if "error" in answer:
                return None
            with suppress(ValueError, FileNotFoundError):
                if samples := read_clip(path):
                    return samples
        return None

    def note_failure(self, failure: WorkerFailed) -> None:
        """End what failed; after some failures do without, with a notice."""
        self.end()
        self._failures += 1
        if self._is_closing or self._failures < self._limits.failures:
            return
        notice = _KEEPS_FAILING if self.info is not None else _NO_ENGINE
        if failure.is_hung:
            notice = notice._replace(text=f"{notice.text} (it does not answer)")
        self.give_up(notice)

    def give_up(self, notice: Notice) -> None:
        """Start no process any more until somebody forgives."""
        self._failures = self._limits.failures
        self._notices.add("voice", notice)

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
        """A process that can take a command. Raises WorkerFailed; None once we do without."""
        limit = self.info.clips_per_process if self.info else 0
        if limit and self._rendered >= limit:
            self.end()
        if self.process is None and self._failures < self._limits.failures:
            self.process = self._new_process()
            self._rendered = 0
        return self.process

    def _new_process(self) -> VoiceProcess | None:
        command = (*self._command, *([BUNDLED] if self._is_bundled else []))
        try:
            process = VoiceProcess(command, self._limits.answer_s, self._limits.start_s)
            if self._is_closing:
                process.end()
            if "error" in process.hello:
                process.end()
                self.give_up(_NO_ENGINE)
                return None
            self.info = self.info or EngineInfo.of(process.hello)
        except OSError:
            self.give_up(_NO_ENGINE)
            return None
        except WorkerFailed:
            # A system engine without its data ends its process: try ours from now on.
            self._is_bundled = self.info is None
            raise
        return process
