"""Which exercise of ours a name means: surely, perhaps, or none."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from glutetimer.core.exercise import Exercise

LEAST_LIKENESS = 0.6
"""Names that share less than this part of their words are not asked about (editorial)."""
LEAST_SPELLING = 0.85
"""Names that are spelt as much alike as this may be the same with a slip (editorial)."""
LEAST_PART = 0.4
"""A name that is wholly in another is asked about if it is at least this part of it (editorial)."""

_SAME_WORDS = {
    "glutes": "glute",
    "gluteal": "glute",
    "hips": "hip",
    "1": "one",
    "single": "one",
    "sl": "one leg",
    "2": "two",
    "double": "two",
    "legged": "leg",
    "raises": "raise",
    "lift": "raise",
    "lifts": "raise",
    "bridging": "bridge",
    "banded": "band",
    "clam": "clam shell",
    "clamshell": "clam shell",
    "rdl": "romanian deadlift",
    "brücke": "bridge",
    "brücken": "bridge",
    "beckenheben": "bridge",
    "muschel": "clam shell",
    "muscheln": "clam shell",
    "kniebeuge": "squat",
    "kniebeugen": "squat",
    "einbeinig": "one leg",
    "einbeinige": "one leg",
    "einbeiniges": "one leg",
    "seitstütz": "side plank",
}
_EMPTY_WORDS = {"the", "a", "an", "with", "on", "your", "and", "exercise"}
_VAGUE = ({"leg", "raise"}, {"band", "walk"})
"""Names of ours that other exercises have too: whoever writes no more is asked."""


@dataclass(frozen=True, slots=True)
class Match:
    """`exercise_id` is the exercise that is surely meant, else "", `perhaps` those to ask about."""

    exercise_id: str = ""
    perhaps: tuple[str, ...] = ()


def match(name: str, exercises: Iterable[Exercise]) -> Match:
    """The exercise that a name means; spaces, plural and order of words count for nothing."""
    words = _words(name[:200])
    wanted, spelt = frozenset(words), "".join(words)
    if not wanted:
        return Match()
    likeness: dict[str, float] = {}
    for exercise in exercises:
        for known in (exercise.name, *exercise.also):
            ours = _words(known)
            if (frozenset(ours) == wanted or "".join(ours) == spelt) and wanted not in _VAGUE:
                return Match(exercise.id)
            likeness[exercise.id] = max(_likeness(words, ours), likeness.get(exercise.id, 0.0))
    close = sorted((-share, one) for one, share in likeness.items() if share)
    return Match("", tuple(one for _, one in close[:3]))


def _likeness(words: Sequence[str], ours: Sequence[str]) -> float:
    """How much two names are alike, 0 to 1; 0 where it is not worth a question."""
    wanted, known = frozenset(words), frozenset(ours)
    share = len(known & wanted) / len(known | wanted)
    is_within = known <= wanted or (wanted <= known and len(wanted) > 1)  # "walk" is any walk
    is_part = share >= LEAST_PART and is_within
    if share >= LEAST_LIKENESS or is_part:
        return share
    spelt = SequenceMatcher(None, "".join(words), "".join(ours))
    is_slip = spelt.real_quick_ratio() >= LEAST_SPELLING and spelt.ratio() >= LEAST_SPELLING
    return LEAST_LIKENESS if is_slip else 0.0


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_singular(name)))


def _singular(name: str) -> Iterator[str]:
    for word in re.findall(r"\w+", name.casefold().replace("'", "").replace("’", "")):
        for part in _SAME_WORDS.get(word, word).split():
            if part not in _EMPTY_WORDS:
                is_plural = len(part) > 3 and part.endswith("s") and not part.endswith("ss")
                single = part[:-1] if is_plural else part
                yield from _SAME_WORDS.get(single, single).split()
