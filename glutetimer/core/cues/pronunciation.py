"""How words are said that a speech engine would say wrongly; never seen on the screen."""

import re

from glutetimer.core.routine import Routine

Say = tuple[tuple[str, str], ...]
"""(written, spoken) pairs; the written are whole words, in any case."""


def pronunciations(routine: Routine) -> Say:
    """The pairs of all exercises of a routine; the first file that names a word decides."""
    found: dict[str, tuple[str, str]] = {}
    for entry in routine.entries:
        for written, spoken in entry.exercise.say:
            found.setdefault(written.casefold(), (written, spoken))
    return tuple(found.values())


def spoken_form(text: str, say: Say) -> str:
    """The text with the written words replaced; longer ones before those that they contain."""
    if not say:
        return text
    spoken = {written.casefold(): words for written, words in say}
    longest_first = sorted(spoken, key=len, reverse=True)
    words = "|".join(re.escape(written) for written in longest_first)
    whole = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return whole.sub(lambda match: spoken.get(match[0].casefold(), match[0]), text)
