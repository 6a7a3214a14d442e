"""Which of the machine's voices speaks."""

from collections.abc import Sequence

from glutetimer.core.ports.player import Voice


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
    return tag == language or tag.startswith(f"{language}-") or language.startswith(f"{tag}-")
