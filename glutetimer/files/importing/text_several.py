"""Lines of plain text that hold several exercises, each with a dose of its own."""

import re
from dataclasses import replace

from glutetimer.core.exercise import Work
from glutetimer.files.importing.text_dose import dose_of
from glutetimer.files.importing.text_exercise import name_and_note
from glutetimer.files.importing.text_words import TextLine

_BETWEEN = re.compile(r"[,;] +(?=[^\W\d])(?![^()]*\))")
_MOST_NAME_WORDS = 5
_LEAST_S = 10.0
"""A shorter time is that of a part of a rep: "2 sec down" (editorial)."""


def exercises_of(line: TextLine) -> list[TextLine]:
    """The line, or one for each exercise in it; what has no name and dose goes with that before."""
    texts: list[str] = []
    for part in _BETWEEN.split(line.text):
        if texts and not _is_exercise(part):
            texts[-1] += f", {part}"
        else:
            texts.append(part)
    if len(texts) < 2 or not _is_exercise(texts[0]):
        return [line]
    return [replace(line, text=text) for text in texts]


def _is_exercise(text: str) -> bool:
    dose = dose_of(text)
    name, note = name_and_note(dose.rest_of_line)
    is_dosed = any(not isinstance(one, Work) or one.seconds >= _LEAST_S for one in dose.amounts)
    is_named = 0 < len(name.split()) <= _MOST_NAME_WORDS and not (note and not dose.sets)
    return is_named and is_dosed
