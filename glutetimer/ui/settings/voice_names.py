"""The voices as a person looks for them: by a language and region that one knows."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from glutetimer.core.counts import one_line
from glutetimer.core.exercise import OUR_LANGUAGE
from glutetimer.core.ports.player import Voice


def in_order(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """Natural voices first, then by language: that of our texts, the person's own, the others."""
    own = QLocale().name().partition("_")[0]
    firsts = {OUR_LANGUAGE: 0, own: 1} if own != OUR_LANGUAGE else {own: 0}

    def rank(voice: Voice) -> tuple[bool, int, str]:
        language = voice.language.partition("-")[0]
        return not voice.is_natural, firsts.get(language, len(firsts)), language_name(voice)

    return tuple(sorted(voices, key=rank))


def voice_name(voice: Voice) -> str:
    """A voice as it is listed: "Heart, natural, English (United States)"."""
    name, language = one_line(voice.name), language_name(voice)
    is_told = not language or language.partition(" (")[0].casefold() in name.casefold()
    parts = (name, "natural" if voice.is_natural else "", "" if is_told else language)
    return ", ".join(part for part in parts if part)


def language_name(voice: Voice) -> str:
    """The language with its region: "English (United States)"; the tag where nobody knows it."""
    tag = voice.language
    locale = QLocale(tag.replace("-", "_"))
    if locale.language() == QLocale.Language.C:
        return one_line(tag)
    language = QLocale.languageToString(locale.language())
    region = QLocale.codeToTerritory(tag.partition("-")[2][:2]) if "-" in tag else None
    if region is None or region is QLocale.Country.AnyCountry:
        return language
    return f"{language} ({QLocale.territoryToString(region)})"
