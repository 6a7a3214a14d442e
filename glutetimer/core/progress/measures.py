"""Every four weeks: what one's own life and three short tests say, beside sets and pain.

In the history they are a session of no routine, each measure a set that is neither planned nor
done: so they are exported, imported and backed up as all else, and count as no training.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from glutetimer.core.counts import count_text
from glutetimer.core.history.records import Achieved, Outcome, SessionStart, SetRecord, SetResult
from glutetimer.core.side import Side

MEASURES_ID, MEASURES_TITLE = "measures", "Measures"
ACTIVITIES = 3
EVERY = timedelta(weeks=4)

_ACTIVITY, _BRIDGE, _CHAIR = "activity", "one-leg-bridge", "sit-to-stand-30-s"
_NAMES = {_BRIDGE: "Bridge on one leg", _CHAIR: "Stand up in 30 s"}

MEDIUM_CHANGE = 2.3
"""Of the mean of the activities: what people called a medium change, over all regions of the body
(Abbott and Schmitt 2014, DOI 10.2519/jospt.2014.5248; a small one was 1.3, a large one 2.7)."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured on one day; what was left out is not there.

    `activities` are up to three, each with 0 (cannot do it) to 10 (as before the pain): the
    Patient-Specific Functional Scale (Stratford 1995). `bridges` are seconds by the foot that
    stands, `stands` how often one stood up from a chair in 30 s.
    """

    at: datetime
    activities: tuple[tuple[str, int], ...] = ()
    bridges: tuple[tuple[Side, float], ...] = ()
    stands: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was measured."""
        return not self.activities and not self.bridges and self.stands is None


def start_of(measures: Measures, took_s: float) -> SessionStart:
    """The session that holds them; `took_s` is how long it took."""
    begun = measures.at - timedelta(seconds=took_s)
    return SessionStart(MEASURES_ID, MEASURES_TITLE, begun, 0.0, planned_sets=0)


def records_of(measures: Measures) -> tuple[SetRecord, ...]:
    """The sets of that session."""
    found: list[tuple[str, str, Side | None, Achieved]] = [
        (_ACTIVITY, name, None, Achieved(level, None)) for name, level in measures.activities
    ]
    found += [
        (_BRIDGE, _NAMES[_BRIDGE], side, Achieved(None, seconds))
        for side, seconds in measures.bridges
    ]
    if measures.stands is not None:
        found.append((_CHAIR, _NAMES[_CHAIR], None, Achieved(measures.stands, 30.0)))
    results = (
        SetResult(
            index, index, kind, name, 1, 1, side, 1, Achieved(None, None), done, Outcome.MEASURED
        )
        for index, (kind, name, side, done) in enumerate(found)
    )
    return tuple(SetRecord(result, measures.at) for result in results)


def measures_of(at: datetime, records: Iterable[SetRecord]) -> Measures:
    """What was measured, from the sets of such a session that was at a time."""
    activities: list[tuple[str, int]] = []
    bridges: list[tuple[Side, float]] = []
    stands = None
    for result in (record.result for record in records):
        done = result.done
        if result.exercise_id == _ACTIVITY and done.reps is not None:
            activities.append((result.exercise_name, done.reps))
        elif result.exercise_id == _BRIDGE and result.side and done.seconds is not None:
            bridges.append((result.side, done.seconds))
        elif result.exercise_id == _CHAIR:
            stands = done.reps
    return Measures(at, tuple(activities), tuple(bridges), stands)


def next_day(last: date | None, today: date) -> date:
    """When the next measures are due: four weeks after the last, at once if there are none."""
    return today if last is None else last + EVERY


def lines_of(measures: Measures) -> tuple[str, ...]:
    """Each measure in words: "Walking to the shop: 6 of 10"."""
    lines = [f"{name}: {level} of 10" for name, level in measures.activities]
    if measures.bridges:
        sides = ", ".join(
            f"{seconds:g} s on the {side.value}" for side, seconds in measures.bridges
        )
        lines.append(f"{_NAMES[_BRIDGE]}: {sides}")
    if measures.stands is not None:
        lines.append(f"{_NAMES[_CHAIR]}: {count_text(measures.stands, 'time')}")
    return tuple(lines)


def change_words(every: Sequence[Measures]) -> str:
    """What became of them from the first to the last, in a sentence or more; "" for one alone."""
    if len(every) < 2:
        return ""
    first, last = every[0], every[-1]
    parts = [_ability_change(first, last)]
    for side in (Side.LEFT, Side.RIGHT):
        before, now = dict(first.bridges).get(side), dict(last.bridges).get(side)
        if before is not None and now is not None:
            parts.append(f"Bridge on the {side.value} leg: {before:g} s, now {now:g} s.")
    if first.stands is not None and last.stands is not None:
        parts.append(f"Up from the chair in 30 s: {first.stands}, now {last.stands}.")
    return " ".join(filter(None, parts))


def _ability_change(first: Measures, last: Measures) -> str:
    """Of the activities that were told both times."""
    known = dict(first.activities)
    both = [(known[name], level) for name, level in last.activities if name in known]
    if not both:
        return ""
    before, now = (sum(levels) / len(both) for levels in zip(*both, strict=True))
    words = f"What you can do: {before:.1f} of 10, now {now:.1f}"
    if abs(now - before) < MEDIUM_CHANGE:
        return f"{words}."
    return f"{words}: a change that people notice."
