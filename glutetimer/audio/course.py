"""The course of a session: which cue of a sheet is due at which moment of the clock."""

from collections.abc import Iterator
from dataclasses import dataclass

from glutetimer.core.cues.sheet import CueKind, CueSheet, SheetCue

LATE_WORDS_S = 1.5
"""Words may be so late if they do not run into a count."""

_LOOK_S = 10.0  # longer than any words: far enough to see what late ones would run into
_SAME_PLACE_S = 0.25
_COUNTS = (CueKind.COUNT, CueKind.COUNTDOWN)

CueKey = tuple[int, CueKind, str]
"""What two cues have in common that say the same in the same step."""


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
