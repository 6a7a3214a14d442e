"""What a person has to take, put on or put away before a set, and how long that takes.

It is what the exercise needs, and a load that is a thing ("mini loop band", "20 kg"); other loads
("as heavy as you like") are for reading. Where a band is worn belongs to it: one that moves from
the shins to above the knees is named again.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from glutetimer.core.counts import one_line
from glutetimer.core.routine import Prescription


class _Kind(StrEnum):
    """What there is to do with a thing depends on what it is."""

    CUFFS = "ankle weights"
    BAND = "band"
    BALL = "ball"
    WEIGHTS = "weights"
    OTHER = "other"


_SIGNS = (
    (_Kind.CUFFS, ("ankle weight",)),
    (_Kind.BAND, ("band",)),
    (_Kind.BALL, ("ball",)),
    (_Kind.WEIGHTS, ("dumbbell", "kettlebell", "barbell", "weights", " kg", " kilo", " lb")),
)
"""The first that a name has tells its kind."""

_TAKE_S = {_Kind.CUFFS: 25.0, _Kind.BAND: 15.0, _Kind.BALL: 15.0, _Kind.WEIGHTS: 10.0}
_LEAVE_S = {_Kind.CUFFS: 15.0, _Kind.BAND: 8.0, _Kind.BALL: 5.0, _Kind.WEIGHTS: 5.0}
_OTHER_S = 10.0
"""Seconds from hearing of it until it is in place, or away (editorial: tried with a loop band)."""

_TAKE = {
    _Kind.CUFFS: "Ankle weights on",
    _Kind.BAND: "Get your band",
    _Kind.BALL: "Get the ball",
    _Kind.WEIGHTS: "Take your weights",
}
_LEAVE = {
    _Kind.CUFFS: "Ankle weights off",
    _Kind.BAND: "Band off",
    _Kind.BALL: "Ball away",
    _Kind.WEIGHTS: "Weights down",
}


class Handling(NamedTuple):
    """What there is to do with equipment ("Band off"; "" for nothing), and its seconds."""

    words: str = ""
    seconds: float = 0.0


NOTHING_TO_HANDLE = Handling()


@dataclass(frozen=True, slots=True)
class Gear:
    """The equipment of a set: its names ("" for none), and where a band is worn."""

    needed: str = ""
    load: str = ""
    worn: str = ""

    @property
    def _kind(self) -> _Kind | None:
        name = f" {self.needed or self.load}".casefold()
        found = (kind for kind, signs in _SIGNS if any(sign in name for sign in signs))
        return next(found, _Kind.OTHER if self.needed else None)

    def after(self, before: "Gear") -> Handling:
        """What there is to do for it after a set with other equipment (none at the beginning)."""
        old, new = before._kind, self._kind
        if old is new and (new is not _Kind.OTHER or self.needed == before.needed):
            return self._moved(before)
        both = (before._left(), self._taken())
        words = ". ".join(one.words for one in both if one.words)
        return Handling(words, sum(one.seconds for one in both))

    def _moved(self, before: "Gear") -> Handling:
        """The same thing: it may be worn elsewhere, or be heavier."""
        if self.load and before.load and self.load != before.load and self._kind is not None:
            article = "the " if self._kind is _Kind.BAND else ""
            return Handling(f"Take {article}{one_line(self.load)}", self._taken().seconds)
        is_moved = self._kind is _Kind.BAND and self.worn != before.worn
        return self._taken() if is_moved else NOTHING_TO_HANDLE

    def _taken(self) -> Handling:
        match self._kind:
            case None:
                return NOTHING_TO_HANDLE
            case _Kind.OTHER:
                return Handling(f"Get the {self.needed}", _OTHER_S)
            case _Kind.BAND if self.worn:
                words = f"Band {self.worn}"
            case _Kind.WEIGHTS if self.load:
                words = f"Take {one_line(self.load)}"
            case kind:
                words = _TAKE[kind]
        return Handling(words, _TAKE_S[self._kind])

    def _left(self) -> Handling:
        match self._kind:
            case None:
                return NOTHING_TO_HANDLE
            case _Kind.OTHER:
                return Handling(f"Put the {self.needed} away", _OTHER_S)
            case kind:
                return Handling(_LEAVE[kind], _LEAVE_S[kind])


NO_GEAR = Gear()


def gear_of(entry: Prescription) -> Gear:
    """The equipment of an entry, with the load of its first set (see `Prescription.in_round`)."""
    exercise = entry.exercise
    return Gear(" and ".join(map(one_line, exercise.needed)), entry.load, exercise.worn)
