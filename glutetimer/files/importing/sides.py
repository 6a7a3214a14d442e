"""The words for sides in English, German, French and Spanish, wherever a text has them."""

import re

from glutetimer.core.exercise import Sides

_LEFT = r"(?:left|links?|linke[rsnm]?|gauche|izquierd[ao])"
_RIGHT = r"(?:right|rechts?|rechte[rsnm]?|droite?|derech[ao])"
_L, _R = r"(?-i:L(?!\d))", r"(?-i:R(?!\d))"
LIMB = (
    r"(?:side|leg|arm|foot|hand|hip|knee|direction|way|seite|bein|fuß|knie|côté|jambe|bras|lado"
    r"|pierna|brazo)[sn]?"
)
_BOTH = rf"(?:{_LEFT}|{_L}|li\b\.?) ?(?:/|\+|&|,|and|und|et|y|then) ?(?:{_RIGHT}|{_R}\b|re\b\.?)"
_BOTH_TURNED = (
    rf"(?:{_RIGHT}|{_R}|re\b\.?) ?(?:/|\+|&|,|and|und|et|y|then) ?(?:{_LEFT}|{_L}\b|li\b\.?)"
)
_EVERY = (
    r"each|per|both|every|either|ea\.?|je|pro|jede[sr]?|beide[rsn]?|auf jeder|(?:de |par )?chaque"
    r"|par|(?:des |les )?deux|cada|por"
)
EACH = (
    rf"(?:(?:performed? )?(?:(?:on|auf|an|sur|de) )?(?:the )?(?:{_EVERY}) {LIMB}\b"
    rf"|/ ?{LIMB}\b|\be/?s\b|\ba side\b|\b(?:bds|beidseit(?:s|ig))\b\.?"
    rf"|\b(?:{_BOTH}|{_BOTH_TURNED})(?![\w-])(?: {LIMB})?|\beach\b|\bea\b\.?(?! \w))"
)
ALTERNATING = (
    r"(?:\balternat(?:ing|e|ely)\b(?: (?:sides|legs|arms))?|\bin turns\b|\babwechselnd\b"
    r"|\ben alternance\b)"
)
_BEFORE = (
    r"(?:\b(?:only|nur|seulement|just)? ?\b(?:(?:on|for|auf|an|to|à|sur|del?|im|am)\b )?"
    r"(?:(?:the|der|dem|das|die|la|le|el)\b )?(?:(?:côté|jambe|bras|lado|pierna) )?)"
)
_AFTER = r"(?: ?-?(?:only|nur|seulement|affected)\b)?:?"
_FOLLOWS = (
    r"(?=\s*(?:$|[,;:.)(|/\d-]|x ?\d|(?:for|hold|rest|with|then|and hold|à|mit|je|max|amrap)\b))"
)


def _one(word: str, letter: str, short: str) -> str:
    """Where only one side is meant: a name may go on behind such a word, and has it then."""
    return (
        rf"(?:\((?:{word}|{letter}|{short}\.?)(?: {LIMB})?(?: only)?\)"
        rf"|{_BEFORE}(?<![\w-])(?:{word}(?: {LIMB})?|{letter}(?: {LIMB})?|(?<=[\d.,;] ){short}\b\.?"
        rf"|{short}\.(?= \d)){_AFTER}{_FOLLOWS})"
    )


LEFT, RIGHT = _one(_LEFT, _L, "li"), _one(_RIGHT, _R, "re")
WORDS = {
    Sides.EACH: EACH,
    Sides.ALTERNATING: ALTERNATING,
    Sides.LEFT: LEFT,
    Sides.RIGHT: RIGHT,
}
"""What says of a dose on which sides it is done, the surest first."""

_PATTERNS = {
    side: re.compile(rf"[,;(]?\s*{text}\)?", re.IGNORECASE) for side, text in WORDS.items()
}
_HEADINGS = {side: re.compile(rf"{text}[: ]*", re.IGNORECASE) for side, text in WORDS.items()}
_NAMES = tuple(
    (
        side,
        re.compile(
            rf"(?:(?:{word}|{letter}(?=[ :]))[ :,-]+(?!hand turn|angle|and |or |to )(?P<behind>.+)"
            rf"|(?P<before>.+?)[ ,:(-]+{_BEFORE}(?:{word}|{letter}|{short}\.?)(?: {LIMB})?"
            r"(?: only)?\)?)",
            re.IGNORECASE,
        ),
    )
    for side, word, letter, short in (
        (Sides.LEFT, _LEFT, _L, r"li"),
        (Sides.RIGHT, _RIGHT, _R, r"re"),
    )
)
_MOVES = re.compile(r"(?:switch|change|turn|look|move|rotate|other|and|or|the|to)\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:and|or|the|to|your|&|/)$|[/+&]$", re.IGNORECASE)


def sides_in(text: str) -> tuple[Sides | None, str, str]:
    """The sides that a dose is done on, and the text before and behind the words for them."""
    for side, pattern in _PATTERNS.items():
        if found := pattern.search(text):
            return side, text[: found.start()], text[found.end() :]
    return None, text, ""


def sides_heading(text: str) -> Sides | None:
    """The sides that a line of nothing else speaks of: "Right leg only:"."""
    return next((side for side, one in _HEADINGS.items() if one.fullmatch(text)), None)


def sided_name(name: str) -> tuple[str, Sides | None]:
    """A name without its side, and that side: "Clam left" and "Left clam" are the clam."""
    if _MOVES.match(name):
        return name, None
    for side, pattern in _NAMES:
        found = pattern.fullmatch(name)
        bare = (found["behind"] or found["before"]).strip(" ,:(-") if found else ""
        is_whole = bool(re.search(r"\w{2}", bare)) and not re.fullmatch(LIMB, bare, re.IGNORECASE)
        if is_whole and not _ENDS.search(bare):
            return bare[0].upper() + bare[1:] if name[0].isupper() else bare, side
    return name, None
