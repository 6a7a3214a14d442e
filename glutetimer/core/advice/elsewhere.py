"""What a change does in other routines: a person's own dose counts wherever the exercise stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from glutetimer.core.advice.change import Change, dose_words
from glutetimer.core.advice.standing import count_of, dose_with, load_of
from glutetimer.core.alternatives import with_wished_alternatives
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A dose that changes in another routine: "1 x 15 reps" becomes "2 x 15 reps".

    `is_more` is only told where the exercise stays the same.
    """

    routine_title: str
    before: str
    after: str
    is_more: bool = False

    @property
    def words(self) -> str:
        """As one phrase."""
        return f"{self.routine_title} ({self.before} -> {self.after})"


def elsewhere(
    change: Change, settings: Settings, others: Iterable[Routine]
) -> tuple[Elsewhere, ...]:
    """What the change does in these routines, in their order; those it leaves alone are not in."""
    changed = change.applied(settings)
    found: dict[Elsewhere, None] = {}
    for routine in others:
        pairs = zip(_doses(routine, settings), _doses(routine, changed), strict=True)
        for before, after in pairs:
            if before is None or after is None or _key(before) == _key(after):
                continue
            named = before.exercise.id != after.exercise.id
            words = _words(before, named), _words(after, named)
            is_more = not named and load_of(after) > load_of(before)
            found[Elsewhere(routine.title, *words, is_more)] = None
    return tuple(found)


def _doses(routine: Routine, settings: Settings) -> tuple[Prescription | None, ...]:
    entries = with_wished_alternatives(routine, settings).entries
    return tuple(
        dose_with(entry, settings, settings.for_exercise(entry.exercise.id)) for entry in entries
    )


def _key(entry: Prescription) -> tuple[str, int, float | None]:
    return entry.exercise.id, entry.sets, count_of(entry)


def _words(entry: Prescription, is_named: bool) -> str:
    words = dose_words(entry)
    return f"{entry.exercise.name}, {words}" if is_named else words
