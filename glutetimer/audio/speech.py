"""What is said, by whom, and with how much patience: the values of the voice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glutetimer.audio.voice_process import WorkerAnswer
from glutetimer.core.cues.pronunciation import Say, spoken_form
from glutetimer.core.ports.player import Voice
from glutetimer.core.settings import Settings

USUAL_PITCH = 50


@dataclass(frozen=True, slots=True)
class Speech:
    """What to say and how; an empty `voice` means one that fits `language`.

    `text` is what is written; `spoken` what the engine is given, where that differs.
    """

    text: str
    voice: str
    rate: int
    language: str
    pitch: int = USUAL_PITCH
    spoken: str = ""

    @property
    def words(self) -> str:
        """What the engine is given."""
        return self.spoken or self.text


def speeches(
    texts: Iterable[str], settings: Settings, language: str, say: Say = ()
) -> Iterator[Speech]:
    """The speeches for some texts as the settings want them."""
    for text in texts:
        spoken = spoken_form(text, say)
        yield Speech(
            text,
            settings.voice,
            settings.voice_rate,
            language.lower(),
            settings.voice_pitch,
            "" if spoken == text else spoken,
        )


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """The running engine; `voice` is the id that it speaks with if nothing else is asked."""

    name: str
    version: str
    voices: tuple[Voice, ...]
    voice: str
    has_pitch: bool = False

    @property
    def key(self) -> str:
        """What tells its clips from those of another engine or version."""
        return f"{self.name} {self.version}".strip()


def engine_info(hello: WorkerAnswer, answer: WorkerAnswer) -> EngineInfo:
    """The engine from a child's first line and its answer to "voices"."""
    return EngineInfo(
        str(hello.get("engine", "")),
        str(hello.get("version", "")),
        tuple(Voice(*map(str, fields)) for fields in answer.get("voices", ())),
        str(answer.get("default", "")),
        hello.get("has_pitch") is True,
    )


@dataclass(frozen=True, slots=True)
class VoiceLimits:
    """How long the child may take and how often it may fail before we do without."""

    answer_s: float = 10.0
    start_s: float = 20.0
    failures: int = 4
    idle_s: float = 20.0
