"""Doses that are written in unusual ways, in the usual one that `text_dose` knows."""

import re

from glutetimer.files.importing.text_patterns import SPAN, pattern
from glutetimer.files.importing.text_words import NUMBER_WORDS

_WORD = "|".join(NUMBER_WORDS)
_REPS = r"(?: ?(?:reps?|repetitions?))?"
_SPELLINGS = (
    (pattern(r"(?<!\d):([0-5]\d)\b(?!:)"), r"0:\1"),
    (pattern(rf"(?<=\bsets of )({_WORD})\b|(?<=\dx )({_WORD})\b|(?<=\d x )({_WORD})\b"), ""),
    (pattern(r"\b(@N) by (@N)\b"), r"\1 x \2"),
    (pattern(r"^(.*[^\W\d]) ?/ ?(@N) ?/ ?(@N)$"), r"\1 \2 x \3"),
    (pattern(r"\b(@N) (?:reps?|times|repetitions?|holds?) (?:of |for )?(@T)"), r"\1 x \2"),
    (
        pattern(r"\b(?:pause|squeeze|hold)(?: and hold)?(?: for| of)?[ :]+(@T) at (?:the )?top\b"),
        r"hold \1",
    ),
    (
        pattern(r"\b(?:pause|squeeze|hold)[a-z ]{0,20} at (?:the )?top(?: for| of)?[ :]+(@T)"),
        r"hold \1",
    ),
    (pattern(r"^squeeze (?:and hold )?(?:for )?(@T)"), r"hold \1"),
    (pattern(r"(kgs?|lbs?) ?x ?(@N) ?x ?(@N)\b"), r"\1 \3 x \2"),
    (pattern(rf"\b(@N){_REPS} ?x ?(@N){_REPS} ?x ?(@T)(?:-? ?holds?\b)?"), r"\1 x \2, hold \3"),
    (pattern(r"\b(@N) ?x ?(@T)[ -]holds?\b"), r"\1 x \2"),
    (pattern(r"\b(@N) ?x ?\(?(?=(?:with )?(?:a )?hold\b)"), r"\1 reps, "),
    (pattern(r"\b(@N) ?x ?(max(?:imum)?|amrap)\b"), r"\1 sets \2"),
    (pattern(r"\b(max(?:imum)?|amrap)(?: reps?)? ?x ?(@N)(?: ?sets)?\b"), r"\2 sets \1"),
    (pattern(rf"({SPAN} ?x ?{SPAN}) ([\dx](?:-[\dx]){{2,3}}|\d[\dx]{{3}})$"), r"\1 tempo \2"),
    (pattern(r"\b(rest|break)[ :]+(\d{2,3})(?=$|[,;.)])"), r"\1 \2 s"),
    (pattern(r"^hold (?:an? |the |your )?(?=[^\W\d]{3,}.* \d)(?!for\b|and\b|each\b|time\b)"), ""),
)


def usual(text: str) -> str:
    """The line with its dose in the usual words."""
    for wanted, written in _SPELLINGS:
        text = wanted.sub(written or _in_digits, text)
    return text


def _in_digits(found: re.Match[str]) -> str:
    return str(NUMBER_WORDS.get(found[0].casefold(), ""))
