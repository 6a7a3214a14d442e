"""Which words of a text are the routine's own, and in what language each part is said.

The program speaks English. In a routine of another language its own words are said by a voice of
theirs, and what the files say by one of the routine's language: "Next: | Beckenheben | 10 reps".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from glutetimer.core.cues.pronunciation import Say, spoken_form
from glutetimer.core.cues.written_out import written_out
from glutetimer.core.exercise import OUR_LANGUAGE
from glutetimer.core.routine import Routine

Own = tuple[str, ...]
"""The texts that are in the routine's language; none where that is ours."""


class SpokenPart(NamedTuple):
    """Some words in one language; `is_ours`: the program's, in a routine of another language."""

    words: str
    language: str
    is_ours: bool = False


def own_words(routine: Routine) -> Own:
    """What a routine says in its own language: its cues, and the words of its own exercises."""
    return tuple(dict.fromkeys(_own_words(routine))) if not is_ours(routine.language) else ()


def is_ours(language: str) -> bool:
    """Whether a language (a tag) is the program's."""
    return language.lower().partition("-")[0] == OUR_LANGUAGE


def language_remark(routine: Routine) -> str:
    """What whoever writes a routine in another language should know; "" in ours."""
    if is_ours(routine.language):
        return ""
    return (
        f"the program’s own words (counts, rests, sides) are said in English, by an English "
        f"voice; the words of this file by one for “{routine.language}”"
    )


def spoken_parts(text: str, language: str, say: Say, own: Own) -> tuple[SpokenPart, ...]:
    """A text as it is given to the engines, in its parts; never none."""
    if is_ours(language):
        return (SpokenPart(written_out(spoken_form(text, say)), language),)
    parts = (
        SpokenPart(spoken_form(words, say), language)
        if is_own
        else SpokenPart(written_out(spoken_form(words, say)), OUR_LANGUAGE, is_ours=True)
        for words, is_own in _split(text, own)
    )
    return tuple(part for part in parts if any(c.isalnum() for c in part.words)) or (
        SpokenPart(text, language),
    )


def _split(text: str, own: Own) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is the routine's own."""
    longest_first = sorted(filter(None, own), key=len, reverse=True)
    phrases = "|".join(re.escape(phrase) for phrase in longest_first)
    pieces = re.split(rf"(?<!\w)({phrases})(?!\w)", text) if phrases else [text]
    for number, piece in enumerate(pieces):
        yield piece.strip(" ,"), number % 2 == 1


def _own_words(routine: Routine) -> Iterator[str]:
    for entry in routine.entries:
        yield from entry.cues
        if entry.exercise.language:
            continue  # it comes with the program
        yield entry.exercise.name
        for _, cues in entry.exercise.cues:
            for cue in cues:
                yield cue.say
                yield cue.short
