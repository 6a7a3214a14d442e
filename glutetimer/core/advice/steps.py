"""The steps up and down that an exercise allows; None where there is none."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from glutetimer.core.advice.change import Change, less, more
from glutetimer.core.advice.current_dose import Standing, done_dose
from glutetimer.core.advice.rules import ARTICLE_STEPS, HOLD_STEP_S, LONGEST_HOLD_S, MOST_SETS
from glutetimer.core.exercise import Amount, Exercise, Hold, Reps, Sides, Steps
from glutetimer.core.plan.alternatives import in_place_of
from glutetimer.core.routine import DoseSource, Prescription
from glutetimer.core.words.dose import least_text

_QUARTER_LESS = 0.75


# Down


def to_low_end(standing: Standing) -> Change | None:
    """Down to what the routine begins with: the low end of its range, its steps, its hold."""
    match standing.entry.amount:
        case Reps(low, _) | Steps(low):
            return less(standing, reps=low)
        case Hold(seconds):
            return less(standing, hold_s=seconds)
        case _:
            return None


def one_set_fewer(standing: Standing) -> Change | None:
    """One set fewer, if one is left."""
    return less(standing, sets=standing.now.sets - 1) if standing.now.sets > 1 else None


def easier(standing: Standing) -> Change | None:
    """The nearest easier exercise: the routine's own where a harder one stands in its place."""
    own = standing.file.exercise
    if standing.is_alternative and standing.id in own.harder:
        return _replacing(standing, standing.file)
    return _instead(standing, _usable(standing, standing.now.exercise.easier))


def quarter_less(standing: Standing) -> Change | None:
    """About a quarter fewer reps or seconds: where nothing else is left."""
    count = standing.now.count
    if count is None or count * _QUARTER_LESS < 1:
        return None
    fewer = floor(count * _QUARTER_LESS)
    if isinstance(standing.now.amount, Hold):
        return less(standing, hold_s=float(fewer))
    return less(standing, reps=fewer)


# Up


def one_rep_more(standing: Standing) -> Change | None:
    """One rep (or step) more, up to the top of the range."""
    count = standing.now.count
    if count is None or isinstance(standing.now.amount, Hold) or count >= top_of(standing):
        return None
    return more(standing, reps=int(count) + 1)


def one_set_more(standing: Standing) -> Change | None:
    """One set more, of the fewest reps within the range that are more in all."""
    now, count = standing.now, standing.now.count
    if now.circuit or now.sets >= MOST_SETS or count is None:
        return None
    if isinstance(now.amount, Reps) and isinstance(standing.entry.amount, Reps):
        enough = now.sets * int(count) // (now.sets + 1) + 1
        reps = min(int(count), max(standing.entry.amount.low, enough))
        return more(standing, sets=now.sets + 1, reps=reps)
    return more(standing, sets=now.sets + 1)


def longer_hold(standing: Standing) -> Change | None:
    """A few seconds more, up to the limit."""
    now, usual = standing.now.amount, standing.entry.amount
    if not isinstance(now, Hold) or not isinstance(usual, Hold):
        return None
    longer_s = now.seconds + HOLD_STEP_S
    if longer_s > min(LONGEST_HOLD_S, 2 * usual.seconds):
        return None
    return more(standing, hold_s=longer_s)


def harder(standing: Standing) -> Change | None:
    """The next harder exercise at its low end: the one an article names, else the nearest."""
    count = standing.now.count
    if count is None or (not isinstance(standing.now.amount, Hold) and count < top_of(standing)):
        return None
    own, exercise = standing.file.exercise, standing.now.exercise
    if standing.is_alternative and standing.id in own.easier:
        return _replacing(standing, standing.file)
    named = ARTICLE_STEPS.get(exercise.id)
    if named in _in_routine(standing):
        return None
    names = exercise.harder if named is None else (named, *exercise.harder)
    usable = _usable(standing, names)
    return _instead(standing, (one for one in usable if one.position is exercise.position))


def top_of(standing: Standing) -> float:
    """The most reps or steps of a set: an article's own range, else the exercise's usual one.

    Usual ranges come from the articles, too. Zero where sets are not counted.
    """
    high = _high(standing.entry.amount)
    if standing.entry.dose_source is DoseSource.ARTICLE and not standing.is_alternative:
        return high
    # An exercise counts reps or steps, and its usual dose counts the same.
    return max(high, _high(standing.now.exercise.dose.amount))


def _high(amount: Amount) -> float:
    match amount:
        case Reps(_, high) | Steps(high):
            return high
        case _:
            return 0


# Other exercises


def _usable(standing: Standing, names: tuple[str, ...]) -> Iterator[Exercise]:
    """Those that can take the place of the routine's own, need nothing else, and are not in it."""
    own = standing.file.exercise
    has = {*standing.routine.equipment, *own.needed}
    for name in names:
        known = name in own.easier or name in own.harder
        if not known or name in _in_routine(standing):
            continue
        exercise = standing.routine.alternatives.get(name)
        if exercise is not None and has.issuperset(exercise.needed):
            yield exercise


def _in_routine(standing: Standing) -> set[str]:
    ids = {entry.exercise.id for entry in standing.routine.entries}
    return ids | {standing.here.for_exercise(one).instead or one for one in ids}


def _instead(standing: Standing, nearest_first: Iterator[Exercise]) -> Change | None:
    found = next(nearest_first, None)
    return None if found is None else _replacing(standing, in_place_of(standing.file, found))


def _replacing(standing: Standing, entry: Prescription) -> Change | None:
    after = done_dose(entry, standing.here)
    if after is None:
        return None
    own_id, wish = standing.file.exercise.id, entry.exercise.id
    key = standing.key(own_id)
    own = replace(standing.settings.for_exercise(key), instead=wish)
    if wish == own_id and standing.settings.for_exercise(own_id).instead is None:
        own = replace(own, instead=None)  # nothing else is wanted anywhere
    return Change(key, own, _named(standing.now), _named(after))


def _named(entry: Prescription) -> str:
    both = bool(entry.exercise.directions) or entry.sides is not Sides.EACH
    side = "" if both else " each side"
    return f"{entry.exercise.name}, {least_text(entry)}{side}"
