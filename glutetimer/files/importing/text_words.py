"""Lines of plain text in one spelling: marks, dashes, number words, German, French and Spanish."""

import re
from dataclasses import dataclass

_SIGNS = str.maketrans({"×": "x", "″": '"', "”": '"', "’": "'"})
_SIGNS |= dict.fromkeys((0x2012, 0x2013, 0x2014, 0x2212), "-")
_SIGNS |= {0x00A0: " ", 0x202F: " ", ord("*"): " ", ord("_"): " ", ord("`"): " ", 0xFE0F: "."}
_SIGNS |= {0x20E3: " ", ord("½"): ".5"}
_STAR = re.compile(r"(?<=\d) ?\* ?(?=\d)")
_LABEL = re.compile(r"^([A-Z])\d[.):]?\s+(?=\S)")
_BULLET = re.compile(
    r"^(?:[-+]?\s*\[[ xX]?\]\s*|[^\w(#+'\"\[]+|\(?\d{1,2}(?:[.):]+|\s*-)\s+|[a-zA-Z][.)]\s+)"
)
_FIELD = re.compile(r"^(?:name|exercise|übung|exercice)(?: ?\d{1,2})? ?: ?(?=\S)", re.IGNORECASE)
NUMBER_WORDS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30},
}
_UNIT = r"sets?|reps?|repetitions?|times|rounds?|seconds?|secs?|minutes?|mins?"
_WORDS: tuple[tuple[str, str], ...] = (
    (r"\b(?:sek(?:unden?)?|secondes?|segundos?)\b\.?", "s"),
    (r"\b(?:minuten?|minutos?)\b\.?", "min"),
    (r"\b(?:sätze?n?|séries?|serien?|series)\b", "sets"),
    (r"\b(?:wdhl?|wiederholungen|répétitions?|repeticiones|ripetizioni)\b\.?", "reps"),
    (r"\b(?:runden?|tours|rondas)\b", "rounds"),
    (r"\b(?:pausen?|repos|descanso|erholung)\b(?=[ :]*\d)(?!.{1,12} at (?:the )?top)", "rest"),
    (r"(?<=\d)( ?(?:s|min) )(?:pause|repos|descanso)\b", r"\1rest"),
    (r"\b(?:halten|tenir|mantener)\b", "hold"),
    (r"\b(\d+) ?(?:min|m)\.? ?([0-5]\d)(?: ?s(?:ec)?)?\b(?! ?(?:x|reps|sets|-))", r"\1:\2"),
    (rf"\b({'|'.join(NUMBER_WORDS)})(?=(?: to \w+)? (?:{_UNIT})\b)", ""),
    (r"(?<=\d)(?=(?:sets|hold|daily|weekly|reps)\b)", " "),
    (r"\btime\(s\)", "times"),
    (r"\bsets? (?:à|de|von|di) (?=\d)", "sets of "),
    (r"((?:\d+, ?)+\d+) - (?=\d)", r"\1; "),
)
_PATTERNS = [(re.compile(pattern, re.IGNORECASE), new) for pattern, new in _WORDS]
_MOST_LETTERS = 1000


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line without its bullet: `is_listed` if it had one; `label` is the "A" of "A1"."""

    number: int
    text: str
    label: str = ""
    is_listed: bool = False
    is_heading: bool = False


def text_line(number: int, line: str) -> TextLine:
    """A line in one spelling; what is far too long to be one is cut."""
    text = _STAR.sub(" x ", line[:_MOST_LETTERS]).translate(_SIGNS).strip()
    is_heading = text.startswith("#")
    text = text.lstrip("#").strip() if is_heading else text
    label = _LABEL.match(text)
    bare = text[label.end() :] if label else _BULLET.sub("", text, count=1)
    bare = _FIELD.sub("", bare)
    return TextLine(
        number,
        spelled(bare),
        label[1] if label else "",
        is_listed=bare != text,
        is_heading=is_heading,
    )


def spelled(text: str) -> str:
    """A text with the words of other languages as the English ones."""
    for pattern, new in _PATTERNS:
        text = pattern.sub(new or _english, text)
    return " ".join(text.split())


def _english(found: re.Match[str]) -> str:
    return str(NUMBER_WORDS[found[0].casefold()])
