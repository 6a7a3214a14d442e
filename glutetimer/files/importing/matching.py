"""Which exercise of ours a name means: surely, perhaps, or none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glutetimer.core.exercise import Exercise

LEAST_LIKENESS = 0.6
"""Names that share less than this part of their words are not asked about (editorial)."""

_SAME_WORDS = {
    "glutes": "glute",
    "gluteal": "glute",
    "hips": "hip",
    "1": "one",
    "single": "one",
    "raises": "raise",
    "clamshell": "clam shell",
}
_EMPTY_WORDS = {"the", "a", "an", "with", "on", "your", "and", "exercise"}


@dataclass(frozen=True, slots=True)
class Match:
    """`exercise_id` is the exercise that is surely meant, else "", `perhaps` those to ask about."""

    exercise_id: str = ""
    perhaps: tuple[str, ...] = ()


def match(name: str, exercises: Iterable[Exercise]) -> Match:
    """The exercise that a name means; spelling, plural and order of words count for nothing."""
    wanted = _words(name)
    if not wanted:
        return Match()
    likeness: dict[str, float] = {}
    for exercise in exercises:
        for known in (exercise.name, *exercise.also):
            words = _words(known)
            if words == wanted:
                return Match(exercise.id)
            share = len(words & wanted) / len(words | wanted)
            likeness[exercise.id] = max(share, likeness.get(exercise.id, 0.0))
    close = sorted((-share, one) for one, share in likeness.items() if share >= LEAST_LIKENESS)
    return Match("", tuple(one for _, one in close[:3]))


def _words(name: str) -> frozenset[str]:
    return frozenset(_singular(name))


def _singular(name: str) -> Iterator[str]:
    for word in re.findall(r"\w+", name.casefold().replace("'", "")):
        for part in _SAME_WORDS.get(word, word).split():
            if part not in _EMPTY_WORDS:
                is_plural = len(part) > 3 and part.endswith("s") and not part.endswith("ss")
                single = part[:-1] if is_plural else part
                yield from _SAME_WORDS.get(single, single).split()
