"""What is said, by whom, and with how much patience: the values of the voice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glutetimer.core.cues.pronunciation import Say
from glutetimer.core.cues.tongues import Own, SpokenPart, spoken_parts
from glutetimer.core.ports.player import Voice
from glutetimer.core.settings import Settings

USUAL_PITCH = 50


@dataclass(frozen=True, slots=True)
class Speech:
    """What to say and how; an empty `voice` means one that fits `language`.

    `text` is what is written; `spoken` what the engines are given, where that differs.
    """

    text: str
    voice: str
    rate: int
    language: str
    pitch: int = USUAL_PITCH
    spoken: tuple[SpokenPart, ...] = ()

    @property
    def parts(self) -> tuple[SpokenPart, ...]:
        """What the engines are given, in order."""
        return self.spoken or (SpokenPart(self.text, self.language),)


def speeches(
    texts: Iterable[str], settings: Settings, language: str, say: Say = (), own: Own = ()
) -> tuple[Speech, ...]:
    """The speeches for some texts as the settings want them; `own` are the routine's own words."""
    voice, rate, pitch = settings.voice, settings.voice_rate, settings.voice_pitch
    language = language.lower()
    made = []
    for text in texts:
        parts = spoken_parts(text, language, say, own)
        is_plain = parts == (SpokenPart(text, language),)
        made.append(Speech(text, voice, rate, language, pitch, () if is_plain else parts))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class VoiceLimits:
    """How long the child may take and how often it may fail before we do without.

    `clip_s` and `all_s` are how long an export waits for the next clip, and for all of them.
    """

    answer_s: float = 10.0
    start_s: float = 20.0
    failures: int = 4
    idle_s: float = 20.0
    clip_s: float = 45.0
    all_s: float = 900.0


def chosen_voice(
    voices: Sequence[Voice], wanted: str, language: str, default: str = ""
) -> Voice | None:
    """The wanted voice by id or, if that is empty or unknown, one that fits the language.

    `language` is a tag such as "en" or "en-gb"; `default` the engine's own choice, taken if it
    speaks the language. Without any that does, the default; None if there are no voices.
    """
    by_id = {voice.id: voice for voice in voices}
    if wanted in by_id:
        return by_id[wanted]
    own = by_id.get(default)
    fitting = [v for v in voices if speaks(v, language)]
    if own is not None and (own in fitting or not fitting):
        return own
    # The plainest tag first ("en-us" before "en-us-nyc"); voices of MBROLA are listed by the
    # engine even where their data are missing, so they come last.
    fitting.sort(key=lambda v: (v.id.startswith("mb/"), len(v.language), v.id))
    return fitting[0] if fitting else next(iter(voices), None)


def speaks(voice: Voice, language: str) -> bool:
    """Whether a voice speaks a language, or a kind of it: "en-us" fits "en", "en" fits "en-us"."""
    tag = voice.language
    if voice.is_natural:  # better an accent than a machine
        tag, language = tag.partition("-")[0], language.partition("-")[0]
    return tag == language or tag.startswith(f"{language}-") or language.startswith(f"{tag}-")
