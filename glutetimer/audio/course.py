"""The course of a session: which cue of a sheet is due when, and what was said already."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from glutetimer.core.cues.sheet import CueKind, CueSheet, SheetCue

LATE_WORDS_S = 1.5
"""Words may be so late if they do not run into a count."""

_LOOK_S = 10.0  # longer than any words: far enough to see what late ones would run into
_SAME_PLACE_S = 0.25
_SAME_CUE_S = 4.0  # words that a new sheet has moved by less are the same words
_COUNTS = (CueKind.COUNT, CueKind.COUNTDOWN, CueKind.LOWERING)

CueKey = tuple[int, CueKind, str]
"""What two cues have in common that say the same in the same step."""

PlaceInSheet = tuple[int, float]
"""A step and seconds into it, added rest counted."""


@dataclass(frozen=True, slots=True)
class Due:
    """A cue with its clock time; `offset_s` into the step counts added rest."""

    cue: SheetCue
    due_s: float
    offset_s: float

    @property
    def is_count(self) -> bool:
        """Whether it is worse than nothing when it comes late."""
        return self.cue.kind in _COUNTS

    @property
    def key(self) -> CueKey:
        """What it says, and in which step."""
        return self.cue.step, self.cue.kind, self.cue.text

    @property
    def place(self) -> PlaceInSheet:
        """Where it is due."""
        return self.cue.step, self.offset_s


@dataclass(frozen=True, slots=True)
class PlayingPlace:
    """A step, the clock time at which it began, and the seconds that were added to it."""

    step: int
    began_s: float
    added_s: float

    def offset_s(self, cue: SheetCue) -> float:
        """Where a cue of the step stands in it; the countdown goes along with its end."""
        return cue.offset_s + (self.added_s if cue.kind is CueKind.COUNTDOWN else 0.0)


class PlayingCourse:
    """A sheet with its steps one after the other; knows no sound and no stream."""

    def __init__(self, sheet: CueSheet) -> None:
        self._sheet = sheet

    def first_change(self, before: "PlayingCourse", steps: Iterable[int]) -> PlaceInSheet | None:
        """The first place in some steps at which this course is not as the one before."""
        if self._sheet.durations_s != before._sheet.durations_s:
            return next(((step, 0.0) for step in steps), None)
        for step in steps:
            for cues in zip_longest(self._sheet.of_step(step), before._sheet.of_step(step)):
                if cues[0] != cues[1]:
                    return step, min(cue.offset_s for cue in cues if cue is not None)
        return None

    def due(self, place: PlayingPlace | None, now_s: float) -> Iterator[Due]:
        """The cues from a moment ago on, in their order, some of them far ahead."""
        from_s, until_s = now_s - LATE_WORDS_S, now_s + _LOOK_S
        while place is not None and place.began_s <= until_s:
            earliest_s = from_s - place.began_s
            dues: list[Due] = []
            for cue in self._sheet.of_step(place.step, earliest_s - place.added_s):
                if cue.offset_s > until_s - place.began_s:
                    break
                offset_s = place.offset_s(cue)
                if offset_s >= earliest_s:
                    dues.append(Due(cue, place.began_s + offset_s, offset_s))
            yield from sorted(dues, key=lambda due: due.offset_s)
            place = self.after(place)

    def after(self, place: PlayingPlace) -> PlayingPlace | None:
        """The step that follows; None after an open-ended one, which waits for the person."""
        durations_s = self._sheet.durations_s
        duration_s = durations_s[place.step] if place.step < len(durations_s) else None
        if duration_s is None or place.step + 1 >= len(durations_s):
            return None
        return PlayingPlace(place.step + 1, place.began_s + duration_s + place.added_s, 0.0)

    def moved_on(self, place: PlayingPlace, now_s: float) -> PlayingPlace:
        """The step of the moment that is just far enough back for late words."""
        while (after := self.after(place)) and after.began_s < now_s - LATE_WORDS_S:
            place = after
        return place

    def is_same(self, place: PlayingPlace, stood_at_s: float, step: int, elapsed_s: float) -> bool:
        """Whether a run from a step goes on where one stood that had come to a place."""
        while place.step < step and (after := self.after(place)):
            place = after
        return place.step == step and abs(stood_at_s - place.began_s - elapsed_s) < _SAME_PLACE_S

    def offsets_s(self, step: int, place: PlayingPlace | None) -> dict[CueKey, list[float]]:
        """Where the cues of a step stand in it; `place` is where the session is or was last."""
        found: dict[CueKey, list[float]] = {}
        for cue in self._sheet.of_step(step):
            at_s = place.offset_s(cue) if place and place.step == step else cue.offset_s
            found.setdefault((step, cue.kind, cue.text), []).append(at_s)
        return found


class SpokenCues:
    """What was said already, so that nothing is said twice, whatever becomes of the sheet.

    That is by step, kind and words, each with its offsets into the step.
    """

    def __init__(self) -> None:
        self._offsets_s: dict[CueKey, list[float]] = {}

    def __contains__(self, due: Due) -> bool:
        return any(is_at(at_s, due.offset_s) for at_s in self._offsets_s.get(due.key, ()))

    def add(self, due: Due) -> None:
        """It is said."""
        self._offsets_s.setdefault(due.key, []).append(due.offset_s)

    def remove(self, due: Due) -> None:
        """It was taken back before it began; its step may be forgotten by then."""
        offsets_s = self._offsets_s.get(due.key, [])
        if due.offset_s in offsets_s:
            offsets_s.remove(due.offset_s)

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
