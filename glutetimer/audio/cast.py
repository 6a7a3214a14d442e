"""Who speaks: the engines in the order in which they are asked, and the voice for a text."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from glutetimer.audio.engines import natural, piper
from glutetimer.audio.engines.offer import EngineInfo
from glutetimer.audio.probe import probed_machine
from glutetimer.audio.speech import VoiceLimits, chosen_voice, speaks
from glutetimer.audio.voice_child import VoiceChild
from glutetimer.audio.voice_process import worker_command
from glutetimer.audio.voice_worker import NATURAL, PIPER
from glutetimer.core.ports.player import Voice


class Role(NamedTuple):
    """A voice for a text, and who has it."""

    child: VoiceChild
    info: EngineInfo
    voice: Voice


class Cast:
    """The natural engine, Piper's voices from a folder, the machine's; or only what is given.

    With a `command` of its own there is only the machine's engine, started so. `at_work` is the
    engine that was asked last. For one thread, but for `close`, `forgive`, `look` and `voices`.
    """

    def __init__(
        self, voices_dir: Path | None, command: Sequence[str] | None, limits: VoiceLimits
    ) -> None:
        self._command = tuple(command or worker_command())
        self._start_s = limits.start_s
        self._machine = VoiceChild("Voices of this computer", self._command, limits)
        self._heard: EngineInfo | str | None = None  # what the machine has, asked for only that
        self._is_looking = False
        self.children = [self._machine]
        self.at_work = self._machine
        if command is None and voices_dir is not None:
            words = (*self._command, PIPER, str(voices_dir))
            has = piper.offer(voices_dir)
            self.children.insert(0, VoiceChild("Piper voices", words, limits, has))
        if command is None:
            words = (*self._command, NATURAL)
            self.children.insert(0, VoiceChild("Natural voice", words, limits, natural.offer()))

    @property
    def engine(self) -> EngineInfo | None:
        """The engine that would speak; None while it is not known."""
        return next(self._infos(), None)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every voice that is known by now, the natural ones first."""
        return tuple(voice for info in self._infos() for voice in info.voices)

    @property
    def silent(self) -> tuple[str, ...]:
        """Why engines do not speak that one could expect to."""
        heard = {self._machine.name: self._heard} if isinstance(self._heard, str) else {}
        reasons = ((child.name, child.why or heard.get(child.name)) for child in self.children)
        return tuple(f"{name}: {why}" for name, why in reasons if why)

    @property
    def is_running(self) -> bool:
        """Whether any child runs."""
        return any(child.process is not None for child in self.children)

    @property
    def may_speak(self) -> bool:
        """Whether any engine is still worth asking."""
        return any(child.may_speak for child in self.children)

    @property
    def has_spoken(self) -> bool:
        """Whether any engine was ready once."""
        return any(child.was_ready for child in self.children)

    def look(self) -> None:
        """Find out in the background, once, what the machine has: its engine may hang."""
        if not self._is_looking:
            self._is_looking = True
            Thread(target=self._look, name="voice list", daemon=True).start()

    def roles(self, wanted: str, language: str, *, must_fit: bool) -> Iterator[Role]:
        """The voices for a text, best first; an engine is started when it is its turn.

        The first is `wanted`, a voice's id or "", if with `must_fit` it speaks the language. Then
        come the engines that do, in their order, and at last whoever speaks at all.
        Raises WorkerFailed.
        """
        asked: list[VoiceChild] = []
        for child in self.children if wanted else ():
            info = self._started(child) if self._may_have(child, wanted) else None
            voice = next((v for v in info.voices if v.id == wanted), None) if info else None
            if info and voice and (not must_fit or speaks(voice, language)):
                yield Role(child, info, voice)
                if info is child.info:  # else the voice is broken, and others may do
                    asked.append(child)
        for must_speak_it in (True, False):
            for child in self.children:
                if child in asked or (must_speak_it and _cannot(child, language)):
                    continue
                info = self._started(child)
                voice = chosen_voice(info.voices, "", language, info.voice) if info else None
                while info and voice and (speaks(voice, language) or not must_speak_it):
                    asked.append(child)
                    yield Role(child, info, voice)
                    if info is child.info:
                        break
                    info = child.info  # the voice is broken and gone: another one of the engine
                    voice = chosen_voice(info.voices, "", language, info.voice) if info else None

    def give_up(self) -> None:
        """Ask nobody any more until somebody forgives."""
        for child in self.children:
            child.give_up()

    def forgive(self) -> None:
        """Let all try again."""
        for child in self.children:
            child.forgive()

    def end(self) -> None:
        """End all processes; the next work starts others."""
        for child in self.children:
            child.end()

    def close(self) -> None:
        """End all processes for good."""
        for child in self.children:
            child.close()

    def _infos(self) -> Iterator[EngineInfo]:
        for child in self.children:
            heard = self._heard if child is self._machine else None
            info = child.info or (heard if isinstance(heard, EngineInfo) else None)
            if info is not None and not child.is_gone:
                yield info

    def _may_have(self, child: VoiceChild, voice: str) -> bool:
        """Whether a voice can be an engine's, as far as its id says."""
        if child is self._machine:
            return not voice.startswith((natural.PREFIX, piper.PREFIX))
        return child.info is not None and voice in (v.id for v in child.info.voices)

    def _started(self, child: VoiceChild) -> EngineInfo | None:
        self.at_work = child
        return child.engine()

    def _look(self) -> None:
        self._heard = probed_machine(self._command, self._start_s)


def _cannot(child: VoiceChild, language: str) -> bool:
    """Whether it is known without a start that an engine does not speak a language."""
    return child.info is not None and not any(speaks(v, language) for v in child.info.voices)
