"""English texts as they are said: "45 s" is "45 seconds", whatever an engine would make of it."""

import re
from collections.abc import Callable

_UNITS = {
    "s": "second", "sec": "second", "secs": "second", "min": "minute", "mins": "minute",
    "h": "hour", "hr": "hour", "hrs": "hour", "m": "metre", "cm": "centimetre", "mm": "millimetre",
    "km": "kilometre", "kg": "kilo", "g": "gram", "lb": "pound", "lbs": "pound",
}  # fmt: skip
_FRACTIONS = {
    "1/2": "half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter",
    "3/4": "three quarters", "1/8": "one eighth", "½": "half", "⅓": "one third", "⅔": "two thirds",
    "¼": "one quarter", "¾": "three quarters",
}  # fmt: skip
_WORDS = {
    "RPE": "R P E", "RIR": "R I R", "ROM": "range of motion", "AMRAP": "as many reps as possible",
    "EMOM": "every minute on the minute", "TKE": "T K E", "SLR": "straight leg raise",
    "RDL": "R D L", "BW": "body weight", "e.g.": "for example", "i.e.": "that is",
    "approx.": "about", "vs.": "against", "vs": "against", "w/o": "without", "w/": "with",
    "L/R": "left and right", "reps/side": "reps a side", "/side": "a side", "/leg": "a leg",
}  # fmt: skip

_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_EMOJI = "[\u2600-\u27bf\u200d\ufe0f\U0001f000-\U0001faff]+"
_FRACTION = "|".join(re.escape(text) for text in _FRACTIONS)


def written_out(text: str) -> str:
    """The text in words that every engine says right; what is plain already stays as it is."""
    for pattern, spoken in _RULES:
        text = pattern.sub(spoken, text)
    return text


def _units(number: str, unit: str) -> str:
    name = _UNITS[unit]
    return f"{number} {name if number == '1' else f'{name}s'}"


def _minutes(match: re.Match[str]) -> str:
    minutes, seconds = match[1].lstrip("0"), match[2].lstrip("0")
    if not minutes:
        return _units(seconds or "0", "s")
    said = _units(minutes, "min")
    return f"{said} {_units(seconds, 's')}" if seconds else said


def _word(match: re.Match[str]) -> str:
    return _WORDS[match[0]]


def _decimal_comma(match: re.Match[str]) -> str:
    return _units(f"{match[1]}.{match[2]}", match[3])


def _part_of_unit(match: re.Match[str]) -> str:
    whole, part, unit = match[1], match[2], _UNITS[match[3]]
    if whole:  # two and a half seconds
        return f"{whole}{part} {unit}s"
    article = "an" if unit == "hour" else "a"
    return f"{part} {article} {unit}" if part == "half" else f"{part} of {article} {unit}"


def _mixed(match: re.Match[str]) -> str:
    part = _FRACTIONS[match[2]]
    return f"{match[1]} and {'a half' if part == 'half' else part}"


_Spoken = str | Callable[[re.Match[str]], str]
_RULES: tuple[tuple[re.Pattern[str], _Spoken], ...] = tuple(
    (re.compile(pattern), spoken)
    for pattern, spoken in (
        (r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)]", "the link"),
        (rf"^{_EMOJI}\s*|\s*{_EMOJI}", ""),
        (r" ?-+> ?", ", "),
        (r"\b(RPE|RIR)(?=\d)", r"\1 "),
        (rf"(?<![\w.])(?:{'|'.join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})"
         r"(?![\w/])", _word),
        # 1m30s, 1 min 30 s, 1:30 min; then a time of its own, which is minutes and seconds here
        (r"\b(\d+) ?m(?:in)? ?(\d{1,2}) ?s(?:ec)?\b", _minutes),
        (r"(?<![\d:])(\d{1,2}):(\d\d)(?: min)?(?![\d:])", _minutes),
        # 3-0-1-0: a tempo, digit by digit; before ranges
        (r"(?<![\d-])(\d)-(\d)-(\d)-(\d)(?![\d-])", r"\1, \2, \3, \4"),
        (rf"(?<![\w.-])({_NUMBER}) ?[-–] ?({_NUMBER})(?![\d-])", r"\1 to \2"),
        (rf"({_NUMBER}) ?[x×] ?(?={_NUMBER})", r"\1 times "),
        (rf"(?<![\w.])[x×] ?({_NUMBER})", r"times \1"),
        (r"\b(\d+) ?[x×](?! ?\d)(?!\w)", r"\1 times"),
        (r"(?:(?<=\d)|(?<=times))/(?=[a-z]{3})", " per "),
        (r"(?<![\w/.])([2-9]\d)/\1(?![\w/])", r"\1 \1"),
        (r"\b([Ss]et|[Rr]ound) (\d+)/(\d+)(?![\w/])", r"\1 \2 of \3"),
        (rf"(?<![\w/])(\d+) ({_FRACTION})(?![\w/])", _mixed),
        (r"(?<![\w/])(\d+)([½⅓⅔¼¾])", _mixed),
        (rf"(?<![\w/.])({_FRACTION})(?![\w/])", lambda match: _FRACTIONS[match[1]]),
        (r"(?<![\w/.])(\d+)/(\d+)(?![\w/])", r"\1 out of \2"),
        (r"(?<![\w/.])\d+(?:/\d+){2,}(?![\w/])", lambda match: match[0].replace("/", ", ")),
        (rf"(?<![\d,.])(\d+),(\d{{1,2}}) ?({_UNIT})(?![\w'’])", _decimal_comma),
        (rf"(and (?:a |one |two |three ))?\b(half|thirds?|quarters?|eighth) ({_UNIT})(?![\w'’])",
         _part_of_unit),
        (rf"({_NUMBER}) ?°C?(?!\w)", r"\1 degrees"),
        (rf"({_NUMBER}) ?%", r"\1 percent"),
        (rf"(?<![\w.])({_NUMBER}) ?({_UNIT})(?![\w'’])", lambda match: _units(match[1], match[2])),
        (r"(?<=\w) ?& ?(?=\w)", " and "),
        (r"(?<=\w) \+ (?=\w)", " plus "),
        (r"(?<=\d)\+(?![\w+])(?! ?\d)", " or more"),
        (r"[~≈] ?(?=\d)", "about "),
        (r"± ?(?=\d)", "plus or minus "),
        (r"(?<!\w)− ?(?=\d)", "minus "),  # a real minus; a hyphen may be a list's
        (r"(?:≥|>=) ?(?=\d)", "at least "),
        (r"(?:≤|<=) ?(?=\d)", "at most "),
        (r"> ?(?=\d)", "more than "),
        (r"< ?(?=\d)", "less than "),
        (r"(?<![\w#])(?:#|[Nn]o\. ?)(?=\d)", "number "),
        (r" ?@ ?(?=\d)", " at "),
        (r"\b1 ?RM\b", "one rep maximum"),
        (r"\b(\d+) ?RM\b", r"\1 rep maximum"),
        (r"(?<=sets) à (?=\d)", " of "),
        (r" ?[→⇒] ?", ", "),
        (r"(?<!\w)[*_]+(?=\w)|(?<=[\w.!])[*_]+(?!\w)", ""),
    )
)  # fmt: skip
