"""A routine on a card: what it is for, how one lies or stands, and which figure stands for it."""

from collections.abc import Iterable
from typing import Any

from glutetimer.core.counts import sentence
from glutetimer.core.exercise import Exercise, Position
from glutetimer.core.routine import Routine

_PLACES = {
    Position.SUPINE: "lying",
    Position.PRONE: "lying",
    Position.SIDE_LYING: "lying",
    Position.SUPINE_ON_BALL: "on a ball",
    Position.ALL_FOURS: "on hands and knees",
    Position.PLANK: "plank",
    Position.KNEELING: "kneeling",
    Position.SITTING: "sitting",
    Position.STANDING_OR_SITTING: "standing or sitting",
    Position.STANDING: "standing",
}


MOST_PLACES = 3


def purpose_text(routine: Routine) -> str:
    """What it is for, as its file says; else its first exercises: "Clam shell, squat, 3 more"."""
    if routine.purpose:
        return routine.purpose
    names = _names(routine)
    if len(names) <= 3:
        return ", ".join(names)
    return ", ".join((*names[:2], f"{len(names) - 2} more"))


def places_text(exercises: Iterable[Exercise]) -> str:
    """How the body is placed, in the order of the exercises: "Lying, on hands and knees".

    Of more than three the first two are told.
    """
    known = (_PLACES[one.position] for one in exercises if one.position is not None)
    places = list(dict.fromkeys(known))
    if len(places) > MOST_PLACES:
        places[2:] = ["and more"]
    return sentence(", ".join(places))


def picture_of(routine: Routine) -> Exercise | None:
    """The exercise whose figure stands for it: the one that its file names, else the first."""
    exercises = [entry.exercise for entry in routine.entries if entry.exercise.position]
    named = (one for one in exercises if one.id == routine.picture)
    return next(named, next(iter(exercises), None))


def card_facts(routine: Routine) -> dict[str, Any]:
    """All that a listing (`core.ports.library.RoutineListing`) says of it for a card."""
    picture = picture_of(routine)
    return {
        "purpose": purpose_text(routine),
        "places": places_text(entry.exercise for entry in routine.entries),
        "level": sentence(routine.level),
        "exercises": _names(routine),
        "picture": picture.id if picture else "",
    }


def _names(routine: Routine) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.exercise.name for entry in routine.entries))
