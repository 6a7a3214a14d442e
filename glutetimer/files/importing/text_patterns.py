"""The words and marks in which people write a dose, as patterns."""

import re

N = r"\d{1,3}"
_SECONDS, _MINUTES = r"(?:s|secs?|seconds?|''|\")", r"(?:mins?|minutes?|'|m(?= |,|;|$|\)))"
TIME = (
    rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?[ -]?(?:{_SECONDS}|{_MINUTES})(?![a-z])\.?"
    rf"(?: ?\d{{1,2}} ?{_SECONDS}(?![a-z]))?|\d{{1,2}}:\d\d)"
)
TO = r"(?: ?- ?| to | bis | à )"
X = r" ?[x*] ?"
SPAN = rf"{N}(?:{TO}{N})?"
TIMES = rf"(?:{N}(?:[.,]\d)?(?: ?{_SECONDS})?{TO})?{TIME}"
OF_SETS = r"(?: ?(?:sets?|rounds?))"


def pattern(text: str) -> re.Pattern[str]:
    """A pattern in which @T stands for times, and @N for whole numbers, or a span of them."""
    return re.compile(text.replace("@T", TIMES).replace("@N", SPAN), re.IGNORECASE)


_DAYS = r"(?:a|per|/|each|every|pro|am|par|al|por) ?(?:day|week|tag|woche|jour|semaine|día)\b"
_OFTEN = r"(?:täglich|wöchentlich|daily|weekly)\b"
OFTEN = pattern(
    r"[,;(]?\s*\b(?:(?:perform|do|complete)? ?)?(?:(?:@N|once|twice|one|two)"
    r"(?: ?x| ?(?:times?|mal|fois|veces))?(?: ?-?(?:@N) ?(?:x|times))? ?"
    rf"(?:{_DAYS}|{_OFTEN})|@N (?:days|times) (?:a|per) week|(?:every|each|jeden) (?:day|tag)\b"
    rf"|{_OFTEN}(?:: ?\d+| ?x ?@N| @N ?(?:x|mal|times)\b)?(?: durchführen)?)\)?"
)
EFFORT = pattern(r"[,;(@]?\s*\b(?:rpe|rir)[ :]*\d{1,2}(?:[.,]5)?(?:-\d{1,2})?\)?|\b\d RIR\b")
TEMPO = pattern(r"(?:\btempo[ :]*|@ ?)([\dxX](?:[-/ ]?[\dxX]){2,3})(?![\d.]| ?kg| ?lb)")
RESTS = (
    pattern(
        r"[,;(]?\s*(?:with )?\b(?:rest|break)s?(?: for| of)?[ :]*(@T)"
        r"(?: (?:rest|between)[a-z ]*)?\)?"
    ),
    pattern(r"[,;(]?\s*(?:with )?(@T) (?:of )?(?:rest|break)s?\b(?: between[a-z ]*)?\)?"),
)
HOLD = pattern(
    r"[,;(]?\s*(?:(?:with |and )?(?:a )?"
    r"(?:\bhold(?:ing)?(?: for| of| at the top)*[ :]*(@T|\d{1,2}(?![\dx%]))(?: at the top)?"
    r"|(@T)[ -](?:holds?|isometric|squeeze|pause at the top))"
    r"(?: each(?! side| leg| arm)| per rep)?)\)?"
)
PER_SIDE = pattern(r"\((@N) (?:each|per|a) (?:side|leg|arm)\)")
LEFT_AND_RIGHT = pattern(
    r"\b(@N) ?(?:l|left|\(l(?:eft)?\))\W+(?:and )?(@N) ?(?:r|right|\(r(?:ight)?\))(?!\w)"
)
COLOURS = "red|green|blue|yellow|black|grey|gray|silver|gold|orange|purple"
LOAD = pattern(
    r"[,;(]?\s*(?:@ ?|\bwith |\bat |\bw/ ?)?(?:\ban? )?("
    r"(?:\d{1,2} ?x ?)?\d{1,3}(?:[.,]\d{1,2})? ?(?:kgs?|lbs?|pounds|kilos?)\b"
    r"(?: (?:dumbbells?|kettlebells?|barbell|plate)\b)?"
    rf"|(?:{COLOURS}|light|medium|heavy|strong) (?:loop |mini )?bands?\b|body ?weight\b)\)?"
)
DISTANCE = pattern(
    r"(?:(@N)" + X + r")?\b(\d{2,4} ?m|\d{1,4} ?(?:metres?|meters?|km|ft|feet|yards?|yds?))\b"
)
OPEN = pattern(
    r"(?:\bamrap\b|\b(?:to|till|until) (?:failure|fatigue)\b|\bmax(?:imum)?(?: reps)?\b)"
)
LIST = pattern(
    rf"(?<![\d:./-])({N}(?: ?[-/,] ?{N}){{2,9}})(?![\d:/-]) ?(@T|s|sec|seconds|reps?)?\b"
)
_NO_NAME = r"(?<!quad )(?<!quads )(?<!glute )(?<!gluteal )(?<!ham )"  # "quad sets" are no sets
REPS_AND_SETS = (
    pattern(rf"\b(@N) ?(?:reps?|steps?)(?: ?[x*,] ?| for | )(@N){OF_SETS}\b"),
    pattern(rf"\b(@N){X}(@N) ?sets?\b"),
    pattern(rf"(?<![\d:])(@T){X}(@N){OF_SETS}?\b(?! ?reps)"),
    pattern(rf"(?<![\d:])(@T) (?:for )?(@N){OF_SETS}\b"),
    pattern(rf"(?<![\d:])(@T)[ ,|]*x ?(@N){OF_SETS}?$"),
    pattern(r"(?<![\d:])(@T)[ ,|]*(?:for )?(@N) ?times\b"),
)
SETS = (
    pattern(rf"\b(@N){X}(@T|@N|amrap|max)(?! ?kg| ?lb)(?: ?(?:reps?|steps?)\b)?"),
    pattern(r"\b(@N) sets?\b(?: of| x|,|:| @)? ?(@T|@N)?(?: ?(?:reps?|steps?)\b)?"),
    pattern(_NO_NAME + r"\b(?:sets[ :]+|set ?: ?)(@N)"),
)
SETS_NAMED = pattern(_NO_NAME + r"\bsets? ?[:=] ?(@N)(?! ?x)")
SETS_ALONE = (
    pattern(r"\b(@N) sets?\b"),
    pattern(_NO_NAME + r"\b(?:sets[ :]+|set ?: ?)(@N)"),
    pattern(r"\bx ?(@N)$"),
)
REPS = pattern(
    r"(?:^(@N) ?x (?=[a-z])|\b(@N) ?(?:steps?|reps?|repetitions?|times|breaths?)\b"
    r"|\bx ?(@N)\b|\breps?[ :]+(@N))"
)
TIME_ALONE = pattern(r"(?:\bfor )?(?<![\d:])(@T)(?! each)")
NUMBER_ALONE = pattern(
    r"(?<!phase )(?<!level )(?<!stage )(?<!part )(?<!week )(?<!day )(?<!exercise )(?<!set )"
    r"(?<!block )(?<!no )(?<!page )(?<!big )(?<!top )(?<![\d:.%#])\b(@N)$"
)
NUMBER_FIRST = pattern(r"^(@N) (?=[^\W\d])")
SET_NUMBER = pattern(r"^set \d{1,2} ?[:.)-] ?")
