"""What was said already, so that nothing is said twice, whatever becomes of the sheet."""

from collections.abc import Callable, Mapping

from glutetimer.audio.course import CueKey, Due

_SAME_CUE_S = 4.0  # words that a new sheet has moved by less are the same words


class SpokenCues:
    """The cues that were placed, by step, kind and words, each with its offsets into the step."""

    def __init__(self) -> None:
        self._offsets_s: dict[CueKey, list[float]] = {}

    def __contains__(self, due: Due) -> bool:
        return any(is_at(at_s, due.offset_s) for at_s in self._offsets_s.get(due.key, ()))

    def add(self, due: Due) -> None:
        """It is said."""
        self._offsets_s.setdefault(due.key, []).append(due.offset_s)

    def remove(self, due: Due) -> None:
        """It was taken back before it began. Raises KeyError, ValueError if it was not added."""
        self._offsets_s[due.key].remove(due.offset_s)

    def clear(self) -> None:
        """Forget everything: the session is elsewhere."""
        self._offsets_s.clear()

    def forget_before(self, step: int) -> None:
        """Forget the steps that are over."""
        self._offsets_s = {key: at for key, at in self._offsets_s.items() if key[0] >= step}

    def follow(self, offsets_of: Callable[[int], Mapping[CueKey, list[float]]]) -> None:
        """Find what was said in a new sheet, where it may stand a little elsewhere.

        `offsets_of` gives where the cues of a step stand now.
        """
        for step in {step for step, _, _ in self._offsets_s}:
            offsets_s = offsets_of(step)
            for key, said_s in self._offsets_s.items():
                if key[0] == step:
                    new_s = list(offsets_s.get(key, ()))
                    self._offsets_s[key] = [_taken_nearest(at_s, new_s) for at_s in said_s]


def is_at(one_s: float, other_s: float) -> bool:
    """Whether two offsets into a step are the same."""
    return abs(one_s - other_s) < 0.001


def _taken_nearest(at_s: float, offsets_s: list[float]) -> float:
    """The nearest of some offsets, taken out of them, or the offset itself if all are far."""
    nearest_s = min(offsets_s, key=lambda other_s: abs(other_s - at_s), default=at_s)
    if not offsets_s or abs(nearest_s - at_s) > _SAME_CUE_S:
        return at_s
    offsets_s.remove(nearest_s)
    return nearest_s
