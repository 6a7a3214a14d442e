"""The child that makes the clips: started when needed, begun anew when it fails, or given up."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from glutetimer.audio.clips import Samples, read_clip
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.speech import EngineInfo, Speech, VoiceLimits, engine_info
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
    """For one thread, but for `close`, `forgive` and the properties."""

    def __init__(
        self,
        notices: NoticeBox,
        command: Sequence[str] | None = None,
        limits: VoiceLimits | None = None,
    ) -> None:
        self._notices = notices
        self._command = tuple(command or worker_command())
        self._limits = limits or VoiceLimits()
        self._process: VoiceProcess | None = None
        self._info: EngineInfo | None = None
        self._is_bundled = False
        self._is_closing = False
        self._failures = 0
        self._rendered = 0  # by the process that runs now

    @property
    def process(self) -> VoiceProcess | None:
        """The process that runs now, if any."""
        return self._process

    @property
    def info(self) -> EngineInfo | None:
        """The engine as far as it is known; None before its first start."""
        return self._info

    @property
    def idle_s(self) -> float:
        """After so long without work it is ended."""
        return self._limits.idle_s

    def engine(self) -> EngineInfo | None:
        """The engine; starts it to find out. None if there is none. Raises WorkerFailed."""
        if self._info is None:
            self._running()
        return self._info

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
        notice = _KEEPS_FAILING if self._info is not None else _NO_ENGINE
        if failure.is_hung:
            notice = replace(notice, text=f"{notice.text} (it does not answer)")
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
        if self._process is not None:
            self._process.end()
            self._process = None

    def close(self) -> None:
        """End the process for good; wakes a thread that waits for its answer."""
        self._is_closing = True
        process = self._process
        if process is not None:
            process.end()

    def _running(self) -> VoiceProcess | None:
        """A process that can take a command. Raises WorkerFailed; None once we do without."""
        limit = self._process.hello.get("clips_per_process") if self._process else None
        if limit and self._rendered >= limit:
            self.end()
        if self._process is None and self._failures < self._limits.failures:
            self._process = self._new_process()
            self._rendered = 0
        return self._process

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
            if self._info is None:
                self._info = engine_info(process.hello, process.ask(do="voices"))
        except OSError:
            self.give_up(_NO_ENGINE)
            return None
        except WorkerFailed:
            # A system engine without its data ends its process: try ours from now on.
            self._is_bundled = self._info is None
            raise
        return process
