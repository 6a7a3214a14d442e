"""The weeks and days of a Liftoscript program, and what each of them holds in the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from glutetimer.core.draft import (
    EntryDraft,
    Lost,
    PlanDraft,
    PlannedDay,
    RoutineDraft,
    SourceContent,
)
from glutetimer.core.exercise import Amount, Hold, OpenHold, Work
from glutetimer.core.routine import Circuit
from glutetimer.files.importing.liftoscript_sets import ScriptSet, Sections
from glutetimer.files.importing.source import not_readable
from glutetimer.files.importing.supersets import in_turn

_MOST_REUSES = 8
_MOST_DAYS = 500
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Written:
    """An exercise as it is written; `weeks` are those in which it stands too."""

    number: int
    name: str
    label: str
    sections: Sections
    weeks: range
    order: int
    note: str

    @property
    def key(self) -> str:
        """What other exercises call it."""
        return f"{self.label}: {self.name}" if self.label else self.name


@dataclass(slots=True)
class _Day:
    week: int
    name: str
    note: str = ""
    exercises: list[Written] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def add(self, written: Written) -> None:
        """Add an exercise, also if it stands there already."""
        self.exercises.append(written)
        self.keys.add(written.key)


class Program:
    """Gathers weeks, days and exercises in their order."""

    def __init__(self) -> None:
        self._weeks: list[list[_Day]] = []
        self._notes: list[str] = []
        self._lost: list[Lost] = []
        self._hidden: set[str] = set()
        self._known: list[dict[str, list[tuple[int, Written]]]] = []

    def add_week(self, name: str, note: str) -> None:
        """Begin a week."""
        self._weeks.append([])
        if note:
            self._notes.append(f"{name}: {note}")

    def add_day(self, name: str, note: str) -> None:
        """Begin a day."""
        if not self._weeks:
            self._weeks.append([])
        self._weeks[-1].append(_Day(len(self._weeks), name, note))

    def add(self, written: Written) -> None:
        """Add an exercise to the day."""
        if not self._weeks or not self._weeks[-1]:
            self.add_day("Routine", "")
        self._weeks[-1][-1].add(written)
        if written.sections.is_hidden:
            self._hidden.add(written.key)

    def content(self, reader: str) -> SourceContent:
        """A routine of every day that differs, and the plan if there is more than one."""
        self._repeat()
        routines: list[RoutineDraft] = []
        planned: list[PlannedDay] = []
        days = [day for week in self._weeks for day in week][:_MOST_DAYS]
        for day in days:
            made = self._routine(day)
            same = next((one for one in routines if _is_same(one, made)), None)
            if made.entries and same is None:
                same = made
                routines.append(made)
            planned.append(PlannedDay(day.week, day.name, same.title if same else "", day.note))
        if not routines:
            raise not_readable(reader, "it has no exercise with sets")
        notes = "\n".join(self._notes)
        plan = PlanDraft("Liftoscript program", tuple(planned), notes)
        plans = (plan,) if len(planned) > 1 else ()
        return SourceContent(tuple(routines), plans, tuple(self._lost))

    def _repeat(self) -> None:
        """Put exercises that are written once into the other weeks in which they stand."""
        for week, days in enumerate(self._weeks, 1):
            for place, day in enumerate(days):
                for written in list(day.exercises):
                    for other in written.weeks:
                        if other != week and 0 < other <= len(self._weeks):
                            _stand_too(written, self._weeks[other - 1], place)
        for days in self._weeks:
            for day in days:
                if any(one.order for one in day.exercises):
                    day.exercises.sort(key=lambda one: one.order)
            self._known.append(_by_name(days))

    def _routine(self, day: _Day) -> RoutineDraft:
        title = f"Week {day.week}, {day.name}" if len(self._weeks) > 1 else day.name
        circuits: list[Circuit] = []
        entries: list[EntryDraft] = []
        done: set[str] = set()
        made = [(one, self._entry(one, day.week)) for one in day.exercises]
        shown = [(one.sections.superset, entry) for one, entry in made if entry is not None]
        for name, entry in shown:
            group = [other for superset, other in shown if superset == name]
            if not name or len(group) < 2:
                entries.append(entry)
            elif name not in done:
                done.add(name)
                entries += in_turn(group, circuits)
        return RoutineDraft(title, tuple(entries), tuple(circuits), notes=day.note)

    def _entry(self, written: Written, week: int) -> EntryDraft | None:
        """The exercise with its sets; None for one that is only there for others."""
        sets = [one for one in self._sets(written, week) if one.amount is not None]
        if written.key in self._hidden or not sets:
            return None
        return _entry(written, sets)

    def _sets(self, written: Written, week: int, depth: int = 0) -> list[ScriptSet]:
        name, in_week, in_day = written.sections.reused
        if not name or depth > _MOST_REUSES:
            return written.sections.sets_with([])
        origin = self._found(written, name, in_week or week, in_day)
        if origin is None:
            self._lost.append(Lost(written.number, f"the sets of “{name[:40]}” are not known here"))
            return written.sections.sets_with([])
        return written.sections.sets_with(self._sets(origin, in_week or week, depth + 1))

    def _found(self, user: Written, name: str, week: int, day: int) -> Written | None:
        """The exercise of a name in a week, or else the last that was before it."""
        last = min(week, len(self._known) + 1)
        for number in (week, *range(last - 1, 0, -1)):
            if not 0 < number <= len(self._known):
                continue
            known: dict[str, list[tuple[int, Written]]] = self._known[number - 1]
            for place, written in known.get(name, ()):
                if written is not user and day in (0, place):
                    return written
        return None


def _by_name(days: list[_Day]) -> dict[str, list[tuple[int, Written]]]:
    """The exercises of a week by their names, with the day where they stand, from 1."""
    made: dict[str, list[tuple[int, Written]]] = {}
    for place, day in enumerate(days, 1):
        for written in day.exercises:
            for name in {written.key, written.name}:
                made.setdefault(name, []).append((place, written))
    return made


def _stand_too(written: Written, days: list[_Day], place: int) -> None:
    if place < len(days) and written.key not in days[place].keys:
        days[place].add(written)


def _is_same(one: RoutineDraft, other: RoutineDraft) -> bool:
    return (one.entries, one.circuits) == (other.entries, other.circuits)


def _entry(written: Written, sets: list[ScriptSet]) -> EntryDraft:
    amounts = [one.amount for one in sets if one.amount is not None]
    if any(isinstance(amount, Work | OpenHold) for amount in amounts):
        # reps and times cannot be one exercise's: what is timed counts
        sets = [one for one in sets if isinstance(one.amount, Work | OpenHold)]
        amounts = [one for one in amounts if isinstance(one, Work | OpenHold)]
        if any(isinstance(one, OpenHold) for one in amounts):
            amounts = [_held(one) for one in amounts]
    rests = [one.rest_s for one in sets]
    known = [rest_s for rest_s in rests if rest_s is not None]
    labels = ", ".join(dict.fromkeys(one.label for one in sets if one.label))
    loads = [one.load for one in sets]
    note = written.note if not written.label else f"{written.label}: {written.note}".strip(": ")
    return EntryDraft(
        name=written.name,
        sets=len(sets),
        amounts=_alike(amounts),
        rests_s=_alike(known) if len(known) == len(rests) else tuple(known[:1]),
        loads=_alike([load or "as you like" for load in loads]) if any(loads) else (),
        rest_after_s=known[-1] if known else None,
        note=". ".join(filter(None, (note, labels))),
    )


def _held(amount: Amount) -> Amount:
    return Hold(amount.seconds) if isinstance(amount, Work) else amount


def _alike(values: Sequence[_Value]) -> tuple[_Value, ...]:
    """One value where all are the same."""
    return tuple(values[:1]) if len(set(values)) == 1 else tuple(values)
