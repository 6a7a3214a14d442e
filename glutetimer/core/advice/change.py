"""A change of one exercise's settings, and how it is told."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import gt, lt
from typing import Any

from glutetimer.core.advice.current_dose import Standing, load_of, with_own
from glutetimer.core.routine import Prescription
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.words.dose import least_text

_UNITS = ("reps", "steps", "s")


@dataclass(frozen=True, slots=True)
class Change:
    """The dose that one routine has after it for an exercise, and both doses in words.

    `key` is that of `Settings.exercises`; `own` is all that then stands there. `before` and
    `after` are "3 x 10" and "3 x 11 reps"; where the exercise itself changes, both begin with its
    name.
    """

    key: str
    own: ExerciseSettings
    before: str
    after: str

    def applied(self, settings: Settings) -> Settings:
        """The settings with this change."""
        return with_own(settings, self.key, self.own)


def less(standing: Standing, **values: Any) -> Change | None:
    """The change to these settings of the exercise's own dose; None unless it is less than now."""
    return _changed(standing, values, lt)


def more(standing: Standing, **values: Any) -> Change | None:
    """The change to these settings of the exercise's own dose; None unless it is more than now."""
    return _changed(standing, values, gt)


def _changed(
    standing: Standing, values: dict[str, Any], is_wanted: Callable[[float, float], bool]
) -> Change | None:
    key = standing.key(standing.id)
    own = replace(standing.settings.for_exercise(key), **values)
    after = standing.dose_with(own)
    if after is None or not is_wanted(load_of(after), load_of(standing.now)):
        return None
    for name in values:  # what the routine says anyway needs no setting
        plain = replace(own, **{name: None})
        usual = standing.dose_with(plain)
        if usual is not None and least_text(usual) == least_text(after):
            own = plain
    return Change(key, own, *_words(standing.now, after))


def _words(now: Prescription, after: Prescription) -> tuple[str, str]:
    """Both doses; the unit stands once, and a single set is not counted."""
    before, then = least_text(now), least_text(after)
    unit = then.rpartition(" ")[2]
    if unit in _UNITS:
        before = before.removesuffix(f" {unit}")
    if now.sets == after.sets == 1:
        return before.removeprefix("1 x "), then.removeprefix("1 x ")
    return before, then
